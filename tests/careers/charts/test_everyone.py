"""Pay of all occupations together, drawn: what is missing or above what is printed is never ranked."""

from careers.charts.everyone import pay_by_sector, pay_by_state
from careers.selectors.industries import IndustryRow
from careers.selectors.places import PlaceRow
from tests.comparisons.profiles import cell

MISSING = cell("annual_mean", None, "-", missing=True, reason="not published")


def pay(amount: int | None, **said):
    return MISSING if amount is None else cell("annual_mean", amount, f"${amount:,}", **said)


def state(slug: str, amount: int | None, **said) -> PlaceRow:
    name = slug.replace("-", " ").title()
    return PlaceRow(name, slug, f"/places/{slug}/", "State", "", pay(amount, **said), MISSING, MISSING)


def sector(name: str, amount: int | None, **said) -> IndustryRow:
    return IndustryRow(name, name.lower(), f"/industries/{name.lower()}/", pay(amount, **said), MISSING)


def test_the_map_says_where_pay_is_least_and_most_and_marks_the_most():
    chart = pay_by_state("x", [state("texas", 60_000), state("guam", 40_000), state("ohio", None)])
    assert chart.title == ("All occupations together pay $40,000 a year on average in Guam, $60,000 in Texas")
    assert chart.best.name == "Texas"
    drawn = {each.name: each for each in (*chart.states, *chart.beside)}
    assert (drawn["Ohio"].class_name, drawn["Ohio"].reason) == ("map-none", "not published")
    assert drawn["Texas"].text == "$60,000 a year"


def test_no_state_is_the_most_where_one_is_above_what_is_printed():
    chart = pay_by_state("x", [state("texas", 60_000), state("utah", 239_200, at_least=True)])
    assert chart.best is None
    assert chart.best_text == ""


def test_sectors_stand_by_pay_and_those_without_are_left_to_the_table():
    chart = pay_by_sector("x", [sector("Mining", 70_000), sector("Utilities", 90_000), sector("Farms", None)])
    assert chart.title == "Utilities pays most: $90,000 a year on average"
    assert [(bar.label, bar.url) for bar in chart.bars] == [
        ("Utilities", "/industries/utilities/"),
        ("Mining", "/industries/mining/"),
    ]
    assert "2 of 3" in chart.desc


def test_without_pay_there_is_no_picture():
    assert pay_by_state("x", [state("ohio", None)]) is None
    assert pay_by_sector("x", []) is None
