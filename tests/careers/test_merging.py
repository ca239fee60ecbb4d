"""Companies that turn out to be one."""

from datetime import date

import pytest
from django.utils.text import slugify

from careers import models as m
from careers.desk import corrections
from careers.merging import merge

pytestmark = pytest.mark.django_db
NATION = "0000000"


@pytest.fixture
def release():
    source = m.Source.objects.create(
        slug="filings", name="Filings", short_name="F", publisher="Nobody", licence="none"
    )
    return m.Release.objects.create(source=source, label="2026")


def company(name):
    made = m.Company.objects.create(name=name, slug=slugify(name))
    m.CompanyName.objects.create(company=made, name=f"{name} LLC", kind="legal", key=name.lower())
    return made


def pay(employer, release, offers, occupation="29-1141", median=80_000, lowest=None):
    return m.EmployerPay.objects.create(
        company=employer, occupation=m.Occupation.objects.get(soc_code=occupation), release=release,
        area=m.Area.objects.nation().get(), offers=offers, median=median, mean=median,
        lowest=lowest or median, highest=median,
    )  # fmt: skip


def test_names_pay_and_postings_of_the_others_go_to_the_one_that_stays(release):
    stays, goes = company("Harbour Clinic"), company("Harbor Clinic")
    pay(goes, release, 9)
    posting = m.Posting.objects.create(
        title="Nurse", company=goes, company_name="Harbor Clinic", description="<p>Care.</p>",
        apply_url="https://harbour.example/", posted_on=date(2026, 11, 1),
    )  # fmt: skip
    m.CompanyIdentifier.objects.create(company=goes, scheme="lei", value="5493001KJTIIGC8Y1R12")
    assert merge(stays, [goes]).dropped == 0
    assert not m.Company.objects.filter(name="Harbor Clinic").exists()
    assert stays.employer_pay.get().offers == 9
    assert stays.identifiers.count() == 1
    posting.refresh_from_db()
    assert posting.company == stays
    assert set(stays.names.values_list("name", flat=True)) == {
        "Harbour Clinic LLC", "Harbor Clinic LLC", "Harbor Clinic",
    }  # fmt: skip
    assert m.CompanyName.objects.get(name="Harbor Clinic LLC").key == "harbor clinic"


def test_of_pay_that_both_have_that_of_more_offers_stays(release):
    stays, goes = company("Harbour Clinic"), company("Harbor Clinic")
    pay(stays, release, 6, median=70_000)
    pay(goes, release, 30, median=90_000)
    pay(stays, release, 8, "29-1051")
    pay(goes, release, 7, "29-1051", median=1)
    assert merge(stays, [goes]).dropped == 2
    kept = dict(stays.employer_pay.values_list("occupation__soc_code", "offers"))
    assert kept == {"29-1141": 30, "29-1051": 8}


def test_of_figures_from_two_releases_one_stays_in_force(release):
    stays, goes = company("Harbour Clinic"), company("Harbor Clinic")
    older = m.Release.objects.create(source=release.source, label="2025")
    pay(stays, release, 6)
    pay(goes, older, 9)
    assert merge(stays, [goes]).dropped == 0
    assert list(stays.employer_pay.filter(is_current=True).values_list("release__label", flat=True)) == [
        "2026"
    ]
    assert stays.employer_pay.count() == 2


def test_the_one_that_stays_keeps_its_own_logo(release):
    stays, goes, bare = company("A"), company("B"), company("C")
    for each in (stays, goes):
        m.CompanyLogo.objects.create(
            company=each, png=each.name.encode(), width=1, height=1, checksum=each.name
        )
    assert merge(stays, [goes]).dropped == 1
    assert bytes(m.CompanyLogo.objects.get(company=stays).png) == b"A"
    merge(bare, [stays])
    assert bytes(m.CompanyLogo.objects.get(company=bare).png) == b"A"


def correct(row, value, user):
    why = {"reason": "Misread.", "evidence": "Letter of the employer"}
    return corrections.correct(row, "median", value, **why, user=user)


def test_a_correction_goes_with_its_figure_and_so_do_its_versions(release, admin_user):
    stays, goes = company("Harbour Clinic"), company("Harbor Clinic")
    row = pay(goes, release, 9, lowest=60_000)
    made = correct(row, "70000", admin_user)
    assert merge(stays, [goes]).told == []
    made.refresh_from_db()
    row.refresh_from_db()
    assert (made.ending, corrections.row_of(made)) == ("", row)
    assert (row.company, row.median, row.corrected["median"]["published"]) == (stays, 70_000, "80000")
    assert made.about.endswith("Harbour Clinic")
    assert set(made.history.values_list("about", flat=True)) == {made.about}


def test_a_correction_of_a_figure_that_gives_way_ends_and_says_so(release, admin_user):
    stays, goes = company("Harbour Clinic"), company("Harbor Clinic")
    kept = correct(pay(stays, release, 9, lowest=60_000), "70000", admin_user)
    ended = correct(pay(goes, release, 8, lowest=60_000), "71000", admin_user)
    (line,) = merge(stays, [goes]).told
    assert "the correction has ended. The figure gave way to that of another company" in line
    ended.refresh_from_db()
    assert ended.ending == "withdrawn"
    assert ended.key_text == kept.key_text
    assert stays.employer_pay.get().median == 70_000


def test_of_the_figure_of_more_offers_the_correction_stays(release, admin_user):
    stays, goes = company("Harbour Clinic"), company("Harbor Clinic")
    ended = correct(pay(stays, release, 8, lowest=60_000), "70000", admin_user)
    kept = correct(pay(goes, release, 9, lowest=60_000), "71000", admin_user)
    merge(stays, [goes])
    assert corrections.of_row(stays.employer_pay.get()).get() == kept
    ended.refresh_from_db()
    assert ended.ending == "withdrawn"
    assert stays.employer_pay.get().median == 71_000


def test_reports_and_addresses_lead_to_the_one_that_stays(client, release):
    first, second, third = company("A & A"), company("B & B"), company("C & C")
    said = {"figure": "visa_filing_median", "shown": "$1", "message": "Far too little."}
    report = m.ReaderReport.objects.create(page=f"{first.get_absolute_url()}?place=texas", **said)
    addresses = [first.get_absolute_url(), second.get_absolute_url()]
    merge(second, [first])
    merge(third, [second])
    report.refresh_from_db()
    assert report.page == f"{third.get_absolute_url()}?place=texas"
    for address in addresses:
        answer = client.get(address)
        assert (answer.status_code, answer.url) == (301, third.get_absolute_url())
    assert client.get(f"{addresses[0].rstrip('/')}.json").url == "/companies/c-c.json"
