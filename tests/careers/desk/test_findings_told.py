"""What the checks say is told at the form, with the way to the field, to who submits and who publishes."""

import pytest
from django.urls import reverse

from careers.desk import publishing
from careers.desk.checks import BLOCKING, WARNING, Finding
from careers.models import Page, Status
from tests.careers.admin.forms import posted

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("step", "level", "status"),
    [
        ("_submit_for_review", WARNING, Status.IN_REVIEW),
        ("_submit_for_review", BLOCKING, Status.IN_REVIEW),
        ("_publish", WARNING, Status.PUBLISHED),
        ("_publish", BLOCKING, Status.DRAFT),
    ],
)
def test_what_is_found_is_told_once_with_the_way_to_the_field(admin_client, monkeypatch, step, level, status):
    page = Page.objects.create(title="Method", slug="method", body="As it was.")
    address = reverse("admin:careers_page_change", args=[page.pk])
    found = Finding(level, "It names <b>another</b>.", "body", f"{address}#id_body")
    monkeypatch.setattr(publishing, "findings", lambda row: [found])
    typed = posted(admin_client.get(address), {step: "1"})
    told = admin_client.post(address, typed, follow=True).content.decode()
    assert told.count(f'It names &lt;b&gt;another&lt;/b&gt;. <a href="{address}#id_body">') == 1
    page.refresh_from_db()
    assert page.status == status
