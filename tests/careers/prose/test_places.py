"""The sentences that open the page of a place or an industry: whole, and saying only what is there."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers import formatting
from careers.catalogue import FIGURES
from careers.prose.places import in_industry, in_place, of_industry, of_place
from careers.selectors.careers_here import BestPaid, Career, CommonCareer, PaidCareer, Unusual
from careers.selectors.cells import Cell
from careers.selectors.industries import IndustryPage
from careers.selectors.places import Place
from careers.selectors.prices import PriceLevel, adjusted

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
TITLES = ["Welders", "Actors", "Physicians, All Other", "Sales Managers"]


def cell(key: str, value, text: str = "", **fields) -> Cell:
    definition = FIGURES[key]
    return Cell(key, definition.label, text or formatting.money(value), value, definition.unit, **fields)


def gone(key: str) -> Cell:
    return Cell(key, FIGURES[key].label, "-", missing=True, reason="Nobody knows.")


def paid(title: str, amount: int, key="annual_mean", **fields) -> PaidCareer:
    text = f"at least {formatting.money(amount)}" if fields.get("at_least") else ""
    career = Career(title, title.lower(), "51-4121", "/careers/welders/")
    yearly = amount * 2080 if key == "hourly_mean" else amount
    return PaidCareer(career, cell(key, amount, text, **fields), None, None, gone("employment"), yearly)


def common(title: str, quotient: str) -> CommonCareer:
    career = Career(title, title.lower(), "51-4121", "/careers/welders/")
    return CommonCareer(career, cell("location_quotient", Decimal(quotient), quotient), gone("employment"))


def level(index: str | None, area="Utopia", **fields) -> PriceLevel:
    if index is None:
        return PriceLevel(gone("price_parity"))
    return PriceLevel(cell("price_parity", Decimal(index), index), Decimal(index), area, **fields)


def place(
    people: int | None = 75_070,
    mean: Cell | None = None,
    median: Cell | None = None,
    nation: Cell | None = None,
    price: PriceLevel | None = None,
    best=(),
    above=(),
    unusual=(),
    name="Utopia",
    kind="metro",
) -> Place:
    mean, price = mean or gone("annual_mean"), price or level(None)
    cells = {
        "employment": gone("employment") if people is None else cell("employment", people, f"{people:,}"),
        "annual_mean": mean,
        "annual_median": median or gone("annual_median"),
        "price_parity": price.cell,
    }
    if price.can_adjust:
        cells["adjusted_pay"] = adjusted(mean, price)
    return Place(
        name, "utopia", kind, "A place", cells, nation, price,
        BestPaid(tuple(best), tuple(above), "The floor."), Unusual(tuple(unusual), "The floor."), None, (),
    )  # fmt: skip


MEAN, MEDIAN = cell("annual_mean", 54_360), cell("annual_median", 44_340)


def test_a_place_with_every_figure_is_told_in_four_sentences():
    told = of_place(
        place(
            mean=MEAN,
            median=MEDIAN,
            nation=cell("annual_mean", 69_770),
            price=level("89.85"),
            best=[paid("Welders", 163_850), paid("Actors", 150_000)],
            unusual=[common("Roustabouts", "7.13")],
        )
    )
    assert told == [
        "75,070 people work in Utopia and earn $54,360 a year on average; half of them earn more than "
        "$44,340, half less.",
        "In the nation as a whole the mean is $69,770; prices there are 10.15% below the nation's, so that "
        "this pay buys what $60,501 buys at the nation's.",
        "Of the occupations there whose pay can be ranked, Welders earn most: $163,850 a year on average.",
        "Most unusual for it are Roustabouts: 7.13 times as common as nationwide.",
    ]


def test_a_place_without_figures_says_what_is_not_known():
    assert of_place(place(people=None)) == [
        "No source loaded here says how many people work in Utopia or what they earn.",
        "No occupation there can be ranked by pay.",
    ]


def test_people_without_pay_and_pay_without_people_are_told_apart():
    assert "what they earn on average is not published" in of_place(place())[0]
    assert of_place(place(people=None, mean=MEAN))[0] == (
        "People who work in Utopia earn $54,360 a year on average."
    )


def test_a_median_equal_to_the_mean_is_not_printed_twice():
    (first, *_) = of_place(place(mean=MEAN, median=cell("annual_median", 54_360)))
    assert first.endswith("half of them earn more than that, half less.")
    assert first.count("$54,360") == 1


def test_top_coded_pay_reads_at_least():
    top = cell("annual_mean", 239_200, "at least $239,200", at_least=True)
    assert of_place(place(mean=top))[0].endswith("earn at least $239,200 a year on average.")
    half = cell("annual_median", 239_200, "at least $239,200", at_least=True)
    assert of_place(place(mean=MEAN, median=half))[0].endswith("and half of them earn at least $239,200.")


def test_equal_pay_and_equal_prices_are_called_the_same():
    told = of_place(place(mean=MEAN, nation=cell("annual_mean", 54_360), price=level("100")))
    assert told[1] == "In the nation as a whole the mean is the same; prices there are the nation's average."


def test_prices_of_the_state_are_named_as_such():
    told = of_place(place(mean=MEAN, price=level("110", "Texas", is_fallback=True)))
    assert told[1].startswith("Prices in Texas, the nearest that are published, are 10% above the nation's")


def test_occupations_that_pay_the_same_share_the_first_place():
    told = of_place(place(best=[paid("Welders", 9), paid("Actors", 9), paid("Dancers", 8)]))
    assert "Welders and Actors earn most: $9 a year" in told[1]


def test_pay_by_the_hour_is_called_hourly():
    told = of_place(place(best=[paid("Actors", 50, "hourly_mean")]))
    assert told[1].endswith("Actors earn most: $50 an hour on average.")


@pytest.mark.parametrize(("number", "said"), [(1, "1 occupation that cannot be ranked pays"),
                                              (2, "2 occupations that cannot be ranked pay")])  # fmt: skip
def test_what_pays_above_the_printed_is_counted(number, said):
    above = [paid(title, 239_200, at_least=True) for title in TITLES[:number]]
    for best in ([paid("Actors", 9)], []):
        assert f"{said} at least $239,200 a year" in of_place(place(best=best, above=above))[1]


def test_occupations_equally_unusual_are_named_together():
    told = of_place(place(unusual=[common("A", "3.00"), common("B", "3.00"), common("C", "2.00")]))
    assert told[-1] == "Most unusual for it are A and B: 3.00 times as common as nationwide."


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("United States", "nation", "the United States"),
        ("District of Columbia", "state", "the District of Columbia"),
        ("Alaska nonmetropolitan area", "nonmetro", "the Alaska nonmetropolitan area"),
        ("Texas", "state", "Texas"),
    ],
)
def test_a_place_takes_the_article_that_it_is_spoken_with(name, kind, said):
    assert in_place(name, kind) == said


def test_an_industry_is_told_in_the_same_way():
    found = place(
        mean=MEAN, median=MEDIAN, best=[paid("Welders", 9)], unusual=[common("Roustabouts", "7.13")]
    )
    utilities = IndustryPage("Utilities", "utilities", "22--23", "Sector", found.cells,
                             cell("annual_mean", 69_770), found.best_paid, found.unusual)  # fmt: skip
    told = of_industry(utilities)
    assert [sentence.split(" ", 3)[:3] for sentence in told] == [
        ["75,070", "people", "work"], ["In", "all", "industries"], ["Of", "the", "occupations"],
        ["Most", "unusual", "for"],
    ]  # fmt: skip
    assert told[2].startswith("Of the occupations in it ")
    every = replace(utilities, name="All industries", code="000000", nation=None)
    assert of_industry(every)[1].startswith("Of the occupations in them ")
    assert in_industry("All private industries") == "all private industries"


amounts = st.integers(1, 900_000)
pays = st.one_of(
    st.none(),
    st.builds(lambda amount: cell("annual_mean", amount), amounts),
    st.builds(
        lambda amount: cell("annual_mean", amount, f"at least {formatting.money(amount)}", at_least=True),
        amounts,
    ),
)
any_place = st.builds(
    place,
    people=st.none() | st.integers(10, 9_000_000),
    mean=pays,
    median=pays,
    nation=pays,
    price=st.none() | st.builds(lambda index: level(str(index)), st.decimals(51, 199, places=2)),
    best=st.lists(st.builds(paid, st.sampled_from(TITLES), amounts), max_size=3),
    above=st.lists(
        st.builds(lambda title: paid(title, 239_200, at_least=True), st.sampled_from(TITLES)), max_size=2
    ),
    unusual=st.lists(
        st.builds(common, st.sampled_from(TITLES), st.sampled_from(["2.00", "7.55"])), max_size=3
    ),
)


def numbers(text: str) -> set[str]:
    return {found.rstrip(",") for found in NUMBER.findall(text)}


@settings(deadline=None, derandomize=True, max_examples=300)
@given(any_place)
def test_any_place_is_told_in_two_to_four_whole_sentences_of_its_own_figures(found):
    told = of_place(found)
    assert 2 <= len(told) <= 4
    for sentence in told:
        assert re.fullmatch(r"[A-Z0-9].*[^.]\.", sentence)
        assert not re.search(r"None|  |\.\.|;\.|; ;|-\b", sentence)
    cells = [*found.cells.values(), found.nation]
    cells += [item.pay for item in (*found.best_paid.careers, *found.best_paid.above)]
    cells += [item.quotient for item in found.unusual.careers]
    allowed = set().union(*(numbers(one.text) for one in cells if one))
    allowed.add(str(len(found.best_paid.above)))
    if found.price.index is not None:
        allowed |= numbers(formatting.percent(abs(found.price.index - 100)))
    assert numbers(" ".join(told)) <= allowed
