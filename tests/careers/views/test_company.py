"""A company's page: its figures are those of the database, each with who says so."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from careers.models import (
    Area,
    Company,
    CompanyAssessment,
    CompanyIdentifier,
    CompanyListing,
    CompanyLogo,
    CompanyName,
    EmployerPay,
    Occupation,
    StatedFact,
    WageEstimate,
)
from tests.careers.companies import TODAY, make_posting, make_release, pay
from tests.site.html import parse, rows
from tests.site.schema_org import structured_data

pytestmark = pytest.mark.django_db

QUERIES = 15
ACME = "/companies/acme-care/"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)


@pytest.fixture
def acme():
    company = Company.objects.create(
        name="Acme Care", slug="acme-care", size="5000+", facts_source="Annual report 2025",
        facts_source_url="https://example.org/report", website="https://example.org/",
        summary="Runs **clinics**. <script>alert(1)</script>",
    )  # fmt: skip
    listing = CompanyListing(
        company=company, release=make_release("a-directory", "Directory"), sector="Health Care",
        headquarters="Abilene, Texas", headquarters_area=Area.objects.get(slug="abilene-tx"), founded="1905",
    )  # fmt: skip
    listing.save()
    CompanyName.objects.create(company=company, name="ACME CARE LLC", kind="legal", key="acme care")
    CompanyIdentifier.objects.create(company=company, scheme="cik", value="99999999")
    filings = make_release("filings", "Filings")
    nurses, actors = (Occupation.objects.get(slug=slug) for slug in ("registered-nurses", "actors"))
    nation, texas = Area.objects.nation().get(), Area.objects.get(slug="texas")
    EmployerPay.objects.bulk_create(
        [
            pay(
                company,
                nurses,
                nation,
                filings,
                12,
                median=100_000,
                mean=99_000,
                lowest=80_000,
                highest=120_000,
            ),
            pay(
                company, nurses, texas, filings, 8, median=90_000, mean=90_500, lowest=80_000, highest=95_000
            ),
            pay(company, actors, nation, filings, 3),
        ]
    )
    return company


def pay_table(page):
    return next(table for table in page.one("main").all("table"))


def market(area: str) -> int:
    return (
        WageEstimate.objects.current()
        .get(occupation__slug="registered-nurses", area__slug=area, industry__code="000000")
        .annual_median
    )


def facts(page) -> dict[str, str]:
    """Of the definition lists what stands beside each term, the last of several; not the way to report it."""
    found, term = {}, ""
    for element in page.one("main").walk():
        if element.tag == "dt":
            term = element.text
        elif element.tag == "dd":
            found[term] = element.text.partition(" Report: ")[0]
    return found


@pytest.mark.parametrize(("place", "median"), [("united-states", 100_000), ("texas", 90_000)])
def test_pay_stands_beside_the_median_of_the_same_work_in_the_same_place(client, acme, place, median):
    (line,) = rows(pay_table(parse(client.get(f"{ACME}?place={place}"))))
    there = market(place)
    percent = round(abs(median / there - 1) * 100)
    assert line[0].links == {"Registered Nurses": "/careers/registered-nurses/"}
    assert [cell.text for cell in line[2:5]] == [
        f"${median:,}", f"${there:,}", f"{percent}% {'above' if median > there else 'below'}",
    ]  # fmt: skip


def test_under_five_offers_no_pay_is_shown_and_the_page_says_so(client, acme):
    main = parse(client.get(ACME)).one("main")
    assert "Fewer than five offers, too few to show pay (United States):" in main.text
    assert main.links["Actors"] == "/careers/actors/"
    assert "Acme Care has its headquarters in Abilene, Texas, was founded in 1905 and" in main.text
    assert "It has 15 visa-filing offers in 2 occupations." in main.text


def test_a_place_without_offers_is_said_to_have_none(client, acme):
    page = parse(client.get(f"{ACME}?place=utah%00"))
    assert "no visa-filing offers in that place" in page.one("p", css="notice").text
    assert rows(pay_table(page))[0][1].text == "12"


def test_every_fact_says_who_says_it(client, acme):
    page = parse(client.get(ACME))
    said = facts(page)
    assert said["GICS sector"] == "Health Care (Directory, 2026)"
    assert said["People employed"] == "5,000 people or more (Annual report 2025)"
    assert said["Legal name"] == "ACME CARE LLC (Editors of this site)"
    assert said["Visa-filing offers"] == "15 (Filings, 2026)"
    links = page.one("main").links
    assert links["Abilene, Texas"] == "/places/abilene-tx/"
    assert links["99999999"] == "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=99999999"
    assert "No source loaded here gives its GICS sub-industry and NAICS industry" in page.one("main").text


def test_the_editors_text_is_formatted_and_harmless(client, acme):
    main = parse(client.get(ACME)).one("main")
    assert main.one("strong").text == "clinics"
    assert main.all("script") == []


def test_open_jobs_are_listed_and_samples_neither_counted_nor_taken_for_real(client, acme):
    make_posting(acme, "Real nurse", pay_min=30, pay_max=40, pay_unit="hour", currency="USD")
    make_posting(acme, "Invented nurse", is_sample=True, posted_on=TODAY)
    make_posting(acme, "Closed nurse", closed_on=TODAY)
    make_posting(acme, "Expired nurse", valid_through=TODAY - timedelta(days=1))
    listed = [item.text for item in parse(client.get(ACME)).one("ul", css="company-jobs").all("li")]
    assert [item.split(" ")[0] for item in listed] == ["Real", "Invented"]
    assert "$30 to $40 an hour. Posted 3 days ago." in listed[0]
    assert "Sample, no real job" in listed[1]
    assert "It has 1 open job here." in parse(client.get(ACME)).one("main").text


def test_assessments_and_statements_name_their_source(client, acme):
    CompanyAssessment.objects.create(
        company=acme, topic="Benefits", score="87.5", as_of=TODAY, source_name="Benefits survey"
    )
    stated = StatedFact.objects.get(topic="best_paying_company", company__slug="county-of-riverside")
    stated.company = acme
    stated.save()
    page = parse(client.get(ACME))
    assert facts(page)["Benefits"] == "87.5 of 100 (Benefits survey, November 25, 2026)"
    assert "It is the best paying company for Patient Service Coordinator" in page.one("main").text
    assert "Reference page" in page.one("main").links


def test_the_company_named_beside_a_career_leads_to_its_page(client):
    for address in ("/careers/patient-service-coordinator/",
                    "/compare/patient-service-coordinator-vs-front-office-coordinator/"):  # fmt: skip
        links = parse(client.get(address)).one("main").links
        assert links["County of Riverside"] == "/companies/county-of-riverside/"


def test_the_twins_hold_what_the_page_shows_and_every_place(client, acme):
    found = client.get("/companies/acme-care.json").json()
    figures = {figure["figure"]: figure for figure in found["figures"]}
    assert figures["company_sector"]["source"] == "Directory"
    assert {(row["occupation"], row["area"], row["offers"]) for row in found["pay"]} == {
        ("Registered Nurses", "United States", 12), ("Registered Nurses", "Texas", 8),
        ("Actors", "United States", 3),
    }  # fmt: skip
    lines = list(csv.DictReader(io.StringIO(client.get("/companies/acme-care.csv").content.decode())))
    assert all(line["value"] or line["missing_reason"] for line in lines)
    median = [line for line in lines if line["figure"] == "visa_filing_median" and line["place"] == "Texas"]
    assert [line["value"] for line in median] == ["90000"]


def test_structured_data_says_only_what_is_known(client, acme):
    nodes = structured_data(parse(client.get(ACME)))
    (said,) = [node for node in nodes if node["@type"] == "Organization"]
    assert said == {
        "@type": "Organization", "name": "Acme Care", "alternateName": ["ACME CARE LLC"],
        "url": "https://example.org/", "foundingDate": "1905",
        "sameAs": ["https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=99999999"],
    }  # fmt: skip


def test_a_logo_is_kept_by_its_checksum_and_its_size_is_known_before_it_comes(client, acme):
    assert client.get(f"{ACME}logo.png").status_code == 404
    CompanyLogo.objects.create(company=acme, png=PIXEL, width=120, height=40, checksum="ab" * 32)
    image = parse(client.get(ACME)).one("main").one("img")
    assert (image.attrs["width"], image.attrs["height"], image.attrs["alt"]) == (
        "120", "40", "Logo of Acme Care",
    )  # fmt: skip
    response = client.get(image.attrs["src"])
    assert (response.content, response["Content-Type"]) == (PIXEL, "image/png")
    assert response["Content-Disposition"] == 'inline; filename="acme-care.png"'
    assert "immutable" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    again = client.get(image.attrs["src"], headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "immutable" not in client.get(f"{ACME}logo.png")["Cache-Control"]


def test_a_wrong_address_names_the_nearest_companies(client, acme):
    response = client.get("/companies/acme-cares/")
    assert response.status_code == 404
    assert parse(response).one("main").links["Acme Care"] == ACME
    assert client.get("/companies/acme-care.pdf").status_code == 404


def test_the_page_costs_few_queries(client, acme, django_assert_max_num_queries):
    make_posting(acme)
    with django_assert_max_num_queries(QUERIES):
        client.get(ACME)


def test_the_page_of_a_source_tells_how_many_companies_it_tells_of(client, acme):
    for slug in ("a-directory", "filings"):
        main = parse(client.get(f"/sources/{slug}/")).one("main")
        assert "It tells of 1 company." in main.text
        assert main.links["All companies"] == "/companies/"
        assert client.get(f"/sources/{slug}.json").json()["companies"] == 1
    assert "It tells of" not in parse(client.get("/sources/regional-price-parities/")).one("main").text
