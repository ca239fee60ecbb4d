"""An occupation with all its figures: what pages, twins and comparisons are made from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils import timezone

from careers.kept import each_kept
from careers.models import (
    DemographicShare,
    EducationShare,
    Occupation,
    PreparationShare,
    Skill,
    SkillRating,
    StatedFact,
)
from careers.prepared import Later

from . import best_paying, employer_pay, pay, placed, prospects, studies
from .abilities import skill_cells, top_knowledge
from .about import About, about
from .best_paying import BestPaying
from .cells import Cell, unrecorded
from .employer_pay import BestCompanies
from .people import age_cells, share_cells
from .placed import Place, Placed
from .preparation import asked_experience_cells, degree_cells, experience_cells, time_cells, zone_cells
from .skills import Rating, rated
from .stated import stated_cell
from .work import outlook_cells

Found = Iterable[tuple[int, dict[str, Cell]]]  # primary key of the occupation, cells by key

# Each figure with several rows an occupation, and what makes cells of them.
GROUPED = (
    (EducationShare.objects, degree_cells),
    (DemographicShare.objects, share_cells),
    (PreparationShare.objects.filter(scale=PreparationShare.Scale.EXPERIENCE), experience_cells),
)

KEPT = 1000  # profiles in memory, of some 200 KB with what is drawn of them
RATED_KINDS = (Skill.Kind.SKILL.value, Skill.Kind.KNOWLEDGE.value)


@dataclass(frozen=True, slots=True)
class Profile:
    """One occupation: its names, its figures by key of the catalogue, and its spread of pay."""

    slug: str
    title: str
    plural: str
    url: str
    soc_code: str
    is_job_title: bool
    summary: str  # Markdown of the editors
    cells: dict[str, Cell]
    pay_range: pay.PayRange | None = None
    skills: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    rated: Mapping[str, tuple[Rating, ...]] = field(default_factory=dict)  # by kind, highest importance first
    about: About = field(default_factory=About)
    best_paying: dict[str, BestPaying] = field(default_factory=dict)
    best_companies: BestCompanies | None = None  # None where no visa filings are loaded of it
    place: str = ""  # the place that pay and employment were asked for, '' for the nation
    drawn: dict = field(init=False, default_factory=dict, repr=False, compare=False)  # what is made of it

    def cell(self, key: str) -> Cell:
        return self.cells.get(key) or unrecorded(key)

    def has(self, key: str) -> bool:
        """Whether a source has a record of the figure, be it only why it is missing."""
        return key in self.cells


def profiles(occupations: Sequence[Occupation], place: Place | None = None) -> list[Profile]:
    """Profiles in the order given, nationwide or with pay and employment of the place.

    The number of queries does not grow with the number of them.
    """
    return _profiles(occupations, place) if place else _nationwide(occupations)


def _all_listed() -> Sequence[Occupation]:
    return prospects.with_prospects(Occupation.objects.listed()).select_related("text")


@each_kept(KEPT, prepared_as="profile", items=_all_listed)
def _nationwide(occupations: Sequence[Occupation]) -> list[Profile]:
    return _profiles(occupations, None)


def _profiles(occupations: Sequence[Occupation], place: Place | None) -> list[Profile]:
    ids = [occupation.pk for occupation in occupations]
    wages = placed.wages(ids, [place.area] if place else [])
    work = {
        pk: placed.in_place(known, place) if place else placed.nationwide(known)
        for pk, known in wages.items()
    }
    ratings = _grouped(_of(SkillRating.objects.select_related("skill"), ids))
    best, companies, texts = best_paying.of(ids), employer_pay.best_companies(ids), about(ids)
    cells: dict[int, dict[str, Cell]] = {pk: {} for pk in ids}
    for pk, found in (
        *((pk, found.cells) for pk, found in work.items()),
        *_one_of_each(occupations),
        *_shares(ids),
        *((pk, skill_cells(rows)) for pk, rows in ratings.items()),
        *((pk, {place.key: place.cell for place in lists.values()}) for pk, lists in best.items()),
        *_studies(ids),
        *((pk, {best.cell.key: best.cell}) for pk, best in companies.items()),
        # Stated facts come last: what a source says outright goes before what is worked out here.
        *_stated(occupations),
    ):
        cells[pk] |= found
    return [
        Profile(
            slug=occupation.slug,
            title=occupation.title,
            plural=occupation.plural,
            url=occupation.get_absolute_url(),
            soc_code=occupation.soc_code or "",
            is_job_title=occupation.is_job_title,
            summary=_summary(occupation),
            cells=cells[occupation.pk],
            pay_range=pay_range_of(work.get(occupation.pk), cells[occupation.pk].get("pay_range")),
            skills=_skills(cells[occupation.pk]),
            knowledge=top_knowledge(ratings.get(occupation.pk, ())),
            rated=Later({kind: rated(ratings.get(occupation.pk, ()), kind) for kind in RATED_KINDS}),
            about=texts.get(occupation.pk, About()),
            best_paying=best.get(occupation.pk, {}),
            best_companies=companies.get(occupation.pk),
            place=place.name if place else "",
        )
        for occupation in occupations
    ]


def _of(figures, ids: list[int]):
    return figures.filter(is_current=True, occupation_id__in=ids)


def _one_of_each(occupations: Sequence[Occupation]) -> Found:
    """From the one projection, the one job zone and the ages in force of each."""
    for occupation in prospects.known(occupations):
        if outlook := getattr(occupation, "outlook", None):
            yield (
                occupation.pk,
                outlook_cells(outlook) | time_cells(outlook) | asked_experience_cells(outlook),
            )
        if zone := getattr(occupation, "zone", None):
            yield occupation.pk, zone_cells(zone)
        if ages := prospects.ages(occupation):
            yield occupation.pk, age_cells(ages)


def _shares(ids: list[int]) -> Found:
    for figures, build_cells in GROUPED:
        for pk, rows in _grouped(_of(figures, ids)).items():
            yield pk, build_cells(rows)


def _studies(ids: list[int]) -> Found:
    for studied in (studies.related_majors(ids), studies.related_colleges(ids)):
        for pk, found in studied.items():
            # Missing without a source, nothing is known of it; with one, the source says that there is none.
            if not found.cell.missing or found.cell.source_name:
                yield pk, {found.cell.key: found.cell}


def _stated(occupations: Sequence[Occupation]) -> Found:
    ids = [occupation.pk for occupation in occupations if getattr(occupation, "is_stated_of", True)]
    for fact in _of(StatedFact.objects, ids).select_related("release__source", "company"):
        yield fact.occupation_id, {fact.topic: stated_cell(fact)}


def _grouped(rows) -> dict[int, list]:
    groups: dict[int, list] = defaultdict(list)
    for row in rows.select_related("release__source"):
        groups[row.occupation_id].append(row)
    return groups


def _summary(occupation: Occupation) -> str:
    text = getattr(occupation, "text", None)
    return text.summary if text and text.is_live(timezone.now()) else ""


def _skills(cells: dict[str, Cell]) -> tuple[str, ...]:
    return cells["top_skills"].value or () if "top_skills" in cells else ()


def pay_range_of(work: Placed | None, cell: Cell | None) -> pay.PayRange | None:
    """The spread of pay; a range that a source states without percentiles stands in for them."""
    spread = work.pay_range if work else None
    if spread and not spread.is_known and cell and not cell.missing:
        low, high = cell.value
        return replace(spread, stated_low=float(low), stated_high=float(high))
    return spread
