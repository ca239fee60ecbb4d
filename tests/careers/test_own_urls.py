"""Whole URLs of this site are those that Django makes."""

import pytest
from django.test import RequestFactory

from careers.own_urls import absolute


@pytest.mark.parametrize("path", ["/", "/compare/actors-vs-dancers/", "/careers/?place=texas&sort=-pay"])
@pytest.mark.parametrize("secure", [False, True])
def test_they_are_what_django_makes_of_the_same_address(path, secure):
    request = RequestFactory(SERVER_NAME="testserver").get("/search/?q=nurse", secure=secure)
    assert absolute(request, path) == request.build_absolute_uri(path)
    assert absolute(request, path) == request.build_absolute_uri(path)


def test_below_a_prefix_they_have_it_once():
    request = RequestFactory().get("/careers/", SCRIPT_NAME="/portal")
    assert absolute(request, "/portal/careers/") == "http://testserver/portal/careers/"
