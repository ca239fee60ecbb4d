"""Every page of the admin answers, within its queries, and shows nothing inline."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.models import Permission, User
from django.db.models import ForeignKey
from django.urls import reverse
from simple_history.models import HistoricalChanges

from careers.admin.autocomplete import KnownSelect
from careers.models import (
    Area,
    Change,
    Correction,
    Draft,
    FeedReceipt,
    ImportJob,
    ImportReceipt,
    Industry,
    MergedCompany,
    Occupation,
    OccupationText,
    PostingOrigin,
    Prepared,
    ReaderReport,
    Release,
    SearchTerm,
    SearchWord,
    Source,
)

from .crowd import MAKERS, crowd
from .forms import posted

pytestmark = pytest.mark.django_db

MAX_QUERIES = 20
# The search index, which data pages show, and what is made ahead: nobody writes them but the portal.
DERIVED = {Change, Prepared, SearchTerm, SearchWord}
MODELS = [
    model
    for model in apps.get_app_config("careers").get_models()
    if model not in DERIVED and not issubclass(model, HistoricalChanges)
]
READ_ONLY = {
    Correction, Draft, FeedReceipt, ImportJob, ImportReceipt, MergedCompany, PostingOrigin, ReaderReport,
}  # fmt: skip
WRITABLE = [model for model in MODELS if model not in READ_ONLY]
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
each_writable = pytest.mark.parametrize("model", WRITABLE, ids=lambda model: model.__name__)


@pytest.fixture
def read(admin_client, django_assert_max_num_queries):
    def read(address: str) -> str:
        with django_assert_max_num_queries(MAX_QUERIES):
            response = admin_client.get(address)
        assert response.status_code == 200
        page = response.content.decode()
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", page)
        assert "<style" not in page
        assert not re.search(r"<script(?![^>]+src=)", page)
        return page

    return read


@pytest.fixture
def row_of(around):
    """The last row of a model; of all that comes by the dozen there are dozens then."""

    def row_of(model):
        if model in MAKERS:
            crowd(model, around)
        return last_of(model)

    return row_of


def last_of(model):
    row = model.objects.order_by("pk").last()
    if row is None and model is ImportReceipt:
        pytest.skip("nothing was imported into this database")
    return row


def test_every_model_is_there_to_edit():
    assert [model.__name__ for model in MODELS if not admin.site.is_registered(model)] == []


@each_model
def test_every_list_answers_whole_searched_and_of_many_new_rows(model, row_of, read, address):
    row, listed = row_of(model), address(model, "changelist")
    read(listed)
    read(f"{listed}?q=nurses")
    read(f"{listed}?q=crowd")
    if getattr(row, "release_id", None):
        read(f"{listed}?release__id__exact={row.release_id}")


@each_model
def test_every_row_and_its_history_answer_and_its_deletion_is_asked_first(model, row_of, read, address):
    row = row_of(model)
    assert 'name="missing"' not in read(address(row))
    read(address(row, "history"))
    if model in WRITABLE:
        read(address(row, "delete"))


@each_writable
def test_every_add_page_answers_and_every_choice_is_an_autocomplete(model, read, admin_client, address):
    read(address(model, "add"))
    form = admin_client.get(address(model, "add")).context["adminform"].form
    worked_out = admin.site.get_model_admin(model).readonly_fields
    keys = [field.name for field in model._meta.get_fields() if isinstance(field, ForeignKey)]
    for name in set(keys) - {*worked_out}:
        widget = form.fields[name].widget
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget = widget.widget
        assert isinstance(widget, KnownSelect), name


@each_writable
def test_every_row_is_saved_unchanged_within_its_queries(
    model, row_of, admin_client, address, django_assert_max_num_queries
):
    row = row_of(model)
    before = model.objects.filter(pk=row.pk).values().get()
    page = admin_client.get(address(row))
    with django_assert_max_num_queries(MAX_QUERIES):
        assert admin_client.post(address(row), posted(page)).status_code == 302
    assert model.objects.filter(pk=row.pk).values().get() == before


def test_an_occupation_with_hundreds_of_wages_opens_and_shows_the_nation_only(nurses, read, address):
    page = read(address(nurses))
    assert "people employed" in page
    assert "All pay of this occupation" in page


def test_a_job_title_with_every_kind_of_figure_opens(coordinator, read, address):
    page = read(address(coordinator))
    assert "$34,754" in page
    assert "not given" in page


def test_receipts_and_origins_are_read_not_written(admin_client, address):
    for model in READ_ONLY - {ImportJob}:  # asked for, then worked on
        assert admin_client.get(address(model, "add")).status_code == 403


@pytest.mark.parametrize(
    ("model", "field", "term", "found"),
    [
        ("wageestimate", "occupation", "29-1141", "Registered Nurses (29-1141)"),
        ("wageestimate", "area", "texas", "Texas"),
        ("wageestimate", "industry", "hospitals", "Hospitals"),
        ("wageestimate", "release", "may", "BLS OEWS, May 2025"),
        ("area", "state", "new y", "New York"),
        ("occupation", "major_group", "healthcare practitioners", "(29-0000)"),
        ("statedfact", "company", "county", "County of Riverside"),
        ("posting", "company", "county", "County of Riverside"),
        ("skillrating", "skill", "data", "Data entry"),
        ("release", "source", "oews", "Occupational Employment and Wage Statistics"),
    ],
)
def test_rows_are_found_by_typing(admin_client, django_assert_max_num_queries, model, field, term, found):
    query = {"app_label": "careers", "model_name": model, "field_name": field, "term": term}
    with django_assert_max_num_queries(MAX_QUERIES):
        answer = admin_client.get(reverse("admin:autocomplete"), query).json()
    assert any(found in row["text"] for row in answer["results"])


def test_a_nul_character_is_left_out_of_what_is_typed(admin_client):
    query = {"app_label": "careers", "model_name": "wageestimate", "field_name": "area", "term": "te\0xas"}
    answer = admin_client.get(reverse("admin:autocomplete"), query).json()
    assert answer["results"][0]["text"] == "Texas"


@pytest.mark.parametrize("asked", [{"pk__in": "9" * 25}, {"term__exact": "nurse\0"}])
def test_a_list_of_what_no_row_can_have_is_the_whole_list(admin_client, asked):
    home = reverse("admin:careers_synonym_changelist")
    assert admin_client.get(home, asked).url == f"{home}?e=1"
    assert admin_client.get(reverse("admin:careers_synonym_export", args=["csv"]), asked).url == home


@pytest.mark.parametrize("key", ["\0", "x", "", "9" * 25, "-" + "9" * 25])
def test_what_is_no_key_of_a_row_is_no_chosen_row(admin_client, key):
    typed = {"action": "delete_selected", "_selected_action": key}
    answer = admin_client.post(reverse("admin:careers_synonym_changelist"), typed, follow=True)
    assert "Items must be selected" in answer.content.decode()


@pytest.mark.parametrize(("term", "first"), [("texas", "Texas"), ("new york", "New York")])
def test_what_begins_with_the_typed_words_is_offered_first(admin_client, term, first):
    query = {"app_label": "careers", "model_name": "wageestimate", "field_name": "area", "term": term}
    assert admin_client.get(reverse("admin:autocomplete"), query).json()["results"][0]["text"] == first


@pytest.mark.parametrize(
    "row",
    [
        lambda: Area.objects.nation().get(),
        lambda: Industry.objects.get(code=Industry.ALL_CODE),
        lambda: Occupation.objects.get(soc_code="29-1141"),
        lambda: Release.objects.get(label="May 2025"),
        lambda: Source.objects.get(releases__label="May 2025"),
    ],
    ids=["nation", "all industries", "occupation", "release", "source"],
)
def test_what_figures_hang_on_is_not_deleted_and_says_how_many_hang_on_it(row, read, address):
    page = read(address(row(), "delete"))
    assert re.search(r"[\d,]+ (wage estimates?|releases?)", page)
    assert "Yes, I’m sure" not in page


def test_what_nothing_hangs_on_can_be_deleted(admin_client, address):
    area = Area.objects.create(code="9999999", kind="metro", name="Nowhere, ZZ", slug="nowhere-zz")
    assert "Yes, I’m sure" in admin_client.get(address(area, "delete")).content.decode()
    admin_client.post(address(area, "delete"), {"post": "yes"})
    assert not Area.objects.filter(pk=area.pk).exists()


def test_a_deletion_says_what_goes_along(admin_client, read, address, around):
    OccupationText.objects.create(occupation=around.occupation, summary="They keep the crowd.")
    page = read(address(around.occupation, "delete"))
    assert "Yes, I’m sure" in page
    assert "Text: Text of" in page
    assert "occupations: 1" in page.casefold()
    admin_client.post(address(around.occupation, "delete"), {"post": "yes"})
    assert not Occupation.objects.filter(pk=around.occupation.pk).exists()


def test_who_may_not_delete_what_goes_along_is_told(client, address, around):
    OccupationText.objects.create(occupation=around.occupation, summary="They keep the crowd.")
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="delete_occupation"))
    client.force_login(editor)
    page = client.get(address(around.occupation, "delete")).content.decode()
    assert "your account doesn't have permission" in page.replace("&#x27;", "'").replace("’", "'")
    assert "Yes, I’m sure" not in page
