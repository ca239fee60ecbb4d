"""Who is ahead among several, worked out the slow way: the oracle for comparisons of more than two."""

from collections import Counter
from itertools import permutations

from .pay_ahead import ahead


def ranked(facts: list[dict]) -> list[int]:
    """Positions of the figures of the one series that more of them belong to than to any other."""
    known = [place for place, fact in enumerate(facts) if fact["mean"] is not None]
    counts = Counter(facts[place]["series"] for place in known).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return []
    return [place for place in known if facts[place]["series"] == counts[0][0]]


def beats(facts: list[dict], a: int, b: int) -> bool:
    return ahead(facts[a], facts[b]) == "first"


def leader(facts: list[dict]) -> int | None:
    """The one ahead of each other that can be ranked; None where there is none, or none to be ahead of."""
    places = ranked(facts)
    if len(places) < 2:
        return None
    first = [a for a in places if all(beats(facts, a, b) for b in places if b != a)]
    return first[0] if first else None


def groups(facts: list[dict]) -> list[set[int]]:
    """The finest division in which each of a group is ahead of each of all later groups.

    Tried over every order and every way to cut it; slow, and fit for five.
    """
    places = ranked(facts)
    best: list[set[int]] = []
    for order in permutations(places):
        for cuts in range(2 ** max(len(order) - 1, 0)):
            parts: list[set[int]] = [set()]
            for number, place in enumerate(order):
                if number and cuts >> (number - 1) & 1:
                    parts.append(set())
                parts[-1].add(place)
            clear = all(
                beats(facts, a, b)
                for number, upper in enumerate(parts)
                for lower in parts[number + 1 :]
                for a in upper
                for b in lower
            )
            if clear and len(parts) > len(best) and places:
                best = parts
    return best
