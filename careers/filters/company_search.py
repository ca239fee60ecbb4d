"""What is asked of the directory of companies, and how many companies fit that or something wider; pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from urllib.parse import urlencode

NAME = "name"
SORTS = (NAME, "offers", "jobs")  # by name in the address; "-" before it stands for descending
MAX_WORDS = 100  # letters of a search that are read
YES = "1"
SWITCHES = ("pay", "jobs")
MOST_WIDER = 6


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


@dataclass(frozen=True, slots=True)
class Group:
    """Companies that are alike in all that the directory is filtered by, and how many they are."""

    fits_words: bool
    industry: str
    sector: str
    places: tuple[str, ...]  # slugs of the metropolitan area and state of the headquarters
    size: str
    has_pay: bool
    has_jobs: bool
    number: int

    def values(self, name: str) -> tuple[str, ...]:
        """What the companies have that a filter chooses by."""
        if name == "place":
            return self.places
        if name in SWITCHES:
            return (YES,) if (self.has_pay if name == "pay" else self.has_jobs) else ()
        return (getattr(self, name),)

    def fits(self, name: str, asked: Asked) -> bool:
        if name == "q":
            return self.fits_words
        value = getattr(asked, name)
        return (YES if value is True else value) in self.values(name)


@dataclass(frozen=True, slots=True)
class Wider:
    """Another search, the filters it leaves out, and how many companies it finds."""

    dropped: tuple[str, ...]
    asked: Asked
    number: int


@dataclass(frozen=True, slots=True)
class Directory:
    """All companies in groups, from which every count of the page follows."""

    groups: Sequence[Group]

    def count(self, asked: Asked) -> int:
        return sum(group.number for group in self._fitting(asked))

    def counts(self, name: str, asked: Asked) -> Counter[str]:
        """How many companies each choice of a filter would leave, the other filters as they are."""
        found: Counter[str] = Counter()
        for group in self._fitting(asked.without(name)):
            for value in group.values(name):
                found[value] += group.number
        return found

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

    def _fitting(self, asked: Asked) -> Iterator[Group]:
        names = asked.filters
        return (group for group in self.groups if all(group.fits(name, asked) for name in names))
