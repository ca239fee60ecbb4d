"""The desk's first page: what waits, what is stale, what is missing, and one box over everything."""

import json
import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.utils.timezone import localdate

from careers.desk.roles import EDITOR, PUBLISHER
from careers.models import Correction, Draft, ImportJob, OccupationText, Page, ReaderReport, WageEstimate
from tests.careers.advertised import advertise
from tests.site.html import parse

pytestmark = pytest.mark.django_db

MAX_QUERIES = 20


@pytest.fixture(autouse=True)
def _findings_kept_elsewhere(settings, tmp_path):
    settings.VAR_DIR = tmp_path


@pytest.fixture
def desk(client, django_assert_max_num_queries):
    """What one of a role sees on the first page, by heading; within its queries."""

    def desk(role: str, query: str = "") -> dict:
        user, _ = User.objects.get_or_create(username=role.lower(), is_staff=True)
        if role == "Superuser":
            user.is_superuser = True
            user.save()
        else:
            user.groups.set(Group.objects.filter(name=role))
        client.force_login(user)
        with django_assert_max_num_queries(MAX_QUERIES):
            response = client.get("/admin/", {"q": query} if query else {})
        assert response.status_code == 200
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", response.content.decode())
        return {part.one("h2").text: part for part in parse(response).one("div", css="desk").all("section")}

    return desk


@pytest.fixture
def waiting():
    """One of everything that can wait for somebody."""
    text = OccupationText.objects.order_by("pk").first()
    text.status, text.review_by = "in_review", localdate()
    text.save()
    page = Page.objects.create(title="A page to review", slug="a-page", body="We.", status="in_review")
    Page.objects.create(
        title="An old page",
        slug="old",
        body="We.",
        status="published",
        review_by=localdate() - timedelta(days=2),
    )
    of_pages = ContentType.objects.get_for_model(Page)
    Draft.objects.create(
        content_type=of_pages, object_id=page.pk, content={}, base={}, note="A change", state="in_review"
    )
    ImportJob.objects.create(importer="oews", file_name="all_data.xlsx", state="checked")
    ReaderReport.objects.create(figure="annual_mean", page="/", shown="$1", message="It is too low by far.")
    advertise(match_confidence=40)


def test_a_publisher_sees_all_that_waits_and_what_is_overdue(desk, waiting):
    parts = desk(PUBLISHER)
    said = parts["Waiting for me"].text
    for piece in (
        "A page to review",
        "Text of",
        "A change",
        "all_data.xlsx",
        "It is too low by far.",
        "uncertainly",
    ):
        assert piece in said, piece
    assert "An old page" in parts["To be looked at again"].text
    for address in parts["Waiting for me"].links.values():
        assert address.startswith("/admin/")


def test_an_editor_sees_reports_and_own_drafts_but_nothing_to_publish_or_import(desk, waiting):
    said = desk(EDITOR)["Waiting for me"].text
    assert "It is too low by far." in said
    assert "A page to review" not in said
    assert "A change" not in said
    assert "all_data.xlsx" not in said
    Draft.objects.update(author=User.objects.get(username="editor"))
    assert "A change" in desk(EDITOR)["Waiting for me"].text


def test_my_drafts_hold_what_i_began_and_never_published_and_lead_to_its_form(desk):
    desk(EDITOR)
    user = User.objects.get(username="editor")
    mine, _ = (Page.objects.create(title=name, slug=name.lower(), body="We.") for name in ("Mine", "Other"))
    LogEntry.objects.log_actions(user.pk, [mine], ADDITION, [{"added": {}}], single_object=True)
    live = Page.objects.create(title="Live", slug="live", body="We.", status="published")
    of_pages = ContentType.objects.get_for_model(Page)
    Draft.objects.create(content_type=of_pages, object_id=live.pk, content={}, base={}, author=user)
    links = desk(EDITOR)["Waiting for me"].links
    assert links["Mine"] == f"/admin/careers/page/{mine.pk}/change/"
    assert links["Live"] == f"/admin/careers/page/{live.pk}/change/"
    assert "Other" not in links


def test_corrections_in_conflict_and_a_new_import_are_a_link_away(desk, client):
    wage = WageEstimate.objects.current().national().first()
    Correction.objects.create(
        figure=ContentType.objects.get_for_model(wage), key={}, key_text="this one", field="annual_median",
        about="Pay of zymologists", occupation=wage.occupation, source=wage.release.source,
        published_value="98430", value="99000", reason="A digit was missing.", evidence="A notice",
        conflicts_with="OEWS May 2031",
    )  # fmt: skip
    parts = desk(PUBLISHER)
    listed = parts["Waiting for me"].links["1 correction is in conflict with a newer release"]
    assert "Pay of zymologists" in client.get(listed).content.decode()
    assert client.get(parts["Last imports"].links["Hand in a file or an address"]).status_code == 200


def test_who_may_nothing_sees_none_of_it(desk, waiting):
    parts = desk("Nobody")
    assert "Nothing waits for you." in parts["Waiting for me"].text
    assert "An old page" not in parts["To be looked at again"].text
    assert "Missing most" not in parts
    assert desk("Nobody", "registered nurses") == {}


def test_what_is_missing_most_stands_first(desk):
    notes = re.findall(r"([\d,]+) of 830", desk("Superuser")["Missing most"].text)
    counts = [int(note.replace(",", "")) for note in notes]
    assert len(counts) > 3
    assert counts == sorted(counts)


def test_the_last_findings_lead_to_their_fields(desk, settings):
    assert "check_content" in desk(EDITOR)["Last findings"].text
    told = {"level": "blocking", "message": "The link leads nowhere.", "url": "/admin/x/#id_body"}
    kept = {"at": "2026-04-01T02:00:00", "blocking": 1, "warnings": 0, "findings": [told]}
    (settings.VAR_DIR / "findings.json").write_text(json.dumps(kept), encoding="utf-8")
    part = desk(EDITOR)["Last findings: 1 blocking, 0 warnings (2026-04-01)"]
    assert part.links == {"The link leads nowhere.": "/admin/x/#id_body"}
    (settings.VAR_DIR / "findings.json").write_text("[broken", encoding="utf-8")
    assert "check_content" in desk(EDITOR)["Last findings"].text


@pytest.mark.parametrize(
    ("query", "kind", "found"),
    [
        ("registerd nurse", "Occupations", "Registered Nurses"),
        ("mayo", "Companies", "Mayo Clinic"),
        ("texas", "Areas", "Texas"),
        ("oews", "Sources", "Occupational Employment and Wage Statistics"),
        ("annual_mean", "Figures", "annual_mean"),
    ],
)
def test_anything_is_found_in_one_box_and_leads_to_its_page(desk, query, kind, found):
    part = desk(EDITOR, query)[kind]
    assert found in part.text
    assert all(address.startswith("/admin/") for address in part.links.values())


def test_postings_comparisons_and_pages_are_found_too(desk):
    advertise(title="Zymologist in residence")
    Page.objects.create(title="All about zymologists", slug="zymology", body="We.")
    parts = desk(EDITOR, "zymologist")
    assert "Zymologist in residence" in parts["Postings"].text
    assert "All about zymologists" in parts["Pages"].text


@pytest.mark.parametrize(
    "query", ["qqzzxx", "%", "<script>alert(1)</script>", "'; DROP TABLE", "x" * 500, "\0"]
)
def test_whatever_is_typed_gets_an_answer(desk, query):
    desk(EDITOR, query)
