"""What the page of a job says of its pay among that of others: never more than is published."""

from dataclasses import replace
from decimal import Decimal

import pytest

from careers.models import Occupation, Posting
from careers.prose.posting import in_context, match, opening, uncertain
from careers.selectors.pay import PayRange
from careers.selectors.posting import PostingPage, Status
from careers.selectors.stated_pay import LocalPay, StatedPay
from tests.comparisons.profiles import cell, gap

WELDERS = Occupation(title="Welders", slug="welders")
SPREAD = PayRange("hour", 15.0, 18.0, 22.0, 27.0, 33.0, 23.0, None)
RANGE = cell(
    "pay_range", (15, 33), "$15.00 to $33.00", area="Texas", source_name="BLS OEWS", release="May 2025"
)
LIES = cell("stated_pay_percentile", (25, 25), "the 25th percentile")
HERE = LocalPay(
    "Texas", "state", "", SPREAD, RANGE, cell("hourly_median", 22, "$22.00"), LIES, None, (18.0, 18.0)
)


def page(low="18", high="18", **fields) -> PostingPage:
    ends = {"pay_min": low and Decimal(low), "pay_max": high and Decimal(high)}
    posting = Posting(occupation=WELDERS, pay_unit="hour", currency="USD", **ends, **fields)
    stated = StatedPay(posting.pay_min, posting.pay_max, "hour", "USD")
    return PostingPage(posting, Status(is_open=True), (), (), stated, WELDERS)


def said(local=HERE, **fields) -> str:
    return " ".join(in_context(page(**fields), local))


def lying(text: str) -> LocalPay:
    return replace(HERE, standing=replace(LIES, text=text))


def test_first_comes_what_the_employer_states_and_what_half_earn_there():
    job = page(company_name="Acme")
    assert opening(replace(job, local=(HERE,))) == [
        "Pay as Acme states it: $18 an hour.",
        "Half of all Welders in Texas earn more than $22.00 an hour.",
    ]
    assert opening(replace(job, stated=None, local=())) == ["Acme states no pay for this job."]


def test_half_are_not_told_of_work_that_may_be_other_work():
    job = replace(page(company_name="Acme", match_confidence=50), local=(HERE,))
    assert uncertain(job)
    assert opening(job) == ["Pay as Acme states it: $18 an hour."]


def test_pay_that_is_placed_lies_at_its_percentile():
    assert said() == (
        "The stated pay, $18 an hour, lies at the 25th percentile of Welders in Texas. Half of them earn "
        "more than $22.00 an hour, and eight in ten earn $15.00 to $33.00 (BLS OEWS, May 2025)."
    )


def test_pay_that_is_not_placed_is_said_to_be_below_above_or_beyond():
    assert "lies below the 10th percentile of Welders" in said(lying("below the 10th percentile"))
    assert "lies above what the publisher prints for Welders" in said(
        lying("above what the publisher prints")
    )


def test_pay_with_one_end_is_told_by_that_end():
    assert "The stated pay starts at $18 an hour, which lies at the 25th" in said(high=None)
    assert "The stated pay goes up to $18 an hour, which lies at the 25th" in said(low=None)


def test_a_wider_area_is_named_with_the_place_that_it_stands_in_for():
    local = replace(
        HERE, place="Abilene, TX", place_kind="metro", range=replace(RANGE, stands_in_for="Abilene")
    )
    assert "of Welders in Texas (no figure is published for Abilene, TX)." in said(local)


def test_a_missing_or_top_coded_median_is_not_told_as_an_amount():
    nothing = replace(HERE, median=gap("hourly_median"))
    assert "Eight in ten of them earn $15.00 to $33.00 an hour (BLS" in said(nothing)
    topped = replace(HERE, median=cell("hourly_median", 115, "at least $115", at_least=True))
    assert "Half of them earn at least $115 an hour" in said(topped)
    neither = replace(nothing, range=replace(RANGE, missing=True))
    assert "The median of them is not published" in said(neither)


def test_part_time_pay_by_the_year_is_not_like_full_time_pay():
    def cautioned(types: str, unit: str) -> bool:
        told = page(employment_types=types)
        sentences = in_context(replace(told, stated=replace(told.stated, unit=unit)), HERE)
        return "The figures are for full-time work; this job is part-time." in sentences

    assert cautioned("PART_TIME", "year")
    assert not cautioned("PART_TIME", "hour")
    assert not cautioned("PART_TIME,FULL_TIME", "year")


@pytest.mark.parametrize(
    ("score", "sure"),
    [
        (100, "a close match"),
        (90, "a close match"),
        (89, "a likely match, check it"),
        (75, "a likely match, check it"),
        (74, "an uncertain match"),
        (0, "an uncertain match"),
    ],
)
def test_how_sure_a_match_is_is_told_in_words_and_not_as_a_share_of_right_ones(score, sure):
    told = page(matched_title="Welder", match_confidence=score)
    assert match(told) == f"Matched by its title, which fits “Welder”: {sure}."
    assert bool(uncertain(told)) == (score < 75)
    assert match(page(matched_title="", match_confidence=score)) == f"Matched by its title: {sure}."


def test_what_an_editor_chose_is_not_uncertain():
    assert uncertain(page(match_confidence=None)) == ""
    assert uncertain(page(match_confidence=60, is_occupation_chosen=True)) == ""
