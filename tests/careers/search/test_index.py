"""The index is made by every load and import, and says what is in the database."""

import pytest
from django.core.management import call_command
from django.db import connection

from careers.importers import base
from careers.importers.bulk import Outcome
from careers.models import Area, Occupation, SearchTerm, SearchWord, Synonym
from careers.search import find, index, synonyms

pytestmark = pytest.mark.django_db


class Renaming(base.Importer):
    """An import that renames an occupation past every signal, as importers do."""

    source = base.SourceInfo(
        slug="s", name="S", short_name="S", publisher="P", url="https://s.example", licence="L"
    )

    def open(self, files):
        return base.ReleaseInfo("1", None)

    def load(self, release, progress):
        return Outcome(updated=Occupation.objects.filter(soc_code="19-2011").update(title="Gloamers"))


def test_the_snapshot_is_searchable_once_it_is_loaded():
    assert SearchTerm.objects.filter(kind="occupation", tier=0).count() >= Occupation.objects.listed().count()
    assert SearchTerm.objects.filter(kind="place").count() == Area.objects.count()
    assert SearchWord.objects.filter(word="nurse").exists()


def test_an_import_is_followed_by_a_new_index(tmp_path, django_capture_on_commit_callbacks):
    (tmp_path / "file.csv").write_text("anything", encoding="utf-8")
    assert not find.search("gloamers", exact=True).groups
    with django_capture_on_commit_callbacks(execute=True):
        base.run(Renaming(), tmp_path / "file.csv")
    assert find.search("gloamers", exact=True).groups[0].hits[0].title == "Gloamers"


def test_an_installation_that_had_no_search_gets_it_with_the_next_start():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM careers_searchterm")
    Synonym.objects.all().delete()
    call_command("load_snapshot", without_samples=True, verbosity=0)
    assert find.search("RN").groups[0].hits[0].title == "Registered Nurses"


def test_loading_again_brings_back_shipped_synonyms_but_leaves_what_editors_changed():
    Synonym.objects.filter(key="rn").update(meaning="baker")
    Synonym.objects.filter(key="cop").update(is_in_use=False)
    Synonym.objects.filter(key="lvn").delete()
    assert synonyms.load() == 1
    assert Synonym.objects.get(key="rn").meaning == "baker"
    assert not Synonym.objects.get(key="cop").is_in_use


def test_every_shipped_synonym_finds_a_career_a_place_or_a_page():
    missed = [row.term for row in Synonym.objects.all() if not find.search(row.term, exact=True).groups]
    assert missed == []


def test_the_command_says_how_much_can_be_searched(capsys):
    call_command("rebuild_search")
    assert f"{SearchTerm.objects.count():,} names and texts can be searched" in capsys.readouterr().out


def test_a_rebuild_that_fails_keeps_the_old_index(monkeypatch):
    monkeypatch.setattr(index, "_write", lambda made: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.rebuild()
    assert find.search("nurse").groups
