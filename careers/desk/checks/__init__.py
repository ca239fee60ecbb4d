"""Checks before publishing and every night. A check is a module of this package, found by being there.

Each has `of(row)`, the findings about one row (none where it does not concern the check), and
`everywhere()`, those about all rows in a few queries. `addresses` also takes `online=True`.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from .base import BLOCKING, WARNING, Finding

__all__ = ["BLOCKING", "WARNING", "Finding", "every_finding", "findings", "names"]


def names() -> list[str]:
    return [found.name for found in iter_modules(__path__) if found.name != "base"]


def _checks() -> dict:
    return {name: import_module(f"{__name__}.{name}") for name in names()}


def findings(row) -> list[Finding]:
    """What all checks say of one row, saved or not; the blocking first. No network."""
    found = [each for check in _checks().values() for each in check.of(row)]
    return sorted(found, key=lambda each: each.level != BLOCKING)


def every_finding(*, links: bool = False) -> Iterator[tuple[str, Finding]]:
    """The name of the check with each of its findings; `links` fetches addresses outside, too."""
    for name, check in _checks().items():
        found = check.everywhere(online=True) if links and name == "addresses" else check.everywhere()
        for each in found:
            yield name, each
