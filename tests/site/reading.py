"""Pages of the snapshot, each asked for and parsed once in a process: reading them changes nothing."""

from datetime import date
from functools import cache

from django.http import HttpResponse
from django.test import Client

from careers.models import Page, Posting, Status
from tests.careers.advertised import advertise
from tests.site.addresses import SAMPLE_PAGE
from tests.site.html import Element, parse


def have_sample_job() -> None:
    """Until the test ends, the job whose page stands for all: the snapshot itself has none."""
    if not Posting.objects.filter(pk=1).exists():
        # Its days stand still, so that its page is the same when a run goes past midnight.
        advertise(pk=1, is_sample=True, posted_on=date(2026, 1, 5), valid_through=None)


def have_sample_page() -> None:
    body = "## Who we are\n\nEditors who **check**.\n\n### And how\n\n- By [sources](https://example.org/)."
    fields = {"title": "How we work", "body": body, "status": Status.PUBLISHED}
    Page.objects.get_or_create(slug=SAMPLE_PAGE.split("/")[2], defaults=fields)


@cache
def response_at(address: str) -> HttpResponse:
    have_sample_job()
    have_sample_page()
    return Client().get(address)


@cache
def page_at(address: str) -> Element:
    return parse(response_at(address))
