"""What the sentence beneath each section says, case by case: equal, missing, above print, wider groups, "
"places."""

from decimal import Decimal

import pytest

from careers.selectors.pay import PayRange
from careers.selectors.profile import Profile
from comparisons.prose.opening import opening, pay
from comparisons.prose.sections import sentence

from .profiles import cell, gap

PROJECTED = {"source_name": "BLS Projections", "release": "2024–34", "area": "United States"}
PERIOD = "percent, 2024 to 2034"
PAID = {"source_name": "BLS OEWS", "release": "May 2025", "area": "United States"}


def career(title: str, place: str = "", stated: bool = False, **cells) -> Profile:
    ends = {"stated_low": 1, "stated_high": 2} if stated else {}
    spread = PayRange("year", None, None, None, None, None, None, None, **ends)
    return Profile(title.lower(), title, title, "/", "", False, "", cells, pay_range=spread, place=place)


def growing(title: str, percent: str | None, openings: int | None = None, **fields) -> Profile:
    cells = {"growth": gap("growth") if percent is None else cell(
        "growth", Decimal(percent), f"{percent}%", **{"unit": PERIOD, **PROJECTED, **fields})}  # fmt: skip
    if openings is not None:
        cells["openings"] = cell(
            "openings", openings, f"{openings:,}" if openings else "fewer than 50", **PROJECTED
        )
    return career(title, **cells)


@pytest.mark.parametrize(
    ("careers", "said"),
    [
        ([growing("Actors", "0.3"), growing("Bakers", "5")],
         "The number of Bakers is projected to grow by 5% from 2024 to 2034, faster than that of Actors "
         "(0.3%)."),
        ([growing("Actors", "-3"), growing("Bakers", "-5")],
         "The number of Actors is projected to fall by 3% from 2024 to 2034, less than that of Bakers (5%)."),
        ([growing("Actors", "-3"), growing("Bakers", "0")],
         "The number of Bakers is projected to stay the same from 2024 to 2034 and that of Actors to "
         "fall by 3%."),
        ([growing("Actors", "4"), growing("Bakers", "4")],
         "The numbers of both are projected to grow by 4% from 2024 to 2034."),
        ([growing("Actors", "4"), growing("Bakers", None)],
         "The number of Actors is projected to grow by 4% from 2024 to 2034; no projection is published "
         "for Bakers."),
        ([growing("Actors", None), growing("Bakers", None)], ""),
        ([growing("Actors", "4"), growing("Bakers", "9", unit="percent, 2023 to 2033", release="2023–33")],
         "The number of Actors is projected to grow by 4% from 2024 to 2034 and that of Bakers to grow "
         "by 9%; they "
         "are not ranked, because one is a projection for 2024 to 2034, the other a projection for 2023 "
         "to 2033."),
        ([growing("Actors", "4", 0), growing("Bakers", "4", 1200)],
         "The numbers of both are projected to grow by 4% from 2024 to 2034. Openings a year are "
         "projected at fewer "
         "than 50 for Actors and 1,200 for Bakers."),
        ([growing("Actors", "4", 300), growing("Bakers", "4", 300), growing("Cooks", "4", 300)],
         "The numbers of all three are projected to grow by 4% from 2024 to 2034. Openings a year are "
         "projected at "
         "300 for each."),
        ([growing("Actors", "4"), growing("Bakers", "9"), growing("Cooks", "4"), growing("Dancers", None)],
         "The number of Bakers is projected to grow fastest from 2024 to 2034, by 9%, against 4% for "
         "Actors and "
         "Cooks; no projection is published for Dancers."),
        ([growing("Actors", "-4"), growing("Bakers", "-9"), growing("Cooks", "2", source_name="Other")],
         "The projected change in number from 2024 to 2034 is -4% for Actors and -9% for Bakers; not "
         "ranked with "
         "them: 2% for Cooks, because one is from BLS Projections, the other from Other."),
    ],
)  # fmt: skip
def test_the_overview_says(careers, said):
    assert sentence("overview", careers) == said


def earning(title: str, low: int, high: int, place: str = "", *, stated=False, **fields) -> Profile:
    text = fields.pop("text", f"${low:,} to {'at least ' if fields.get('at_least') else ''}${high:,}")
    return career(title, place, stated, pay_range=cell("pay_range", (low, high), text, **{**PAID, **fields}))


def hourly(title: str, low: str, high: str, **fields) -> Profile:
    ends = (Decimal(low), Decimal(high))
    unit = "US dollars an hour"
    return career(title, pay_range=cell("pay_range", ends, f"${low} to ${high}", unit=unit, **PAID, **fields))


@pytest.mark.parametrize(
    ("careers", "said"),
    [
        ([earning("Actors", 20_000, 30_000), earning("Bakers", 40_000, 90_000)],
         "Nine in ten Bakers earn more than $40,000 a year, nine in ten Actors less than $30,000: the "
         "two ranges do "
         "not meet."),
        ([earning("Actors", 20_000, 50_000), earning("Bakers", 40_000, 90_000)],
         "Eight in ten Actors earn $20,000 to $50,000 a year, and eight in ten Bakers $40,000 to "
         "$90,000; the two "
         "ranges overlap from $40,000 to $50,000, and that of Bakers is the wider as published."),
        ([earning("Actors", 20_000, 99_000), earning("Bakers", 40_000, 90_000)],
         "Eight in ten Actors earn $20,000 to $99,000 a year, and eight in ten Bakers $40,000 to "
         "$90,000; the range "
         "of Bakers lies within that of Actors."),
        ([earning("Actors", 20_000, 40_000), earning("Bakers", 40_000, 90_000)],
         "Eight in ten Actors earn $20,000 to $40,000 a year, and eight in ten Bakers $40,000 to "
         "$90,000; the two "
         "ranges only meet at $40,000."),
        ([earning("Actors", 20_000, 40_000), earning("Bakers", 20_000, 40_000)],
         "Eight in ten Actors earn $20,000 to $40,000 a year, and eight in ten Bakers $20,000 to "
         "$40,000; the two "
         "ranges are the same."),
        ([earning("Actors", 90_000, 239_200, at_least=True), earning("Bakers", 100_000, 300_000)],
         "Eight in ten Actors earn $90,000 to at least $239,200 a year, and eight in ten Bakers $100,000 to "
         "$300,000; the two ranges overlap from $100,000 to at least $239,200."),
        ([earning("Actors", 239_200, 239_200, at_least=True, text="at least $239,200"),
          earning("Bakers", 100_000, 200_000)],
         "Nine in ten Actors earn at least $239,200 a year, nine in ten Bakers less than $200,000: the "
         "two ranges "
         "do not meet."),
        ([earning("Clerks", 27_000, 43_000, stated=True), earning("Hosts", 44_000, 45_000, stated=True)],
         "Clerks earn $27,000 to $43,000 a year, and Hosts $44,000 to $45,000; the two ranges do not meet."),
        ([hourly("Actors", "16.50", "143.68"), hourly("Dancers", "14.88", "52.30")],
         "Eight in ten Actors earn $16.50 to $143.68 an hour, and eight in ten Dancers $14.88 to $52.30; "
         "the two "
         "ranges overlap from $16.50 to $52.30, and that of Actors is the wider as published."),
        ([earning("Bakers", 20_000, 40_000), hourly("Dancers", "14.88", "52.30")],
         "Eight in ten Bakers earn $20,000 to $40,000 a year, and eight in ten Dancers $14.88 to $52.30 "
         "an hour; "
         "these are not alike: one is in US dollars a year, the other in US dollars an hour."),
        ([earning("Bakers", 20_000, 40_000), career("Actors", pay_range=gap("pay_range"))],
         "Eight in ten Bakers earn $20,000 to $40,000 a year; no range is published for Actors."),
        ([earning("Actors", 20_000, 40_000, "Texas", area="Texas"),
          earning("Bakers", 30_000, 40_000, "Texas")],
         "In Texas, eight in ten Actors earn $20,000 to $40,000 a year, and eight in ten Bakers $30,000 "
         "to $40,000 "
         "(nationwide, as none is published for Texas)."),
        ([earning("Actors", 20_000, 40_000, "Waco, TX", area="Texas"),
          earning("Bakers", 30_000, 40_000, "Waco, TX", area="Texas")],
         "In Texas (no figure for Waco, TX is published), eight in ten Actors earn $20,000 to $40,000 a "
         "year, and "
         "eight in ten Bakers $30,000 to $40,000; the range of Bakers lies within that of Actors."),
    ],
)  # fmt: skip
def test_the_pay_section_says(careers, said):
    assert sentence("pay", careers) == said


def schooled(title: str, code: str, label: str, share: str, **fields) -> Profile:
    return career(
        title, common_degree=cell("common_degree", (code, Decimal(share)), f"{label}, {share}%", **fields)
    )


@pytest.mark.parametrize(
    ("careers", "said"),
    [
        ([schooled("Actors", "bachelor", "Bachelor's degree", "50.1"),
          schooled("Bakers", "bachelor", "Bachelor's degree", "27", group="a wider group")],
         "The most common level of education of both is a bachelor's degree: 50.1% of Actors and 27% of "
         "Bakers (in "
         "a wider group)."),
        ([schooled("Actors", "some_college", "Some college, no degree", "50.1"),
          schooled("Bakers", "associate", "Associate's degree", "27", group="a wider group")],
         "The most common level of education is some college, but no degree, among Actors (50.1%), and "
         "an associate's "
         "degree among Bakers (27% in a wider group)."),
        ([schooled("Actors", "less_than_high_school", "Less than high school diploma", "50"),
          career("Bakers", common_degree=gap("common_degree"))],
         "The most common level of education is less than a high school diploma among Actors (50%); what "
         "Bakers "
         "hold is not published."),
        ([career("Actors"), career("Bakers")], ""),
    ],
)  # fmt: skip
def test_the_education_section_says(careers, said):
    assert sentence("education", careers) == said


def peopled(title: str, age: str | None, women: str | None, **fields) -> Profile:
    known = {
        "source_name": "BLS CPS",
        "release": "2023",
        "area": "United States",
        "group": fields.pop("group", ""),
    }
    cells = {"age": gap("age"), "gender": gap("gender")}
    if age:
        cells["age"] = cell("age", Decimal(age), age, **{**known, "kind": "median", **fields})
    if women:
        cells["gender"] = cell("gender", (("Women", Decimal(women)),), f"Women {women}%", **known)
    return career(title, **cells)


@pytest.mark.parametrize(
    ("careers", "said"),
    [
        ([peopled("Actors", "40", "47.0"), peopled("Surgeons", "45.9", "20.0", group="Surgeons and others")],
         "The median age is 40 years among Actors and 45.9 among Surgeons (in the wider group “Surgeons and "
         "others”). Women are 47.0% of Actors and 20.0% of Surgeons (in the same group)."),
        ([peopled("A", "45.9", "20.0", group="Surgeons"), peopled("B", "45.9", "20.0", group="Surgeons")],
         "Both are counted in the wider group “Surgeons”, whose median age is 45.9 years. Women are "
         "20.0% of that "
         "group."),
        ([peopled("Actors", "40", None), peopled("Clerks", "47", None, kind="mean")],
         "Age in years is a median of 40 among Actors and a mean of 47 among Clerks; a median and a mean "
         "are not "
         "alike."),
        ([peopled("Actors", "40", "50.0"), peopled("Bakers", "40", "50.0")],
         "The median age of both is 40 years. Women are 50.0% of both."),
        ([peopled("Actors", None, "50.0"), peopled("Bakers", "40", None)],
         "The median age is 40 years among Bakers; no age is published for Actors. Women are 50.0% of "
         "Actors; no "
         "share of women is published for Bakers."),
        ([peopled("Actors", None, None), peopled("Bakers", None, None)], ""),
    ],
)  # fmt: skip
def test_the_demographics_section_says(careers, said):
    assert sentence("demographics", careers) == said


def test_an_unknown_section_has_no_sentence():
    assert sentence("nonesuch", [career("Actors"), career("Bakers")]) == ""


def paid(title: str, yearly: int | None, by_hour: str, place: str = "", **fields) -> Profile:
    known = PAID | fields
    year = gap("annual_mean") if yearly is None else cell("annual_mean", yearly, f"${yearly:,}", **known)
    hour = cell("hourly_mean", Decimal(by_hour), f"${by_hour}", **known)
    return career(title, place, annual_mean=year, hourly_mean=hour)


def test_pay_is_compared_by_the_hour_where_no_more_is_published_for_one():
    assert pay(paid("Surgeons", 502_050, "241.37"), paid("Actors", None, "58.29")) == (
        "Surgeons earn $241.37 an hour on average: $183.08, or 314%, more than the $58.29 of Actors. No "
        "yearly "
        "average is published for Actors; that of Surgeons is $502,050."
    )
    assert pay(paid("Dancers", None, "30.83"), paid("Actors", None, "58.29")).endswith(
        "more than the $30.83 of Dancers. No yearly average is published for either."
    )


def test_several_are_compared_by_the_hour_where_hardly_any_has_a_yearly_average():
    told = opening([paid("Dancers", None, "30"), paid("Actors", None, "60"), paid("Bakers", 50_000, "24")])
    assert told == [
        "Actors earn the most on average, $60 an hour: $30.00, or 100%, more than the next. After them "
        "come Dancers "
        "($30); then Bakers ($24). No yearly average is published for Dancers and Actors."
    ]


def test_the_place_asked_for_is_said_and_where_a_figure_is_of_another():
    here = paid("Bakers", 40_000, "20.00", "Waco, TX", area="Waco, TX")
    wider = paid("Actors", 50_000, "25.00", "Waco, TX", area="Texas", stands_in_for="Waco, TX")
    assert pay(here, here).startswith("In Waco, TX, both earn $40,000 a year")
    assert pay(wider, here) == (
        "In Waco, TX, Bakers earn $40,000 a year on average and Actors $50,000 (in Texas, as none is "
        "published for "
        "Waco, TX); which is more cannot be said, because one is for Texas, the other for Waco, TX."
    )
    assert pay(wider, wider).startswith("In Texas (no figure for Waco, TX is published), both earn $50,000")


def test_names_that_hold_an_and_are_told_apart():
    people = {"employment": cell("employment", 9, "9")}
    told = opening([career("Accountants and Auditors", **people), career("Nurses", **people)])
    assert told == ["9 people work as Accountants and Auditors, and 9 as Nurses."]


def test_one_person_works():
    careers = [career(name, employment=cell("employment", 1, "1")) for name in ("Actors", "Bakers")]
    assert opening(careers) == ["1 person works as Actors and 1 as Bakers."]
