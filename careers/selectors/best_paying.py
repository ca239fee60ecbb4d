"""Where an occupation pays best, above a floor that is stated beside every answer."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Case, CharField, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.compiled import compiled_once
from careers.corrected import computed
from careers.models import Area, Industry, WageEstimate
from careers.models.wages import BEST_PAYING_MAX_RSE, BEST_PAYING_MIN_EMPLOYMENT, RANKABLE, yearly

from .addresses import industry_url, place_url
from .cells import Cell, build, unrecorded
from .pay import is_paid_by_the_hour, pay_cell
from .work import employment_cell

LISTED = 5
KEYS = {"state": "best_paying_state", "metro": "best_paying_city", "sector": "best_paying_industry"}
NOUNS = {
    "state": gettext_lazy("states and territories"),
    "metro": gettext_lazy("metropolitan areas"),
    "sector": gettext_lazy("industry sectors"),
}
FLOOR = format_lazy(
    gettext_lazy(
        "Ranked where at least {people} people are employed in it and the relative "
        "standard error of their pay is at most {error}%."
    ),
    people=BEST_PAYING_MIN_EMPLOYMENT,
    error=BEST_PAYING_MAX_RSE,
)

SHORT_FLOOR = format_lazy(
    gettext_lazy("Ranked with {people} or more employed and an error of up to {error}%."),
    people=BEST_PAYING_MIN_EMPLOYMENT,
    error=BEST_PAYING_MAX_RSE,
)

# What a ranking by mean pay above the floor goes by.
CORRECTED = Q(corrected__isnull=False)


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


def corrections_ranked(number: int) -> str:
    """A sentence on how many of what is ranked stands corrected; the floor is that of what was published."""
    if not number:
        return ""
    which = (
        _("One of them has figures")
        if number == 1
        else _("{number} of them have figures").format(number=number)
    )
    return _(" {which} that the editors corrected; whether it is ranked goes by the published error.").format(
        which=which
    )


def of(occupation_ids: list[int]) -> dict[int, dict[str, BestPaying]]:
    """By occupation and kind (`state`, `metro`, `sector`); one query for any number of occupations."""
    ranked = defaultdict(list)
    for wage in _first_few(occupation_ids):
        ranked[wage.occupation_id, wage.place_kind].append(wage)
    found: dict[int, dict[str, BestPaying]] = defaultdict(lambda: dict.fromkeys(KEYS))
    for (pk, kind), wages in ranked.items():
        found[pk][kind] = _answer(kind, wages)
    # In the order of KEYS, without the kinds that have no figures at all.
    return {pk: {kind: best for kind, best in lists.items() if best} for pk, lists in found.items()}


@compiled_once
def _first_few(occupation_ids: Sequence[int]) -> QuerySet[WageEstimate]:
    """Of each kind the first, with what is counted of all."""
    within = [F("occupation_id"), F("place_kind")]
    first_rankable = Case(When(RANKABLE, then=0), default=1, output_field=IntegerField())
    return (
        _by_kind(WageEstimate.objects.current().filter(occupation_id__in=occupation_ids))
        .annotate(
            place_rank=Window(
                RowNumber(),
                partition_by=within,
                order_by=[first_rankable, yearly("mean").desc(), "area__name", "industry__code"],
            ),
            published=Window(Count("pk"), partition_by=within),
            rankable_in_all=Window(Count("pk", filter=RANKABLE), partition_by=within),
            corrected_in_all=Window(Count("pk", filter=CORRECTED), partition_by=within),
            top_coded=Window(Count("pk", filter=Q(missing__annual_mean="top_coded")), partition_by=within),
        )
        .filter(place_rank__lte=LISTED)
        .select_related("area", "industry", "release__source")
        .order_by("occupation_id", "place_kind", "place_rank")
    )


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


def _answer(kind: str, first: list[WageEstimate]) -> BestPaying:
    """From the first few estimates of a kind, the rankable ones first, with the counts of all."""
    noun, key, counted = NOUNS[kind], KEYS[kind], first[0]
    floor = _("{floor} So are {rankable_in_all} of {published} {noun} with figures.").format(
        floor=FLOOR, rankable_in_all=counted.rankable_in_all, published=counted.published, noun=noun
    )
    above = ""
    if counted.top_coded:
        above = _(" {top_coded} cannot be ranked: pay there is above what the publisher prints.").format(
            top_coded=counted.top_coded
        )
    floor += f"{above}{corrections_ranked(counted.corrected_in_all)}"
    places = tuple(_place(kind, wage) for wage in first if wage.is_rankable)
    if not places:
        nowhere = replace(unrecorded(key), reason=f"None of the {noun} can be ranked. {floor}")
        return BestPaying(key, noun, nowhere, (), floor)
    per = _(" an hour") if places[0].pay.key == "hourly_mean" else ""
    cell = build(
        key,
        places[0].name,
        places[0].name,
        counted.release,
        area="United States",
        note=_("Mean pay {pay}{per}. {short_floor}{above}").format(
            pay=places[0].pay.text, per=per, short_floor=SHORT_FLOOR, above=above
        ),
        corrected=computed((place.name, place.pay.corrected) for place in places),
    )
    return BestPaying(key, noun, cell, places, floor)


def _place(kind: str, wage: WageEstimate) -> Place:
    return Place(
        name=wage.industry.name if kind == "sector" else wage.area.name,
        pay=pay_cell(wage, "hourly_mean" if is_paid_by_the_hour(wage) else "annual_mean"),
        employment=employment_cell(wage).said,
        url=industry_url(wage.industry) if kind == "sector" else place_url(wage.area),
    )
