"""Drafts on their real pages, by links that are signed, expire and are for one version of one thing."""

import pytest
from django.core import signing
from django.urls import reverse

from careers.desk import preview
from careers.desk.roles import EDITOR
from careers.models import Draft, Occupation, OccupationText, Page, Status

from .steps import change, save, shown

pytestmark = pytest.mark.django_db


def test_a_draft_is_previewed_on_its_page_by_a_link_without_signing_in(people, client, page):
    save(people[EDITOR], page, body="As it shall be.")
    link = people[EDITOR].get(change(page)).context["preview_url"]
    before = [list(model.objects.values()) for model in (Page, Draft)]
    answer = client.get(link)
    assert "As it shall be." in answer.content.decode()
    assert "Preview of a draft" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert [list(model.objects.values()) for model in (Page, Draft)] == before
    assert client.post(link).status_code == 405
    save(people[EDITOR], page, body="Otherwise.")
    assert client.get(link).status_code == 410, "it is a link to one version"


def test_a_link_to_a_preview_expires_and_is_for_one_thing(people, client, page, monkeypatch):
    Page.objects.update(status=Status.DRAFT)
    page.refresh_from_db()
    link = preview.address(page)
    assert "As it was." in client.get(link).content.decode()
    assert shown(client, page) == ""
    assert client.get(link[:-2] + "x/").status_code == 410
    monkeypatch.setattr(preview, "LASTS", -1)
    assert client.get(link).status_code == 410
    other = signing.dumps(["auth.user", 1, ""], salt="another")
    assert client.get(reverse("preview", args=[other])).status_code == 410


def test_a_text_is_previewed_on_the_page_of_its_occupation(client):
    greeter = Occupation.objects.create(title="Greeter", slug="greeter", level="job_title")
    text = OccupationText.objects.create(occupation=greeter, summary="They greet.", status=Status.DRAFT)
    assert "They greet." in client.get(preview.address(text)).content.decode()
    assert "They greet." not in client.get("/careers/greeter/").content.decode()
