"""What people call a job finds it: the queries of `queries.csv`, of which nobody looked up the answers."""

import csv
from pathlib import Path

import pytest

from careers.models import Occupation
from careers.search import find

FILE = Path(__file__).parent / "queries.csv"
QUERIES = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))
FIRST, AMONG_FIVE = 0.90, 0.97


@pytest.fixture
def answers(db):
    """By query: the SOC codes of what it finds, best first."""
    codes = dict(Occupation.objects.values_list("pk", "soc_code"))
    return {row["query"]: [codes[pk] for pk in find.occupations(row["query"]).ids] for row in QUERIES}


def failing(answers, within: int) -> list[tuple[str, list[str], str]]:
    return [
        (row["query"], answers[row["query"]][:5], row["expected"])
        for row in QUERIES
        if not set(answers[row["query"]][:within]) & set(row["expected"].split())
    ]


def test_there_are_queries_of_every_kind_and_each_once():
    assert len(QUERIES) > 100
    assert len({row["query"] for row in QUERIES}) == len(QUERIES)
    kinds = "health tech transport trades office service food education public safety science arts phrases"
    assert {row["about"] for row in QUERIES} >= set(kinds.replace("public safety", "").split())


def test_everyday_queries_find_what_they_mean_first(answers):
    missed = failing(answers, within=1)
    assert len(missed) <= (1 - FIRST) * len(QUERIES), missed


def test_everyday_queries_find_what_they_mean_among_the_first_five(answers):
    missed = failing(answers, within=5)
    assert len(missed) <= (1 - AMONG_FIVE) * len(QUERIES), missed
