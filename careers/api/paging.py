"""Going through a list by cursor: each page names the next, and rows that come or go shift nothing."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Field, Schema

from careers.views.errors import NoSuchPage

MOST, USUAL = 100, 25
LONGEST_CURSOR = 400  # characters
Row = TypeVar("Row")


class Paging(Schema):
    limit: int = Field(USUAL, ge=1, le=MOST, description="Rows of a page.")
    cursor: str = Field("", max_length=LONGEST_CURSOR, description="From `next` of the page before.")


def encoded(*last: Any) -> str:
    """The cursor after a row that its list finds again by these values."""
    return base64.urlsafe_b64encode(json.dumps(last, separators=(",", ":")).encode()).decode().rstrip("=")


def decoded(cursor: str, *kinds: type) -> tuple | None:
    """The values of the last row seen, None for the first page; 404 for what is no cursor of this list."""
    if not cursor:
        return None
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        last = json.loads(text)
    except (binascii.Error, ValueError, RecursionError):
        last = None
    # PostgreSQL has no way to write a NUL.
    if not isinstance(last, list) or [type(value) for value in last] != list(kinds) or "\0" in str(last[0]):
        raise NoSuchPage("That cursor is not one of this list. Start again without it.")
    return tuple(last)


def next_address(request: HttpRequest, cursor: str) -> str:
    """The same question after a row."""
    query = request.GET.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{urlencode(list(_pairs(query)))}")


def _pairs(query):
    for name, values in query.lists():
        yield from ((name, value) for value in values)


def page(
    request: HttpRequest, rows: Sequence[Row], paging: Paging, name: Callable[[Row], str]
) -> tuple[dict, list]:
    """The head of a page of a list that is in memory, and its rows; `name` tells them apart.

    Where the last row seen is gone, its old position counts.
    """
    last = decoded(paging.cursor, str, int)
    start = 0
    if last:
        named = {name(row): number for number, row in enumerate(rows)}
        start = named.get(last[0], last[1] - 1) + 1
    shown = list(rows[start : start + paging.limit])
    following = None
    if shown and start + len(shown) < len(rows):
        following = next_address(request, encoded(name(shown[-1]), start + len(shown) - 1))
    return {"count": len(rows), "next": following}, shown
