"""Which sub-pages of an occupation have anything to show."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from careers.kept import each_kept
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
# What a page is read for, where that is less than all that fills it.
READ_FOR = {"skills": (SkillRating,)}
LOCAL = Q(area__kind__in=[Area.Kind.STATE, Area.Kind.METRO, Area.Kind.NONMETRO])
NEAR = 5
MOST_KEPT = 20_000  # careers: of each a few words


def marked(occupations: QuerySet[Occupation]) -> QuerySet[Occupation]:
    """The same occupations, each knowing which of its pages have figures: see `with_figures`."""
    return occupations.annotate(**{f"has_{page}": _any(models) for page, models in FIGURES_OF.items()})


def with_figures(occupation: Occupation) -> frozenset[str]:
    """The names of a marked occupation's pages that have a figure, be it one missing with its reason."""
    return frozenset(page for page in FIGURES_OF if getattr(occupation, f"has_{page}"))


@each_kept(MOST_KEPT)
def pages_with_figures(occupations: Sequence[int]) -> list[frozenset[str]]:
    """The same of each of these keys; one query."""
    known = {one.pk: with_figures(one) for one in marked(Occupation.objects.filter(pk__in=occupations))}
    return [known[pk] for pk in occupations]


def near_with(page: str, occupation: Occupation) -> list[Occupation]:
    """For an occupation without the page: the nearest official ones that have it, at most five.

    For a job title that is the one that editors judge nearest; for an official occupation those of the
    same minor group, of the same broad group first, then by how near their codes are. One query.
    """
    return near(occupation, Occupation.objects.filter(_any(READ_FOR.get(page, FIGURES_OF[page]))))


def near(occupation: Occupation, among: QuerySet[Occupation]) -> list[Occupation]:
    """The nearest official occupations among these, at most five; one query."""
    listed = among.listed().exclude(pk=occupation.pk)
    if occupation.is_job_title:
        return list(listed.filter(pk=occupation.closest_occupation_id))
    if occupation.soc_code is None or occupation.parent_id is None:
        return []
    same_group = listed.filter(soc_code__startswith=occupation.soc_code[:4]).order_by("soc_code")
    return sorted(same_group, key=lambda other: _distance(other, occupation))[:NEAR]


def _distance(one: Occupation, other: Occupation) -> tuple[bool, int]:
    apart = abs(int(one.soc_code[3:]) - int(other.soc_code[3:]))
    return one.parent_id != other.parent_id, apart


def _any(models) -> Q:
    return reduce(or_, (Q(Exists(_current(model))) for model in models))


def _current(model) -> QuerySet:
    figures = model.objects.current().filter(occupation=OuterRef("pk"))
    return figures.filter(LOCAL) if model is WageEstimate else figures
