"""Which company the offers of a file go to; and ten companies of the official file, counted by hand."""

from datetime import date
from pathlib import Path

import pytest

from careers import employers
from careers.importers import base, lca, lca_companies
from careers.models import Company, CompanyName
from tests.oracles import lca as oracle

from .lca_files import Filings, counts, figures, median, some

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_offers")]

OFFICIAL = (
    Path(__file__).resolve().parents[4]
    / "shared/data/dol-lca-fy2025q2-health/lca_disclosure_fy2025_q2_health.csv"
)
# Ten employers of the official file, with the spellings that a reader of it finds, and what they file for.
TEN = [
    ({"The University of Iowa", "University of Iowa"}, "29-1229"),
    ({"MAYO CLINIC", "Mayo Clinic"}, "29-1229"),
    ({"Avant Healthcare Professionals, LLC."}, "29-2010"),
    ({"Cleveland Clinic Foundation", "The Cleveland Clinic Foundation"}, "29-1229"),
    (
        {"Oregon Health & Science University", "OREGON HEALTH & SCIENCE UNIVERSITY",
         "Oregon Health and Science University"},
        "29-1229",
    ),
    ({"The Permanente Medical Group, Inc.", "The Permanente Medical Group"}, "29-1229"),
    ({"Grandison Management, Inc."}, "29-1123"),
    ({"Ochsner Clinic Foundation"}, "29-1229"),
    ({"The Charlotte Mecklenburg Hospital Authority",
      "The Charlotte Mecklenburg Hospital Authority d/b/a Atrium Health"}, "29-1229"),
    ({"PeaceHealth"}, "29-1229"),
]  # fmt: skip


def test_a_company_gets_its_commonest_name_and_the_others_it_trades_under(import_lca):
    import_lca(some())
    harbor, tideway = (
        Company.objects.get(slug="harbor-clinic-llc"),
        Company.objects.get(slug="tideway-group-inc"),
    )
    assert (harbor.name, tideway.name) == ("Harbor Clinic, LLC", "Tideway Group, Inc.")
    assert list(harbor.names.values_list("kind", "name", "key")) == [
        ("legal", "Harbor Clinic, LLC", "harbor clinic"),
        ("trade", "Harborside", "harborside"),
    ]
    assert list(tideway.names.filter(kind="trade").values_list("name", flat=True)) == ["Tideway Care"]
    assert not Company.objects.filter(name__startswith="Lone Vet").exists()


def test_a_company_called_best_leaves_the_address_of_the_ranking_alone(import_lca):
    import_lca(Filings().offers("Best", *[90_000] * 5))
    assert Company.objects.get(name="Best").slug == "best-wa"


def test_two_of_one_long_name_are_told_apart_within_what_a_name_may_have():
    long, state = "Harbor Clinic of " + "x" * 183, "Washington " * 20
    new = [lca_companies.Employer(key) for key in ("one", "two", "three")]
    for employer in new:
        employer.spellings[long][state] += 5
    made = lca_companies._add(new)
    names = dict(Company.objects.filter(pk__in=made.values()).values_list("name", "slug"))
    assert len(names) == 3
    for name, slug in names.items():
        Company(name=name, slug=slug).clean_fields()  # SQLite does not count characters, PostgreSQL does


def test_a_name_that_an_editor_moved_stays_where_it_is(import_lca):
    import_lca(some())
    offered = figures("Harbor Clinic, LLC")
    owner = Company.objects.create(name="Harbor Health System", slug="harbor-health-system")
    CompanyName.objects.filter(key__in=["harbor clinic", "harborside"]).update(company=owner)
    assert counts(import_lca(some()))["created"] == 4
    assert figures("Harbor Health System") == offered
    assert not figures("Harbor Clinic, LLC")
    assert set(owner.names.values_list("name", flat=True)) == {"Harbor Clinic, LLC", "Harborside"}
    assert not Company.objects.get(slug="harbor-clinic-llc").names.exists()


def test_a_company_known_under_that_name_gets_the_offers_and_keeps_its_own_facts(import_lca):
    known = Company.objects.create(
        name="Harbor Clinic", slug="harbor", size="5000+", facts_source="Annual report"
    )
    import_lca(some())
    assert median("Harbor Clinic")
    assert list(Company.objects.filter(pk=known.pk).values_list("name", "slug", "size")) == [
        ("Harbor Clinic", "harbor", "5000+")
    ]


def test_a_name_of_several_employers_is_left_out_until_an_editor_decides(import_lca):
    file = Filings().offers("Harbor Vet, Inc.", *[90_000] * 6).offers("Bay Vet", *[90_000] * 5)
    file.offers("Harbor Vet", 70_000, WORKSITE_STATE="TX", WORKSITE_CITY="Austin", WORKSITE_COUNTY="")
    receipt = import_lca(file)
    assert receipt.warnings[1].startswith("Names that may be several employers', left out: 1.")
    assert receipt.warnings[1].endswith("Harbor Vet, Inc. (7).")
    assert not Company.objects.filter(name__startswith="Harbor Vet").exists()
    owner = Company.objects.create(name="Harbor Veterinary", slug="harbor-veterinary")
    CompanyName.objects.create(company=owner, name="Harbor Vet", kind="legal", key="harbor vet")
    import_lca(file)
    assert figures("Harbor Veterinary")["0000000"][0] == 7


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official file is not in the repository")
def test_ten_companies_of_the_official_file_are_what_a_count_by_hand_gives():
    receipt = base.run(lca.Importer(), OFFICIAL)
    assert receipt.release.label == "FY2025 Q2, healthcare practitioners"
    assert receipt.release.period_end == date(2025, 3, 31)
    assert receipt.created > 1600
    assert receipt.rejected == 14
    shown = 0
    for spellings, code in TEN:
        company = CompanyName.objects.get(key=employers.key(min(spellings)), kind="legal").company
        found = figures(company.name, code)
        assert found == oracle.figures(OFFICIAL, spellings, code)
        shown += sum(pay is not None for _, pay, *_ in found.values())
    assert shown > 20
