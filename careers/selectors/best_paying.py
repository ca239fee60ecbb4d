"""Where an occupation pays best, above a floor that is stated beside every answer."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from careers import formatting
from careers.models import Area, Industry, WageEstimate
from careers.models.wages import BEST_PAYING_MAX_RSE, BEST_PAYING_MIN_EMPLOYMENT, RANKABLE, yearly

from .addresses import industry_url, place_url
from .cells import Cell, build, unrecorded
from .pay import is_paid_by_the_hour, pay_cell

LISTED = 5
KEYS = {"state": "best_paying_state", "metro": "best_paying_city", "sector": "best_paying_industry"}
NOUNS = {"state": "states and territories", "metro": "metropolitan areas", "sector": "industry sectors"}
FLOOR = (
    f"Counted are only those with at least {BEST_PAYING_MIN_EMPLOYMENT} people employed in it and a "
    f"relative standard error of pay of at most {BEST_PAYING_MAX_RSE}%."
)

SHORT_FLOOR = f"Ranked from {BEST_PAYING_MIN_EMPLOYMENT} employed on, error up to {BEST_PAYING_MAX_RSE}%."


@dataclass(frozen=True, slots=True)
class Place:
    """One place or sector in a ranking by mean pay."""

    name: str
    pay: Cell
    employment: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class BestPaying:
    """The best paying states, metropolitan areas or sectors of an occupation, and what was left out."""

    key: str
    noun: str
    cell: Cell
    places: tuple[Place, ...]
    floor: str


def of(occupation_ids: list[int]) -> dict[int, dict[str, BestPaying]]:
    """By occupation and kind (`state`, `metro`, `sector`); two queries for any number of occupations."""
    estimates = _by_kind(WageEstimate.objects.current().filter(occupation_id__in=occupation_ids))
    ranked = defaultdict(list)
    for wage in (
        estimates.rankable()
        .annotate(
            place_rank=Window(
                RowNumber(),
                partition_by=[F("occupation_id"), F("place_kind")],
                order_by=[
                    yearly("mean").desc(),
                    "area__name",
                    "industry__code",
                ],
            )
        )
        .filter(place_rank__lte=LISTED)
        .select_related("area", "industry", "release__source")
        .order_by("occupation_id", "place_kind", "place_rank")
    ):
        ranked[wage.occupation_id, wage.place_kind].append(wage)
    found: dict[int, dict[str, BestPaying]] = defaultdict(lambda: dict.fromkeys(KEYS))
    for row in estimates.values("occupation_id", "place_kind").annotate(
        published=Count("pk"),
        ranked=Count("pk", filter=RANKABLE),
        top_coded=Count("pk", filter=Q(missing__annual_mean="top_coded")),
    ):
        pk, kind = row["occupation_id"], row["place_kind"]
        wages = ranked.get((pk, kind), [])
        found[pk][kind] = _answer(kind, wages, row)
    # In the order of KEYS, without the kinds that have no figures at all.
    return {pk: {kind: best for kind, best in lists.items() if best} for pk, lists in found.items()}


def _by_kind(estimates: QuerySet) -> QuerySet:
    sectors = Q(area__kind=Area.Kind.NATION, industry__level=Industry.Level.SECTOR) & ~Q(
        industry__code__in=Industry.OWNERSHIP_CODES
    )
    places = Q(area__kind__in=[Area.Kind.STATE, Area.Kind.METRO], industry__code=Industry.ALL_CODE)
    return estimates.filter(sectors | places).annotate(
        place_kind=Case(
            When(area__kind=Area.Kind.NATION, then=Value("sector")),
            default=F("area__kind"),
            output_field=CharField(),
        )
    )


def _answer(kind: str, wages: list[WageEstimate], row: dict) -> BestPaying:
    noun, key = NOUNS[kind], KEYS[kind]
    floor = f"{FLOOR} {row['ranked']} of {row['published']} {noun} with figures are."
    above = ""
    if row["top_coded"]:
        above = f" {row['top_coded']} cannot be ranked: pay there is above what the publisher prints."
    floor += above
    places = tuple(_place(kind, wage) for wage in wages)
    if not wages:
        nowhere = replace(unrecorded(key), reason=f"None of the {noun} can be ranked. {floor}")
        return BestPaying(key, noun, nowhere, (), floor)
    first = wages[0]
    cell = build(
        key,
        places[0].name,
        places[0].name,
        first.release,
        area="United States",
        note=f"Mean pay {places[0].pay.text}. {SHORT_FLOOR}{above}",
    )
    return BestPaying(key, noun, cell, places, floor)


def _place(kind: str, wage: WageEstimate) -> Place:
    return Place(
        name=wage.industry.name if kind == "sector" else wage.area.name,
        pay=pay_cell(wage, "hourly_mean" if is_paid_by_the_hour(wage) else "annual_mean"),
        employment=formatting.count(wage.employment),
        url=industry_url(wage.industry) if kind == "sector" else place_url(wage.area),
    )
