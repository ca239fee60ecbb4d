"""An occupation with all its figures: what pages, twins and comparisons are made from."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from careers import formatting
from careers.models import (
    AgeEstimate,
    DemographicShare,
    EducationShare,
    Missing,
    Occupation,
    Projection,
    SkillRating,
    StatedFact,
    WageEstimate,
)

from . import best_paying, pay
from .best_paying import BestPaying
from .cells import Cell, absent, build, unrecorded

TOP_SKILLS = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """One occupation: its names, its figures by key of the catalogue, and its spread of pay."""

    slug: str
    title: str
    plural: str
    url: str
    soc_code: str
    is_job_title: bool
    summary: str
    cells: dict[str, Cell]
    pay_range: pay.PayRange | None = None
    skills: tuple[str, ...] = ()
    best_paying: dict[str, BestPaying] = field(default_factory=dict)

    def cell(self, key: str) -> Cell:
        return self.cells.get(key) or unrecorded(key)

    def has(self, key: str) -> bool:
        """Whether a source has a record of the figure, be it only why it is missing."""
        return key in self.cells


def profiles(occupations: Sequence[Occupation]) -> list[Profile]:
    """Profiles in the order given. The number of queries does not grow with the number of them."""
    ids = [occupation.pk for occupation in occupations]
    cells: dict[int, dict[str, Cell]] = defaultdict(dict)
    wages = {
        wage.occupation_id: wage
        for wage in _of(WageEstimate, ids).national().select_related("area", "release__source")
    }
    for pk, wage in wages.items():
        cells[pk] |= _pay_cells(wage)
    for projection in _of(Projection, ids).select_related("release__source"):
        cells[projection.occupation_id] |= outlook_cells(projection)
    for key, rows in (
        ("common_degree", _of(EducationShare, ids)),
        ("age", _of(AgeEstimate, ids)),
        ("shares", _of(DemographicShare, ids)),
        ("skills", _of(SkillRating, ids).select_related("skill")),
    ):
        for pk, group in _grouped(rows.select_related("release__source")).items():
            cells[pk] |= BUILDERS[key](group)
    best = best_paying.of(ids)
    for pk, lists in best.items():
        cells[pk] |= {found.key: found.cell for found in lists.values()}
    # Stated facts come last: what a source says outright goes before what is worked out here.
    for fact in _of(StatedFact, ids).select_related("release__source"):
        cells[fact.occupation_id][fact.topic] = _stated_cell(fact)
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
            pay_range=_pay_range(wages.get(occupation.pk), cells[occupation.pk].get("pay_range")),
            skills=cells[occupation.pk]["top_skills"].value if "top_skills" in cells[occupation.pk] else (),
            best_paying=best.get(occupation.pk, {}),
        )
        for occupation in occupations
    ]


def _of(model, ids: list[int]):
    return model.objects.current().filter(occupation_id__in=ids)


def _grouped(rows) -> dict[int, list]:
    groups: dict[int, list] = defaultdict(list)
    for row in rows:
        groups[row.occupation_id].append(row)
    return groups


def _summary(occupation: Occupation) -> str:
    return occupation.text.summary if hasattr(occupation, "text") else ""


def _pay_cells(wage: WageEstimate) -> dict[str, Cell]:
    cells = {name: pay.pay_cell(wage, name) for name in ("annual_mean", "hourly_mean", "annual_median")}
    cells["pay_range"] = pay.range_cell(wage)
    cells["employment"] = employment_cell(wage)
    return cells


def _pay_range(wage: WageEstimate | None, cell: Cell | None) -> pay.PayRange | None:
    """The spread of pay; a range that a source states without percentiles stands in for them."""
    spread = pay.pay_range(wage) if wage else None
    if spread and not spread.is_known and cell and not cell.missing:
        low, high = cell.value
        return replace(spread, stated_low=float(low), stated_high=float(high))
    return spread


def employment_cell(wage: WageEstimate) -> Cell:
    if wage.employment is None:
        return absent("employment", wage.reason_for("employment"), wage.release, area=wage.area.name)
    return build(
        "employment",
        wage.employment,
        formatting.count(wage.employment),
        wage.release,
        area=wage.area.name,
        rse=wage.employment_rse,
    )


def outlook_cells(projection: Projection) -> dict[str, Cell]:
    release, area = projection.release, "United States"
    if projection.base_year:
        period = f"{projection.base_year} to {projection.target_year}"
    else:
        period = "years not stated by the source"
    cells = {}
    for key, name, show, unit in (
        ("growth", "change_percent", formatting.percent, f"percent, {period}"),
        ("openings", "openings_annual", formatting.count, f"openings a year, {period}"),
    ):
        value = getattr(projection, name)
        if value is None:
            cells[key] = absent(key, projection.reason_for(name), release, area=area)
        else:
            cells[key] = build(key, value, show(value), release, area=area, unit=unit)
    for name in ("entry_education", "work_experience", "job_training"):
        if getattr(projection, name) is None:
            cells[name] = absent(name, projection.reason_for(name), release, area=area)
        else:
            text = getattr(projection, f"get_{name}_display")()
            cells[name] = build(name, text, text, release, area=area)
    # A source that gives one of these without the others has no record of the others.
    return {key: cell for key, cell in cells.items() if projection.base_year or not cell.missing}


def _degree_cells(shares: list[EducationShare]) -> dict[str, Cell]:
    known = [share for share in shares if share.percent is not None]
    if not known:
        return {"common_degree": absent("common_degree", shares[0].reason_for("percent"), shares[0].release)}
    most = max(known, key=lambda share: share.percent)
    text = f"{most.get_attainment_display()}, {formatting.percent(most.percent)}"
    return {"common_degree": build("common_degree", (most.attainment, most.percent), text, most.release)}


def _age_cells(ages: list[AgeEstimate]) -> dict[str, Cell]:
    age = ages[0]
    if age.years is None:
        return {"age": absent("age", age.reason_for("years"), age.release, kind=age.statistic)}
    note = f"A figure for the wider group “{age.group_title}”." if age.group_title else ""
    return {
        "age": build("age", age.years, formatting.trim(age.years), age.release, kind=age.statistic, note=note)
    }


def _share_cells(shares: list[DemographicShare]) -> dict[str, Cell]:
    by_characteristic: dict[str, list[DemographicShare]] = defaultdict(list)
    for share in shares:
        by_characteristic[share.characteristic].append(share)
    cells = {}
    for key, group in by_characteristic.items():
        if key not in {"gender", "race", "lgbt"}:
            continue
        known = [share for share in group if share.percent is not None]
        if not known:
            cells[key] = absent(key, group[0].reason_for("percent"), group[0].release)
            continue
        alone = key == "lgbt"
        text = ", ".join(
            formatting.percent(share.percent)
            if alone
            else f"{share.category} {formatting.tenths(share.percent)}"
            for share in known
        )
        value = tuple((share.category, share.percent) for share in known)
        note = f"A figure for the wider group “{known[0].group_title}”." if known[0].group_title else ""
        cells[key] = build(key, value, text, known[0].release, note=note)
    return cells


def _skill_cells(ratings: list[SkillRating]) -> dict[str, Cell]:
    top = sorted(ratings, key=lambda rating: rating.rank)[:TOP_SKILLS]
    names = tuple(rating.skill.name for rating in top)
    return {"top_skills": build("top_skills", names, ", ".join(names), top[0].release)}


BUILDERS = {
    "common_degree": _degree_cells,
    "age": _age_cells,
    "shares": _share_cells,
    "skills": _skill_cells,
}


def _stated_cell(fact: StatedFact) -> Cell:
    key, release = fact.topic, fact.release
    if fact.text:
        return build(key, fact.text, fact.text, release)
    if fact.low is None:
        return absent(key, fact.reason_for("value") or Missing.NOT_COLLECTED.value, release)
    value = fact.low if fact.high is None else (fact.low, fact.high)
    if key == StatedFact.Topic.PAY_RANGE:
        note = "The source does not say which part of the people in it earn within this range."
        return build(key, value, formatting.money_range(fact.low, fact.high), release, note=note)
    if key == StatedFact.Topic.TIME_TO_BECOME:
        return build(key, value, formatting.years(fact.low, fact.high), release)
    return build(key, value, formatting.trim(fact.low), release)
