"""Two editors at the tables of one form: nobody overwrites a row unseen."""

import pytest

from careers import models as m

from .forms import posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    company = m.Company.objects.create(name="Zymology Works", slug="zymology", status=m.Status.DRAFT)
    for name in ("Zym", "Zymo"):
        m.CompanyName.objects.create(company=company, name=name, key=name.lower(), kind="trade")
    return company


@pytest.fixture
def names(company):
    """The names of the company, in the order in which they were given."""

    def names() -> list[str]:
        return list(company.names.order_by("pk").values_list("name", flat=True))

    return names


def row_of(page, name: str) -> str:
    """The prefix of the row of a table that shows this name."""
    for inline in page.context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            if form.initial.get("name") == name:
                return form.prefix
    raise AssertionError(name)


def test_the_second_at_a_row_of_a_table_is_shown_what_the_first_changed(
    company, names, admin_client, address
):
    begun = admin_client.get(address(company))
    first, second = row_of(begun, "Zym"), row_of(begun, "Zymo")
    admin_client.post(
        address(company), posted(begun, {f"{first}-name": "Zym One", f"{second}-name": "Zymo One"})
    )
    answer = admin_client.post(address(company), posted(begun, {f"{first}-name": "Zym Two"}))
    told = said(answer)
    for words in ("admin changed this", "as you found it", "Zym One", "Zym Two"):
        assert words in told
    assert "Zymo" not in told, "the second did not touch that row"
    assert names() == ["Zym One", "Zymo One"]
    over = f"{first}-_mine_over"
    seal = told.partition(f'name="{over}" value="')[2].partition('"')[0]
    assert admin_client.post(address(company), posted(answer, {over: seal})).status_code == 302
    assert names() == ["Zym Two", "Zymo One"]


def test_a_row_that_another_changed_is_not_deleted_unseen(company, names, admin_client, address):
    begun = admin_client.get(address(company))
    row = row_of(begun, "Zym")
    admin_client.post(address(company), posted(begun, {f"{row}-name": "Zym One"}))
    answer = admin_client.post(address(company), posted(begun, {f"{row}-DELETE": "on"}))
    assert "Zym One" in said(answer)
    assert names() == ["Zym One", "Zymo"]
    seal = said(answer).partition(f'{row}-_mine_over" value="')[2].partition('"')[0]
    data = posted(answer, {f"{row}-_mine_over": seal, f"{row}-DELETE": "on"})
    assert admin_client.post(address(company), data).status_code == 302
    assert names() == ["Zymo"]
