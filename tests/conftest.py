"""Every test sees the site as it ships: the embedded snapshot, loaded once for each worker."""

import gc
import socket

import pytest
from django.core.cache import cache
from django.test import TestCase
from hypothesis import settings

from careers import snapshot
from tests import keeping, prepared

# How fast something is, bench commands show: a machine that is busy with other tests says nothing of it.
settings.register_profile("portal", deadline=None)
settings.load_profile("portal")
# Parsed pages are many objects that stay: looking through them for rubbish takes a seventh of the time.
gc.set_threshold(20_000, 20, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """On PostgreSQL the runner takes what is marked: that is every test that any fixture brings to it."""
    for item in items:
        if "db" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session")
def _snapshot(django_db_modify_db_settings, django_db_blocker):
    with django_db_blocker.unblock():
        return prepared.copied_or_filled(snapshot.load)


@pytest.fixture(scope="session")
def django_db_setup(_snapshot, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        _snapshot()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def _foreign_keys_checked_where_that_is_cheap():
    """After each test Django has SQLite check every foreign key of the snapshot, some 100 ms each time.

    PostgreSQL checks those that the test wrote; every test that reaches a database runs there too.
    """
    check = TestCase._should_check_constraints

    def cheaply(self, connection):
        return connection.vendor != "sqlite" and check(self, connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TestCase, "_should_check_constraints", cheaply)
        yield


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    """Nothing outside this machine is reached: pages, importers and tests work without it."""
    connect = socket.socket.connect

    def only_here(self, address):
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tried to reach {address}")
        return connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield


@pytest.fixture(autouse=True)
def _kept_from_test_to_test(request, monkeypatch):
    with keeping.from_test_to_test(request, monkeypatch):
        yield
