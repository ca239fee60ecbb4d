"""Random profiles for property tests, built without a database."""

from decimal import Decimal

from hypothesis import strategies as st

from careers import formatting
from careers.catalogue import FIGURES
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

SOURCES = [("BLS OEWS", "May 2025"), ("BLS OEWS", "May 2024"), ("Reference page", "undated copy")]
ENTRIES = [
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Associate's degree",
    "Bachelor's degree",
]
SKILLS = ["Patients", "Customer service", "Patient care", "Data entry", "Welding"]


def cell(key: str, value, text: str, **fields) -> Cell:
    definition = FIGURES[key]
    return Cell(
        key=key,
        label=definition.label,
        value=value,
        text=text,
        **{"unit": definition.unit, "kind": definition.kind, **fields},
    )


def gap(key: str) -> Cell:
    return Cell(
        key=key,
        label=FIGURES[key].label,
        text="-",
        missing=True,
        reason="Withheld.",
        reason_code="suppressed",
    )


@st.composite
def pay_cells(draw) -> Cell:
    if draw(st.booleans()) and draw(st.booleans()):
        return gap("annual_mean")
    source, release = draw(st.sampled_from(SOURCES))
    amount = draw(st.one_of(st.integers(15_000, 700_000), st.sampled_from([50_000, 50_001, 51_000])))
    top = draw(st.integers(0, 9)) == 0
    amount = 239_200 if top else amount
    return cell(
        "annual_mean",
        amount,
        formatting.at_least_money(amount) if top else formatting.money(amount),
        at_least=top,
        rse=None if top else draw(st.one_of(st.none(), st.decimals(0, 30, places=1))),
        source_name=source,
        release=release,
        area="United States",
    )


@st.composite
def profiles(draw, name: str = "Welder") -> Profile:
    cells = {"annual_mean": draw(pay_cells())}
    if draw(st.booleans()):
        people = draw(st.integers(1, 5_000_000))
        cells["employment"] = cell("employment", people, formatting.count(people))
    if draw(st.booleans()):
        entry = draw(st.sampled_from(ENTRIES))
        cells["entry_education"] = cell("entry_education", entry, entry)
    if draw(st.booleans()):
        low = Decimal(draw(st.integers(1, 8)))
        high = low + draw(st.integers(0, 3))
        cells["time_to_become"] = cell("time_to_become", (low, high), formatting.years(low, high))
    skills = tuple(draw(st.lists(st.sampled_from(SKILLS), max_size=3, unique=True)))
    singular = draw(st.booleans())
    return Profile(
        slug=name.lower(),
        title=name if singular else f"{name}s",
        plural=f"{name}s",
        url=f"/careers/{name.lower()}/",
        soc_code="",
        is_job_title=singular,
        summary="",
        cells=cells,
        skills=skills,
    )
