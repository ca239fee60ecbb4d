"""Age, gender and race of the people in an occupation, and what is said beside them."""

from decimal import Decimal

import pytest

from careers.selectors.people import age_cells, share_cells

from .figures import age, release, share

WOMEN = ("gender", "Women")
RACES = (
    ("White", "80.7"),
    ("Black or African American", "9.2"),
    ("Asian", "7.1"),
    ("Hispanic or Latino", "13.1"),
)


def races(**fields):
    return [share("race", name, Decimal(percent), **fields) for name, percent in RACES]


def test_a_median_age_is_called_a_median_and_a_mean_an_average():
    median = age_cells([age("median", Decimal("42.3"))])["age"]
    assert (median.label, median.kind, median.text) == ("Median age", "median", "42.3")
    mean = age_cells([age("mean", Decimal("40.0"))])["age"]
    assert (mean.label, mean.kind, mean.text) == ("Average age", "mean", "40")


def test_of_a_mean_and_a_median_the_one_that_is_known_is_shown():
    assert age_cells([age("median", None), age("mean", Decimal(40))])["age"].label == "Average age"
    assert age_cells([age("mean", Decimal(40)), age("median", Decimal(41))])["age"].label == "Median age"


def test_a_withheld_age_says_why_and_keeps_its_name():
    cell = age_cells([age("median", None)])["age"]
    assert (cell.label, cell.text, cell.reason_code) == ("Median age", "-", "suppressed")


def test_a_figure_of_a_wider_group_names_the_group():
    cell = age_cells([age("median", Decimal(46), group_title="Dentists")])["age"]
    assert cell.note == "A figure for the wider group “Dentists”."
    cell = share_cells(races(group_title="Dentists"))["race"]
    assert "“Dentists”" in cell.note


def test_of_the_share_of_women_men_are_the_rest_and_the_cell_says_so():
    cell = share_cells([share(*WOMEN, Decimal("87.4"))])["gender"]
    assert cell.value == (("Men", Decimal("12.6")), ("Women", Decimal("87.4")))
    assert cell.text == "Men 12.6%, Women 87.4%"
    assert "men are the rest" in cell.note


@pytest.mark.parametrize(("women", "men"), [("0.0", "100.0"), ("100.0", "0.0"), ("0.1", "99.9")])
def test_the_two_shares_add_up_to_a_hundred(women, men):
    cell = share_cells([share(*WOMEN, Decimal(women))])["gender"]
    assert cell.text == f"Men {men}%, Women {women}%"


def test_categories_that_a_source_gives_for_both_stay_as_they_are():
    shares = [share("gender", "Male", Decimal("13.4")), share("gender", "Female", Decimal("86.6"))]
    cell = share_cells(shares)["gender"]
    assert (cell.text, cell.note) == ("Male 13.4%, Female 86.6%", "")


def older(percent):
    source = release("older", "Full-time workers of some years ago.")
    return share(*WOMEN, percent, is_fallback=True, release_=source)


def test_where_the_first_source_withholds_it_the_older_one_stands_in_with_its_note():
    cell = share_cells([older(Decimal("20.0")), share(*WOMEN, None)])["gender"]
    assert cell.text == "Men 80.0%, Women 20.0%"
    assert cell.note.startswith("Full-time workers of some years ago.")
    assert cell.source_name == "Older"


def test_where_the_first_source_has_it_the_older_one_is_not_shown():
    cell = share_cells([older(Decimal("20.0")), share(*WOMEN, Decimal("30.0"))])["gender"]
    assert cell.text == "Men 70.0%, Women 30.0%"
    assert "Full-time" not in cell.note
    assert cell.source_name == "Survey"


def test_where_neither_has_it_the_reason_of_the_first_is_given():
    cell = share_cells([older(None), share(*WOMEN, None)])["gender"]
    assert (cell.text, cell.reason_code, cell.source_name) == ("-", "suppressed", "Survey")


def test_a_wider_group_of_the_same_source_is_not_called_an_older_source():
    cell = share_cells(races(is_fallback=True, group_title="Construction occupations"))["race"]
    assert "A note of the source." not in cell.note
    assert "“Construction occupations”" in cell.note


def test_a_mean_of_several_titles_says_of_how_many():
    assert "The mean of 2 titles" in share_cells([share(*WOMEN, Decimal("75.9"), parts=2)])["gender"].note


def test_race_and_origin_overlap_and_the_cell_says_that_they_do_not_add_up():
    cell = share_cells(races())["race"]
    assert "do not add up to 100" in cell.note
    assert [name for name, _ in cell.value] == [name for name, _ in RACES]


def test_shares_that_leave_nobody_out_are_not_said_to_overlap():
    cell = share_cells([*races(), share("race", "Unknown", Decimal("5.3"))])["race"]
    assert cell.note == ""


def test_age_groups_have_a_page_of_their_own():
    assert share_cells([share("age_group", "16 to 19 years", Decimal("3.0"))]) == {}


def test_a_share_alone_is_said_without_its_category():
    assert share_cells([share("lgbt", "LGBT", Decimal("7.0"))])["lgbt"].text == "7%"
