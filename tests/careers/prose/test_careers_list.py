"""What the list of careers says of itself is made from the query, part by part."""

import re

from hypothesis import given

from careers.filters.asked import Asked
from careers.filters.wider import Change, Wider
from careers.prose.careers_list import Names, chips, heading, phrases, unsure, way
from tests.careers.filters.careers import CHOICES, queries

LABELS = {name: {value: value.capitalize() for value in values} for name, values in CHOICES.items()}
NAMES = Names("nurse", "Texas", LABELS)


def test_the_heading_says_each_part_of_the_query_once():
    asked = Asked(
        q="nurse",
        place="texas",
        adjusted=True,
        pay_min=60_000,
        chosen={
            "education": ("associate", "bachelor"),
            "zone": ("3", "4"),
            "growth": ("0",),
            "interest": ("social", "artistic"),
            "skill": ("writing",),
        },
        keeps_unknown=True,
    )
    assert heading(asked, NAMES) == (
        "Careers for “nurse”, in Texas, at national prices, paying $60,000 a year or more, "
        "typically entered with an associate's degree or a bachelor's degree, in job zone 3 or 4, "
        "not shrinking, for social and artistic interests, where writing is important, unknown values kept"
    )
    assert heading(Asked(), NAMES) == "Careers"


@given(queries())
def test_the_heading_holds_every_filter_that_is_set_and_no_other(asked):
    said = phrases(asked, NAMES)
    switches = {"prices": asked.place and asked.adjusted, "unknown": "unknown=keep" in asked.query()}
    assert set(said) == {*asked.filters, *(name for name, is_on in switches.items() if is_on)}
    assert heading(asked, NAMES) == ", ".join(
        [f"Careers {next(iter(said.values()), '')}".strip(), *[*said.values()][1:]]
    )


@given(queries())
def test_taking_all_chips_away_one_by_one_leads_to_the_whole_list(asked):
    for _ in range(40):
        if not (left := chips(asked, NAMES)):
            break
        assert left[0].rest.query() != asked.query()
        asked = left[0].rest
    assert not asked.filters


@given(queries())
def test_each_chip_takes_one_thing_away(asked):
    for chip in chips(asked, NAMES):
        assert len(chips(chip.rest, NAMES)) < len(chips(asked, NAMES))


def test_a_way_on_says_what_it_changes():
    asked = Asked(q="nurse", pay_min=90_000, chosen={"skill": ("speaking", "writing"), "growth": ("20",)})

    def said(change, names, other):
        return way(Wider(change, names, other, 1), asked, NAMES)

    assert said(Change.WITHOUT, ("q",), asked.without("q")) == "Without “for ‘nurse’”: 1 career"
    assert said(Change.WITHOUT, ("skill",), asked.without("skill", "writing")) == (
        "Without “where writing is important”: 1 career"
    )
    assert said(Change.WITHOUT, ("pay_min", "growth"), asked.without("pay_min").without("growth")) == (
        "Without “paying $90,000 a year or more” and “growing 20% or more”: 1 career"
    )
    assert (
        said(Change.LESS, ("growth",), asked.choosing("growth", "10"))
        == "Instead growing 10% or more: 1 career"
    )
    assert said(Change.AREA, ("place",), asked.also(place="texas")) == "In Texas instead: 1 career"


def test_what_is_left_out_is_counted_by_reason_and_pay_once():
    assert unsure(0, {}, kept=False) == ""
    assert unsure(3, {"pay_min": 2, "pay_max": 1, "education": 3}, kept=False) == (
        "3 careers that may fit are left out, for values that are not known: 2 without known pay and "
        "3 without entry education."
    )
    assert (
        unsure(1, {"women": 1}, kept=True)
        == "1 career of these is not known to fit: 1 without share of women."
    )
    assert not re.search(r"\bNone\b", unsure(1, {"place": 1}, kept=False))
