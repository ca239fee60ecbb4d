"""What readers report is looked at, answered, shown or dismissed on the desk."""

import pytest
from django.contrib.admin.models import LogEntry

from careers.models import ReaderReport

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReaderReport.objects.create(
        figure="annual_mean",
        page="/careers/registered-nurses/?place=texas",
        shown="$90,010",
        area="Texas",
        source="BLS OEWS, May 2025",
        message="The table <b>says</b> otherwise.",
    )


def test_it_stands_there_with_its_figure_source_page_and_what_was_shown(admin_client, report, address):
    page = admin_client.get(address(report)).content.decode()
    for piece in ("$90,010", "Texas", "BLS OEWS, May 2025", "&lt;b&gt;says"):
        assert piece in page
    assert 'href="/careers/registered-nurses/?place=texas"' in page
    assert 'href="/figures/#annual_mean"' in page


def test_an_answer_says_who_gave_it_and_is_public_only_if_the_editor_says_so(
    admin_client, admin_user, report, address, client
):
    answer = {"answer": "BLS revised it in July.", "state": "new"}
    admin_client.post(address(report), answer)
    report.refresh_from_db()
    assert (report.state, report.answered_by, report.is_public) == ("answered", admin_user, False)
    assert report.answered_at
    assert "revised" not in client.get("/figures/").content.decode()
    admin_client.post(address(report), answer | {"state": "answered", "is_public": "on"})
    assert "BLS revised it in July." in client.get("/figures/").content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"state": "answered", "answer": " "},
        {"state": "new", "answer": "", "is_public": "on"},
        {"state": "dismissed", "answer": "No.", "is_public": "on"},
    ],
)
def test_nothing_is_shown_that_answers_nothing(admin_client, report, address, said):
    assert admin_client.post(address(report), said).context["errors"]
    report.refresh_from_db()
    assert report.state == "new"


def test_words_that_tell_of_a_person_are_taken_out_for_good_and_were_never_in_the_log(
    admin_client, report, address
):
    admin_client.post(address(report), {"answer": "Thank you.", "state": "new"})
    chosen = {"action": "erase", "_selected_action": [report.pk]}
    admin_client.post(address(ReaderReport, "changelist"), chosen)
    report.refresh_from_db()
    assert (report.message, report.answer) == ("(An editor took these words out.)", "Thank you.")
    logged = LogEntry.objects.filter(object_id=str(report.pk))
    assert logged.count() == 2
    assert not any("otherwise" in f"{entry.object_repr} {entry.change_message}" for entry in logged)


def test_a_heap_is_dismissed_at_once_and_an_answer_among_it_stays(admin_client, report, address):
    answered = ReaderReport.objects.create(
        figure="age", page="/", shown="41", message="Old", state="answered", answer="No."
    )
    chosen = {"action": "dismiss", "_selected_action": [report.pk, answered.pk]}
    admin_client.post(address(ReaderReport, "changelist"), chosen)
    report.refresh_from_db()
    answered.refresh_from_db()
    assert (report.state, answered.state) == ("dismissed", "answered")
