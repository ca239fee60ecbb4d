"""Databases from their addresses: embedded SQLite, or PostgreSQL with streaming replicas."""

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SQLITE, POSTGRES = "django.db.backends.sqlite3", "django.db.backends.postgresql"
POOLED = "config.postgresql"
PRIMARY = "default"
# Seconds until a server that does not answer counts as away, and until a reader is told that all connections
# of this process are taken. How long one waits for a server that is away, config/postgresql/pool.py says.
ANSWERS_WITHIN, WAITS = 3, 2
# Connections of one process at most: its threads, and one to spare for what runs beside them.
CONNECTIONS = 8


def configured(url: str, replicas: list[str], *, is_pooled: bool) -> dict[str, dict]:
    """Django's DATABASES: the primary is `default`, the others are `replica1`, `replica2`, …"""
    primary = _parsed("DATABASE_URL", url)
    if primary["ENGINE"] == SQLITE:
        if replicas:
            raise ImproperlyConfigured(
                "DATABASE_REPLICAS needs a PostgreSQL server in DATABASE_URL: set that, or leave it empty."
            )
        # Opened once in each thread: to open the file for a page takes longer than to answer from memory.
        return {PRIMARY: primary | {"OPTIONS": _embedded(), "CONN_MAX_AGE": None}}
    others = {
        f"replica{number}": _parsed("DATABASE_REPLICAS", each) for number, each in enumerate(replicas, 1)
    }
    if any(other["ENGINE"] != POSTGRES for other in others.values()):
        raise ImproperlyConfigured(
            "DATABASE_REPLICAS holds what is no PostgreSQL server: write postgresql://…"
        )
    servers = {PRIMARY: primary, **others}
    return {alias: server | _served(server, is_pooled) for alias, server in servers.items()}


def _parsed(name: str, url: str) -> dict:
    """What is wrong is said without the address: it may hold a password."""
    try:
        server = dj_database_url.parse(url)
    except (ValueError, KeyError):
        server = {}
    if server.get("ENGINE") not in {SQLITE, POSTGRES}:
        raise ImproperlyConfigured(
            f"{name} is no address of a database that can be used: write "
            "postgresql://user:password@host:5432/name, or sqlite:///path."
        )
    return server


def _embedded() -> dict:
    # WAL lets pages be read while an import writes; IMMEDIATE makes a writer wait its turn at the
    # start of a transaction instead of failing in the middle of it.
    return {
        "timeout": 30,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=268435456;",
    }


def _served(server: dict, is_pooled: bool) -> dict:
    options = {"connect_timeout": ANSWERS_WITHIN, **server.get("OPTIONS", {})}
    if not is_pooled:
        # What pools in its place may give each query another connection, on which no cursor is open.
        return {"CONN_HEALTH_CHECKS": True, "DISABLE_SERVER_SIDE_CURSORS": True, "OPTIONS": options}
    # The larger the tables, the more often PostgreSQL would translate a query of a page into machine code,
    # which takes longer than to answer it. What stands between (PgBouncer) may take no such options.
    options.setdefault("options", "-c jit=off")
    options["pool"] = {"min_size": 1, "max_size": CONNECTIONS, "timeout": WAITS}
    return {"ENGINE": POOLED, "OPTIONS": options}
