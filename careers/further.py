"""What other apps have to show on the page of an occupation. Careers knows none of them: they add
to `PROVIDERS` when they are ready.
"""

from collections.abc import Callable
from dataclasses import dataclass

from careers.models import Occupation


@dataclass(frozen=True, slots=True)
class Further:
    """Links under a heading: title and address of each."""

    heading: str
    links: tuple[tuple[str, str], ...]


# From an occupation to what there is about it, with at most one query each; nothing where there is none.
PROVIDERS: list[Callable[[Occupation], Further | None]] = []


def further(occupation: Occupation) -> list[Further]:
    return [found for provider in PROVIDERS if (found := provider(occupation))]
