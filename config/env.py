"""Typed readers of the environment. A bad value stops the start and says what to write instead."""

import os
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


def load_file(path: Path) -> None:
    """Add the `NAME=value` lines of a file to the environment; what is already set there wins."""
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals:
            raise ImproperlyConfigured(f"{path}, line {number}: write NAME=value.")
        os.environ.setdefault(name.strip(), value.strip())


def is_set(name: str) -> bool:
    return bool(os.environ.get(name, "").strip())


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, default)
    if value is None or value == "":
        if default is not None:
            return default
        raise ImproperlyConfigured(f"Set {name} in the environment or in .env (`make .env` writes one).")
    return value


def boolean(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}: write true or false.")


def number(name: str, default: int) -> int:
    """A whole number above 0."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if value.isascii() and value.isdigit() and int(value):
        return int(value)
    raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number above 0.")


def address(name: str, *schemes: str) -> SplitResult | None:
    """A URL, None where it is not set. What is wrong with it is said without it: it may hold a password."""
    value = os.environ.get(name, "").strip()
    if not value:
        return None
    try:
        parts = urlsplit(value)
        is_whole = parts.scheme in schemes and bool(parts.hostname or parts.path.strip("/"))
        parts.port  # noqa: B018 - refuses what is no number
    except ValueError:
        is_whole = False
    if is_whole:
        return parts
    forms = " or ".join(f"{scheme}://…" for scheme in schemes)
    raise ImproperlyConfigured(f"{name} is no address that can be used: write {forms}.")


def choice(name: str, default: str, *choices: str) -> str:
    """One of a few words."""
    value = os.environ.get(name, "").strip().lower() or default
    if value in choices:
        return value
    raise ImproperlyConfigured(f"{name} is {value!r}: write {' or '.join(choices)}.")


def names(name: str, default: str = "") -> list[str]:
    """A comma-separated list without blanks."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]
