"""Whole URLs of the pages of this site."""

from django.http import HttpRequest


def absolute(request: HttpRequest, path: str) -> str:
    """As `build_absolute_uri` has it, for an address that `reverse` gives; asks for the host once a page."""
    try:
        root = request.own_root
    except AttributeError:
        root = request.own_root = request.build_absolute_uri("/").removesuffix("/")
    return root + path
