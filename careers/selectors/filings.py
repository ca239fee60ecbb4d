"""What the ranking of companies is made from: offers of companies beside the pay of their markets."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.db.models import Exists, FilteredRelation, OuterRef, Q, Sum
from django.utils import timezone
from django.utils.text import slugify

from careers.models import (
    Area,
    Company,
    CompanyAssessment,
    EmployerPay,
    Missing,
    Release,
    WageEstimate,
    live,
)
from careers.models.industries import SECTOR_PREFIX
from careers.ranking.market import Market, Pair, Width


@dataclass(frozen=True, slots=True)
class Named:
    """What a page calls something, and its slug."""

    slug: str
    name: str
    kind: str = ""  # of an area


@dataclass(frozen=True, slots=True)
class Filings:
    """Pairs of occupation and area by company, with the names of both."""

    pairs: Mapping[int, list[Pair]]
    occupations: Mapping[int, Named]
    areas: Mapping[int, Named]
    groups: frozenset[str]  # major groups that the occupations belong to
    market_release: int | None

    def within(self, occupation: str, place: str) -> dict[int, list[Pair]]:
        """The pairs of one occupation and place, by slug; '' for any."""
        chosen = {
            company: [
                pair
                for pair in pairs
                if occupation in ("", self.occupations[pair.occupation].slug)
                and place in ("", self.areas[pair.area].slug)
            ]
            for company, pairs in self.pairs.items()
        }
        return {company: pairs for company, pairs in chosen.items() if pairs}


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
        return Company.Size.values.index(self.size) if self.size else None

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
    widths = [width.value for width in Width]
    seen = live(timezone.now(), "company")
    return EmployerPay.objects.current().filter(seen, median__isnull=False, area__kind__in=widths)


def filings() -> Filings:
    """Every pair of company, occupation and area that has enough offers for a median; two queries."""
    rows = _in_force().values_list(
        "company_id", "occupation_id", "occupation__slug", "occupation__title",
        "area_id", "area__slug", "area__name", "area__kind", "offers", "median",
        "occupation__major_group__title", "corrected",
    )  # fmt: skip
    here = _in_force().filter(occupation=OuterRef("occupation"), area=OuterRef("area"))
    estimates = WageEstimate.objects.current().cross_industry().filter(Exists(here))
    columns = "occupation_id", "area_id", "annual_median", "missing", "corrected", "release_id"
    markets, market_release = {}, None
    for occupation, area, median, missing, kept, release in estimates.values_list(*columns):
        top_coded = missing.get("annual_median") == Missing.TOP_CODED
        markets[occupation, area] = median, top_coded, "annual_median" in (kept or {})
        market_release = max(release, market_release or 0)
    pairs, occupations, areas, groups = defaultdict(list), {}, {}, set()
    for (
        company, occupation, slug, title, area, area_slug, area_name, kind, offers, median, group, kept,
    ) in rows:  # fmt: skip
        groups.add(group or title)
        occupations[occupation] = Named(slug, title)
        areas[area] = Named(area_slug, area_name, kind)
        market, top_coded, of_market = markets.get((occupation, area), (None, False, False))
        known = Market.KNOWN if market else Market.TOP_CODED if top_coded else Market.UNPUBLISHED
        corrected = ("median" in (kept or {})) + of_market
        pairs[company].append(Pair(occupation, area, Width(kind), offers, median, known, market, corrected))
    return Filings(pairs, occupations, areas, frozenset(groups), market_release)


def employers() -> list[Employer]:
    """Every company that readers see; one query."""
    rows = (
        Company.objects.live(timezone.now())
        .annotate(listing=FilteredRelation("listings", condition=Q(listings__is_current=True)))
        .order_by("name", "pk")
        .values_list("pk", "name", "slug", "size", "listing__sector", "industry__slug", "industry__title")
    )
    return [
        Employer(*own, sector or "", Named(slug, SECTOR_PREFIX.sub("", title)) if slug else None)
        for *own, sector, slug, title in rows
    ]


def offers(occupation: str, place: str) -> tuple[dict[int, int], int | None]:
    """How many offers each company filed, there and in that work, and the newest release; one query."""
    counted = EmployerPay.objects.current().filter(live(timezone.now(), "company"))
    counted = counted.filter(area__slug=place) if place else counted.filter(area__code=Area.NATION_CODE)
    if occupation:
        counted = counted.filter(occupation__slug=occupation)
    by_release = counted.order_by().values_list("company_id", "release_id").annotate(sum=Sum("offers"))
    found, newest = defaultdict(int), None
    for company, release, number in by_release:
        found[company] += number
        newest = max(release, newest or 0)
    return found, newest


def assessments() -> dict[int, list[Decimal]]:
    """The scores that editors entered, by company; one query."""
    found = defaultdict(list)
    for company, score in CompanyAssessment.objects.order_by().values_list("company_id", "score"):
        found[company].append(score)
    return found


def releases(*keys: int | None) -> dict[int, Release]:
    """One query."""
    return Release.objects.select_related("source").in_bulk({key for key in keys if key})
