"""What the sentence beneath each section of a comparison may say, over random profiles."""

import re

from hypothesis import given, settings

from comparisons.engine.metrics import SECTIONS
from comparisons.prose.opening import opening
from comparisons.prose.sections import sentence
from tests.oracles import order_of_several as order
from tests.oracles import ranges_apart as apart
from tests.oracles.pay_ahead import ahead

from .profiles import TITLES, compared, two_ranges

steady = settings(deadline=None, derandomize=True, max_examples=100)
SLUGS = [section.slug for section in SECTIONS]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
NAMES = "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))
AMOUNT = r"(?:at least )?\$[\d,]+(?:\.\d\d)?"


def numbers(text: str) -> set[str]:
    return {number.rstrip(",") for number in NUMBER.findall(text)}


def known_numbers(profiles) -> set[str]:
    """All that the cells of the compared print, with what they say of their source, place and years."""
    cells = [cell for profile in profiles for cell in profile.cells.values()]
    return {
        number
        for cell in cells
        for said in (cell.text, cell.unit, cell.release, cell.source_name, cell.area, cell.group)
        for number in numbers(said)
    }


def facts(cell, value=None) -> dict:
    """A cell as the oracles take it; growth over other years is another series."""
    return {
        "mean": None if cell.missing else cell.value if value is None else value,
        "rse": cell.rse,
        "at_least": cell.at_least,
        "series": (cell.kind, cell.source_name, cell.release, cell.area, cell.group, cell.unit),
    }


def growth(profiles) -> list[dict]:
    return [facts(profile.cell("growth")) for profile in profiles]


@steady
@given(compared())
def test_a_section_states_no_figure_that_its_table_lacks(profiles):
    for slug in SLUGS:
        said = sentence(slug, profiles)
        assert numbers(said) <= known_numbers(profiles), said


@steady
@given(compared())
def test_the_opening_states_no_figure_that_the_table_lacks(profiles):
    known = known_numbers(profiles)
    for key in ("annual_mean", "hourly_mean"):
        values = [cell.value for profile in profiles if not (cell := profile.cell(key)).missing]
        for more in values:
            for less in values:
                known |= {f"{abs(more - less):,}", f"{round(100 * abs(more - less) / less)}"}
    for said in opening(profiles):
        assert numbers(said) <= known, said


@steady
@given(compared())
def test_sections_and_opening_read_cleanly(profiles):
    for slug in SLUGS:
        said = sentence(slug, profiles)
        assert len(re.findall(r"\.(?: |$)", said)) <= 2, said
        check_reads_cleanly(said)
    for said in opening(profiles):
        assert said
        check_reads_cleanly(said)


def check_reads_cleanly(said: str):
    if not said:
        return
    assert said[0].isupper() or said[0].isdigit(), said
    assert said.endswith("."), said
    assert not re.search(r"None\b|nan|  |\.\.| [.,;:)]|,,|;;|[{}]|\( |\ba [AEIO]|\ban [BCDFGW]", said), said
    assert not re.search(r"(\b\w+ \w+\b) \1\b", said), said
    assert not re.search(rf"({NAMES})(?: and| or| as well as|,) \1\b", said), said
    assert said.count("(") == said.count(")"), said


@steady
@given(compared(most=2))
def test_the_one_said_to_grow_faster_is_the_one_that_does(profiles):
    said = sentence("overview", profiles)
    verdict = ahead(*growth(profiles))
    found = re.search(
        rf"[Tt]he number of ({NAMES}) is projected to (?:grow|fall) by .*, (?:faster|less) than", said
    )
    if found:
        winner = profiles[["first", "second"].index(verdict)]
        assert found[1] == winner.plural
    assert ("not ranked" in said) == (verdict == "unknown")
    assert ("numbers of both" in said) == (verdict == "same")


@steady
@given(compared(least=3))
def test_the_one_said_to_grow_fastest_is_the_one_that_does(profiles):
    said = sentence("overview", profiles)
    winner = order.leader(growth(profiles))
    names = re.findall(rf"number of ({NAMES}) is projected to grow fastest", said)
    if winner is None or profiles[winner].cell("growth").value <= 0:
        assert names == []
    else:
        assert names == [profiles[winner].plural]


def span(profile) -> tuple:
    cell = profile.cell("pay_range")
    return (*cell.value, cell.at_least)


def are_alike(a, b) -> bool:
    if a.cell("pay_range").missing or b.cell("pay_range").missing:
        return False
    stated = [profile.pay_range.stated_low is not None for profile in (a, b)]
    return (
        stated[0] == stated[1]
        and facts(a.cell("pay_range"))["series"] == facts(b.cell("pay_range"))["series"]
    )


@steady
@given(compared(most=2))
def test_ranges_that_are_not_alike_are_not_held_against_each_other(profiles):
    said = sentence("pay", profiles)
    if not are_alike(*profiles):
        assert not re.search(r"two ranges|lies within|the wider|nine in ten", said, re.IGNORECASE)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(two_ranges())
def test_ranges_are_said_to_lie_as_they_do_whatever_the_ends_that_are_not_printed(profiles):
    a, b = profiles
    said, one, other = sentence("pay", profiles), span(a), span(b)
    told = re.findall(r"do not meet|only meet at|lies within|overlap from|ranges are the same", said)
    if "do not meet" in told:
        assert apart.always(apart.is_below, one, other) or apart.always(apart.is_below, other, one)
    if "overlap from" in told:
        assert apart.always(apart.overlaps, one, other)
    if within := re.search(rf"range of ({NAMES}) lies within", said):
        inner, outer = (one, other) if within[1] == a.plural else (other, one)
        assert apart.always(apart.is_within, inner, outer)
    if wider := re.search(rf"that of ({NAMES}) is the wider", said):
        wide, narrow = (one, other) if wider[1] == a.plural else (other, one)
        assert apart.always(apart.is_wider, wide, narrow)
    if found := re.search(rf"ine in ten ({NAMES}) earn .*, nine in ten ({NAMES}) less", said):
        assert apart.always(apart.is_below, *((one, other) if found[2] == a.plural else (other, one)))
    if not (one[2] or other[2]):
        assert len(told) == 1, said


@steady
@given(compared(least=3))
def test_the_range_said_to_be_the_widest_is(profiles):
    widths = []
    for profile in profiles:
        cell = profile.cell("pay_range")
        width = None if cell.missing else cell.value[1] - cell.value[0]
        stated = not cell.missing and profile.pay_range.stated_low is not None
        widths.append({**facts(cell, width), "series": (stated, *facts(cell)["series"])})
    said = sentence("pay", profiles)
    winner = order.leader(widths)
    names = re.findall(rf"that of ({NAMES}) is the widest", said)
    assert names == ([] if winner is None else [profiles[winner].plural])
    if narrowest := re.findall(rf"that of ({NAMES}) the narrowest", said):
        (last,) = order.groups(widths)[-1]
        assert narrowest == [profiles[last].plural]


@steady
@given(compared())
def test_each_figure_told_of_a_career_is_its_own(profiles):
    told = {
        "annual_median": rf"({AMOUNT})(?: a year)? for ({NAMES})(?=[ ,;.])",
        "openings": rf"(fewer than 50|[\d,]+) for ({NAMES})(?=[ ,;.])",
        "age": rf"([\d.]+)(?: years)? among ({NAMES})(?=[ ,;.])",
        "gender": rf"([\d.]+%) of ({NAMES})(?=[ ,;.])",
        "employment": rf"([\d,]+)(?: people work| person works)? as ({NAMES})(?=[ ,;.])",
        "growth": rf"(-?[\d.]+%) for ({NAMES})(?=[ ,;.])",
    }
    where = {"annual_median": "pay", "openings": "overview", "growth": "overview", "employment": ""}
    own = {profile.plural: profile for profile in profiles}
    for key, pattern in told.items():
        slug = where.get(key, "demographics")
        said = sentence(slug, profiles) if slug else " ".join(opening(profiles))
        if key == "annual_median":
            said = said.split(" the ranges")[0].split(" not ranked")[0]
        for figure, name in re.findall(pattern, said):
            if key == "gender":
                assert re.search(rf"(Women|Female) {re.escape(figure)}", own[name].cell(key).text), said
            assert re.search(rf"(?<![\d,.]){re.escape(figure)}(?!\d)", own[name].cell(key).text), (key, said)
