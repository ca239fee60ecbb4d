"""Pages of the snapshot, each asked for and parsed once in a process: reading them changes nothing."""

from functools import cache

from django.http import HttpResponse
from django.test import Client

from careers.models import Posting
from tests.careers.advertised import advertise
from tests.site.addresses import SAMPLE_JOB
from tests.site.html import Element, parse


def have_sample_job() -> None:
    """Until the test ends, the job whose page stands for all: the snapshot itself has none."""
    if not Posting.objects.filter(pk=1).exists():
        advertise(pk=1, is_sample=True)


@cache
def response_at(address: str) -> HttpResponse:
    if address.startswith(SAMPLE_JOB.rstrip("/")):
        have_sample_job()
    return Client().get(address)


@cache
def page_at(address: str) -> Element:
    return parse(response_at(address))
