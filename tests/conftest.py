"""Every test sees the site as it ships: the embedded snapshot, loaded once for each worker."""

import socket

import pytest
from django.core.cache import cache

from careers import snapshot


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        snapshot.load()


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Nothing outside this machine is reached: pages, importers and tests work without it."""
    connect = socket.socket.connect

    def only_here(self, address):
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tried to reach {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)
