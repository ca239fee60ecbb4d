"""Moves drawn by lot: each page renders whole, and its lists are those of a slow second computation.

The suite draws 40 ordered pairs; `COMPARISONS_DRAWN=1000` draws as many.
"""

import os
import random

import pytest

from careers.models import Occupation
from tests.oracles import move as oracle
from tests.oracles.pay_ahead import ahead
from tests.site.html import blemishes, visible_pieces

pytestmark = pytest.mark.django_db

DRAWN = int(os.environ.get("COMPARISONS_DRAWN", "40"))
LISTS = {"to_learn", "shared", "to_leave_behind", "untold"}


def drawn() -> list[tuple[str, str]]:
    """So many ordered pairs of slugs, the same in each run."""
    slugs = list(Occupation.objects.listed().order_by("slug").values_list("slug", flat=True))
    lot = random.Random(343_392)
    return [tuple(lot.sample(slugs, 2)) for _ in range(DRAWN)]


def told(client, pair) -> dict:
    return client.get(f"/compare/{'-vs-'.join(pair)}/move.json").json()


def test_any_move_renders_without_a_blemish(client):
    found = []
    for pair in drawn():
        response = client.get(f"/compare/{'-vs-'.join(pair)}/move/")
        assert response.status_code == 200, pair
        pieces = visible_pieces(response.content.decode())
        # BLS asks for no experience and no training in words of its own: "None".
        found += [(pair, piece) for piece in pieces if piece.strip() != "None" and blemishes(piece)]
    assert found == []


def test_what_is_to_learn_shared_and_left_behind_is_what_a_second_computation_finds(client):
    rated = 0
    for pair in drawn():
        listed: dict[tuple[str, str], set[str]] = {}
        for entry in told(client, pair)["entries"]:
            if entry["section"] in LISTS and entry["kind"] != "named":
                listed.setdefault((entry["section"], entry["kind"]), set()).add(entry["name"])
        expected = oracle.lists(*pair)
        assert listed == expected, pair
        rated += bool(expected)
    assert rated > DRAWN / 2


def test_pay_is_said_to_rise_only_where_it_does(client):
    for pair in drawn():
        move = told(client, pair)
        said = [one for one in move["opening"] if one.startswith(("Pay ", "The change in pay "))]
        takes = [entry["figures"][0] for entry in move["entries"] if entry["section"] == "what_it_takes"]
        means = [cell for cell in takes if cell["figure"] in {"annual_mean", "hourly_mean"}]
        facts = [
            {
                "mean": cell["value"],
                "rse": None if (rse := cell["relative_standard_error_percent"]) is None else str(rse),
                "at_least": cell["at_least"],
                "series": (cell["source"], cell["release"], cell["kind"], cell["area"], cell["wider_group"]),
            }
            for cell in means
        ]
        if not facts:
            assert said[0].startswith("The change in pay is not known"), pair
            continue
        begins = {
            "first": "Pay falls ",
            "second": "Pay rises ",
            "same": "Pay stays ",
            "unknown": "Pay goes ",
            "missing": "The change in pay is not known",
        }[ahead(*facts)]
        assert len(said) == 1, pair
        assert said[0].startswith(begins), (pair, said)
