"""The preview of Markdown answers whoever may write the text, and keeps nothing."""

import pytest
from django.contrib.auth.models import Group, User

from careers.desk.roles import EDITOR
from careers.models import Page

pytestmark = pytest.mark.django_db

PREVIEW = "/admin/careers/page/markdown/body/"


@pytest.fixture
def editor(client):
    user = User.objects.create_user("edith", is_staff=True)
    user.groups.add(Group.objects.get(name=EDITOR))
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (PREVIEW, "<h2>One</h2>\n<p>a<br>\n&lt;b&gt;</p>"),
        ("/admin/careers/occupationtext/markdown/summary/", "<p># One<br>\na<br>\n&lt;b&gt;</p>"),
        ("/admin/careers/company/markdown/summary/", "<p># One<br>\na<br>\n&lt;b&gt;</p>"),
        ("/admin/careers/posting/markdown/description/", "# One\na\n<b></b>"),
        ("/admin/comparisons/curatedcomparison/markdown/introduction/", "<p># One<br>\na<br>\n&lt;b&gt;</p>"),
        ("/admin/comparisons/curatedcomparison/markdown/verdict/", "<p># One<br>\na<br>\n&lt;b&gt;</p>"),
    ],
)
def test_it_shows_the_text_as_its_page_does(editor, address, shown):
    assert editor.post(address, {"text": "# One\na\n\0<b>"}).json() == {"html": shown, "faults": []}


def test_it_names_the_links_that_lead_nowhere_and_looks_up_a_few(editor, django_assert_max_num_queries):
    text = " ".join(f"[x](/careers/nowhere-{number}/)" for number in range(100))
    with django_assert_max_num_queries(20):
        faults = editor.post(PREVIEW, {"text": f"[n](/careers/registered-nurses/) {text}"}).json()["faults"]
    assert faults[0] == "The link to /careers/nowhere-0/ leads nowhere: there is no such occupation here."
    assert len(faults) == 11
    assert not Page.objects.exists()


def test_it_takes_no_more_than_the_text_may_hold(editor):
    assert len(editor.post(PREVIEW, {"text": "a" * 60_000}).json()["html"]) == 50_000 + len("<p></p>")


def test_it_answers_nobody_else_and_nothing_else(editor):
    assert editor.get(PREVIEW).status_code == 405
    assert editor.post("/admin/careers/page/markdown/title/", {"text": "x"}).status_code == 404
    looks_only = User.objects.create_user("vera", is_staff=True)
    editor.force_login(looks_only)
    assert editor.post(PREVIEW, {"text": "x"}).status_code == 403
    editor.logout()
    assert editor.post(PREVIEW, {"text": "x"}).status_code == 302
