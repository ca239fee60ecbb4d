"""Random profiles for property tests, built without a database."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from careers import formatting
from careers.catalogue import FIGURES
from careers.selectors.cells import Cell
from careers.selectors.pay import PayRange
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


NATION, PLACE, WIDER = "United States", "Waco, TX", "Texas"
TITLES = [
    "Actors",
    "Accountants and Auditors",
    "Cooks, Fast Food",
    "Judges, Magistrate Judges, and Magistrates",
    "Dancers",
]
TOP_YEARLY, TOP_HOURLY = 239_200, Decimal("115.00")
PROJECTIONS = [
    ("BLS Projections", "2024–34", "2024 to 2034"),
    ("BLS Projections", "2023–33", "2023 to 2033"),
    ("Reference page", "undated copy", "years not stated by the source"),
]
HELD = [
    ("less_than_high_school", "Less than high school diploma"),
    ("high_school", "High school diploma or equivalent"),
    ("some_college", "Some college, no degree"),
    ("bachelor", "Bachelor's degree"),
]
GROUPS = ["", "", "Surgeons", "Sales and related occupations"]
SURVEYS = [("BLS CPS", "2023"), ("BLS CPS", "2023"), ("Census ACS", "2016, full-time workers")]


def usually(cells):
    """A figure three times in four, else a gap that its source gives a reason for."""
    return st.one_of(cells, cells, cells, st.none())


def amounts(hourly: bool):
    if hourly:
        return st.decimals(8, 400, places=2)
    return st.one_of(st.integers(15_000, 700_000), st.sampled_from([50_000, 60_000, 70_000]))


def amount_text(amount, hourly: bool, top: bool = False) -> str:
    show = formatting.money_cents if hourly else formatting.money
    return f"at least {show(amount)}" if top else show(amount)


@st.composite
def local(draw, built: Cell, place: str) -> Cell:
    """A figure of the place, or of a wider area that stands in for it; one source names no area."""
    names_none = built.source_name == SOURCES[2][0]
    if not place:
        return replace(built, area="" if names_none else NATION)
    area = "" if names_none else draw(st.sampled_from([place, place, WIDER, NATION]))
    return replace(built, area=area, stands_in_for="" if area == place else place)


@st.composite
def paid(draw, key: str, place: str = "") -> Cell:
    """A mean or a median of pay."""
    hourly = key.startswith("hourly")
    source, release = draw(st.sampled_from([SOURCES[0], *SOURCES]))
    top = draw(st.integers(0, 7)) == 0
    amount = (TOP_HOURLY if hourly else TOP_YEARLY) if top else draw(amounts(hourly))
    has_error = key.endswith("mean") and not top and draw(st.booleans())
    built = cell(
        key,
        amount,
        amount_text(amount, hourly, top),
        at_least=top,
        rse=draw(st.decimals(0, 30, places=1)) if has_error else None,
        source_name=source,
        release=release,
    )
    return draw(local(built, place))


@st.composite
def ranged(draw, place: str = "") -> tuple[Cell, PayRange]:
    """A range of yearly or of hourly pay, open at the top now and then, or stated without percentiles."""
    hourly, stated = draw(st.sampled_from([(False, False)] * 4 + [(True, False), (False, True)]))
    low, high = sorted((draw(amounts(hourly)), draw(amounts(hourly))))
    top = TOP_HOURLY if hourly else TOP_YEARLY
    is_open = not stated and draw(st.integers(0, 3)) == 0
    if is_open:
        low, high = min(low, top), top
    text = f"{amount_text(low, hourly)} to {amount_text(high, hourly, is_open)}"
    if is_open and low == high:
        text = amount_text(high, hourly, top=True)
    source, release = SOURCES[2] if stated else draw(st.sampled_from([SOURCES[0], *SOURCES[:2]]))
    built = cell(
        "pay_range",
        (low, high),
        text,
        at_least=is_open,
        unit=f"US dollars {'an hour' if hourly else 'a year'}",
        source_name=source,
        release=release,
    )
    ends = {"stated_low": low, "stated_high": high} if stated else {}
    spread = PayRange("hour" if hourly else "year", None, None, None, None, None, None, None, **ends)
    return draw(local(built, place)), spread


@st.composite
def projected(draw) -> dict[str, Cell]:
    source, release, period = draw(st.sampled_from([PROJECTIONS[0], *PROJECTIONS]))
    known = {"source_name": source, "release": release, "area": "" if "Reference" in source else NATION}
    growth = draw(st.one_of(st.decimals(-40, 50, places=1), st.sampled_from([Decimal(0), Decimal("4.5")])))
    hundreds = draw(st.integers(0, 9_000)) * 100
    return {
        "growth": cell("growth", growth, formatting.percent(growth), unit=f"percent, {period}", **known),
        "openings": cell(
            "openings", hundreds, formatting.hundreds(hundreds), unit=f"openings a year, {period}", **known
        ),
    }


@st.composite
def held(draw) -> Cell:
    code, label = draw(st.sampled_from(HELD))
    share = draw(st.decimals(10, 100, places=1))
    source = draw(st.sampled_from(["BLS attainment", "BLS attainment", "Reference page"]))
    group = draw(st.sampled_from(["", "a wider group"]))
    text = f"{label}, {formatting.percent(share)}"
    return cell("common_degree", (code, share), text, source_name=source, group=group, area=NATION)


@st.composite
def aged(draw) -> Cell:
    years = draw(st.one_of(st.decimals(18, 70, places=1), st.just(Decimal("40.0"))))
    kind = draw(st.sampled_from(["median", "median", "mean"]))
    fields = {"kind": kind, "group": draw(st.sampled_from(GROUPS)), "source_name": "BLS CPS", "area": NATION}
    return cell("age", years, formatting.trim(years), **fields)


@st.composite
def gendered(draw) -> Cell:
    women = draw(st.one_of(st.decimals(0, 100, places=1), st.just(Decimal("50.0"))))
    men, name = draw(st.sampled_from([("Men", "Women"), ("Male", "Female")]))
    source, release = draw(st.sampled_from(SURVEYS))
    shares = ((men, 100 - women), (name, women)) if draw(st.integers(0, 9)) else ((men, 100 - women),)
    text = ", ".join(f"{whose} {formatting.tenths(share)}" for whose, share in shares)
    group = draw(st.sampled_from(GROUPS))
    return cell("gender", shares, text, source_name=source, release=release, group=group, area=NATION)


@st.composite
def compared(draw, least: int = 2, most: int = 5) -> list[Profile]:
    """Two to five profiles with all that the sections tell, nationwide or all of one place."""
    place = draw(st.sampled_from(["", "", PLACE]))
    titles = draw(st.permutations(TITLES))[: draw(st.integers(least, most))]
    return [draw(whole(title, place)) for title in titles]


@st.composite
def whole(draw, title: str, place: str) -> Profile:
    keys = ("annual_mean", "hourly_mean", "annual_median")
    found = {key: draw(usually(paid(key, place))) for key in keys}
    found |= {"common_degree": draw(usually(held())), "age": draw(usually(aged()))}
    found["gender"] = draw(usually(gendered()))
    span = draw(usually(ranged(place)))
    found["pay_range"] = span and span[0]
    found |= draw(usually(projected())) or {}
    people = draw(usually(st.integers(1, 5_000_000)))
    counted = people and cell("employment", people, formatting.count(people))
    found["employment"] = counted and draw(local(counted, place))
    return Profile(
        slug=title.lower().replace(" ", "-"),
        title=title,
        plural=title,
        url="/",
        soc_code="",
        is_job_title=False,
        summary="",
        cells={key: built or gap(key) for key, built in found.items()},
        pay_range=span and span[1],
        place=place,
    )


@st.composite
def two_ranges(draw) -> list[Profile]:
    """Two profiles with a range of pay each, from one survey; close together and open more often."""
    ends = st.sampled_from([50_000, 60_000, 90_000, TOP_YEARLY, 300_000, 400_000])
    pair = []
    for title in TITLES[:2]:
        (low, high), is_open = sorted((draw(ends), draw(ends))), draw(st.booleans())
        if is_open:
            low, high = min(low, TOP_YEARLY), TOP_YEARLY
        low_text = "" if is_open and low == high else f"{formatting.money(low)} to "
        text = f"{low_text}{amount_text(high, hourly=False, top=is_open)}"
        known = {"source_name": SOURCES[0][0], "release": SOURCES[0][1], "area": NATION}
        span = cell("pay_range", (low, high), text, at_least=is_open, **known)
        spread = PayRange("year", None, None, None, None, None, None, None)
        pair.append(Profile(title, title, title, "/", "", False, "", {"pay_range": span}, pay_range=spread))
    return pair


@st.composite
def in_places(draw) -> list[Profile]:
    """One career in two to five places, its figures of each or of a wider area that stands in."""
    places = draw(st.permutations(["", "Texas", "Waco, TX", "Guam", "District of Columbia"]))
    return [draw(whole("Actors", place)) for place in places[: draw(st.integers(2, 5))]]
