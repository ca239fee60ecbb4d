"""Sets of three and of five careers drawn by lot: each page renders whole and names the right one ahead.

The suite draws a few; `COMPARISONS_DRAWN=200` draws as many of each size.
"""

import os
import random
import re

import pytest

from careers.models import Occupation
from tests.oracles import order_of_several as oracle
from tests.site.html import blemishes, visible_pieces

pytestmark = pytest.mark.django_db

DRAWN = int(os.environ.get("COMPARISONS_DRAWN", "12"))


def drawn(count) -> list[str]:
    """Addresses of sets of so many careers, the same in each run."""
    slugs = list(Occupation.objects.listed().order_by("slug").values_list("slug", flat=True))
    lot = random.Random(32_844 + count)
    return [f"/compare/{'-vs-'.join(lot.sample(slugs, count))}/" for _ in range(DRAWN)]


def yearly_means(told) -> list[dict]:
    """What the JSON twin tells of yearly pay, as the oracle takes it."""
    row = next(row for row in told["sections"][0]["rows"] if row["cells"][0]["figure"] == "annual_mean")
    return [
        {
            "mean": cell["value"],
            "rse": None if (rse := cell["relative_standard_error_percent"]) is None else str(rse),
            "at_least": cell["at_least"],
            "series": (cell["source"], cell["release"], cell["kind"], cell["area"]),
        }
        for cell in row["cells"]
    ]


@pytest.mark.parametrize("count", [3, 5])
def test_any_set_renders_without_a_blemish(client, count):
    found = []
    for address in drawn(count):
        response = client.get(address)
        assert response.status_code == 200, address
        pieces = visible_pieces(response.content.decode())
        # BLS asks for no experience and no training in words of its own: "None".
        found += [(address, piece) for piece in pieces if piece.strip() != "None" and blemishes(piece)]
    assert found == []


@pytest.mark.parametrize("count", [3, 5])
def test_the_one_said_to_earn_the_most_is_the_one_who_does(client, count):
    for address in drawn(count):
        told = client.get(address.rstrip("/") + ".json").json()
        winner = oracle.leader(yearly_means(told))
        said = re.findall(r"(?:^|\n)(.+) earn the most on average", "\n".join(told["opening"]))
        names = [Occupation.objects.get(slug=career["slug"]).plural for career in told["careers"]]
        assert said == ([] if winner is None else [names[winner]]), address
        row = next(row for row in told["sections"][0]["rows"] if row["label"] == "Yearly salary")
        assert ("more than the next" in row["verdict"]) == (winner is not None), address
        if winner is not None:
            assert row["verdict"].startswith(f"{names[winner]}: "), address
