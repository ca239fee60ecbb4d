from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from careers.importers import base, census_occupations, lca, oews, onet
from careers.models import (
    College,
    CompanyName,
    FieldOfStudy,
    Major,
    MajorEarnings,
    MajorRoute,
    Program,
    Skill,
)

from .census_list_file import CensusList
from .lca_files import Filings
from .oews_files import Release
from .onet_database import Database
from .state import a_test_of, forget, nothing_changes, taken_back


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


@pytest.fixture(autouse=True)
def _fresh(request):
    if request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("db")
    with a_test_of(request.module.__name__):
        yield


@pytest.fixture(scope="module")
def without_onet(django_db_setup, django_db_blocker):
    """No figures nor skills of O*NET, whatever the snapshot holds of them: files fill them anew."""
    with django_db_blocker.unblock(), taken_back():
        forget("onet")
        Skill.objects.filter(ratings=None).delete()
        yield


@pytest.fixture(scope="module")
def without_studies(django_db_setup, django_db_blocker):
    """No majors, colleges or earnings, whatever the snapshot holds of them: files fill them anew."""
    with django_db_blocker.unblock(), taken_back():
        with connection.cursor() as cursor:
            for model in (Program, MajorRoute, MajorEarnings, College, Major, FieldOfStudy):
                cursor.execute(f"DELETE FROM {model._meta.db_table}")
        yield


@pytest.fixture(scope="module")
def own_census_list(request, tmp_path_factory, django_db_setup, django_db_blocker):
    """A small Census list instead of the snapshot's, and nothing of the sources that the module `FORGETS`."""
    path = CensusList().write(tmp_path_factory.mktemp("census") / "list.xlsx")
    with django_db_blocker.unblock(), taken_back():
        for slug in ("census-occupations", *request.module.FORGETS):
            forget(slug)
        base.run(census_occupations.Importer(), path)
        yield


@pytest.fixture(scope="module")
def own_offers(django_db_setup, django_db_blocker):
    """No visa filings but a test's own, whatever the snapshot holds of them."""
    with django_db_blocker.unblock(), taken_back():
        CompanyName.objects.filter(release__source__slug="dol-lca").delete()
        forget("dol-lca")
        yield


@pytest.fixture
def import_lca(tmp_path):
    """Write a disclosure file and import it: the receipt."""

    def run(file: Filings, name: str = "LCA_Disclosure.csv", names: dict[str, str] | None = None):
        return base.run(lca.Importer(), file.write(tmp_path / name, names))

    return run


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
