"""Production starts with what is safe, and says of everything else which setting it is and what to write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config import caching, databases, env, mail, safety

KEY = "Zk3vQ8sLr0YpXw6NfTb1HgMd9CjUa5EiOx7KtVz2RqWy4BnSoP"
SAFE = {
    "debug": False,
    "https": True,
    "key": KEY,
    "hosts": ["careers.example.org"],
    "origins": ["https://careers.example.org"],
    "has_named_hosts": True,
}
HERE = {"debug": True, "https": False, "key": "x", "hosts": ["127.0.0.1", "localhost", "[::1]"]}
PASSWORD = "hunter2"


def test_a_safe_site_starts_and_so_does_one_for_this_machine_alone():
    assert list(safety.findings(**SAFE)) == []
    assert list(safety.findings(**SAFE | HERE | {"has_named_hosts": False})) == []
    assert list(safety.findings(**SAFE | HERE | {"debug": False, "has_named_hosts": False})) == []


@pytest.mark.parametrize(
    ("unsafe", "named", "remedy"),
    [
        ({"key": "short"}, "DJANGO_SECRET_KEY", "at least 50 letters"),
        ({"key": "a" * 60}, "DJANGO_SECRET_KEY", "token_urlsafe"),
        ({"key": f"django-insecure-{KEY}"}, "DJANGO_SECRET_KEY", "token_urlsafe"),
        ({"has_named_hosts": False, "hosts": HERE["hosts"]}, "DJANGO_ALLOWED_HOSTS", "is not set: write"),
        ({"hosts": ["*"]}, "DJANGO_ALLOWED_HOSTS", "instead of *"),
        ({"hosts": ["https://careers.example.org"]}, "DJANGO_ALLOWED_HOSTS", "without https:// and port"),
        ({"hosts": ["careers.example.org:443"]}, "DJANGO_ALLOWED_HOSTS", "without https:// and port"),
        ({"origins": ["http://careers.example.org"]}, "DJANGO_CSRF_TRUSTED_ORIGINS", "write https://"),
        ({"https": False}, "DJANGO_HTTPS", "write true, or take these out"),
        ({"debug": True, "https": False}, "DJANGO_DEBUG", "write false, or take these out"),
    ],
)
def test_what_is_unsafe_is_named_with_its_remedy(unsafe, named, remedy):
    (finding,) = safety.findings(**SAFE | unsafe)
    assert finding.startswith(named)
    assert remedy in finding
    assert KEY not in finding


def start(**environment) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://:memory:", **environment},
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif((Path(settings.BASE_DIR) / ".env").exists(), reason="this machine has a .env of its own")
def test_production_is_refused_with_all_that_is_wrong_at_once_and_starts_once_that_is_mended():
    refused = start(DJANGO_SECRET_KEY="short")
    assert refused.returncode == 1
    assert "DJANGO_SECRET_KEY can be guessed" in refused.stderr
    assert "DJANGO_ALLOWED_HOSTS is not set" in refused.stderr
    mended = start(DJANGO_SECRET_KEY=KEY, DJANGO_ALLOWED_HOSTS="careers.example.org")
    assert (mended.returncode, mended.stderr) == (0, "")


POSTGRES = f"postgresql://portal:{PASSWORD}@127.0.0.1/portal"


def test_replicas_are_servers_beside_the_primary():
    made = databases.configured(POSTGRES, ["postgres://u@one/x", "postgres://u@two/x"], is_pooled=True)
    assert [(alias, server["HOST"]) for alias, server in made.items()] == [
        ("default", "127.0.0.1"),
        ("replica1", "one"),
        ("replica2", "two"),
    ]
    assert all(server["OPTIONS"]["pool"]["timeout"] == databases.WAITS for server in made.values())
    assert all(server["OPTIONS"]["options"] == "-c jit=off" for server in made.values())
    between = databases.configured(POSTGRES, [], is_pooled=False)["default"]
    assert "pool" not in between["OPTIONS"]
    assert between["DISABLE_SERVER_SIDE_CURSORS"], "another query may get another connection"


@pytest.mark.parametrize(
    ("url", "replicas", "named"),
    [
        (f"portal:{PASSWORD}@host", [], "DATABASE_URL is no address"),
        (f"mysql://portal:{PASSWORD}@host/x", [], "DATABASE_URL is no address"),
        (f"postgresql://portal:{PASSWORD}@host:port/x", [], "DATABASE_URL is no address"),
        (POSTGRES, [f"http://portal:{PASSWORD}@host"], "DATABASE_REPLICAS is no address"),
        (POSTGRES, ["sqlite:///x"], "DATABASE_REPLICAS holds what is no PostgreSQL"),
        ("sqlite:///x", [POSTGRES], "DATABASE_REPLICAS needs a PostgreSQL server"),
    ],
)
def test_a_database_that_cannot_be_is_named_without_its_password(url, replicas, named):
    with pytest.raises(ImproperlyConfigured, match=named) as refusal:
        databases.configured(url, replicas, is_pooled=True)
    assert PASSWORD not in str(refusal.value)


@pytest.mark.parametrize(
    "written", [PASSWORD, f"http://u:{PASSWORD}@h", "redis://", f"redis://u:{PASSWORD}@h:x"]
)
def test_an_address_that_cannot_be_is_named_without_its_password(monkeypatch, written):
    monkeypatch.setenv("CACHE_URL", written)
    with pytest.raises(ImproperlyConfigured, match=r"CACHE_URL .*: write redis://… or") as refusal:
        env.address("CACHE_URL", *caching.SCHEMES)
    assert PASSWORD not in str(refusal.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("smtp://mail.example.org", (25, "", "", False, False)),
        ("smtp+tls://u%40x:p%2Fw@mail.example.org", (587, "u@x", "p/w", True, False)),
        ("smtps://u:p@mail.example.org:4650", (4650, "u", "p", False, True)),
    ],
)
def test_a_mail_server_is_one_address(monkeypatch, written, meant):
    monkeypatch.setenv("EMAIL_URL", written)
    made = mail.server(env.address("EMAIL_URL", *mail.SCHEMES))
    assert made.host == "mail.example.org"
    assert (made.port, made.user, made.password, made.starts_tls, made.is_tls) == meant


def test_a_word_that_is_none_of_the_choices_is_refused(monkeypatch):
    monkeypatch.setenv("LOG_FORMAT", "xml")
    with pytest.raises(ImproperlyConfigured, match="LOG_FORMAT is 'xml': write line or json"):
        env.choice("LOG_FORMAT", "json", "line", "json")
