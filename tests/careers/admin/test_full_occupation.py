"""An occupation of which every release says all it can is still edited on one page."""

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry

from careers.models import AlternateTitle, Occupation, OccupationText, SkillRating

from .crowd import KNOWLEDGE, MAKERS, NAMED, SKILLS, every_figure
from .forms import posted

pytestmark = pytest.mark.django_db

MAX_QUERIES = 20


@pytest.fixture
def full(around):
    every_figure(around)
    OccupationText.objects.create(occupation=around.occupation, summary="They keep the crowd.")
    return around.occupation


def everything_of(occupation) -> dict:
    """All rows of all tables that are about the occupation."""
    models = [model for model in MAKERS if any(field.name == "occupation" for field in model._meta.fields)]
    rows = {
        model: list(model.objects.filter(occupation=occupation).order_by("pk").values())
        for model in [*models, OccupationText]
    }  # fmt: skip
    assert all(rows.values()), "the crowd lacks a model"
    return {**rows, Occupation: Occupation.objects.filter(pk=occupation.pk).values().get()}


def table_of(page, model):
    """The rows of a model on the page."""
    return next(
        inline.formset
        for inline in page.context["inline_admin_formsets"]
        if inline.formset.model is model
    )  # fmt: skip


def test_it_is_opened_and_saved_unchanged_within_20_queries(
    admin_client, address, full, django_assert_max_num_queries
):
    before = everything_of(full)
    with django_assert_max_num_queries(MAX_QUERIES):
        page = admin_client.get(address(full))
    with django_assert_max_num_queries(MAX_QUERIES):
        assert admin_client.post(address(full), posted(page)).status_code == 302
    assert everything_of(full) == before
    assert LogEntry.objects.get().get_change_message() == "No fields changed."


def test_its_form_stays_well_under_the_fields_that_django_takes(admin_client, address, full):
    sent = posted(admin_client.get(address(full)))
    assert len(sent) < 0.8 * settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


def test_it_holds_the_named_skills_and_leaves_the_rated_to_their_list(admin_client, address, full):
    page = admin_client.get(address(full))
    rows = [bound for bound in posted(page) if bound.startswith("skill_ratings-") and bound.endswith("-rank")]
    assert len(rows) == NAMED
    shown = {form.instance.skill.kind for form in table_of(page, SkillRating).initial_forms}
    assert shown == {"named"}


def test_each_list_is_linked_with_how_many_are_in_force(admin_client, address, full):
    AlternateTitle.objects.filter(occupation=full, title="Crowd title 7").update(is_current=False)
    page = " ".join(admin_client.get(address(full)).content.decode().split())
    for name, model, number in (
        ("Skills", "skillrating", SKILLS + KNOWLEDGE + NAMED),
        ("Other titles", "alternatetitle", 499),
        ("Preparation", "preparationshare", 41),
    ):
        url = f"/admin/careers/{model}/?occupation__id__exact={full.pk}"
        assert f'<a href="{url}">{name}</a> {number} <a href="/admin/careers/{model}/add/' in page


def test_what_is_added_from_there_is_about_it(admin_client, address, full):
    page = admin_client.get(address(AlternateTitle, "add"), {"occupation": full.pk})
    assert f'<option value="{full.pk}" selected>Crowd keeper</option>' in page.content.decode()


def test_a_rated_skill_is_not_put_among_the_named(admin_client, address, full):
    page = admin_client.get(address(full))
    row = table_of(page, SkillRating).initial_forms[0].prefix
    rated = SkillRating.objects.filter(occupation=full, skill__kind="skill").first().skill
    answer = admin_client.post(address(full), posted(page, **{f"{row}-skill": str(rated.pk)}))
    assert "This skill has a scale: rate it in the list of skill ratings." in answer.content.decode()


def test_the_table_of_named_skills_offers_those_alone(admin_client, address, full):
    page = admin_client.get(address(full)).content.decode()
    assert 'data-ajax--url="/admin/autocomplete/?kind=named"' in page
    query = {"app_label": "careers", "model_name": "skillrating", "field_name": "skill", "term": "crowd"}
    offered = admin_client.get("/admin/autocomplete/", query | {"kind": "named"}).json()["results"]
    assert {row["text"].rpartition(" ")[0] for row in offered} == {"Crowd named"}
