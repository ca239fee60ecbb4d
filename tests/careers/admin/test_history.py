"""Who changed what, when and why; and back to what it was."""

import re
from html import unescape

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from simple_history.models import HistoricalChanges

from careers import models as m
from careers.desk.roles import EDITOR, PUBLISHER
from comparisons.models import CuratedComparison

from .crowd import crowd
from .forms import posted, said

pytestmark = pytest.mark.django_db
PER_PAGE, MAX_QUERIES = 20, 20


@pytest.fixture
def page():
    return m.Page.objects.create(title="About us", slug="about-us", body="We compare careers by pay.")


@pytest.fixture
def change(admin_client, address):
    """Save the form of a row as an editor does, with a note."""

    def change(row, note="", client=admin_client, step="_save", **changes):
        form = posted(client.get(address(row)), {step: "1"}, **changes, change_note=note)
        return client.post(address(row), form)

    return change


@pytest.fixture
def read(admin_client, address):
    """The history of a row as it is read: its text, with what was removed in [-…-] and added in {+…+}."""

    def read(row, client=admin_client, query=""):
        html = client.get(address(row, "history") + query).content.decode()
        html = html.partition('<div id="content-main">')[2].partition("</main>")[0]
        html = re.sub(r"<del>(.*?)</del>", r"[-\1-]", html, flags=re.DOTALL)
        html = re.sub(r"<ins>(.*?)</ins>", r"{+\1+}", html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())

    return read


@pytest.fixture
def earlier():
    """The address that returns a row to its first version."""

    def earlier(row):
        first = row.history.earliest()
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}_return"
        return reverse(name, args=[row.pk, first.pk])

    return earlier


@pytest.fixture
def sign_in(client):
    def sign_in(role):
        user = User.objects.create_user(role.lower(), is_staff=True, first_name="Ida", last_name=role)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return sign_in


def versions() -> int:
    models = [model for model in apps.get_models() if issubclass(model, HistoricalChanges)]
    return sum(model.objects.count() for model in models)


def test_the_snapshot_and_whatever_no_editor_saves_leave_no_version(page, nurses):
    nurses.title = "Nurses"
    nurses.save()
    assert versions() == 0


def test_a_change_shows_who_why_and_the_words_that_changed(page, change, read):
    assert change(page, "Plainer.", body="We compare jobs by pay.").status_code == 302
    history = read(page)
    assert "Page changed as it is now" in history
    assert "by admin Plainer. Body We compare [-careers-]{+jobs+} by pay." in history
    assert "Page as it was" in history
    assert history.index("Page changed") < history.index("Page as it was")


def test_a_form_saved_unchanged_makes_no_version_whatever_its_note(page, change):
    change(page, "Nothing to see.")
    change(page, "One.", title="Who we are")
    change(page, "Two.")
    assert page.history.count() == 2  # as it was, and the one change


def test_what_an_import_did_in_between_is_not_laid_at_an_editors_door(page, change, read):
    change(page, "First.", title="Who we are")
    m.Page.objects.filter(pk=page.pk).update(slug="imported")
    change(page, "Second.", title="Who")
    history = read(page)
    assert "Title [-Who we are-] → {+Who+}" in history
    assert history.count("imported") == 1
    assert re.search(r"UTC Changed by an import.*? Slug \[-about-us-\] → \{\+imported\+\}", history)


def test_texts_are_escaped_in_the_history(page, change, admin_client, address):
    change(page, "<b>why</b>", body="<script>alert(1)</script>", title="<i>")
    html = admin_client.get(address(page, "history")).content.decode()
    assert "<script>alert" not in html
    assert "<b>why" not in html
    assert "<i>" not in html


def test_related_rows_are_named_and_no_key_is_shown(change, read):
    retail, health = m.Industry.objects.order_by("code")[:2]
    company = m.Company.objects.create(
        name="Harbour Clinic",
        slug="harbour",
        industry=retail,
        facts_source="Annual report",
        status=m.Status.DRAFT,
    )
    change(company, "Reclassified.", industry=str(health.pk))
    assert f"Industry [-{retail}-] → {{+{health}+}}" in read(company)


def test_a_score_does_not_change_without_a_reason(change, read):
    company = m.Company.objects.create(name="Harbour Clinic", slug="harbour")
    score = m.CompanyAssessment.objects.create(
        company=company, topic="Benefits", score=70, as_of="2026-01-01", source_name="Survey"
    )
    assert "Say why the figure changes." in said(change(score, score="75"))
    table = {"assessments-0-score": "75"}
    assert "Say why the figure changes" in said(change(company, **table))
    assert change(company, "The survey was revised.", **table).status_code == 302
    assert "The survey was revised. Score [-70.0-] → {+75.0+}" in read(score)
    assert "Company assessment changed: Benefits: 75.0" in read(company)


def test_a_return_is_shown_first_and_is_a_version_itself(page, change, read, earlier, admin_client):
    change(page, "Plainer.", body="We compare jobs by pay.", title="Who we are")
    shown = admin_client.get(earlier(page))
    assert "<del>jobs</del><ins>careers</ins>" in shown.content.decode()
    page.refresh_from_db()
    assert page.title == "Who we are"
    answer = admin_client.post(
        earlier(page), {"seen": shown.context["seen"], "change_note": "It was better."}
    )
    assert answer.status_code == 302
    page.refresh_from_db()
    assert (page.title, page.body) == ("About us", "We compare careers by pay.")
    history = read(page)
    assert re.search(r"by admin Return to the version of .+? UTC\. It was better\.", history)
    assert page.history.count() == 3


def test_a_return_does_not_publish(page, change, earlier, admin_client):
    m.Page.objects.filter(pk=page.pk).update(status=m.Status.PUBLISHED)
    change(page, "Plainer.", step="_publish", title="Who we are")
    m.Page.objects.filter(pk=page.pk).update(status=m.Status.ARCHIVED)
    admin_client.post(earlier(page), {"seen": admin_client.get(earlier(page)).context["seen"]})
    page.refresh_from_db()
    assert (page.title, page.status) == ("About us", m.Status.ARCHIVED)


def test_a_return_that_something_stands_in_the_way_of_is_refused_in_words(
    page, change, earlier, admin_client
):
    change(page, "Moved.", slug="who-we-are")
    m.Page.objects.create(title="About it", slug="about-us", body="It.")
    answer = admin_client.post(earlier(page), {"seen": admin_client.get(earlier(page)).context["seen"]})
    assert "Slug: Page with this Slug already exists." in answer.content.decode()
    page.refresh_from_db()
    assert page.slug == "who-we-are"


def test_a_return_overwrites_nothing_unseen(page, change, earlier, admin_client):
    change(page, "One.", title="Who we are")
    seen = admin_client.get(earlier(page)).context["seen"]
    change(page, "Two.", title="Who")
    assert "Somebody changed it" in admin_client.post(earlier(page), {"seen": seen}).content.decode()
    page.refresh_from_db()
    assert page.title == "Who"


@pytest.mark.parametrize("role", [EDITOR, PUBLISHER])
def test_what_is_published_returns_at_a_publishers_hands_and_by_a_draft_at_an_editors(
    page, change, read, earlier, sign_in, role
):
    change(page, "Plainer.", title="Who we are")
    m.Page.objects.filter(pk=page.pk).update(status=m.Status.PUBLISHED)
    client = sign_in(role)
    assert "Return to this version" in read(page, client)
    asked = client.get(earlier(page))
    assert ("becomes a draft" in asked.content.decode()) == (role == EDITOR)
    seen = {"seen": asked.context["seen"]}
    assert client.post(earlier(page), seen).status_code == 302
    page.refresh_from_db()
    assert page.title == ("Who we are" if role == EDITOR else "About us")
    drafted = [(draft.content, draft.author.username) for draft in m.Draft.objects.all()]
    assert drafted == ([({"title": "About us"}, "editor")] if role == EDITOR else [])
    if drafted:
        assert "There is a draft of it already" in client.post(earlier(page), seen).content.decode()


def test_a_return_that_a_check_bars_changes_nothing_that_readers_see(page, change, earlier, admin_client):
    m.Page.objects.filter(pk=page.pk).update(body="See [it](/nowhere/at-all/).")
    change(page, "Mended.", body="See nothing.", title="Who we are")
    m.Page.objects.filter(pk=page.pk).update(status=m.Status.PUBLISHED)
    answer = admin_client.post(earlier(page), {"seen": admin_client.get(earlier(page)).context["seen"]})
    assert "leads nowhere" in answer.content.decode()
    page.refresh_from_db()
    assert page.title == "Who we are"


def test_an_occupations_history_holds_its_titles_text_and_corrections_together(
    nurses, wage, change, read, admin_user, admin_client, address
):
    text = m.OccupationText.objects.create(occupation=nurses, summary="They care.")
    change(nurses, "As people say.", plural_title="Nurses")
    change(text, "Said in full.", step="_publish", summary="They care for patients.")
    m.Correction.objects.create(
        figure=ContentType.objects.get_for_model(wage),
        key={"occupation_id": nurses.pk},
        key_text="this one",
        field="annual_median",
        about="Pay of nurses",
        occupation=nurses,
        source=wage.release.source,
        published_value="98430",
        value="99000",
        reason="A digit was missing.",
        evidence="The publisher's notice",
        made_by=admin_user,
    )
    history = read(nurses)
    places = [history.index(part) for part in ("A digit was missing", "Said in full", "As people say")]
    assert places == sorted(places)
    assert "They care{+ for patients+}." in history
    assert "Correction created: Pay of nurses: annual median" in history
    assert "by admin A digit was missing." in history
    assert "[-$98,430-] → {+$99,000+}" in history
    assert f"Text about {nurses}" in admin_client.get(address(text, "history")).content.decode()


def test_two_hundred_versions_are_paged_within_the_queries(
    page, change, admin_client, admin_user, address, django_assert_max_num_queries
):
    change(page, "The first.", title="Title 0")
    record = m.Page.history.model
    last = page.history.latest()
    record.objects.bulk_create(
        record(
            **{field.attname: getattr(last, field.attname) for field in record._meta.fields[:-5]}
            | {"title": f"Title {number}", "body": "word " * 500 + str(number)},
            history_user=admin_user,
            history_date=last.history_date,
            history_type="~",
        )
        for number in range(1, 201)
    )
    with django_assert_max_num_queries(MAX_QUERIES):
        shown = admin_client.get(address(page, "history"))
    assert len(shown.context["entries"]) == PER_PAGE
    assert "202 versions" in shown.content.decode()
    with django_assert_max_num_queries(MAX_QUERIES):
        assert "The first." in admin_client.get(address(page, "history") + "?p=11").content.decode()


def test_what_is_chosen_in_a_list_leaves_versions_too(around, admin_client, address, read):
    crowd(m.Posting, around)
    posting = m.Posting.objects.order_by("pk").last()
    form = {"action": "none_fits", "_selected_action": [posting.pk]}
    admin_client.post(address(m.Posting, "changelist"), form)
    history = read(posting)
    assert "by admin Chosen in the list: without an occupation from now on." in history
    assert f"Occupation [-{posting.occupation}-] → {{+nothing+}}" in history
    assert "Posting as it was" in history


def test_a_comparison_has_a_history_too(admin_client, change, read):
    comparison = CuratedComparison.objects.first()
    assert change(comparison, "Shorter.", step="_publish", title="Nurse or else").status_code == 302
    assert "by admin Shorter. Title" in read(comparison)
