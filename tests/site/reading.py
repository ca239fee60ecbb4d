"""Pages of the snapshot, each asked for and parsed once in a process: reading them changes nothing."""

from functools import cache

from django.http import HttpResponse
from django.test import Client

from tests.site.html import Element, parse


@cache
def response_at(address: str) -> HttpResponse:
    return Client().get(address)


@cache
def page_at(address: str) -> Element:
    return parse(response_at(address))
