"""What was deleted is kept, and comes back as it last was."""

import pytest

from careers import models as m
from careers.desk.roles import EDITOR, PUBLISHER
from careers.search import find
from tests.site.html import parse

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    company = m.Company.objects.create(
        name="Zymology Works",
        slug="zymology",
        summary="They brew.",
        industry=m.Industry.objects.first(),
        facts_source="A report",
    )
    m.CompanyName.objects.create(company=company, name="Zym", key="zym", kind="trade")
    m.CompanyIdentifier.objects.create(company=company, scheme="ticker", value="ZYM")
    return company


def delete(client, address, row):
    assert client.post(address(row, "delete"), {"post": "yes"}).status_code == 302


def bring_back(client, address, model):
    """Press the first button of the list of what was deleted; the text of the page that follows."""
    listed = client.get(address(model, "deleted"))
    key = listed.context["rows"][0][0].pk
    return parse(client.post(address(model, "deleted"), {"back": key}, follow=True)).text


def test_a_deleted_company_comes_back_as_a_draft_with_what_belonged_to_it(company, people, address):
    gone, summary = company.pk, company.summary
    delete(people[PUBLISHER], address, company)
    listed = parse(people[EDITOR].get(address(m.Company, "changelist")))
    assert listed.links["Deleted"] == address(m.Company, "deleted")
    assert "Zymology Works" in parse(people[EDITOR].get(address(m.Company, "deleted"))).text
    told = bring_back(people[EDITOR], address, m.Company)
    assert "“Zymology Works” is back, with 2 rows that belong to it, as a draft." in told
    back = m.Company.objects.get(slug="zymology")
    assert (back.pk, back.summary, back.status) == (gone, summary, m.Status.DRAFT)
    assert [back.names.get().name, back.identifiers.get().value] == ["Zym", "ZYM"]
    found = [hit.title for group in find.search("zymology").groups for hit in group.hits]
    assert "Zymology Works" not in found, "a draft is found by nobody"
    assert back.history.latest().history_change_reason == "Brought back after it was deleted."
    assert not people[EDITOR].get(address(m.Company, "deleted")).context["rows"]


def test_what_a_row_named_may_be_gone_and_what_took_its_place_stands_in_the_way(company, people, address):
    delete(people[PUBLISHER], address, company)
    record = m.Company.history.get(history_type="-")
    type(record).objects.filter(pk=record.pk).update(industry=99_999_999)
    rival = m.Company.objects.create(name="Zymology Two", slug="zymology")
    assert "Company with this Slug already exists" in bring_back(people[PUBLISHER], address, m.Company)
    rival.delete()
    assert "Left empty, as it is gone: industry." in bring_back(people[PUBLISHER], address, m.Company)
    answer = people[PUBLISHER].post(address(m.Company, "deleted"), {"back": record.pk})
    assert answer.status_code == 404, "it is back already"


def test_a_part_does_not_come_back_without_its_whole_and_not_at_an_editors_hands(company, people, address):
    delete(people[PUBLISHER], address, company)
    assert people[EDITOR].get(address(m.CompanyName, "deleted")).status_code == 403
    assert "bring that back first" in bring_back(people[PUBLISHER], address, m.CompanyName)
    assert not m.CompanyName.objects.filter(name="Zym").exists()
