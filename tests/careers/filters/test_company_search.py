"""What is asked of the directory: one address for the same, counts and wider searches as counted by hand."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from careers.filters.company_search import Asked, Column, Directory


@dataclass(frozen=True)
class Group:
    """Companies that are alike in all that is filtered by."""

    fits_words: bool
    sector: str
    places: tuple[str, ...]
    size: str
    has_pay: bool
    has_jobs: bool
    number: int


steady = settings(deadline=None, derandomize=True, max_examples=150)
flags = st.booleans()
sectors, sizes = st.sampled_from(["", "energy", "health"]), st.sampled_from(["", "1-19", "5000+"])
places = st.sampled_from([(), ("texas",), ("abilene-tx", "texas"), ("utah",)])
groups = st.lists(
    st.builds(Group, flags, sectors, places, sizes, flags, flags, st.integers(1, 9)), max_size=12
)
questions = st.builds(
    Asked,
    q=st.sampled_from(["", "acme"]),
    sector=sectors,
    place=st.sampled_from(["", "texas", "abilene-tx"]),
    size=sizes,
    pay=flags,
    jobs=flags,
)


def directory_of(groups: list[Group]) -> Directory:
    each = [group for group in groups for _ in range(group.number)]
    columns = {
        "sector": Column((one.sector,) if one.sector else () for one in each),
        "place": Column(one.places for one in each),
        "size": Column((one.size,) if one.size else () for one in each),
        "pay": Column(("1",) if one.has_pay else () for one in each),
        "jobs": Column(("1",) if one.has_jobs else () for one in each),
    }
    return Directory(len(each), columns).with_words(
        [place for place, one in enumerate(each) if one.fits_words]
    )


def by_hand(groups: list[Group], asked: Asked) -> int:
    return sum(
        group.number
        for group in groups
        if (not asked.q or group.fits_words)
        and asked.sector in ("", group.sector)
        and asked.size in ("", group.size)
        and (not asked.place or asked.place in group.places)
        and (not asked.pay or group.has_pay)
        and (not asked.jobs or group.has_jobs)
    )


@steady
@given(groups, questions)
def test_a_count_and_those_beside_the_choices_are_what_one_counts_by_hand(groups, asked):
    directory = directory_of(groups)
    assert directory.count(asked) == by_hand(groups, asked)
    for name, values in (("sector", ("energy", "health")), ("place", ("texas", "abilene-tx", "utah"))):
        counts = directory.counts(name, asked)
        for value in values:
            assert counts[value] == by_hand(groups, asked.also(**{name: value}))
    assert directory.counts("jobs", asked)["1"] == by_hand(groups, asked.also(jobs=True))


@steady
@given(groups, questions)
def test_wider_searches_find_something_and_leave_out_as_little_as_they_can(groups, asked):
    found = directory_of(groups).wider(asked)
    for wider in found:
        assert wider.number == by_hand(groups, asked.without(*wider.dropped)) > 0
    if found and len(found[0].dropped) > 1:
        assert not any(by_hand(groups, asked.without(name)) for name in asked.filters)
    assert [wider.number for wider in found] == sorted(wider.number for wider in found)


def test_an_address_says_what_is_asked_and_no_more():
    assert Asked().query() == Asked(page=1).query() == ""
    asked = Asked(q="a b", pay=True, sort="-offers", page=3)
    assert asked.query() == "q=a+b&pay=1&sort=-offers&page=3"
    assert asked.without("q").query() == "pay=1&sort=-offers"
    assert asked.also(place="texas").query() == "q=a+b&place=texas&pay=1&sort=-offers"
