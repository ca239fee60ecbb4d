"""Addresses of comparisons: which one stands for a set, and those that are a step away from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from careers.selectors.examples import SEPARATOR
from careers.selectors.profile import Profile

MOST = 5  # careers in one comparison

# Sets whose order is chosen; any other is known by its slugs in alphabetical order.
CHOSEN_ORDERS = (("patient-service-coordinator", "front-office-coordinator"),)


@dataclass(frozen=True, slots=True)
class Step:
    """What can be done with one of the compared: addresses, '' where it cannot."""

    name: str
    first: str
    without: str


def address(slugs: Iterable[str], twin: str = "") -> str:
    pair = SEPARATOR.join(slugs)
    if twin:
        return reverse("comparisons:comparison_twin", args=[pair, twin])
    return reverse("comparisons:comparison", args=[pair])


def canonical(slugs: Sequence[str]) -> str:
    """The one address that search engines are told of all orders of a set."""
    for chosen in CHOSEN_ORDERS:
        if set(chosen) == set(slugs):
            return address(chosen)
    return address(sorted(slugs))


def steps(profiles: Sequence[Profile]) -> list[Step]:
    """For each of the compared: the comparison with it in front, and the one without it."""
    slugs = [profile.slug for profile in profiles]
    found = []
    for number, profile in enumerate(profiles):
        others = slugs[:number] + slugs[number + 1 :]
        found.append(
            Step(
                profile.plural,
                address([profile.slug, *others]) if number else "",
                address(others) if len(others) > 1 else "",
            )
        )
    return found
