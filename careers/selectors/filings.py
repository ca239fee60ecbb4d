"""What the ranking of companies is made from: offers of companies beside the pay of their markets."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby, islice
from typing import NamedTuple

from django.db import models
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.text import slugify

from careers.models import (
    Area,
    Company,
    CompanyAssessment,
    EmployerPay,
    Missing,
    Occupation,
    Release,
    WageEstimate,
    live,
)  # fmt: skip
from careers.models.industries import SECTOR_PREFIX
from careers.ranking.market import Market, Pair, Width

from .careers_here import everything

BANDS = {size: place for place, size in enumerate(Company.Size.values)}
WIDTHS = {width.value: width for width in Width}
AT_ONCE = 2000  # rows


@dataclass(frozen=True, slots=True)
class Named:
    """What a page calls something, and its slug."""

    slug: str
    name: str
    kind: str = ""  # of an area


class Known(NamedTuple):
    """What the pay statistics say of an occupation in an area."""

    market: Market
    median: int | None
    corrected: bool


NOTHING_KNOWN = Known(Market.UNPUBLISHED, None, corrected=False)


@dataclass(eq=False)
class Filings:
    """Every row of pay by company, a company's together. In columns: there may be half a million."""

    company: Sequence[int]
    occupation: Sequence[int]
    area: Sequence[int]
    offers: Sequence[int]
    median: Sequence[int]  # 0 where there are too few offers for one
    release: Sequence[int]
    corrected: frozenset[int]  # rows whose median the editors corrected
    occupations: Mapping[int, Named]  # those with a median
    areas: Mapping[int, Named]
    groups: frozenset[str]  # major groups that the occupations belong to
    markets: Mapping[tuple[int, int], Known]
    market_release: int | None

    @cached_property
    def rows_of(self) -> Mapping[int, Sequence[int]]:
        """By company."""
        found, start = {}, 0
        for company, rows in groupby(self.company):
            end = start + sum(1 for _ in rows)
            found[company], start = range(start, end), end
        return found

    @cached_property
    def rows_by_occupation(self) -> Mapping[int, Sequence[int]]:
        return _rows_by(self.occupation)

    @cached_property
    def rows_by_area(self) -> Mapping[int, Sequence[int]]:
        return _rows_by(self.area)

    def rows(self, occupation: str, place: str) -> Sequence[int]:
        """Those of one occupation and place, by slug; '' for any."""
        of_occupation, in_area = _key(self.occupations, occupation), _key(self.areas, place)
        if not occupation:
            return self.rows_by_area.get(in_area, ()) if place else range(len(self.company))
        found = self.rows_by_occupation.get(of_occupation, ())
        return [row for row in found if self.area[row] == in_area] if place else found

    def by_company(self, rows: Sequence[int]) -> Mapping[int, Sequence[int]]:
        if len(rows) == len(self.company):
            return self.rows_of
        return {company: list(its) for company, its in groupby(rows, self.company.__getitem__)}

    def counted(self, rows: Sequence[int], place: str) -> tuple[dict[int, int], int | None]:
        """How many offers each company filed there, in all the nation without a place; the newest release."""
        nation = next((key for key, area in self.areas.items() if area.kind == Area.Kind.NATION), None)
        found, newest = {}, None
        for row in rows:
            if place or self.area[row] == nation:
                company, release = self.company[row], self.release[row]
                found[company] = found.get(company, 0) + self.offers[row]
                newest = release if newest is None or release > newest else newest
        return found, newest

    def pairs(self, rows: Iterable[int]) -> list[Pair]:
        """Those of the rows that have enough offers for a median."""
        return [self._pair(row) for row in rows if self.median[row] and self.area[row] in self.areas]

    def _pair(self, row: int) -> Pair:
        occupation, area = self.occupation[row], self.area[row]
        known = self.markets.get((occupation, area), NOTHING_KNOWN)
        return Pair(
            occupation,
            area,
            WIDTHS[self.areas[area].kind],
            self.offers[row],
            self.median[row],
            known.market,
            known.median,
            (row in self.corrected) + known.corrected,
        )


def _key(named: Mapping[int, Named], slug: str) -> int | None:
    return next((key for key, one in named.items() if one.slug == slug), None)


def _rows_by(column: Sequence[int]) -> dict[int, Sequence[int]]:
    found: dict[int, array] = {}
    for row, value in enumerate(column):
        if (rows := found.get(value)) is None:
            rows = found[value] = array("I")
        rows.append(row)
    return found


@dataclass(frozen=True, slots=True)
class Employer:
    key: int
    name: str
    slug: str
    size: str  # the editors' band, '' where they give none
    sector: str
    industry: Named | None

    @property
    def band(self) -> int | None:
        """The position of its size band, smallest first."""
        return BANDS[self.size] if self.size else None

    def fits(self, sector: str, industry: str) -> bool | None:
        """Whether it belongs to both, '' for any; None where that is not known."""
        own = (self.sector_slug, self.industry.slug if self.industry else "")
        asked = [(one, other) for one, other in zip(own, (sector, industry), strict=True) if other]
        if any(one and one != other for one, other in asked):
            return False
        return True if all(one for one, _ in asked) else None

    @property
    def sector_slug(self) -> str:
        return _slug(self.sector)


@lru_cache(256)
def _slug(sector: str) -> str:
    return slugify(sector)


def _in_force():
    return EmployerPay.objects.current().filter(live(timezone.now(), "company")).order_by()


def _of_some_width():
    return _in_force().filter(area__kind__in=list(WIDTHS))


def filings() -> Filings:
    """Every row of pay by company, with the pay of their markets; three queries."""
    columns = [array("q") for _ in range(6)]
    corrected, paid, is_corrected = [], set(), models.Q(corrected__has_key="median")
    rows = (
        _in_force()
        .order_by("company", "pk")
        .annotate(stands=models.ExpressionWrapper(is_corrected, models.BooleanField()))
        .values_list("company_id", "occupation_id", "area_id", "offers", "median", "release_id", "stands")
        .iterator()
    )
    # Column by column: a row of half a million by itself costs more here than to be read.
    while some := list(islice(rows, AT_ONCE)):
        first = len(columns[0])
        company, occupation, area, offers, median, release, stands = zip(*some, strict=True)
        pairs = zip(occupation, area, median, strict=True)
        paid.update((*pair,) for *pair, amount in pairs if amount is not None)
        median = [amount or 0 for amount in median]
        for column, values in zip(columns, (company, occupation, area, offers, median, release), strict=True):
            column.extend(values)
        corrected += [first + place for place, it_stands in enumerate(stands) if it_stands]
    occupations, areas, groups = _named(paid, set(columns[2]))
    markets, market_release = _markets()
    return Filings(*columns, frozenset(corrected), occupations, areas, groups, markets, market_release)


def _named(
    paid: Collection[tuple[int, int]], with_offers: Collection[int]
) -> tuple[dict[int, Named], dict[int, Named], frozenset[str]]:
    """Occupations with a median and the areas of such, of some width, with the nation; their groups."""
    nation, paid_areas = Area.Kind.NATION, {area for _, area in paid}
    # All there are, which are few: joined to the offers, half a million rows would be sorted by their names.
    all_areas = Area.objects.filter(kind__in=list(WIDTHS)).order_by()
    occupations = Occupation.objects.order_by()
    names = all_areas.values_list(models.Value("area"), "pk", "slug", "name", "kind").union(
        occupations.values_list(models.Value(""), "pk", "slug", "title", "major_group__title"), all=True
    )
    told = {(of, key): (slug, name, kind) for of, key, slug, name, kind in names}
    areas = {
        key: Named(*its)
        for (of, key), its in told.items()
        if of and (key in paid_areas or (its[-1] == nation and key in with_offers))
    }
    with_pay = {occupation for occupation, area in paid if area in areas}
    here = {key: its for (of, key), its in told.items() if not of and key in with_pay}
    groups = frozenset(group or title for _, title, group in here.values())
    return {key: Named(slug, title) for key, (slug, title, _) in here.items()}, areas, groups


def _markets() -> tuple[dict[tuple[int, int], Known], int | None]:
    """By occupation and area; and the newest release. One query."""
    here = WageEstimate.objects.current().filter(
        industry=everything(), occupation=models.OuterRef("occupation"), area=models.OuterRef("area")
    )
    told = JSONObject(
        median="annual_median",
        is_top_coded=_number(missing__annual_median=Missing.TOP_CODED.value),
        is_corrected=_number(corrected__has_key="annual_median"),
        release="release_id",
    )
    # Of each pair the first offer, beside which its market is looked up: of markets that have an offer,
    # PostgreSQL reads the pay statistics of all occupations and places.
    pairs = _of_some_width().filter(median__isnull=False).values("occupation_id", "area_id")
    firsts = pairs.annotate(first=models.Min("pk")).values("first")
    rows = (
        EmployerPay.objects.filter(pk__in=firsts)
        .order_by()
        .annotate(told=models.Subquery(here.order_by().values(told=told)[:1]))
    )
    found, newest = {}, None
    for occupation, area, known in rows.values_list("occupation_id", "area_id", "told"):
        if known:
            median, is_top_coded = known["median"], known["is_top_coded"]
            market = Market.KNOWN if median else Market.TOP_CODED if is_top_coded else Market.UNPUBLISHED
            found[occupation, area] = Known(market, median, bool(known["is_corrected"]))
            newest = max(known["release"], newest or 0)
    return found, newest


def _number(**which) -> models.Case:
    return models.Case(models.When(**which, then=1), default=0, output_field=models.IntegerField())


def employers() -> list[Employer]:
    """Every company that readers see; one query."""
    rows = (
        Company.objects.live(timezone.now())
        .annotate(listing=models.FilteredRelation("listings", condition=models.Q(listings__is_current=True)))
        .order_by("name", "pk")
        .values_list("pk", "name", "slug", "size", "listing__sector", "industry__slug", "industry__title")
    )
    return [
        Employer(*own, sector or "", Named(slug, SECTOR_PREFIX.sub("", title)) if slug else None)
        for *own, sector, slug, title in rows
    ]


def assessments() -> dict[int, list[Decimal]]:
    """The scores that editors entered, by company; one query."""
    found = defaultdict(list)
    for company, score in CompanyAssessment.objects.order_by().values_list("company_id", "score"):
        found[company].append(score)
    return found


def releases(*keys: int | None) -> dict[int, Release]:
    """One query."""
    return Release.objects.select_related("source").in_bulk({key for key in keys if key})
