"""Steps of rows that somebody changes in the same moment: nothing is written over or published unseen."""

import pytest
from django.contrib.auth.models import User

from careers.desk import publishing
from careers.models import Page, Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db):
    return User.objects.create_superuser("boss")


def test_what_is_written_while_others_of_the_list_are_checked_is_not_written_over(boss, monkeypatch):
    page = Page.objects.create(title="Method", slug="method", body="As it was.")

    def findings(row):
        Page.objects.filter(pk=row.pk).update(body="As an editor has it now.")
        return []

    monkeypatch.setattr(publishing, "findings", findings)
    with pytest.raises(publishing.Refused, match="same moment"):
        publishing.publish(page, boss)
    page = Page.objects.get()
    assert (page.body, page.status) == ("As an editor has it now.", Status.DRAFT)


def test_what_is_made_a_draft_again_keeps_what_was_published_in_the_same_moment(boss):
    page = Page.objects.create(title="Method", slug="method", body="As it was.", status=Status.PUBLISHED)
    Page.objects.update(body="As it was published now.")
    with pytest.raises(publishing.Refused, match="same moment"):
        publishing.return_to_draft(page, boss)
    page = Page.objects.get()
    assert (page.body, page.status) == ("As it was published now.", Status.PUBLISHED)
