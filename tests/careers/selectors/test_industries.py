"""Industries against a slow second computation, and what their pages are made from."""

import pytest

from careers.models import Industry, WageEstimate
from careers.selectors import careers_here
from careers.selectors import industries as selector
from tests.oracles import careers_here as oracle

pytestmark = pytest.mark.django_db


def industry(slug: str) -> selector.IndustryPage:
    return selector.industry(selector.find(slug))


def test_the_best_paid_occupations_of_every_industry_are_those_of_a_count_by_hand():
    for found in Industry.objects.all():
        ranked, rankable, published, above = oracle.best_paid(oracle.NATION, found.code, careers_here.LISTED)
        best = industry(found.slug).best_paid
        assert [(item.career.title, item.yearly) for item in best.careers] == [
            (title, pytest.approx(pay)) for title, pay in ranked
        ], found
        assert [item.career.title for item in best.above] == above
        assert f"{rankable} of {published} occupations" in best.floor


def test_the_quotients_of_every_industry_are_those_of_a_count_by_hand():
    for found in Industry.objects.exclude(code=Industry.ALL_CODE):
        expected = oracle.unusual_in_industry(found.code, careers_here.LISTED)
        careers = industry(found.slug).unusual.careers
        assert [(item.career.title, float(item.quotient.value)) for item in careers] == expected, found


def test_a_quotient_says_that_and_how_it_is_computed():
    first = industry("utilities").unusual.careers[0]
    assert first.quotient.key == "industry_quotient"
    assert first.quotient.note.startswith(f"Computed: ({first.employment.text} ÷ ")
    assert first.quotient.kind == "ratio"


def test_all_industries_together_have_no_quotient_and_no_pay_to_stand_beside():
    found = industry(Industry.objects.get(code=Industry.ALL_CODE).slug)
    assert found.name == "All industries"
    assert found.nation is None
    assert "every quotient" in found.unusual.reason


def test_an_industry_without_any_figure_says_so_in_every_part():
    Industry.objects.create(code="999999", title="Nothing at all", slug="nothing-at-all", level=3)
    found = industry("nothing-at-all")
    assert all(cell.missing and "industry" in cell.reason for cell in found.cells.values())
    assert not found.best_paid.careers
    assert "cannot" in found.unusual.reason or "can be computed" in found.unusual.reason


def test_what_is_as_common_as_everywhere_is_not_called_unusual():
    everywhere = Industry.objects.create(code="999999", title="Everything again", slug="again", level=3)
    national = WageEstimate.objects.current().national().filter(occupation__level__in=["total", "detailed"])
    for wage in national:
        wage.pk, wage.industry = None, everywhere
        wage.save()
    unusual = industry("again").unusual
    assert unusual.careers == ()
    assert unusual.reason == "Nothing above the floor is more common here than in the nation."


def test_an_industry_leads_to_the_next_narrower_ones_in_it():
    for code, title, level in (
        ("322000", "Paper", 3), ("333000", "Machinery", 3), ("221000", "Power", 3), ("322100", "Pulp", 4),
        ("322110", "Pulp mills", 5), ("333100", "Tractors", 4),
    ):  # fmt: skip
        Industry.objects.create(code=code, title=title, slug=title.lower().replace(" ", "-"), level=level)
    slugs = ("manufacturing", "utilities", "paper", "pulp", "pulp-mills", "construction")
    within = {slug: [name for name, _ in industry(slug).parts] for slug in slugs}
    assert within == {
        "manufacturing": ["Paper", "Machinery"],
        "utilities": ["Power"],
        "paper": ["Pulp"],
        "pulp": ["Pulp mills"],
        "pulp-mills": [],
        "construction": [],
    }


def test_the_twenty_sectors_stand_apart_from_government_by_level():
    groups = dict(selector.industries())
    assert len(groups["Sectors"]) == 20
    assert {row.name for row in groups["Private and government"]} >= {
        "All industries",
        "All private industries",
    }


@pytest.mark.parametrize(("sort", "column"), [("pay", "mean"), ("employment", "employment")])
def test_industries_sort_by_each_column_both_ways(sort, column):
    for order, falling in ((sort, False), (f"-{sort}", True)):
        for _, rows in selector.industries(order):
            values = [getattr(row, column).value for row in rows]
            assert values == sorted(values, reverse=falling)
