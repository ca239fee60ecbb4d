"""What pages are made from is kept from test to test, as a process keeps it from reader to reader.

Only of the data that all tests begin with, and in a test that replaces nothing of the program: once a test
has written what readers see, and while its queries are counted, everything is worked out anew.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.utils import timezone

from careers import changes
from careers.kept import keeping
from config.page_cache import _is_of_a_reader, state_of

# Fixtures whose tests change how the program is set up, or the data for all.
CHANGING = {"settings", "transactional_db"}
_replaced: pytest.MonkeyPatch | None = None  # what the test replaces of the program


@contextmanager
def from_test_to_test(request: pytest.FixtureRequest, replaced: pytest.MonkeyPatch) -> Iterator[None]:
    global _replaced
    _replaced = replaced if CHANGING.isdisjoint(request.fixturenames) else None
    try:
        yield
    finally:
        _replaced = None


class Kept:
    """Stands where the portal keeps pages, which tests do without."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not (_is_of_a_reader(request) and _is_untouched()):
            return self.get_response(request)
        now = timezone.now()
        with keeping(("tests", *state_of(changes.version(now), now))):
            return self.get_response(request)


def _is_untouched() -> bool:
    return (
        _replaced is not None
        and not (_replaced._setattr or _replaced._setitem)
        and connection.in_atomic_block
        and not connection.force_debug_cursor  # queries are counted
        and not any(then is changes.noted for _, then, *_ in connection.run_on_commit)
    )
