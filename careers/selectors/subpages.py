"""Which sub-pages of an occupation have anything to show."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from careers.models import (
    AgeEstimate,
    AlternateTitle,
    Area,
    DemographicShare,
    EducationShare,
    InterestRating,
    MajorRoute,
    Occupation,
    PreparationShare,
    Projection,
    SkillRating,
    TaskStatement,
    TechnologySkill,
    WageEstimate,
)

# By name of the page, the figures any of which fills it.
FIGURES_OF = {
    "pay": (WageEstimate,),
    "skills": (SkillRating, TechnologySkill, InterestRating, TaskStatement, AlternateTitle),
    "education": (EducationShare, PreparationShare, MajorRoute),
    "demographics": (DemographicShare, AgeEstimate),
    "outlook": (Projection,),
}
LOCAL = Q(area__kind__in=[Area.Kind.STATE, Area.Kind.METRO, Area.Kind.NONMETRO])
NEAR = 5


def with_figures(occupation: Occupation) -> frozenset[str]:
    """The names of the pages that have a figure, be it a missing one with its reason; one query."""
    (row,) = Occupation.objects.filter(pk=occupation.pk).values(**{page: _has(page) for page in FIGURES_OF})
    return frozenset(page for page, has in row.items() if has)


def near_with(page: str, occupation: Occupation) -> list[Occupation]:
    """For an occupation without the page: the nearest official ones that have it, at most five.

    For a job title that is the one that editors judge nearest; for an official occupation those of the
    same broad group, then of the same minor group. One query.
    """
    listed = Occupation.objects.listed().filter(_has(page)).exclude(pk=occupation.pk)
    if occupation.is_job_title:
        return list(listed.filter(pk=occupation.closest_occupation_id))
    if occupation.soc_code is None or occupation.parent_id is None:
        return []
    minor = occupation.soc_code[:4]
    same = listed.filter(soc_code__startswith=minor).order_by("soc_code")
    return sorted(same, key=lambda other: other.parent_id != occupation.parent_id)[:NEAR]


def _has(page: str) -> Q:
    found = Q()
    for model in FIGURES_OF[page]:
        found |= Q(Exists(_current(model)))
    return found


def _current(model) -> QuerySet:
    figures = model.objects.current().filter(occupation=OuterRef("pk"))
    return figures.filter(LOCAL) if model is WageEstimate else figures
