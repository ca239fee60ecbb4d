"""Where an occupation pays best, held against a count by hand."""

import random
from collections import defaultdict

import pytest

from careers.models import Occupation, WageEstimate
from careers.selectors import best_paying

OVERLAPPING = {"999101", "999201", "999301"}  # government by level, which overlaps the sectors

pytestmark = pytest.mark.django_db


def by_hand() -> dict[int, dict[str, tuple[float, set[str]]]]:
    """The best mean and its places by occupation and kind, from one pass over all rows."""
    best = defaultdict(dict)
    rows = WageEstimate.objects.filter(is_current=True, occupation__level="detailed").values_list(
        "occupation_id", "area__kind", "area__name", "industry__code", "industry__level", "industry__title",
        "employment", "wage_rse", "annual_mean", "hourly_mean",
    )  # fmt: skip
    for pk, kind, area, code, level, industry, people, error, annual, hourly in rows.iterator():
        if kind == "nation":
            if level != 2 or code in OVERLAPPING:
                continue
            kind, name = "sector", industry.split(" - ", 1)[1]
        elif kind == "nonmetro":
            continue
        else:
            name = area
        if people is None or people < 50 or error is None or error > 15:
            continue
        pay = annual if annual is not None else float(hourly) * 2080 if hourly is not None else None
        if pay is not None and pay > best[pk].get(kind, (0,))[0]:
            best[pk][kind] = (pay, {name})
        elif pay is not None and pay == best[pk][kind][0]:
            best[pk][kind][1].add(name)
    return best


def test_the_best_paying_places_are_those_that_a_count_by_hand_finds():
    hand = by_hand()
    drawn = random.Random(7).sample(sorted(hand), 40)
    found = best_paying.of(drawn)
    for pk in drawn:
        assert {kind for kind, best in found[pk].items() if best.places} == hand[pk].keys()
        for kind, (pay, names) in hand[pk].items():
            first = found[pk][kind].places[0]
            assert first.name in names
            value = float(first.pay.value)
            assert (value if first.pay.key == "annual_mean" else value * 2080) == pytest.approx(pay)


def test_the_floor_leaves_nearly_every_occupation_with_a_best_place():
    hand = by_hand()
    counts = {kind: sum(kind in kinds for kinds in hand.values()) for kind in ("state", "metro", "sector")}
    assert counts == {"state": 823, "metro": 815, "sector": 829}  # as careers/models/wages.py says


def test_the_floor_is_written_beside_the_answer():
    nurses = Occupation.objects.get(soc_code="29-1141")
    for best in best_paying.of([nurses.pk])[nurses.pk].values():
        assert "at least 50 people are employed" in best.floor
        assert "at most 15%" in best.floor
        assert "Ranked with 50 or more employed and an error of up to 15%." in best.cell.note
