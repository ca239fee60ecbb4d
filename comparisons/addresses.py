"""Addresses of comparisons: which one stands for a set, and those that are a step away from it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.urls import get_script_prefix, reverse

from careers.selectors.examples import SEPARATOR

from .options import Options

MOST = 5  # careers in one comparison
EXAMPLE = f"a{SEPARATOR}b"
# Nothing in it has to be quoted in an address.
PLAIN_PAIR = re.compile(rf"[a-z0-9-]+{SEPARATOR}[a-z0-9-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Step:
    """What can be done with one of the compared: addresses, '' where it cannot."""

    name: str
    first: str
    without: str
    pin: str  # the same comparison with this one pinned
    is_pinned: bool


def address(slugs: Iterable[str], twin: str = "") -> str:
    return of("comparison_twin", slugs, twin) if twin else of("comparison", slugs)


def of(page: str, slugs: Iterable[str], *others: str) -> str:
    """Of any page about the compared, by its name."""
    pair = SEPARATOR.join(slugs)
    if not PLAIN_PAIR.fullmatch(pair):
        return reverse(f"comparisons:{page}", args=[pair, *others])
    before, after = _around(page, others, get_script_prefix())
    return f"{before}{pair}{after}"


@lru_cache(maxsize=256)
def _around(page: str, others: tuple[str, ...], prefix: str) -> tuple[str, str]:
    """What stands around the careers in an address: a page has a dozen addresses of comparisons."""
    whole = reverse(f"comparisons:{page}", args=[EXAMPLE, *others])
    before, _, after = whole.removeprefix(prefix).partition(EXAMPLE)
    return prefix + before, after


def canonical(slugs: Sequence[str], curated_url: str = "") -> str:
    """The one address that search engines are told of all orders of a set: that of the editors, if any."""
    return curated_url or address(sorted(slugs))


def places_address(career: str, places: Iterable[str], twin: str = "") -> str:
    """One career in several places."""
    joined = SEPARATOR.join(places)
    if twin:
        return reverse("comparisons:places_twin", args=[career, joined, twin])
    return reverse("comparisons:places", args=[career, joined])


def steps(
    compared: Sequence[tuple[str, str]], to: Callable[[Sequence[str]], str], options: Options
) -> list[Step]:
    """For each of the compared (slug, name): with it in front, without it, and held against it.

    `to` makes the address of a comparison of slugs; the options are kept.
    """
    slugs = [slug for slug, _ in compared]
    own = to(slugs)
    found = []
    for slug, name in compared:
        others = [other for other in slugs if other != slug]
        unpinned = options.query(pin="") if slug == options.pin else options.query()
        found.append(
            Step(
                name=name,
                first=to([slug, *others]) + options.query() if slug != slugs[0] else "",
                without=to(others) + unpinned if len(others) > 1 else "",
                pin="" if slug == options.pin else own + options.query(pin=slug),
                is_pinned=slug == options.pin,
            )
        )
    return found
