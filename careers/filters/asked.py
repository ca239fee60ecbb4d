"""What is asked of the list of careers, and the one address of all the ways to ask for the same; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import quote_plus

from .criteria import BY_NAME, CRITERIA, Combine

ADJUSTED, KEEP, YES = "adjusted", "keep", "1"
MATCH, TITLE = "match", "title"
# By name in the address. "-" before it stands for descending; the best match has one direction.
SORTS = (TITLE, "pay", "employment", "growth", "openings", MATCH)
LIST = "list"
MAX_WORDS = 100  # letters of a search that are read


@dataclass(frozen=True)  # without slots: a page makes a dozen of them from one another
class Asked:
    """Filters, order and view. '' and None stand for what is not asked for.

    `chosen` has the choices by name of their criterion.
    """

    q: str = ""
    exact: bool = False  # the words as typed, not as corrected
    place: str = ""  # slug
    adjusted: bool = False  # pay at the nation's prices
    pay_min: int | None = None  # US dollars a year
    pay_max: int | None = None
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keeps_unknown: bool = False
    sort: str = ""
    view: str = ""
    page: int = 1

    @property
    def order(self) -> str:
        """The sort order that applies: the best match for words, else by title."""
        usual = MATCH if self.q else TITLE
        return self.sort if self.sort and (self.sort != MATCH or self.q) else usual

    @property
    def filters(self) -> tuple[str, ...]:
        """The names of the filters that are set, in the order of the address."""
        plain = [
            name for name in ("q", "place", "pay_min", "pay_max") if getattr(self, name) not in ("", None)
        ]
        return (*plain, *(criterion.name for criterion in CRITERIA if self.chosen.get(criterion.name)))

    @property
    def may_meet_unknown(self) -> bool:
        """Whether a filter is set whose value can be unknown for a career."""
        return any(
            name != "q" and (name not in BY_NAME or BY_NAME[name].may_be_unknown) for name in self.filters
        )

    def without(self, name: str, value: str = "") -> "Asked":
        """The same without a filter, or without one of its choices; on its first page."""
        if name in BY_NAME:
            rest = tuple(choice for choice in self.chosen.get(name, ()) if value and choice != value)
            return self.choosing(name, *rest)
        return replace(self, **{name: None if name.startswith("pay") else ""}, page=1)

    def choosing(self, name: str, *values: str) -> "Asked":
        """The same with these choices of one criterion; on its first page."""
        chosen = {**self.chosen, name: values}
        return replace(self, chosen={key: each for key, each in chosen.items() if each}, page=1)

    def also(self, **changes) -> "Asked":
        """The same with other parts; on its first page unless that is among them."""
        return Asked(**{**vars(self), "page": 1, **changes})

    def query(self) -> str:
        """The canonical query string: the same for all that ask the same, '' for the whole list."""
        return "&".join([f"{name}={_quoted(value)}" for name, value in self._parameters()])

    def _parameters(self) -> Iterator[tuple[str, str]]:
        yield from self._plain()
        for criterion in CRITERIA:
            if criterion.name not in self.chosen:
                continue
            values = self.chosen[criterion.name]
            if len(values) > 1:
                values = sorted(set(values), key=_position(criterion.choices))
            for value in values[:1] if criterion.combine is Combine.ONE else values:
                yield criterion.name, value
        if self.keeps_unknown and self.may_meet_unknown:
            yield "unknown", KEEP
        if self.order != (MATCH if self.q else TITLE):
            yield "sort", self.order
        if self.view not in ("", LIST):
            yield "view", self.view
        if self.page > 1:
            yield "page", str(self.page)

    def _plain(self) -> Iterator[tuple[str, str]]:
        """What says nothing without another is said with it alone."""
        if self.q:
            yield "q", " ".join(self.q.lower().split())
        if self.q and self.exact:
            yield "exact", YES
        if self.place:
            yield "place", self.place
        if self.place and self.adjusted:
            yield "prices", ADJUSTED
        for name in ("pay_min", "pay_max"):
            if getattr(self, name) is not None:
                yield name, str(getattr(self, name))


# A page has the same values in a dozen addresses.
_quoted = lru_cache(256)(quote_plus)


def _position(choices: tuple[tuple[str, str], ...]):
    """A key that sorts by place among the choices, then by name."""
    order = {value: number for number, (value, _) in enumerate(choices)}
    return lambda value: (order.get(value, len(order)), value)
