"""The bench measures the search as it is and many times as large, and leaves nothing behind."""

import pytest
from django.core.management import CommandError, call_command

from careers.models import SearchTerm, SearchWord
from careers.search import find
from careers.search.growing import grown

pytestmark = pytest.mark.django_db


@pytest.fixture
def few_queries(tmp_path):
    path = tmp_path / "queries.csv"
    path.write_text("query\nnurse\nregisterd nurze\nHR\n", encoding="utf-8")
    return path


def test_a_grown_index_finds_as_many_times_more_and_is_gone_afterwards():
    terms, words = SearchTerm.objects.count(), SearchWord.objects.count()
    pilots = find.search("airline pilots", exact=True).groups[0]
    with grown(3) as size:
        assert size == 3 * terms
        assert SearchWord.objects.count() == 3 * words
        many = find.search("airline pilots", exact=True).groups[0]
        assert many.total == 3 * pilots.total
        assert {hit.title for hit in many.hits[:3]} == {pilots.hits[0].title}
    assert (SearchTerm.objects.count(), SearchWord.objects.count()) == (terms, words)
    assert find.search("airline pilots", exact=True).groups[0] == pilots


def test_the_bench_prints_the_median_and_the_95th_percentile(few_queries, capsys):
    call_command("bench_search", times=1, grow=2, queries=few_queries)
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("3 queries, 1 times each, over ")
    for line, what in zip(said[1:], ("search", "suggestions", "search for the list", "counts"), strict=True):
        assert line.startswith(what)
        assert "p50" in line
        assert "p95" in line


def test_the_bench_says_what_it_cannot_read(tmp_path, few_queries):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("bench_search", queries=tmp_path / "none.csv")
    with pytest.raises(CommandError, match="grow at most 26"):
        call_command("bench_search", queries=few_queries, grow=1000)
