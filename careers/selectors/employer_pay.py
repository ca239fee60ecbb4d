"""What companies offer in their visa filings: by occupation the best paying one, by company all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.compiled import compiled_once
from careers.corrected import computed, mark
from careers.models import Area, Company, EmployerPay, Missing, live
from careers.models.offers import MIN_OFFERS

from . import placed
from .cells import Cell, absent, build, unrecorded

LISTED = 5
# Beside a name that a source states outright it is another kind of answer.
KIND = gettext_lazy("name by visa-filing offers")
FLOOR = format_lazy(
    gettext_lazy("A company is ranked with {offers} visa-filing offers or more."), offers=MIN_OFFERS
)
# A ratio is read to two decimals; more would claim what medians of a few offers do not tell.
RATIO_PLACES = Decimal("0.01")
NO_MARKET = gettext_lazy("The pay statistics loaded here have no median for this occupation.")
MARKET_TOP_CODED = gettext_lazy("The market's median is above the highest amount that its publisher prints.")
MARKET_MISSING = gettext_lazy("The market's median is not published.")


@dataclass(frozen=True, slots=True)
class OfferRow:
    """What a company offers in one occupation and area, beside what the same work pays there."""

    occupation: str
    occupation_slug: str
    occupation_url: str
    area: str
    area_slug: str
    area_kind: str  # nation, state or metro
    offers: int
    median: Cell
    lowest: Cell
    highest: Cell
    market: Cell  # median pay in the area, else in its state, else in the nation, which it says
    ratio: Decimal | None  # the company's median over the market's
    ratio_cell: Cell


@dataclass(frozen=True, slots=True)
class CompanyOffers:
    """One company in a ranking by median offer."""

    name: str
    url: str
    offers: int
    median: Cell


@dataclass(frozen=True, slots=True)
class BestCompanies:
    """The companies with the highest median offers of an occupation; `cell` names the first.

    `ranked` of them reach the floor of offers; without any, `companies` is empty and the cell says why.
    """

    cell: Cell
    companies: tuple[CompanyOffers, ...]
    ranked: int
    floor: int = MIN_OFFERS


def best_paying(occupation_ids: Iterable[int], area: Area | None = None) -> dict[int, Cell]:
    """The company with the highest median offer, by occupation, in the nation or in an area; one query.

    Where companies filed and none reaches the floor, the cell says so; where none filed there is no cell.
    """
    return {pk: best.cell for pk, best in best_companies(occupation_ids, area).items()}


def best_companies(occupation_ids: Iterable[int], area: Area | None = None) -> dict[int, BestCompanies]:
    """The same with the first few; one query."""
    ids, now = list(occupation_ids), timezone.now()
    found: dict[int, list[EmployerPay]] = defaultdict(list)
    for row in _first_few_there(ids, now, area.pk) if area else _first_few(ids, now):
        found[row.occupation_id].append(row)
    return {
        pk: BestCompanies(
            cell=_best(rows),
            companies=tuple(_company(row) for row in rows if row.median is not None),
            ranked=rows[0].ranked,
        )
        for pk, rows in found.items()
    }


@compiled_once
def _first_few(occupation_ids: Sequence[int], now: datetime) -> QuerySet[EmployerPay]:
    return _ranked(Q(area__code=Area.NATION_CODE), occupation_ids, now)


@compiled_once
def _first_few_there(occupation_ids: Sequence[int], now: datetime, area_id: int) -> QuerySet[EmployerPay]:
    return _ranked(Q(area=area_id), occupation_ids, now)


def _ranked(here: Q, occupation_ids: Sequence[int], now: datetime) -> QuerySet[EmployerPay]:
    within = F("occupation_id")
    return (
        EmployerPay.objects.current()
        .filter(here, live(now, "company"), occupation_id__in=occupation_ids)
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=within,
                order_by=[F("median").desc(nulls_last=True), "company__name"],
            ),
            companies=Window(Count("pk"), partition_by=within),
            ranked=Window(Count("pk", filter=Q(median__isnull=False)), partition_by=within),
        )
        .filter(place__lte=LISTED)
        .select_related("company", "area", "release__source")
        .order_by("occupation_id", "place")
    )


def of_company(company: Company) -> tuple[OfferRow, ...]:
    """All that is in force, the nation first, then by most offers; two queries."""
    rows = list(
        EmployerPay.objects.current()
        .filter(company=company)
        .select_related("occupation", "area__state", "release__source")
    )
    areas = {row.area_id: row.area for row in rows}
    wages = placed.wages({row.occupation_id for row in rows}, list(areas.values())) if rows else {}
    rows.sort(key=_order)
    return tuple(_row(row, wages.get(row.occupation_id, {})) for row in rows)


def _order(row: EmployerPay) -> tuple:
    return row.area.kind != Area.Kind.NATION, row.area.kind, row.area.name, -row.offers, row.occupation.title


def _best(rows: list[EmployerPay]) -> Cell:
    first = rows[0]
    key, area = "best_paying_company", first.area.name
    if first.median is None:
        companies = (
            _("One company")
            if first.companies == 1
            else _("{companies} companies").format(companies=formatting.count(first.companies))
        )
        each = _("{companies} filed visa applications, with fewer than {min_offers} offers each.").format(
            companies=companies, min_offers=MIN_OFFERS
        )
        cell = absent(key, Missing.TOO_FEW.value, first.release, area=area, kind=str(KIND))
        return replace(cell, reason=f"{each} {FLOOR}")
    among = _("Highest of {ranked} companies with {min_offers} such offers or more").format(
        ranked=formatting.count(first.ranked), min_offers=MIN_OFFERS
    )
    if first.ranked == 1:
        among = _("No other company has {min_offers} such offers").format(min_offers=MIN_OFFERS)
    note = _(
        "Median of {offers} visa-filing offers: {median} a "
        "year. {among}; nothing is known here of what others pay."
    ).format(offers=formatting.count(first.offers), median=formatting.money(first.median), among=among)
    name, url = first.company.name, first.company.get_absolute_url()
    corrected = computed((row.company.name, mark(row, "median")) for row in rows)
    said = {"area": area, "kind": str(KIND), "note": note, "url": url, "corrected": corrected}
    return build(key, name, name, first.release, **said)


def _company(row: EmployerPay) -> CompanyOffers:
    return CompanyOffers(row.company.name, row.company.get_absolute_url(), row.offers, _cell(row, "median"))


def _row(row: EmployerPay, wages: placed.Wages) -> OfferRow:
    market = placed.median_pay(wages, row.area) or replace(unrecorded("annual_median"), reason=str(NO_MARKET))
    ratio, cell = _ratio(row, market)
    return OfferRow(
        occupation=row.occupation.title,
        occupation_slug=row.occupation.slug,
        occupation_url=row.occupation.get_absolute_url(),
        area=row.area.name,
        area_slug=row.area.slug,
        area_kind=row.area.kind,
        offers=row.offers,
        median=_cell(row, "median"),
        lowest=_cell(row, "lowest"),
        highest=_cell(row, "highest"),
        market=market,
        ratio=ratio,
        ratio_cell=cell,
    )


def _cell(row: EmployerPay, name: str) -> Cell:
    """The cell of `median`, `lowest` or `highest`."""
    value, key = getattr(row, name), f"visa_filing_{name}"
    said = {"area": row.area.name, "corrected": mark(row, name)}
    if value is None:
        return absent(key, row.reason_for(name), row.release, **said)
    note = _("Of {offers} visa-filing offers.").format(offers=formatting.count(row.offers))
    return build(key, value, formatting.money(value), row.release, note=note, **said)


def _ratio(row: EmployerPay, market: Cell) -> tuple[Decimal | None, Cell]:
    key, area = "pay_to_market", row.area.name
    if row.median is None:
        return None, absent(key, row.reason_for("median"), row.release, area=area)
    if market.missing or market.at_least:
        code = Missing.TOP_CODED if market.at_least else Missing.NOT_COLLECTED
        reason = MARKET_TOP_CODED if market.at_least else MARKET_MISSING
        cell = absent(key, code.value, row.release, area=area)
        return None, replace(cell, reason=str(reason if market.source_name else NO_MARKET))
    ratio = (Decimal(row.median) / Decimal(market.value)).quantize(RATIO_PLACES)
    note = _("Over the median of {source_name}, {release}: {market}.").format(
        source_name=market.source_name, release=market.release, market=market.text
    )
    if market.stands_in_for:
        note += _(" That is of {area}, for want of one of {stands_in_for}.").format(
            area=market.area, stands_in_for=market.stands_in_for
        )
    corrected = computed(
        [(_("the median offer"), mark(row, "median")), (_("the median of the market"), market.corrected)]
    )
    said = {"area": area, "note": note, "corrected": corrected}
    return ratio, build(key, ratio, formatting.rating(ratio), row.release, **said)
