"""A bad setting stops the start and says what to write instead."""

import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.mark.parametrize(
    ("written", "meant"), [("true", True), ("Yes", True), ("1", True), ("off", False), (" FALSE ", False)]
)
def test_a_switch_is_read_in_the_usual_spellings(monkeypatch, written, meant):
    monkeypatch.setenv("DJANGO_HTTPS", written)
    assert env.boolean("DJANGO_HTTPS", not meant) is meant


def test_a_switch_that_is_neither_on_nor_off_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("DJANGO_HTTPS", "maybe")
    with pytest.raises(ImproperlyConfigured, match="DJANGO_HTTPS is 'maybe': write true or false"):
        env.boolean("DJANGO_HTTPS", True)


@pytest.mark.parametrize("default", [True, False])
def test_an_empty_switch_means_its_default(monkeypatch, default):
    monkeypatch.setenv("DJANGO_HTTPS", "")
    assert env.boolean("DJANGO_HTTPS", default) is default


@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_secret_key_is_named_with_its_remedy(monkeypatch, value):
    monkeypatch.delenv("DJANGO_SECRET_KEY")
    if value is not None:
        monkeypatch.setenv("DJANGO_SECRET_KEY", value)
    with pytest.raises(ImproperlyConfigured, match=r"Set DJANGO_SECRET_KEY .*make \.env"):
        env.text("DJANGO_SECRET_KEY")


def test_host_names_are_read_without_blanks(monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOWED_HOSTS", " a.example, ,b.example,")
    assert env.names("DJANGO_ALLOWED_HOSTS") == ["a.example", "b.example"]


def test_the_environment_wins_over_the_file(monkeypatch, tmp_path):
    monkeypatch.setenv("PORTAL_BOTH", "environment")
    monkeypatch.setenv("PORTAL_FILE", "")
    monkeypatch.delenv("PORTAL_FILE")
    (tmp_path / ".env").write_text("# a remark\n\nPORTAL_BOTH=file\nPORTAL_FILE = a=b \n")
    env.load_file(tmp_path / ".env")
    assert (env.text("PORTAL_BOTH"), env.text("PORTAL_FILE")) == ("environment", "a=b")


def test_a_line_of_the_file_that_sets_nothing_is_named_by_number(tmp_path):
    (tmp_path / ".env").write_text("# a remark\nDJANGO_HTTPS\n")
    with pytest.raises(ImproperlyConfigured, match=r"\.env, line 2: write NAME=value"):
        env.load_file(tmp_path / ".env")


def test_every_setting_of_the_environment_stands_in_the_example_file():
    read = re.findall(r'env\.\w+\("(\w+)"', (settings.BASE_DIR / "config/settings.py").read_text())
    example = (settings.BASE_DIR / ".env.example").read_text()
    assert set(read) == set(re.findall(r"^#?(\w+)=", example, re.MULTILINE))


def test_the_tests_do_not_listen_to_the_settings_of_the_machine(tmp_path):
    """An `.env` that points at somebody's server must never reach the tests."""
    probe = "from django.conf import settings; print(settings.DATABASES['default']['ENGINE'], settings.DEBUG)"
    done = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "DJANGO_DEBUG": "true"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["django.db.backends.sqlite3", "False"]
