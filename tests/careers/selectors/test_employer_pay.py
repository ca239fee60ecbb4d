"""The best paying companies of a career, and all that one company offers beside its markets."""

from dataclasses import replace
from decimal import Decimal

import pytest

from careers.models import EmployerPay, Occupation, StatedFact, WageEstimate
from careers.prose import employer_pay as prose
from careers.selectors.employer_pay import best_companies, best_paying, of_company
from careers.selectors.profile import profiles
from comparisons.engine.compare import compare
from tests.site.html import parse

from .offers import ACTORS, DEVELOPERS, NATION, NURSES, TACOMA, WASHINGTON, file_offers

pytestmark = pytest.mark.django_db

OFFERS = [
    ("Bay Software", DEVELOPERS, NATION, 40, 150_000),
    ("Harbor Systems", DEVELOPERS, NATION, 5, 180_000),
    ("Harbor Systems", DEVELOPERS, TACOMA, 5, 181_000),
    ("Lone Coder", DEVELOPERS, NATION, 4, None),
    ("Tideway", DEVELOPERS, NATION, 12, 150_000),
    ("Lone Coder", ACTORS, NATION, 3, None),
]


@pytest.fixture(autouse=True)
def _filings():
    EmployerPay.objects.filter(occupation__soc_code__in=[DEVELOPERS, ACTORS]).update(is_current=False)


@pytest.fixture
def companies():
    return file_offers(OFFERS)


def occupation(code: str) -> Occupation:
    return Occupation.objects.get(soc_code=code)


def profile(code: str):
    return profiles([occupation(code)])[0]


def test_the_best_paying_company_has_the_highest_median_of_five_offers_or_more(companies):
    cell = best_paying([occupation(DEVELOPERS).pk])[occupation(DEVELOPERS).pk]
    assert (cell.text, cell.area, cell.missing) == ("Harbor Systems", "United States", False)
    assert cell.url == companies["Harbor Systems"].get_absolute_url()
    assert cell.note == (
        "Median of 5 visa-filing offers: $180,000 a year. Highest of 3 companies with 5 such offers or more; "
        "nothing is known here of what others pay."
    )


def test_companies_stand_in_the_order_of_their_medians_and_then_of_their_names(companies):
    best = best_companies([occupation(DEVELOPERS).pk])[occupation(DEVELOPERS).pk]
    by_hand = sorted(((-pay, name) for name, code, area, _, pay in OFFERS if pay and area == NATION))
    assert [company.name for company in best.companies] == [name for _, name in by_hand]
    assert [company.median.value for company in best.companies] == [180_000, 150_000, 150_000]


def test_under_five_offers_no_company_is_named_and_the_cell_says_why(companies):
    cell = best_paying([occupation(ACTORS).pk])[occupation(ACTORS).pk]
    assert (cell.missing, cell.reason_code, cell.text) == (True, "too_few", "-")
    assert cell.reason == (
        "One company filed visa applications, with fewer than 5 offers each. "
        "A company is ranked with 5 visa-filing offers or more."
    )


def test_without_filings_there_is_no_cell():
    assert best_paying([occupation(DEVELOPERS).pk]) == {}
    assert "best_paying_company" not in profile(DEVELOPERS).cells


def test_one_query_answers_for_any_number_of_careers(companies, django_assert_num_queries):
    everyone = list(Occupation.objects.detailed().values_list("pk", flat=True))
    with django_assert_num_queries(1):
        best_paying(everyone)


def test_what_a_source_states_outright_goes_before_filings(companies):
    stated = StatedFact.objects.get(topic="best_paying_company", company__slug="county-of-riverside")
    StatedFact.objects.create(
        occupation=occupation(DEVELOPERS), topic=stated.topic, text="Riverside", release=stated.release
    )
    assert profile(DEVELOPERS).cell("best_paying_company").text == "Riverside"


def test_a_company_has_its_offers_beside_the_market_the_nation_first(companies):
    rows = of_company(companies["Harbor Systems"])
    assert [(row.area_kind, row.offers, row.median.value) for row in rows] == [
        ("nation", 5, 180_000),
        ("metro", 5, 181_000),
    ]
    for row, code in zip(rows, (NATION, TACOMA), strict=True):
        market = (
            WageEstimate.objects.current()
            .cross_industry()
            .get(occupation=occupation(DEVELOPERS), area__code=code)
        )
        assert row.market.value == market.annual_median
        assert row.ratio == round(Decimal(row.median.value) / market.annual_median, 2)
        assert row.ratio_cell.text == str(row.ratio)


def test_a_market_without_a_median_gives_way_to_a_wider_one_which_the_cell_says(companies):
    market = WageEstimate.objects.current().cross_industry().filter(occupation=occupation(DEVELOPERS))
    market.filter(area__code=TACOMA).update(is_current=False)
    row = of_company(companies["Harbor Systems"])[1]
    assert row.market.value == market.get(area__code=WASHINGTON).annual_median
    assert row.market.area == "Washington"
    assert row.market.stands_in_for == row.area
    assert "That is of Washington" in row.ratio_cell.note


def test_against_a_market_above_the_printed_amounts_there_is_no_ratio():
    estimates = WageEstimate.objects.current().cross_industry().select_related("occupation", "area")
    top_coded = estimates.filter(missing__annual_median="top_coded", area__kind="state").first()
    code, area = top_coded.occupation.soc_code, top_coded.area.code
    EmployerPay.objects.filter(occupation=top_coded.occupation).update(is_current=False)
    (row,) = of_company(file_offers([("Harbor Surgeons", code, area, 9, 400_000)])["Harbor Surgeons"])
    assert (row.ratio, row.ratio_cell.missing, row.market.at_least) == (None, True, True)
    assert (
        row.ratio_cell.reason == "The market's median is above the highest amount that its publisher prints."
    )


def test_an_actor_paid_by_the_hour_has_no_yearly_market():
    (row,) = of_company(file_offers([("Harbor Stage", ACTORS, NATION, 6, 90_000)])["Harbor Stage"])
    assert (row.ratio, row.market.missing) == (None, True)
    assert row.ratio_cell.reason == "The market's median is not published."


def test_a_company_takes_two_queries_however_much_it_offers(companies, django_assert_num_queries):
    with django_assert_num_queries(2):
        of_company(companies["Harbor Systems"])


def test_the_page_of_a_career_lists_the_companies_with_their_offers(
    client, companies, django_assert_max_num_queries
):
    with django_assert_max_num_queries(15):
        page = parse(client.get("/careers/software-developers/"))
    (heading,) = [heading for heading in page.all("h3") if heading.text == "Best paying companies"]
    table = next(table for table in page.all("table") if "Best paying companies" in table.text)
    assert [row.text.split() for row in table.all("tr")][1] == ["Harbor", "Systems", "$180,000", "5"]
    assert heading
    assert "visa-filing offers" in page.text


def test_the_twin_of_a_career_names_the_company(client, companies):
    figures = client.get("/careers/software-developers.json").json()["figures"]
    (found,) = [figure for figure in figures if figure["figure"] == "best_paying_company"]
    assert (found["value"], found["source"], found["release"]) == (
        "Harbor Systems",
        "Atlantis filings",
        "FY2031",
    )


def test_a_comparison_says_that_a_stated_name_and_one_by_filings_are_not_alike(companies):
    job = profiles(
        [StatedFact.objects.get(topic="best_paying_company", company__slug="county-of-riverside").occupation]
    )
    rows = [row for section in compare([profile(DEVELOPERS), *job]) for row in section.rows]
    (row,) = [row for row in rows if row.key == "best_paying_company"]
    assert [cell.text for cell in row.cells] == ["Harbor Systems", "County of Riverside"]
    assert row.verdict == "Not alike: the highest median of visa-filing offers beside a name."


def test_a_comparison_names_no_winner_among_companies(companies):
    file_offers([("Harbor Nurses", NURSES, NATION, 500, 19_999_000)])
    rows = [row for section in compare([profile(DEVELOPERS), profile(NURSES)]) for row in section.rows]
    (row,) = [row for row in rows if row.key == "best_paying_company"]
    assert row.cells[0].text == "Harbor Systems"
    assert "Harbor" not in row.verdict


def test_a_comparison_without_any_filings_has_no_row():
    rows = [row for section in compare([profile(DEVELOPERS), profile(ACTORS)]) for row in section.rows]
    assert "best_paying_company" not in [row.key for row in rows]


def test_sentences_say_who_offers_most_and_how_little_that_tells(companies):
    assert prose.best_companies(profile(DEVELOPERS)) == (
        "Of 3 companies with 5 visa-filing offers or more, Harbor Systems offers most: $180,000 a year by "
        "the median of 5 offers. Employers file for foreign workers only, and most file for none."
    )
    assert prose.best_companies(profile(ACTORS)).startswith("One company filed visa applications")


def test_sentences_name_all_who_offer_the_same_and_an_only_one_as_such(companies):
    developers = profile(DEVELOPERS)
    best = developers.best_companies
    alike = replace(developers, best_companies=replace(best, companies=best.companies[1:], ranked=2))
    assert "Bay Software and Tideway offer most alike: $150,000 a year" in prose.best_companies(alike)
    alone = replace(developers, best_companies=replace(best, companies=best.companies[:1], ranked=1))
    assert prose.best_companies(alone).startswith(
        "Only one company with 5 visa-filing offers or more is known here: Harbor Systems, $180,000 a year"
    )
    assert prose.best_companies(replace(developers, best_companies=None)) == ""
