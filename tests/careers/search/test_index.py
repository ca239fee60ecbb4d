"""The index is made by every load and import, and says what is in the database."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.importers import base
from careers.importers.bulk import Outcome
from careers.models import Area, Occupation, SearchTerm, SearchWord, Synonym
from careers.search import find, index, synonyms, terms

pytestmark = pytest.mark.django_db
many_write = pytest.mark.skipif("connection.vendor == 'sqlite'", reason="one at a time writes to SQLite")


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
    monkeypatch.setattr(index, "_write", lambda made, table: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.rebuild()
    assert find.search("nurse").groups


@many_write
def test_whoever_searches_while_the_index_is_made_anew_finds_what_was_there_before_at_once():
    Occupation.objects.filter(soc_code="19-2011").update(title="Gloamers")
    index.rebuild()
    assert find.search("gloamers", exact=True).groups

    def another() -> list[bool]:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = 1")  # ms: it waits for nobody
            return [bool(find.search(text, exact=True).groups) for text in ("gloamers", "actuaries")]
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as beside:
        assert beside.submit(another).result() == [False, True]


@many_write
@pytest.mark.parametrize("many", [0, 100])
def test_what_is_edited_while_the_index_is_made_anew_is_found(monkeypatch, many):
    all_terms, edits = terms.all_terms, iter(["Gloamers"])

    def edited_meanwhile():
        yield from all_terms()
        for title in edits:
            occupation = Occupation.objects.get(soc_code="19-2011")
            occupation.title = title
            occupation.save()
            monkeypatch.setattr(index, "MANY", many)

    monkeypatch.setattr(terms, "all_terms", edited_meanwhile)
    index.rebuild()
    assert find.search("gloamers", exact=True).groups


def test_a_new_index_is_the_same_whatever_was_there_before():
    def rows():
        words = SearchWord.objects.order_by("word").values_list("word", "stem", "frequency")
        return list(SearchTerm.objects.order_by("pk").values_list()), list(words)

    index.rebuild()
    expected = rows()
    SearchTerm.objects.filter(tier=0).delete()
    SearchTerm.objects.filter(kind="place").update(weight=3)
    SearchWord.objects.filter(word__startswith="a").delete()
    SearchWord.objects.filter(word__startswith="b").update(frequency=10**6)
    SearchWord.objects.create(word="zzz", stem="zzz", frequency=1)
    index.rebuild()
    assert rows() == expected


@many_write
def test_an_index_that_is_as_it_should_be_is_not_written():
    index.rebuild()
    with CaptureQueriesContext(connection) as asked:
        index.rebuild()
    written = ("INSERT INTO careers_", "DELETE FROM careers_", "UPDATE careers_")
    assert not [each["sql"] for each in asked if each["sql"].replace('"', "").startswith(written)]
