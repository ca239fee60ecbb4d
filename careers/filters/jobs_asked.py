"""What is asked of the list of jobs, and the one address of all the ways to ask for the same; pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import urlencode

NEWEST, PAY, MATCH = "newest", "pay", "match"
KEEP = "keep"
REMOTE_ONLY, ON_SITE_ONLY = "1", "0"
YEAR = "year"
RADII = (10, 25, 50, 100)  # miles
DAYS = (1, 3, 7, 14, 30)
# Lists may have a million jobs. The first so many are counted and can be paged through, and the numbers
# beside the choices are those among the newest so many.
COUNTED = 10_000
MAX_WORDS = 100  # letters of a search that are read
# The filters in the order of the address; further parts go with one of them.
FILTERS = ("q", "occupation", "company", "place", "pay_min", "remote", "types", "posted")


@dataclass(frozen=True, slots=True)
class JobsAsked:
    """Filters, order and page. '' , 0, () and None stand for what is not asked for."""

    q: str = ""
    occupation: str = ""  # slugs
    company: str = ""
    place: str = ""
    radius: int = 0  # miles around a metropolitan area
    pay_min: Decimal | None = None  # US dollars, each `pay_unit`
    pay_unit: str = YEAR
    remote: str = ""
    types: tuple[str, ...] = ()  # of `Posting.EmploymentType`
    posted: int = 0  # days
    keeps_unpaid: bool = False  # with a floor of pay: also what states no pay
    sort: str = ""
    page: int = 1

    @property
    def order(self) -> str:
        """The order that applies: the best match for words, else the newest first."""
        usual = MATCH if self.q else NEWEST
        return self.sort if self.sort and (self.sort != MATCH or self.q) else usual

    @property
    def filters(self) -> tuple[str, ...]:
        return tuple(name for name in FILTERS if getattr(self, name) not in ("", 0, (), None))

    def without(self, name: str, value: str = "") -> "JobsAsked":
        """The same without a filter, or without one of its choices; on its first page."""
        if name == "types":
            return self.also(types=tuple(choice for choice in self.types if value and choice != value))
        return self.also(**{name: getattr(JobsAsked(), name)})

    def also(self, **changes) -> "JobsAsked":
        """The same with other parts; on its first page unless that is among them."""
        return replace(self, **{"page": 1, **changes})

    def query(self) -> str:
        """The canonical query string: the same for all that ask the same, '' for the whole list."""
        return urlencode(list(self._parameters()))

    def _parameters(self) -> Iterator[tuple[str, str]]:
        if self.q:
            yield "q", " ".join(self.q.lower().split())
        for name in ("occupation", "company", "place"):
            if value := getattr(self, name):
                yield name, value
        if self.place and self.radius:
            yield "radius", str(self.radius)
        yield from self._pay()
        if self.remote:
            yield "remote", self.remote
        yield from (("type", value) for value in sorted(self.types))
        if self.posted:
            yield "posted", str(self.posted)
        if self.order != (MATCH if self.q else NEWEST):
            yield "sort", self.order
        if self.page > 1:
            yield "page", str(self.page)

    def _pay(self) -> Iterator[tuple[str, str]]:
        if self.pay_min is None:
            return
        yield "pay_min", f"{self.pay_min.normalize():f}"
        if self.pay_unit != YEAR:
            yield "pay_unit", self.pay_unit
        if self.keeps_unpaid:
            yield "unknown", KEEP
