"""Sets of careers drawn by lot, nationwide and in places drawn by lot: each page renders whole and is right.

The suite draws a few; `COMPARISONS_DRAWN=2000 pytest tests/comparisons/test_random_sets.py -k "2"` draws
as many pairs, `-k "3"` as many sets of three.
"""

import os
import random
import re

import pytest

from careers.models import Area, Occupation
from tests.oracles import in_a_place, pay_ahead
from tests.oracles import order_of_several as oracle
from tests.site.html import blemishes, visible_pieces
from tests.site.reading import response_at

pytestmark = pytest.mark.django_db

DRAWN = int(os.environ.get("COMPARISONS_DRAWN", "8"))
NAMES_OF_NONE = "None"  # BLS asks for no experience and no training in a word of its own


def drawn(count) -> list[tuple[list[str], Area | None]]:
    """So many careers, and a place for three of four sets; the same in each run."""
    slugs = list(Occupation.objects.listed().order_by("slug").values_list("slug", flat=True))
    areas = list(Area.objects.select_related("state").order_by("slug"))
    lot = random.Random(32_844 + count)
    return [(lot.sample(slugs, count), lot.choice(areas) if number % 4 else None) for number in range(DRAWN)]


def address(slugs, place, twin="") -> str:
    query = f"?place={place.slug}&prices=adjusted" if place and place.kind != "nation" else ""
    return f"/compare/{'-vs-'.join(slugs)}{twin or '/'}{query}"


def told_of(slugs, place) -> dict:
    return response_at(address(slugs, place, ".json")).json()


def rows_of(told, key) -> list[dict]:
    return [
        row for section in told["sections"] for row in section["rows"] if row["cells"][0]["figure"] == key
    ]


def facts(cell) -> dict:
    """What the JSON twin tells of a figure, as the oracles take it."""
    rse = cell["relative_standard_error_percent"]
    return {
        "mean": None if cell["value"] is None else str(cell["value"]),
        "rse": None if rse is None else str(rse),
        "at_least": cell["at_least"],
        "series": tuple(cell[name] for name in ("source", "release", "kind", "area", "unit", "wider_group")),
    }


@pytest.mark.parametrize("count", [2, 3, 5])
def test_any_set_anywhere_renders_without_a_blemish(count):
    found = []
    for slugs, place in drawn(count):
        response = response_at(address(slugs, place))
        assert response.status_code == 200, address(slugs, place)
        pieces = visible_pieces(response.content.decode())
        found += [
            (address(slugs, place), piece)
            for piece in pieces
            if piece.strip() != NAMES_OF_NONE and blemishes(piece)
        ]
    assert found == []


@pytest.mark.parametrize("count", [2, 3, 5])
def test_every_local_figure_is_the_one_of_the_place_or_of_the_nearest_wider_area(count):
    for slugs, place in drawn(count):
        told = told_of(slugs, place)
        local = place if place and place.kind != "nation" else None
        for key in in_a_place.COLUMNS:
            (row, *_) = rows_of(told, key) or [None]
            expected = [in_a_place.figure(slug, local, key) for slug in slugs]
            if row is None:
                assert not any(expected), (slugs, place, key)
                continue
            for cell, figure in zip(row["cells"], expected, strict=True):
                shown = cell["value"], cell["area"], cell["at_least"]
                if figure is None:
                    assert cell["missing_reason"], (slugs, place, key)
                    continue
                area = figure["area"] if cell["area"] else ""  # a source may not say where
                assert shown == (figure["value"], area, figure["at_least"]), (slugs, place, key)
                stands_in = local is not None and figure["area"] != local.name
                assert bool(cell["stands_in_for"]) == stands_in, (slugs, place, key)
                assert not stands_in or f"No figure for {local.name}" in cell["note"]


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("key", ["annual_mean", "adjusted_pay", "hourly_mean", "annual_median", "growth"])
def test_the_one_that_a_row_names_first_is_the_one_ahead(count, key):
    for slugs, place in drawn(count):
        told = told_of(slugs, place)
        names = [Occupation.objects.get(slug=career["slug"]).plural for career in told["careers"]]
        for row in rows_of(told, key):
            known = [facts(cell) for cell in row["cells"]]
            if count == 2:
                winner = {"first": 0, "second": 1}.get(pay_ahead.ahead(*known))
            else:
                winner = oracle.leader(known)
            ahead = re.match(r"(.+?): (?:at least )?\$?[\d.,]+(?: points?)? more", row["verdict"])
            assert (ahead and ahead[1]) == (None if winner is None else names[winner]), address(slugs, place)


@pytest.mark.parametrize("count", [3, 5])
def test_the_one_said_to_earn_the_most_is_the_one_who_does(count):
    for slugs, place in drawn(count):
        told = told_of(slugs, place)
        winner = oracle.leader([facts(cell) for cell in rows_of(told, "annual_mean")[0]["cells"]])
        said = re.findall(r"(?:^|\n|, )([^\n]+?) earn the most on average", "\n".join(told["opening"]))
        names = [Occupation.objects.get(slug=career["slug"]).plural for career in told["careers"]]
        assert bool(said) == (winner is not None), address(slugs, place)
        assert winner is None or said[0].endswith(names[winner]), address(slugs, place)
