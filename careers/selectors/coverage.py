"""How many of the detailed occupations have each figure, and from which source."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.utils.translation import gettext_lazy as _

from careers.catalogue import FIGURES
from careers.kept import kept
from careers.models import (
    AgeEstimate,
    AlternateTitle,
    Area,
    CensusOccupation,
    DemographicShare,
    EducationShare,
    EmployerPay,
    Industry,
    InterestRating,
    JobZone,
    Major,
    MajorRoute,
    Occupation,
    PreparationShare,
    Projection,
    Published,
    RelatedOccupation,
    Release,
    Skill,
    SkillRating,
    TechnologySkill,
    WageEstimate,
)
from careers.models.wages import RANKABLE

SOURCES_KEPT = 100
IN_THE_NATION = Q(area__code=Area.NATION_CODE)
NATIONAL = IN_THE_NATION & Q(industry__code=Industry.ALL_CODE)
CROSS_INDUSTRY = Q(industry__code=Industry.ALL_CODE)
SECTORS = Q(area__code=Area.NATION_CODE, industry__level=Industry.Level.SECTOR) & ~Q(
    industry__code__in=Industry.OWNERSHIP_CODES
)
PAID = Q(annual_mean__isnull=False) | Q(hourly_mean__isnull=False)
TOP_CODED = Q(missing__annual_mean="top_coded")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that is counted: its key in the catalogue, its model and when a row has the figure.

    With a kind of areas only those of these: to be given where they are few of what an occupation has.
    """

    key: str
    label: str
    model: type[Published]
    has: Q
    areas: str = ""

    def rows(self) -> QuerySet:
        has = self.has & Q(area__kind=self.areas) if self.areas else self.has
        return self.model.objects.current().filter(has, occupation__level=Occupation.Level.DETAILED)


# Of the occupation itself or of a Census title; where that is withheld, a wide group stands in.
NARROW = Q(group_title="") | Q(
    Exists(CensusOccupation.objects.current().filter(title=OuterRef("group_title")))
)


def _share(characteristic: DemographicShare.Characteristic) -> Q:
    return Q(characteristic=characteristic, percent__isnull=False)


# Adding a figure to the coverage is adding one entry here.
MEASURES = (
    Measure("employment", _("Employment"), WageEstimate, NATIONAL & Q(employment__isnull=False)),
    Measure("annual_mean", _("Annual or hourly pay"), WageEstimate, NATIONAL & (PAID | TOP_CODED)),
    Measure(
        "best_paying_state", _("Best paying state"), WageEstimate,
        CROSS_INDUSTRY & RANKABLE, Area.Kind.STATE,
    ),
    Measure(
        "best_paying_city", _("Best paying metropolitan area"), WageEstimate,
        CROSS_INDUSTRY & Q(area__kind=Area.Kind.METRO) & RANKABLE,
    ),
    Measure(
        "best_paying_company", _("Best paying company, by visa-filing offers"), EmployerPay,
        IN_THE_NATION & Q(median__isnull=False),
    ),
    Measure("visa_filing_offers", _("Visa-filing offers"), EmployerPay, IN_THE_NATION),
    Measure("best_paying_industry", _("Best paying industry"), WageEstimate, SECTORS & RANKABLE),
    Measure("growth", _("Growth"), Projection, Q(change_percent__isnull=False)),
    Measure("openings", _("Openings"), Projection, Q(openings_annual__isnull=False)),
    Measure("entry_education", _("Entry education"), Projection, Q(entry_education__isnull=False)),
    Measure("common_degree", _("Most common degree"), EducationShare, Q(percent__isnull=False)),
    Measure(
        "gender", _("Gender ratio"), DemographicShare, _share(DemographicShare.Characteristic.GENDER)
    ),
    Measure("age", _("Median age"), AgeEstimate, Q(years__isnull=False)),
    Measure("age_own", _("Median age, not of a major group"), AgeEstimate, Q(years__isnull=False) & NARROW),
    Measure(
        "race", _("Race and Hispanic origin"), DemographicShare, _share(DemographicShare.Characteristic.RACE)
    ),
    Measure(
        "race_own", _("Race and Hispanic origin, not of a major group"), DemographicShare,
        _share(DemographicShare.Characteristic.RACE) & Q(is_fallback=False),
    ),
    Measure(
        "age_groups", _("Age groups"), DemographicShare, _share(DemographicShare.Characteristic.AGE_GROUP)
    ),
    Measure(
        "work_experience", _("Experience asked for"), Projection, Q(work_experience__isnull=False)
    ),
    Measure(
        "required_experience", _("Experience, as answered"), PreparationShare,
        Q(scale=PreparationShare.Scale.EXPERIENCE, percent__isnull=False),
    ),
    Measure("job_zone", _("Job zone"), JobZone, Q(lowest__isnull=False)),
    Measure(
        "top_skills", _("Skills"), SkillRating, Q(skill__kind=Skill.Kind.SKILL, importance__isnull=False)
    ),
    Measure(
        "knowledge_importance", _("Knowledge"), SkillRating,
        Q(skill__kind=Skill.Kind.KNOWLEDGE, importance__isnull=False),
    ),
    Measure("interest", _("Interests"), InterestRating, Q(rating__isnull=False)),
    Measure("technology", _("Technology"), TechnologySkill, Q()),
    Measure("alternate_titles", _("Alternate titles"), AlternateTitle, Q()),
    Measure("related_occupations", _("Related occupations"), RelatedOccupation, Q()),
    Measure("related_major", _("Related majors"), MajorRoute, ~Q(major__code=Major.NONE_CODE)),
    Measure("related_major_or_none", _("Related majors, or that none leads there"), MajorRoute, Q()),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Covered:
    """One line: of `total` detailed occupations, `occupations` have the figure in force."""

    key: str
    label: str
    occupations: int
    total: int

    @property
    def has_entry(self) -> bool:
        """Whether the page of figures explains it."""
        return self.key in FIGURES


@kept(SOURCES_KEPT)
def coverage(source_slug: str = "") -> list[Covered]:
    """Every measure, or those that one source gives something for; two queries, and two for the sources.

    Without a source an occupation counts once, whichever source its figure comes from.
    """
    measures = MEASURES
    if source_slug:
        given = sources_by_figure()
        measures = [
            each for each in MEASURES if any(slug == source_slug for _, slug in given.get(each.key, ()))
        ]
    total = Occupation.objects.detailed().count()
    counts = dict(_counts(measures, source_slug)) if measures else {}
    return [
        Covered(measure.key, measure.label, counts.get(measure.key, 0), total)
        for measure in measures
        if not source_slug or counts.get(measure.key)
    ]


@kept(1)
def sources_by_figure() -> dict[str, list[tuple[str, str]]]:
    """By key: the short name and slug of each source that the figure comes from; two queries.

    Of each release the first figure is enough, so that it takes no longer with more of them: a release that
    has none of a table is left out before its rows are looked through for what no row has.
    """
    measures = {measure.key: measure for measure in MEASURES}
    models = {measure.model._meta.model_name: measure.model for measure in MEASURES}
    of_model = {
        name: [key for key, each in measures.items() if each.model is models[name]] for name in models
    }
    in_force = [
        # Not as whether each has a row: SQLite would look through the table for each that has none.
        Release.objects.filter(pk__in=model.objects.current().order_by().values("release"))
        .order_by()
        .values_list(Value(name), "pk")
        for name, model in models.items()
    ]
    given = [
        # Each release by itself, for which PostgreSQL knows whether it has many rows or few.
        Release.objects.filter(Exists(measures[key].rows().filter(release=pk).order_by()), pk=pk)
        .order_by()
        .values_list(Value(key), "source__short_name", "source__slug")
        for name, pk in in_force[0].union(*in_force[1:], all=True)
        for key in of_model[name]
    ]
    named: dict[str, list[tuple[str, str]]] = {}
    for key, name, slug in sorted(given[0].union(*given[1:])) if given else ():
        named.setdefault(key, []).append((name, slug))
    return named


def _counts(measures: Sequence[Measure], source_slug: str) -> QuerySet:
    counted = [_counted(measure, source_slug) for measure in measures]
    return counted[0].union(*counted[1:], all=True)


def _counted(measure: Measure, source_slug: str) -> QuerySet:
    """The key of a measure and the number of its occupations.

    Of the many rows that an occupation has the first that has the figure is enough. It is asked for as a
    value: of whether there is one, PostgreSQL would read the rows of all occupations.
    """
    given = measure.model.objects.current().filter(measure.has).order_by()
    if source_slug:
        given = given.filter(release__in=Release.objects.filter(source__slug=source_slug).values("pk"))
    if measure.areas:
        of_area = given.filter(area=OuterRef("pk"), occupation=OuterRef(OuterRef("pk")))
        areas = Area.objects.filter(kind=measure.areas).order_by()
        of_one = areas.alias(given=Subquery(of_area.values("pk")[:1])).filter(given__isnull=False)
    else:
        of_one = given.filter(occupation=OuterRef("pk"))
    first = Subquery(of_one.values("pk")[:1])
    having = Occupation.objects.detailed().alias(first=first).filter(first__isnull=False).order_by()
    return (
        having.annotate(key=Value(measure.key))
        .values("key")
        .annotate(number=Count("pk"))
        .values_list("key", "number")
    )
