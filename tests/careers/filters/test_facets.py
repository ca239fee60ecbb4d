"""Who fits, who may fit, and what a further choice would leave: held to one career at a time."""

from hypothesis import given

from careers.filters.criteria import CRITERIA, STEPS, Combine
from careers.filters.facets import Index, Narrowed, counts

from .careers import CHOICES, facts, lists, queries


def verdict(career, asked, name, named=frozenset()) -> bool | None:
    """Whether one filter holds for one career; None where that is not known."""
    if name == "q":
        return career.pk in named
    if name == "place":
        return True if career.pay is not None or career.employment is not None else None
    if name in ("pay_min", "pay_max"):
        return paid(career, getattr(asked, name), name)
    values = {"zone": career.zones, "interest": career.interests, "skill": career.skills}
    value = values[name] if name in values else getattr(career, name)
    return None if value is None else held(name, value, asked.chosen[name])


def paid(career, limit, name) -> bool | None:
    if career.pay is None:
        return None
    if name == "pay_min":
        return True if career.pay >= limit else None if career.pay_is_floor else False
    return False if career.pay > limit else None if career.pay_is_floor else True


def held(name, value, chosen) -> bool:
    if name in STEPS:
        return any(value >= int(step) for step in chosen)
    if name == "women":
        bands = [tuple(map(int, band.split("-"))) for band in chosen]
        return any(low <= value < high or value == high == 100 for low, high in bands)
    if name in ("interest", "skill"):
        return set(chosen) <= value
    return bool(set(chosen) & (value if name == "zone" else {value}))


def passes(career, asked, but="", named=frozenset()) -> bool:
    allowed = (True, None) if asked.keeps_unknown else (True,)
    return all(verdict(career, asked, name, named) in allowed for name in asked.filters if name != but)


@given(lists, queries())
def test_a_career_is_found_when_all_filters_hold(careers, asked):
    named = {career.pk for career in careers[::2]}
    narrowed = Narrowed(Index(careers), asked, named)
    fitting = [one for one in careers if passes(one, asked, named=named)]
    assert narrowed.careers == in_order(fitting, asked.order, list(named))
    assert narrowed.count == len(fitting)


def in_order(careers, order, found) -> list:
    """Unknown values last either way; ties by title, then by key."""
    column, turn = order.removeprefix("-"), -1 if order.startswith("-") else 1
    by_title = sorted(careers, key=lambda one: (one.title, one.pk), reverse=order == "-title")
    if column == "title":
        return by_title
    if column == "match":
        return sorted(by_title, key=lambda one: found.index(one.pk) if one.pk in found else len(found))
    worth = {one.pk: getattr(one, column) for one in careers}
    return sorted(by_title, key=lambda one: (worth[one.pk] is None, turn * (worth[one.pk] or 0)))


@given(lists, queries())
def test_a_career_is_unsure_when_nothing_speaks_against_it_and_something_is_unknown(careers, asked):
    narrowed = Narrowed(Index(careers), asked)
    verdicts = [{name: verdict(one, asked, name) for name in asked.filters} for one in careers]
    unsure = [each for each in verdicts if False not in each.values() and None in each.values()]
    assert narrowed.unsure == len(unsure)
    reasons = {name: sum(each[name] is None for each in unsure) for name in asked.filters}
    assert narrowed.reasons() == {name: count for name, count in reasons.items() if count}


@given(lists, queries())
def test_a_count_says_how_many_fit_a_choice_under_all_other_filters(careers, asked):
    counted = counts(careers, asked)
    for criterion in CRITERIA:
        but = "" if criterion.combine is Combine.ALL else criterion.name
        others = [one for one in careers if passes(one, asked, but)]
        for choice in CHOICES[criterion.name]:
            alone = asked.choosing(criterion.name, choice)
            right = sum(verdict(one, alone, criterion.name) is True for one in others)
            assert counted[criterion.name].get(choice, 0) == right, (criterion.name, choice)


@given(lists, queries())
def test_a_count_is_what_choosing_it_finds(careers, asked):
    """Where unknown values are left out, a choice among one is followed to as many as it promises."""
    asked = asked.also(keeps_unknown=False)
    promised = counts(careers, asked)
    for name in ("group", "growth", "employment"):
        for choice in CHOICES[name]:
            found = Narrowed(Index(careers), asked.choosing(name, choice)).count
            assert found == promised[name].get(choice, 0)


@given(facts)
def test_every_known_share_of_women_lies_in_one_band(career):
    (women,) = [criterion for criterion in CRITERIA if criterion.name == "women"]
    bands = women.holds(career)
    assert bands is None if career.women is None else len(bands) == 1
