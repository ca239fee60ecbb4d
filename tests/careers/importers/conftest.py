from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from careers.importers import base, oews, onet
from careers.models import College, FieldOfStudy, Major, MajorEarnings, MajorRoute, Program

from .oews_files import Release
from .onet_database import Database
from .state import nothing_changes, without_the_snapshot_s_onet


@pytest.fixture
def own_source(monkeypatch):
    """OEWS files count as those of another source, so the snapshot's 234,872 figures stay in force."""
    source = replace(oews.Importer.source, slug="oews-of-atlantis", name="The survey of Atlantis")
    monkeypatch.setattr(oews.Importer, "source", source)


@pytest.fixture
def import_onet(monkeypatch, tmp_path):
    """Write an O*NET database and import it: the receipt. It counts as another source than O*NET."""
    source = replace(onet.Importer.source, slug="onet-of-atlantis", name="O*NET of Atlantis")
    monkeypatch.setattr(onet.Importer, "source", source)

    def run(database: Database, edition: str = "xlsx", read_me: bool = True):
        folder = database.write(tmp_path / f"import-{len(list(tmp_path.iterdir()))}", edition, read_me)
        return base.run(onet.Importer(), folder)

    return run


@pytest.fixture(scope="module")
def without_onet(django_db_setup, django_db_blocker):
    """No figures nor skills of O*NET, whatever the snapshot holds of them: files fill them anew."""
    with django_db_blocker.unblock(), without_the_snapshot_s_onet():
        yield


@pytest.fixture
def without_studies():
    """No majors, colleges or earnings, whatever the snapshot holds of them: files fill them anew."""
    with connection.cursor() as cursor:
        for model in (Program, MajorRoute, MajorEarnings, College, Major, FieldOfStudy):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")


@pytest.fixture(params=["flat", "sqlite"])
def edition(request):
    return request.param


@pytest.fixture
def import_oews(tmp_path):
    """Write a release in one of its editions and import it: the receipt."""

    def run(release: Release, edition: str = "flat", **options):
        path = write(release, edition, tmp_path)
        return base.run(oews.Importer(), path, **options)

    return run


def write(release: Release, edition: str, folder):
    folder = folder / f"{edition}-{len(list(folder.iterdir()))}"
    folder.mkdir()
    return release.write_flat(folder) if edition == "flat" else release.write_sqlite(folder / "oews.sqlite")


@pytest.fixture
def refused(request):
    """Hold that the command refuses a path in one line with file, line and reason, changing nothing.

    The importer is the one that the test's module names in `IMPORTER`.
    """

    def check(path: Path, reason: str, *, file: str, line: int | None = None, release: str = "") -> None:
        with nothing_changes(), pytest.raises(CommandError) as said:
            call_command("import_source", request.module.IMPORTER, path, release=release)
        failure = said.value.__cause__
        assert isinstance(failure, base.ImportFailure)
        assert reason in failure.reason
        assert (failure.file, failure.line) == (file, line)
        where = f"{file}, line {line}: " if line else f"{file}: "
        assert str(said.value).startswith(where)
        assert str(said.value).lower().count("nothing was changed") == 1
        assert str(said.value).isprintable()  # one line

    return check
