"""Careers and pairs drawn by lot: each page renders whole, with nothing that a program let slip."""

import random

import pytest

from careers.models import Occupation
from tests.site.html import blemishes, visible_pieces

pytestmark = pytest.mark.django_db

DRAWN = 30


@pytest.fixture
def lot():
    return random.Random(34_754)


@pytest.fixture
def slugs():
    return list(Occupation.objects.listed().order_by("slug").values_list("slug", flat=True))


def faults(client, addresses) -> list:
    found = []
    for address in addresses:
        response = client.get(address)
        if response.status_code != 200:
            found.append((address, response.status_code))
            continue
        pieces = visible_pieces(response.content.decode())
        # BLS asks for no experience and no training in words of its own: "None".
        found += [(address, piece) for piece in pieces if piece.strip() != "None" and blemishes(piece)]
    return found


def test_any_career_renders(client, lot, slugs):
    assert faults(client, [f"/careers/{slug}/" for slug in lot.sample(slugs, DRAWN)]) == []


def test_the_pay_of_any_career_renders(client, lot, slugs):
    assert faults(client, [f"/careers/{slug}/pay/" for slug in lot.sample(slugs, DRAWN)]) == []


def test_any_two_careers_compare(client, lot, slugs):
    pairs = [lot.sample(slugs, 2) for _ in range(DRAWN)]
    assert faults(client, [f"/compare/{'-vs-'.join(pair)}/" for pair in pairs]) == []


def test_a_job_title_compares_with_any_official_occupation(client, lot, slugs):
    others = lot.sample(slugs, 20)
    assert faults(client, [f"/compare/front-office-coordinator-vs-{slug}/" for slug in others]) == []
