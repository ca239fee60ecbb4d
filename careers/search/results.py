"""What a search answers with."""

from dataclasses import dataclass
from typing import NamedTuple


class Hit(NamedTuple):
    """One thing found. `matched` is the other name or the text that matched, '' for the title itself."""

    kind: str
    title: str
    path: str
    matched: str = ""
    occupation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, best first: the first of `total` that there are."""

    kind: str
    label: str
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    """`corrected` is what was searched instead of `query`, '' where it was searched as typed."""

    query: str
    corrected: str = ""
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The primary keys of occupations, best first, and what was searched instead ('' as typed)."""

    ids: tuple[int, ...] = ()
    corrected: str = ""
