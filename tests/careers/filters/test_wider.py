"""No dead ends: where nothing is found, what finds something is offered, with its right count."""

from hypothesis import given

from careers.filters.asked import Asked
from careers.filters.facets import Index, Narrowed
from careers.filters.facts import CareerFacts
from careers.filters.wider import MOST, Change, wider

from .careers import lists, queries


def ways(careers, asked):
    index = Index(careers)
    return wider(Narrowed(index, asked, ()), lambda other: Narrowed(index, other, ()))


@given(lists, queries())
def test_every_wider_search_finds_what_it_promises(careers, asked):
    for way in ways(careers, asked):
        found = Narrowed(Index(careers), way.asked, ()).count
        assert found == way.count
        assert found or not careers
        assert way.asked != asked or not asked.filters


@given(lists, queries())
def test_where_there_are_careers_there_is_a_way_on_and_not_too_many(careers, asked):
    found = ways(careers, asked)
    assert 1 <= len(found) <= MOST
    assert [way.count for way in found] == sorted(way.count for way in found)


def career(pk, **values) -> CareerFacts:
    return CareerFacts(pk, f"Career {pk}", f"career-{pk}", "", "legal", **values)


CAREERS = [career(1, pay=62_000, growth=4.0), career(2, pay=88_000, growth=-1.0), career(3, growth=30.0)]


def said(asked):
    return [(way.change, way.names, way.asked.query(), way.count) for way in ways(CAREERS, asked)]


def test_less_pay_and_less_growth_go_to_the_next_step_that_finds_something():
    assert said(Asked(pay_min=100_000, chosen={"growth": ("0",)})) == [
        (Change.LESS, ("pay_min",), "pay_min=60000&growth=0", 1),
        (Change.UNKNOWN, ("unknown",), "pay_min=100000&growth=0&unknown=keep", 1),
        (Change.WITHOUT, ("pay_min",), "growth=0", 2),
    ]
    assert (Change.LESS, ("growth",), "pay_min=60000&growth=3", 1) in said(
        Asked(pay_min=60_000, chosen={"growth": ("20",)})
    )


def test_where_no_one_filter_stands_alone_in_the_way_two_are_left_out():
    asked = Asked(q="xyzzy", pay_min=80_000, chosen={"growth": ("20",)})
    assert (Change.WITHOUT, ("q", "growth"), "pay_min=80000", 1) in said(asked)
    assert all(len(names) == 2 for _, names, *_ in said(asked))


def test_where_no_filter_finds_anything_all_careers_are_offered():
    assert said(Asked(q="xyzzy")) == [(Change.WITHOUT, ("q",), "", 3)]
