"""The programs of others that judge the pages are the same on every machine."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "checkers"


@pytest.fixture(scope="module")
def locked() -> dict[str, dict]:
    return json.loads((FOLDER / "package-lock.json").read_text())["packages"]


def test_the_lock_is_that_of_the_packages_named(locked):
    named = json.loads((FOLDER / "package.json").read_text())["devDependencies"]
    assert locked.pop("")["devDependencies"] == named
    for name, version in named.items():
        assert locked[f"node_modules/{name}"]["version"] == version


def test_every_package_is_known_by_its_digest_wherever_it_comes_from(locked):
    for name, package in locked.items():
        if name:
            assert package["integrity"].startswith("sha512-")
            assert "resolved" not in package


def test_no_package_asks_for_the_latest_of_another(locked):
    """Debian's npm would take the lock for stale once that has moved on: write the version there instead."""
    asked = [version for package in locked.values() for version in package.get("dependencies", {}).values()]
    assert "latest" not in asked
