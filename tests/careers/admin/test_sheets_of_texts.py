"""A row of a sheet goes the way of its form: drafts, checks, rights and history are the same."""

from functools import partial

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from careers.desk import drafts, roles
from careers.desk.sheets.resources import KEYS
from careers.models import (
    Company,
    CompanyName,
    Draft,
    Feed,
    Page,
    Posting,
    ReaderReport,
    Status,
    Synonym,
)
from tests.careers.admin import sheets

pytestmark = pytest.mark.django_db

# Written on pages of their own: what is no row of texts and numbers, and what an import or a button makes.
WITHOUT_A_SHEET = {"careers.companylogo", "careers.correction", "careers.importjob"}


@pytest.fixture
def publisher(client):
    return sheets.sign_in(client, roles.PUBLISHER)


@pytest.fixture
def hand_in(client):
    return partial(sheets.hand_in, client)


@pytest.fixture
def page():
    return Page.objects.create(title="Lamps", slug="lamps", body="Keep them lit.", status=Status.PUBLISHED)


def test_all_that_editors_and_publishers_maintain_has_a_sheet():
    maintained = {name for table in (roles.EDITORS, roles.PUBLISHERS) for name in table}
    assert maintained - KEYS.keys() == WITHOUT_A_SHEET


def test_what_is_published_gets_a_draft_and_stays_as_it_is(publisher, hand_in, page):
    said = hand_in("page", "slug,title\nlamps,Lanterns\n", note="Nobody says lamps.")
    assert "Brought in: 0 new, 1 changed" in said
    page.refresh_from_db()
    assert (page.title, page.status) == ("Lamps", Status.PUBLISHED)
    draft = drafts.of(page)
    assert (draft.content, draft.note, draft.author) == (
        {"title": "Lanterns"},
        "Nobody says lamps.",
        publisher,
    )
    assert "1 as they were" in hand_in("page", "slug,title\nlamps,Lanterns\n")


def test_what_is_new_begins_as_a_draft(publisher, hand_in):
    hand_in("company", "slug,name\npharos,Pharos\n")
    assert Company.objects.get(slug="pharos").status == Status.DRAFT
    said = hand_in("company", "slug,name,status\nlamp,Lamp,published\n")
    assert "status: No sheet sets it: leave its cell empty." in said


def test_a_publisher_publishes_with_the_sheet_what_the_checks_let_pass(publisher, hand_in, page):
    sheet = "slug,title,body\nlamps,Lanterns,Keep them lit.\nwick,Wicks,[Trim](/nowhere/) them.\n"
    assert "leads nowhere" in hand_in("page", sheet, publishes="on")
    page.refresh_from_db()
    assert page.title == "Lamps"
    assert not Draft.objects.exists()
    assert not Page.objects.filter(slug="wick").exists()
    hand_in("page", sheet.replace("/nowhere/", "/careers/"), publishes="on", note="Renamed.")
    page.refresh_from_db()
    assert page.title == "Lanterns"
    assert page.history.first().history_change_reason == "Renamed."
    assert Page.objects.get(slug="wick").status == Status.PUBLISHED


def test_under_the_rule_of_two_nobody_publishes_a_sheet_of_their_own(settings, publisher, hand_in, page):
    settings.DESK_TWO_PERSON_RULE = True
    sheet = "slug,title\nlamps,Lanterns\n"
    assert "another publisher has to look at it" in hand_in("page", sheet, publishes="on")
    assert not Draft.objects.exists()
    hand_in("page", sheet)
    assert drafts.of(page).content == {"title": "Lanterns"}


def test_a_draft_of_somebody_else_is_kept_and_never_written_over(publisher, hand_in, page):
    live = drafts.values(page)
    page.title, page.body = "Torches", "Light them."
    drafts.write(page, live, None)
    assert "title: A draft of it by somebody has another" in hand_in("page", "slug,title\nlamps,Lanterns\n")
    assert drafts.of(page).content["title"] == "Torches"
    # The list shows what is published; what the sheet leaves as that is, stays as the draft has it.
    hand_in("page", "slug,title,body,review_by\nlamps,Lamps,Keep them lit.,2031-01-02\n")
    assert drafts.of(page).content == {
        "title": "Torches",
        "body": "Light them.",
        "review_by": "2031-01-02",
    }


def test_an_editor_hands_in_drafts_and_nothing_else(client, page):
    sheets.sign_in(client, roles.EDITOR)
    said = sheets.hand_in(client, "page", "slug,title\nlamps,Lanterns\n", publishes="on")
    assert "1 changed" in said
    page.refresh_from_db()
    assert page.title == "Lamps"
    assert "Publish the rows" not in client.get(sheets.address("page", "sheet")).content.decode()
    for model in ("synonym", "companyname", "occupation", "feed", "source"):
        assert client.get(sheets.address(model, "sheet")).status_code == 403
        listed = client.get(sheets.address(model, "changelist")).content.decode()
        assert sheets.address(model, "sheet") not in listed


def test_what_a_form_works_out_is_worked_out_of_a_sheet_too(publisher, hand_in):
    company = Company.objects.create(name="Pharos", slug="pharos")
    hand_in("companyname", "company,kind,name\npharos,Legal name,The Pharos Inc.\n")
    assert CompanyName.objects.get(company=company).key == "pharos"
    said = hand_in(
        "posting",
        "id,title,company_name,description,apply_url,posted_on,pay_min,pay_unit,currency,is_remote\n"
        ",Registered Nurse,Pharos,<p>Nurse<script>x()</script></p>,https://example.org/a,2026-01-01,"
        "30,an hour,USD,yes\n",
    )
    assert "1 new" in said
    posting = Posting.objects.get(company_name="Pharos")
    assert posting.occupation.soc_code == "29-1141"
    assert (posting.yearly_min, posting.is_remote, posting.status) == (62_400, True, Status.DRAFT)
    assert "script" not in posting.description
    assert posting.fingerprint
    assert "Say why the figure changes." in hand_in("posting", f"id,pay_min\n{posting.pk},31\n")
    assert "1 changed" in hand_in("posting", f"id,pay_min,is_remote\n{posting.pk},31,no\n", note="It rose.")
    posting.refresh_from_db()
    assert (posting.yearly_min, posting.is_remote) == (64_480, False)
    assert "No posting has the id “999999”" in hand_in("posting", "id,title\n999999,A\n")


def test_each_row_says_in_its_history_who_and_why(publisher, hand_in):
    hand_in("synonym", "term,meaning\nwreck,Divers\n", note="Asked for.")
    row = Synonym.objects.get(term="wreck")
    assert (row.history.get().history_user, row.history.get().history_change_reason) == (
        publisher,
        "Asked for.",
    )
    assert LogEntry.objects.get(object_id=str(row.pk)).user == publisher


@pytest.fixture
def _one_of_each():
    """Of what the snapshot has none."""
    company = Company.objects.create(name="Pharos", slug="pharos")
    company.assessments.create(topic="Light", score=80, as_of="2031-01-01", source_name="The Beacon")
    Feed.objects.create(name="Pharos", slug="pharos", format="csv", company=company)
    Page.objects.create(title="=Lamps", slug="lamps", body="- Lit,\n- always.", publish_at=timezone.now())
    posting = Posting.objects.create(
        title="Keeper", company_name="Pharos", company=company, description="<p>Keep it.</p>", pay_min=30,
        pay_unit="hour", currency="USD", employment_types="FULL_TIME,PART_TIME", is_remote=True,
        apply_url="https://example.org/", posted_on="2031-01-01",
    )  # fmt: skip
    posting.places.create(city="Tacoma", state="WA")
    ReaderReport.objects.create(figure="pay", page="/careers/", shown="$1", message="Too low.")


@pytest.mark.usefixtures("_one_of_each")
@pytest.mark.parametrize("label", sorted(KEYS))
def test_a_list_handed_in_as_it_was_taken_out_changes_nothing(client, django_user_model, label):
    client.force_login(django_user_model.objects.create_superuser("boss"))
    name = label.replace(".", "_")
    newest = list(apps.get_model(label).objects.order_by("-pk").values_list("pk", flat=True)[:3])
    taken = sheets.take_out(client, name, pk__in=",".join(map(str, newest)))
    assert len(taken) == len(newest) > 0
    said = sheets.hand_in(client, name, taken)
    assert f"Brought in: 0 new, 0 changed, {len(newest)} as they were" in said
