"""What an occupation takes and what its people hold: the education page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careers import formatting
from careers.corrected import error_note, mark, own_error
from careers.models import (
    Attainment,
    EducationShare,
    JobZone,
    Occupation,
    PreparationShare,
    Projection,
    StatedFact,
)
from careers.preparation_scales import answer

from .cells import Cell, absent, build
from .colleges import RelatedColleges, related_colleges
from .labels import label_of
from .preparation import (
    GROUP_DEGREES,
    WIDER_GROUP,
    degree_cells,
    experience_cells,
    rolled_up,
    time_cells,
    zone_cells,
)
from .related import Related, related_or_near
from .stated import stated_cell
from .studies import RelatedEarnings, RelatedMajors, related_earnings, related_majors
from .work import NATION, outlook_cells

# By the scale of the answers, the key of the figure.
ANSWERS = {
    PreparationShare.Scale.EDUCATION.value: "required_education",
    PreparationShare.Scale.EXPERIENCE.value: "required_experience",
    PreparationShare.Scale.ON_SITE_TRAINING.value: "on_site_training",
    PreparationShare.Scale.ON_THE_JOB_TRAINING.value: "on_the_job_training",
}
ENTRY = ("entry_education", "work_experience", "job_training")
STATED = (
    StatedFact.Topic.TIME_TO_BECOME,
    StatedFact.Topic.YEARS_OF_EXPERIENCE,
    StatedFact.Topic.COMMON_MAJOR,
    StatedFact.Topic.COMMON_COLLEGE,
)


@dataclass(frozen=True, slots=True)
class Education:
    """All of the page: what entry takes, what people hold, what they say, what leads there."""

    entry: tuple[Cell, ...]
    degree: Cell | None
    attainment: tuple[Cell, ...]
    answers: dict[str, tuple[Cell, ...]]
    majors: RelatedMajors
    colleges: RelatedColleges
    earnings: tuple[RelatedEarnings, ...]
    related: Related

    @property
    def has_figures(self) -> bool:
        return any(
            not cell.missing or cell.source_name
            for part, _, cells in self.entries()
            if part != "related"
            for cell in cells
        )

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for _, _, cells in self.entries() for cell in cells)

    def entries(self) -> Iterator[tuple[str, str, tuple[Cell, ...]]]:
        """Everything the page shows: part of the page, what the figures are about, the figures."""
        yield "entry", "", self.entry
        yield "held", "", (*filter(None, [self.degree]), *self.attainment)
        for part, cells in self.answers.items():
            yield part, "", cells
        yield "related_majors", "", (self.majors.cell,)
        for field in self.majors.fields:
            yield "related_majors", field.title, (field.completers,)
        for earned in self.earnings:
            yield "major_earnings", earned.title, (earned.median,)
        yield "related_colleges", "", (self.colleges.cell,)
        for college in self.colleges.colleges:
            yield "related_colleges", college.name, (college.completers,)
        yield "related", "", self.related.cells


def education(occupation: Occupation) -> Education:
    """The number of queries does not grow with the figures."""
    shares = list(_current(EducationShare, occupation))
    majors = related_majors([occupation.pk])
    answers: dict[str, list[PreparationShare]] = {}
    for share in _current(PreparationShare, occupation).order_by("scale", "category"):
        answers.setdefault(share.scale, []).append(share)
    return Education(
        entry=_entry(occupation, answers.get(PreparationShare.Scale.EXPERIENCE, [])),
        degree=degree_cells(shares)["common_degree"] if shares else None,
        attainment=_attainment(shares),
        answers={key: _answers(key, answers[scale]) for scale, key in ANSWERS.items() if scale in answers},
        majors=majors[occupation.pk],
        colleges=related_colleges([occupation.pk])[occupation.pk],
        earnings=related_earnings(majors)[occupation.pk],
        related=related_or_near(occupation),
    )


def _current(model, occupation: Occupation):
    return model.objects.current().filter(occupation=occupation).select_related("release__source")


def _entry(occupation: Occupation, experience: Sequence[PreparationShare]) -> tuple[Cell, ...]:
    cells: dict[str, Cell] = {}
    if projection := _current(Projection, occupation).first():
        of_projection = outlook_cells(projection)
        cells |= time_cells(projection) | {key: of_projection[key] for key in ENTRY if key in of_projection}
    if experience:
        cells |= experience_cells(experience)
    if zone := _current(JobZone, occupation).first():
        cells |= zone_cells(zone)
    # What a source states outright goes before what is worked out here.
    for fact in _current(StatedFact, occupation).filter(topic__in=STATED):
        cells[fact.topic] = stated_cell(fact)
    return tuple(cells.values())


def _attainment(shares: Sequence[EducationShare]) -> tuple[Cell, ...]:
    """One cell for each degree, lowest first."""
    by_degree = {share.attainment: share for share in shares}
    return tuple(_degree(by_degree[value]) for value in Attainment.values if value in by_degree)


def _degree(share: EducationShare) -> Cell:
    key, label = "attainment", label_of(share, "attainment")
    said = {"area": NATION, "corrected": mark(share, "percent")}
    if share.is_group:
        said |= {"note": str(GROUP_DEGREES), "group": str(WIDER_GROUP)}
    if share.percent is None:
        cell = absent(key, share.reason_for("percent"), share.release, **said)
    else:
        cell = build(key, share.percent, formatting.tenths(share.percent), share.release, **said)
    return replace(cell, label=label)


def _answers(key: str, shares: Sequence[PreparationShare]) -> tuple[Cell, ...]:
    """One cell for each answer, in the order of the scale."""
    return tuple(_answer(key, share) for share in shares)


def _answer(key: str, share: PreparationShare) -> Cell:
    note = f"{rolled_up(share.parts)} {error_note(share, 'percent', 'standard_error')}".strip()
    said = {"area": NATION, "note": note, "corrected": mark(share, "percent")}
    if share.percent is None:
        cell = absent(key, share.reason_for("percent"), share.release, **said)
    else:
        cell = build(
            key,
            share.percent,
            formatting.percent(round(share.percent, 1)),
            share.release,
            standard_error=own_error(share, "percent", "standard_error"),
            **said,
        )
    return replace(cell, label=str(answer(share.scale, share.category)))
