"""The kept copy of the filled database is never that of other code or other data."""

import pytest

from tests import prepared


@pytest.mark.parametrize(
    "changed",
    [
        "careers/models/wages.py",
        "careers/migrations/0099_more.py",
        "careers/data/snapshot/facts.csv",
        "comparisons/shipped.py",
        "requirements-dev.txt",
    ],
)
def test_what_the_database_is_made_of_names_its_copy(tmp_path, monkeypatch, changed):
    monkeypatch.setattr(prepared, "ROOT", tmp_path)
    for name in (
        "careers/data/places.csv",
        "comparisons/models.py",
        "comparisons/shipped.py",
        "requirements-dev.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    before = prepared.key()
    assert prepared.key() == before

    (tmp_path / changed).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / changed).write_text("other")
    assert prepared.key() != before
