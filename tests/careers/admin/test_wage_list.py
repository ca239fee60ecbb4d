"""The list of all pay stays quick whatever it is asked."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import Q

from careers.admin.search import matching
from careers.models import Area, Industry, WageEstimate

pytestmark = pytest.mark.django_db

MAX_QUERIES = 20


@pytest.fixture
def rows(admin_client, address, django_assert_max_num_queries):
    """The list that a query leaves, as the page has it."""

    def rows(**query):
        with django_assert_max_num_queries(MAX_QUERIES):
            response = admin_client.get(address(WageEstimate, "changelist"), query)
        assert response.status_code == 200
        return response.context["cl"]

    return rows


def test_a_row_says_what_it_is_about_and_what_it_pays(rows, admin_client, address, nurses, wage):
    rows(q="registered nurses")
    page = admin_client.get(address(WageEstimate, "changelist"), {"occupation__id__exact": nurses.pk})
    text = page.content.decode()
    assert "Registered Nurses (29-1141)" in text
    assert f"${wage.annual_mean:,}" in text
    assert f"{wage.employment:,}" in text
    assert "BLS OEWS, May 2025" in text


def test_the_list_tells_thousands_of_rows_apart(admin_client, address):
    page = admin_client.get(address(WageEstimate, "changelist"))
    assert f"{page.context['cl'].result_count:,} wage estimates" in page.content.decode()


def test_pay_above_the_top_code_reads_at_least(admin_client, address):
    wage = WageEstimate.objects.filter(missing__annual_mean="top_coded").first()
    query = {"occupation__id__exact": wage.occupation_id, "area__id__exact": wage.area_id}
    page = admin_client.get(address(WageEstimate, "changelist"), query)
    assert "at least $239,200" in page.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "nurses",
        "texas",
        "nurses texas",
        "texas nurses",
        "29-1141",
        "registered new york",
        "zzzz",
        "a",
        "%",
        "'",
    ],
)
def test_a_search_finds_what_matching_every_word_would(text, rows):
    words = text.split()
    naive = Q()
    for word in words:
        naive &= (
            Q(occupation__title__icontains=word)
            | Q(occupation__soc_code__icontains=word)
            | Q(area__name__icontains=word)
        )
    assert rows(q=text).result_count == WageEstimate.objects.filter(naive).count()


def test_a_search_joins_no_table():
    searched = {"occupation": ("title", "soc_code"), "area": ("name",)}
    found = WageEstimate.objects.filter(matching(WageEstimate, searched, "nurses texas"))
    assert "JOIN" not in str(found.query)


def test_the_last_page_is_the_end_of_the_list(rows):
    first = rows()
    last = rows(p=first.paginator.num_pages)
    order = ("occupation_id", "area_id", "industry_id", "release_id")
    end = list(WageEstimate.objects.order_by(*order).reverse()[: len(last.result_list)])
    assert last.result_list == end[::-1]


def test_every_page_of_a_filtered_list_together_is_the_list(rows, nurses):
    query = {"occupation__id__exact": nurses.pk, "o": "-4"}
    pages = rows(**query).paginator.num_pages
    assert pages > 3
    shown = [wage.pk for page in range(1, pages + 1) for wage in rows(**query, p=page).result_list]
    assert len(shown) == len(set(shown)) == WageEstimate.objects.filter(occupation=nurses).count()


def test_a_filtered_list_is_sorted_by_pay(rows, nurses):
    query = {"occupation__id__exact": nurses.pk, "area_kind": "state", "annual_mean__isempty": "0"}
    pay = [wage.annual_mean for wage in rows(**query, o="-4").result_list]
    assert pay == sorted(pay, reverse=True)
    assert len(pay) > 20


def test_the_whole_list_is_not_sorted_and_says_so(admin_client, address):
    page = admin_client.get(address(WageEstimate, "changelist"), {"o": "4"})
    assert "filter or search first" in page.content.decode()


def test_filters_leave_what_they_say(rows):
    nation = Area.objects.nation().get()
    assert all(wage.area == nation for wage in rows(area__id__exact=nation.pk).result_list)
    states = rows(area_kind="state", industry_level="0").result_list
    assert all(wage.area.kind == "state" for wage in states)
    assert all(wage.industry.code == Industry.ALL_CODE for wage in states)
    empty = rows(annual_mean__isempty="1").result_list
    assert empty
    assert all(wage.annual_mean is None for wage in empty)


def test_a_filter_by_typing_keeps_the_others(admin_client, address, nurses):
    query = {"occupation__id__exact": nurses.pk, "area_kind": "state", "q": "texas", "p": "1"}
    page = admin_client.get(address(WageEstimate, "changelist"), query).content.decode()
    assert '<input type="hidden" name="area_kind" value="state">' in page
    assert '<input type="hidden" name="q" value="texas">' in page
    assert f'<option value="{nurses.pk}" selected>Registered Nurses (29-1141)</option>' in page


@pytest.mark.parametrize(
    "query", [{"area__id__exact": "abc"}, {"p": "99999"}, {"p": "x"}, {"nonsense": "1"}, {"o": "99"}]
)
def test_an_absurd_address_is_no_server_error(admin_client, address, query):
    assert admin_client.get(address(WageEstimate, "changelist"), query).status_code in {200, 302}


def take_out(admin_client, address, **data):
    return admin_client.post(
        address(WageEstimate, "changelist"), {"action": "take_out_of_force", **data}, follow=True
    )


def test_figures_are_taken_out_of_force_together(admin_client, address, nurses):
    keys = list(WageEstimate.objects.filter(occupation=nurses).values_list("pk", flat=True)[:3])
    page = take_out(admin_client, address, _selected_action=keys)
    assert "3 taken out of force" in page.content.decode()
    assert not WageEstimate.objects.current().filter(pk__in=keys).exists()
    assert LogEntry.objects.count() == 3


def test_a_whole_release_is_not_taken_out_by_a_slip(admin_client, address):
    before = WageEstimate.objects.current().count()
    key = WageEstimate.objects.first().pk
    page = take_out(admin_client, address, _selected_action=[key], select_across="1")
    assert "choose at most 1,000" in page.content.decode()
    assert WageEstimate.objects.current().count() == before


def test_figures_are_not_deleted_by_the_hundred(admin_client, address):
    page = admin_client.get(address(WageEstimate, "changelist")).content.decode()
    assert 'value="delete_selected"' not in page
