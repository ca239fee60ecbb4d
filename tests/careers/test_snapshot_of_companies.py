"""Companies of the snapshot are found where editors and imports have been, and never changed there."""

import shutil

import pytest

from careers import models as m
from careers import snapshot
from careers.snapshot import reading, writing
from careers.snapshot.tables import FOLDER, TABLES

pytestmark = pytest.mark.django_db

OF_COMPANIES = (m.Company, m.CompanyName, m.CompanyIdentifier, m.CompanyListing)
NEEDED = (m.Source, m.Release, m.Area, m.Industry, m.Occupation, *OF_COMPANIES, m.EmployerPay)
CHOSEN = tuple(table for table in TABLES if table.model in NEEDED)


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """What the snapshot has of companies, without what the load need not read again."""
    monkeypatch.setattr(reading, "TABLES", CHOSEN)
    monkeypatch.setattr(reading.index, "fill", lambda: None)  # the search has tests of its own
    for table in CHOSEN:
        shutil.copy(FOLDER / table.file, tmp_path)
    shutil.copy(FOLDER / "manifest.json", tmp_path)
    return tmp_path


def test_loading_leaves_what_editors_made_of_companies(copy):
    """A new name and address, a name moved to another company, another spelling, and facts of their own."""
    humana = m.Company.objects.get(name="Humana")
    m.Company.objects.filter(pk=humana.pk).update(name="Humana, renamed", founded=1961, facts_source="Us")
    m.Company.objects.filter(name="DaVita").update(name="Renamed", slug="renamed")
    m.Company.objects.filter(name="Zoetis").update(name="Known by a trade name", slug="trade-name")
    m.CompanyName.objects.filter(key="3m").update(company=humana, name="3 M", kind="former")
    before = everything_of_companies()
    outcome = snapshot.load(copy)
    assert (outcome.created, outcome.updated) == (0, 0)
    assert everything_of_companies() == before


def test_loading_finds_a_company_that_an_import_named_otherwise(copy):
    """As in a database where the employers came first: “Humana Inc.” is the S&P 500's Humana."""
    humana = m.Company.objects.filter(name="Humana")
    humana.update(name="Humana Inc.", slug="humana-inc")
    m.CompanyName.objects.filter(name="Humana").delete()
    before = everything_of_companies()
    snapshot.load(copy)
    assert everything_of_companies() == before


def test_figures_of_companies_that_an_editor_made_one_stay(copy):
    kept, other = m.Company.objects.filter(employer_pay__offers__gte=20).distinct().order_by("pk")[:2]
    m.CompanyName.objects.filter(company=other).update(company=kept)
    m.EmployerPay.objects.filter(company=other).delete()
    m.EmployerPay.objects.filter(company=kept).update(offers=500)
    m.CompanyListing.objects.filter(company=other).delete()
    other.delete()
    snapshot.load(copy)
    assert not m.Company.objects.filter(name=other.name).exists()
    assert set(m.EmployerPay.objects.filter(company=kept).values_list("offers", flat=True)) == {500}


def test_loading_makes_a_company_that_is_not_there(copy):
    before = everything_of_companies(keys=False)
    zoetis = m.Company.objects.get(name="Zoetis")
    zoetis.listings.all().delete()
    zoetis.delete()
    assert snapshot.load(copy).created == 1
    assert everything_of_companies(keys=False) == before


def everything_of_companies(*, keys: bool = True) -> list:
    found = []
    for table in TABLES:
        if table.model in OF_COMPANIES:
            if keys:
                found.append(list(table.model.objects.order_by("pk").values_list()))
            else:
                found.append(sorted(map(list, writing._export_rows(table))))
    return found
