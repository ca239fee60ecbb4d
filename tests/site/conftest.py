"""Tests that only read need no look through all rows for dangling keys."""

import pytest
from django.test import TestCase


@pytest.fixture(autouse=True, scope="module")
def _spare_readers():
    """After each test Django has SQLite check every foreign key of the snapshot, some 70 ms; here only
    after a test that wrote something."""
    check, seen = TestCase._should_check_constraints, {}

    def after_writing(self, connection):
        if connection.vendor == "sqlite":
            before, seen["changes"] = seen.get("changes"), connection.connection.total_changes
            if seen["changes"] == before:
                return False
        return check(self, connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TestCase, "_should_check_constraints", after_writing)
        yield
