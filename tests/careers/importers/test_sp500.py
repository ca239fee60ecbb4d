"""The S&P 500 list: companies are added and never changed, two shares are one company."""

from pathlib import Path

import pytest

from careers.importers import base, sp500
from careers.models import Company, CompanyIdentifier, CompanyListing, CompanyName

pytestmark = pytest.mark.django_db

IMPORTER = "sp500"
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/sp500-companies-2026"
HEADINGS = "Symbol,Security,GICS Sector,GICS Sub-Industry,Headquarters Location,Date added,CIK,Founded\n"
ZINC = 'ZN,Zinc of Atlantis Inc.,Materials,Metals,"Tacoma, Washington",2031-02-03,900001,1905 (1869)\n'
TWINS = (
    'TWA,Twins (Class A),Energy,Gas,"Columbus, Ohio; Detroit, Michigan",2001-01-02,900002,2001\n'
    'TWB,Twins (Class B),Energy,Gas,"Columbus, Ohio; Detroit, Michigan",2015-01-02,0000900002,2001\n'
)
ABROAD = 'FAR,Far Away (The),Utilities,Water,"Dublin, Ireland[4]",1999-12-31,900003,1999\n'
NOWHERE = "NOW,Nowhere Bros.,Financials,Banks,none,2000-01-01,900004,1888\n"
LIST = HEADINGS + ZINC + TWINS + ABROAD + NOWHERE


@pytest.fixture(autouse=True)
def _few_companies_are_enough(monkeypatch):
    monkeypatch.setattr(sp500, "MIN_COMPANIES", 4)
    CompanyListing.objects.filter(release__source__slug="sp500").delete()


@pytest.fixture
def load(tmp_path):
    def run(text: str = LIST):
        path = tmp_path / "constituents.csv"
        path.write_text(text, encoding="utf-8")
        return base.run(sp500.Importer(), path)

    return run


def company(cik: str) -> Company:
    return Company.objects.get(identifiers__scheme="cik", identifiers__value=cik)


def listed(cik: str) -> CompanyListing:
    return CompanyListing.objects.current().get(company=company(cik))


def everything() -> list:
    rows = (Company, CompanyName, CompanyIdentifier, CompanyListing)
    return [sorted(model.objects.values_list()) for model in rows]


def test_a_company_is_added_with_its_numbers_and_its_entry(load):
    receipt = load()
    zinc = company("900001")
    assert (zinc.name, zinc.slug) == ("Zinc of Atlantis Inc.", "zinc-of-atlantis-inc")
    entry = listed("900001")
    assert (entry.sector, entry.sub_industry, entry.founded) == ("Materials", "Metals", "1905 (1869)")
    assert (entry.headquarters, entry.headquarters_area.code) == ("Tacoma, Washington", "0042660")
    assert (receipt.release.label, str(receipt.release.period_end)) == ("as of 2031-02-03", "2031-02-03")


def test_what_editors_write_of_a_company_stays_empty(load):
    load()
    zinc = company("900001")
    assert (zinc.headquarters, zinc.founded, zinc.industry, zinc.facts_source) == ("", None, None, "")


def test_two_shares_are_one_company_with_two_symbols(load):
    assert load().created == 4
    twins = company("900002")
    assert twins.name == "Twins"
    assert set(twins.identifiers.values_list("value", flat=True)) == {"900002", "TWA", "TWB"}


def test_headquarters_in_two_cities_abroad_or_nowhere_have_no_area(load):
    load()
    assert listed("900002").headquarters_area is None
    assert (listed("900003").headquarters, listed("900003").headquarters_area) == ("Dublin, Ireland", None)
    assert (listed("900004").headquarters, listed("900004").headquarters_area) == ("", None)


@pytest.mark.parametrize(
    ("headquarters", "area"),
    [
        ("New York City, New York", "0035620"),
        ("Washington, D.C.", "0047900"),
        ("Miami-Dade County, Florida", "0033100"),
        ("Winona, Minnesota", "2700000"),
        ("Warmley, Bristol, United Kingdom", ""),
    ],
)
def test_headquarters_have_their_area(headquarters, area):
    assert sp500.headquarters_area(headquarters) == area


@pytest.mark.parametrize(
    ("share", "name"),
    [
        ("Hartford (The)", "The Hartford"),
        ("Lilly (Eli)", "Eli Lilly"),
        ("Fox Corporation (Class B)", "Fox Corporation"),
        ("3M", "3M"),
    ],
)
def test_a_company_is_named_as_people_name_it(share, name):
    assert sp500.company_name(share) == name


def test_a_name_with_a_legal_form_is_a_legal_name_and_one_without_a_trade_name(load):
    load()
    kinds = dict(CompanyName.objects.filter(release__source__slug="sp500").values_list("name", "kind"))
    assert kinds["Zinc of Atlantis Inc."] == "legal"
    assert kinds["The Far Away"] == "trade"


def test_the_same_list_again_changes_nothing(load):
    load()
    before = everything()
    receipt = load()
    assert (receipt.created, receipt.updated, receipt.unchanged, receipt.retired) == (0, 0, 4, 0)
    assert everything() == before


def test_an_editor_s_name_address_and_facts_stay_and_the_number_finds_them(load):
    load()
    zinc = company("900001")
    zinc.name, zinc.slug, zinc.founded, zinc.facts_source = "Zinc", "zinc", 1906, "Annual report"
    zinc.save()
    before = everything()
    load()
    assert everything() == before


def test_a_company_that_is_known_by_its_name_gets_its_number(load):
    known = Company.objects.create(name="ZINC OF ATLANTIS INCORPORATED", slug="zincs")
    load()
    assert company("900001") == known


def test_a_name_that_an_editor_moved_sticks(load):
    load()
    other = Company.objects.create(name="Other Holdings", slug="other-holdings")
    CompanyName.objects.filter(name="Zinc of Atlantis Inc.").update(company=other)
    before = everything()
    load()
    assert everything() == before


def test_a_company_of_that_name_with_another_number_is_not_taken_for_it(load, monkeypatch):
    monkeypatch.setattr(sp500.Importer, "max_rejected_share", 0.5)
    load()
    receipt = load(LIST.replace("900001", "900009"))
    [rejected] = receipt.rejections
    assert rejected["line"] == 2
    assert "'Zinc of Atlantis Inc.' has the CIK 900001, here 900009" in rejected["reason"]
    assert not CompanyIdentifier.objects.filter(value="900009").exists()


def test_a_symbol_that_another_company_has_is_left_there_and_told(load):
    other = Company.objects.create(name="Other Holdings", slug="other-holdings")
    CompanyIdentifier.objects.create(company=other, scheme="ticker", value="ZN")
    receipt = load()
    assert "ZN belongs to Other Holdings, the list gives it to Zinc of Atlantis Inc." in receipt.warnings[0]
    assert not company("900001").identifiers.filter(scheme="ticker").exists()


def test_a_company_that_left_the_list_stays_without_an_entry_in_force(load):
    load()
    extra = "NEW,Newcomer,Energy,Gas,none,2032-01-01,900005,2000\n"
    load(LIST.replace(ZINC, extra))
    assert not CompanyListing.objects.current().filter(company=company("900001")).exists()
    assert CompanyListing.objects.current().filter(company=company("900005")).exists()


@pytest.mark.parametrize(
    ("old", "new", "reason", "line"),
    [
        ("Symbol,", "Sign,", "there is no column 'Symbol'", 1),
        ("ZN,", "zinc,", "'zinc' is no ticker symbol", 2),
        ("NOW,", "FAR,", "the symbol FAR stands in line 5 too", 6),
        ("Zinc of Atlantis Inc.", "", "the name (Security) is empty or longer than 200 characters", 2),
        ("Zinc of Atlantis Inc.", "Z" * 201, "the name (Security) is empty or longer", 2),
        ("Zinc", "Zi\0nc", "there is a NUL character", 2),
        ("Materials", "Stuff", "'Stuff' is no GICS sector; there are Communication Services", 2),
        ("900001", "1e5", "'1e5' is no CIK", 2),
        ("900001", "0", "'0' is no CIK", 2),
        ("2031-02-03", "2031-02-30", "'2031-02-30' is no date", 2),
        ("2031-02-03", "soon", "'soon' is no date", 2),
        ("1905 (1869)", "1" * 61, "founded has 61 characters, at most 60 fit", 2),
        ("Metals", "M" * 121, "sub industry has 121 characters, at most 120 fit", 2),
        (",1888", "", "it has 7 columns where the headings are 8", 6),
        ("TWB,Twins (Class B),Energy", "TWB,Twins (Class B),Utilities", "line 3 says otherwise", 4),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(tmp_path, refused, old, new, reason, line):
    path = tmp_path / "constituents.csv"
    path.write_text(LIST.replace(old, new, 1), encoding="utf-8")
    refused(path, reason, file="constituents.csv", line=line)


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"", "it is empty", None),
        (HEADINGS.encode(), "it has 0 companies where the list has about 500", None),
        ((HEADINGS + ZINC).encode(), "it looks truncated. Fetch it again", None),
        (LIST.replace("Zinc", "Zïnc").encode("latin-1"), "it is not UTF-8 text", 2),
    ],
)
def test_a_broken_file_is_refused(tmp_path, refused, content, reason, line):
    path = tmp_path / "constituents.csv"
    path.write_bytes(content)
    refused(path, reason, file="constituents.csv", line=line)


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the list is not beside this checkout")
def test_the_list_of_2026_has_500_companies_with_503_shares():
    receipt = base.run(sp500.Importer(), OFFICIAL, expect_release="as of 2026-08-05")
    assert (receipt.created, receipt.rejected) == (500, 0)
    assert CompanyIdentifier.objects.filter(scheme="ticker").count() == 503
    entries = CompanyListing.objects.current().filter(company__identifiers__scheme="cik")
    assert entries.filter(headquarters_area__kind="metro").count() > 450
