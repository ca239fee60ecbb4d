"""One sentence beneath the heading of each section of a comparison; two at most."""

from collections.abc import Callable, Sequence

from careers.selectors.profile import Profile

from . import education, growth, people, spread

WRITERS: dict[str, Callable[[Sequence[Profile]], str]] = {
    "overview": growth.said,
    "pay": spread.said,
    "education": education.said,
    "demographics": people.said,
}


def sentence(section_slug: str, profiles: Sequence[Profile]) -> str:
    """What the section's figures amount to for two to five profiles, '' where nothing can be said."""
    write = WRITERS.get(section_slug)
    return write(profiles) if write else ""
