"""Equal questions have one address."""

from dataclasses import replace
from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from careers.filters.asked import Asked

from .careers import queries


@given(queries(), st.randoms())
def test_the_order_and_the_repetition_of_choices_do_not_matter(asked, random):
    shuffled = {name: random.sample(values * 2, 2 * len(values)) for name, values in asked.chosen.items()}
    names = random.sample(sorted(shuffled), len(shuffled))
    other = replace(asked, chosen={name: tuple(shuffled[name]) for name in names})
    assert other.query() == asked.query()


@given(queries())
def test_the_case_and_the_spaces_of_words_do_not_matter(asked):
    other = replace(asked, q=f"  {asked.q.upper()} " if asked.q else "")
    assert other.query() == asked.query()


@given(queries())
def test_an_address_says_nothing_twice_nothing_empty_and_no_default(asked):
    pairs = parse_qsl(asked.query(), keep_blank_values=True)
    assert len(pairs) == len(set(pairs))
    assert all(value for _, value in pairs)
    assert not {("page", "1"), ("view", "list")} & set(pairs)
    usual = "match" if asked.q else "title"
    assert ("sort", usual) not in pairs


@given(queries())
def test_a_switch_that_changes_nothing_is_not_said(asked):
    names = dict(parse_qsl(asked.query()))
    assert "exact" not in names or "q" in names
    assert "prices" not in names or "place" in names
    assert "unknown" not in names or set(names) - {"q", "group", "unknown", "exact", "sort", "view", "page"}


@given(queries())
def test_without_all_of_its_filters_a_query_is_the_whole_list(asked):
    for name in asked.filters:
        asked = asked.without(name)
        assert name not in asked.filters
        assert asked.page == 1
    assert replace(asked, sort="", view="", page=1).query() == ""


def test_the_parts_of_an_address_come_in_one_order():
    asked = Asked(
        q="Nurse",
        place="texas",
        adjusted=True,
        pay_min=60_000,
        chosen={"skill": ("writing", "speaking"), "education": ("master", "bachelor")},
        keeps_unknown=True,
        sort="-pay",
        view="table",
        page=2,
    )
    assert asked.query() == (
        "q=nurse&place=texas&prices=adjusted&pay_min=60000&education=bachelor&education=master"
        "&skill=speaking&skill=writing&unknown=keep&sort=-pay&view=table&page=2"
    )
