"""Which of the two engines searches: that of the database."""

from types import ModuleType

from django.db import connection

from . import postgres, sqlite


def engine() -> ModuleType:
    return sqlite if connection.vendor == "sqlite" else postgres
