"""What is asked of the directory of companies, and how many companies fit that or something wider; pure."""

from array import array
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import TypeVar
from urllib.parse import urlencode

NAME = "name"
SORTS = (NAME, "offers", "jobs")  # by name in the address; "-" before it stands for descending
MAX_WORDS = 100  # letters of a search that are read
YES = "1"
SWITCHES = ("pay", "jobs")
MOST_WIDER = 6
KEPT = 64  # lists and counts
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters, order and page; '' and False stand for what is not asked for."""

    q: str = ""
    industry: str = ""  # slug of a NAICS industry
    sector: str = ""  # slug of a GICS sector
    place: str = ""  # slug of a state or metropolitan area
    size: str = ""
    pay: bool = False  # with visa-filing offers
    jobs: bool = False  # with open jobs
    sort: str = NAME
    page: int = 1

    FILTERS = ("q", "industry", "sector", "place", "size", "pay", "jobs")

    @property
    def filters(self) -> tuple[str, ...]:
        """The names of the filters that are set, in the order of the address."""
        return tuple(name for name in self.FILTERS if getattr(self, name))

    def without(self, *names: str) -> "Asked":
        """The same without these filters; on its first page."""
        return replace(self, page=1, **{name: type(getattr(self, name))() for name in names})

    def also(self, **changes) -> "Asked":
        """The same with other parts; on its first page unless that is among them."""
        return replace(self, **{"page": 1, **changes})

    def query(self) -> str:
        """The canonical query string: the same for all that ask the same, '' for the whole directory."""
        given = [(name, getattr(self, name)) for name in self.filters]
        said = [(name, YES if value is True else value) for name, value in given]
        if self.sort != NAME:
            said.append(("sort", self.sort))
        if self.page > 1:
            said.append(("page", self.page))
        return urlencode(said)


class Column:
    """What each company has that a filter chooses by: for each, one of a few sets of values."""

    def __init__(self, of_each: Iterable[tuple[str, ...]]):
        numbers: dict[tuple[str, ...], int] = {}
        self.codes = array("I", (numbers.setdefault(values, len(numbers)) for values in of_each))
        self.values = list(numbers)
        self.codes_with: dict[str, set[int]] = {}
        for values, code in numbers.items():
            for value in values:
                self.codes_with.setdefault(value, set()).add(code)

    @classmethod
    def of(cls, places: Sequence[int], number: int) -> "Column":
        """That of a switch, which these have of so many."""
        column, codes = cls(()), bytearray(number)
        for place in places:
            codes[place] = 1
        column.codes, column.values, column.codes_with = codes, [(), (YES,)], {YES: {1}}
        column.places = {YES: places}
        return column

    @cached_property
    def places(self) -> dict[str, Sequence[int]]:
        """By value, which companies have it, in their order."""
        of_codes = [array("I") for _ in self.values]
        for place, code in enumerate(self.codes):
            of_codes[code].append(place)
        return {
            value: of_codes[next(iter(codes))]
            if len(codes) == 1
            else array("I", sorted(place for code in codes for place in of_codes[code]))
            for value, codes in self.codes_with.items()
        }

    def counts(self, among: Sequence[int]) -> Counter[str]:
        """How many of some companies have each value."""
        found: Counter[str] = Counter()
        codes = self.codes if len(among) == len(self.codes) else map(self.codes.__getitem__, among)
        for code, number in Counter(codes).items():
            for value in self.values[code]:
                found[value] += number
        return found


@dataclass(frozen=True, slots=True)
class Wider:
    """Another search, the filters it leaves out, and how many companies it finds."""

    dropped: tuple[str, ...]
    asked: Asked
    number: int


class Directory:
    """All companies in their order, from whose columns every list and every count of the page follows.

    A search takes as long as its rarest filter has companies.
    """

    def __init__(self, number: int, columns: Mapping[str, Column]):
        self.number, self.columns = number, columns
        self._kept: OrderedDict[tuple, object] = OrderedDict()

    def with_words(self, fitting: Sequence[int]) -> "Directory":
        """The same, of which the words find some."""
        return Directory(self.number, {**self.columns, "q": Column.of(fitting, self.number)})

    def found(self, asked: Asked) -> Sequence[int]:
        """The places of those that fit, in their order."""
        chosen = _chosen(asked)
        return self._once((chosen,), lambda: self._found(chosen)) if chosen else range(self.number)

    def count(self, asked: Asked) -> int:
        return len(self.found(asked))

    def counts(self, name: str, asked: Asked) -> Counter[str]:
        """How many companies each choice of a filter would leave, the other filters as they are."""
        others = asked.without(name)
        return self._once((name, _chosen(others)), lambda: self.columns[name].counts(self.found(others)))

    def wider(self, asked: Asked) -> list[Wider]:
        """With as few filters left out as find something; those that find the fewest first."""
        names = asked.filters
        for many in range(1, len(names)):
            ways = (
                Wider(gone, other, self.count(other))
                for gone in combinations(names, many)
                for other in [asked.without(*gone)]
            )
            if found := [way for way in ways if way.number]:
                return sorted(found, key=lambda way: way.number)[:MOST_WIDER]
        return []

    def _found(self, chosen: tuple[tuple[str, str], ...]) -> Sequence[int]:
        having = [self.columns[name].places.get(value, ()) for name, value in chosen]
        rarest = min(range(len(chosen)), key=lambda number: len(having[number]))
        found = having[rarest]
        for number, (name, value) in enumerate(chosen):
            if number != rarest and found:
                codes, fitting = self.columns[name].codes, self.columns[name].codes_with[value]
                found = array("I", (place for place in found if codes[place] in fitting))
        return found

    def _once(self, key: tuple, make: Callable[[], T]) -> T:
        """What was asked for last is kept: a page asks for the same several times."""
        if (made := self._kept.get(key)) is None:
            self._kept[key] = made = make()
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made


def _chosen(asked: Asked) -> tuple[tuple[str, str], ...]:
    """What a company has to have, by filter."""
    given = ((name, getattr(asked, name)) for name in asked.filters)
    return tuple((name, YES if name == "q" or value is True else value) for name, value in given)
