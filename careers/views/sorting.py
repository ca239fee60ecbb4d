"""Tables that are sorted by a link in each heading."""

from collections.abc import Callable, Collection, Iterable


def chosen(requested: str, allowed: Collection[str], default: str) -> str:
    """The requested sort order ("-" before it for descending) where there is one, else the default."""
    return requested if requested.removeprefix("-") in allowed else default


def headings(
    columns: Iterable[tuple[str, str, bool]], sort: str, address: Callable[[str], str]
) -> list[dict]:
    """What `components/sort_header.html` needs for columns of (label, sort name, is a number).

    A first press sorts numbers from the largest and names from A; a second turns it round.
    """
    return [_heading(label, name, numeric, sort, address) for label, name, numeric in columns]


def _heading(label: str, name: str, numeric: bool, sort: str, address: Callable[[str], str]) -> dict:
    first, other = (f"-{name}", name) if numeric else (name, f"-{name}")
    direction = ""
    if sort.removeprefix("-") == name:
        direction = "descending" if sort.startswith("-") else "ascending"
    return {
        "label": label,
        "url": address(other if sort == first else first),
        "direction": direction,
        "numeric": numeric,
    }
