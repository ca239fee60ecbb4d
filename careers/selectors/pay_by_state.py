"""What several careers pay together, state by state."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Case, Count, ExpressionWrapper, F, FloatField, Max, Q, Sum, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.corrected import Mark, computed, mark
from careers.models import Area, Industry, Missing, Release, WageEstimate
from careers.models.wages import yearly

from .addresses import place_url
from .cells import Cell, absent, build

# Where less of the careers is published, the mean of the rest says little about them.
LEAST_SHARE = 0.5
# Where more of the people are paid above what is printed, the mean may be far from what it reads.
MOST_ABOVE = 0.05
FLOOR = gettext_lazy(
    "Some are paid above the highest amount that the publisher prints, and stand with that amount."
)
THIN = gettext_lazy("It rests on fewer than half of the careers: too few to put beside the other states.")
# The published amount first: for most rows the reasons, which are slow to read, are then left unread.
YEARLY = Case(
    When(annual_mean__isnull=False, then=F("annual_mean")), default=yearly("mean"), output_field=FloatField()
)
TOP_CODED = Q(annual_mean__isnull=True, missing__annual_mean=Missing.TOP_CODED.value)
WEIGHED = ("annual_mean", "hourly_mean", "employment")
NOTE = gettext_lazy("Weighted by the people in each career; pay by the hour as 2,080 hours a year.")


@dataclass(frozen=True, slots=True)
class StatePay:
    """The mean pay of the careers in a state, how many of them it covers and how many people.

    `is_thin`: it covers less than `LEAST_SHARE` of the careers. `is_open`: more than `MOST_ABOVE` of the
    people are paid above the highest amount that is printed.
    """

    name: str
    slug: str
    url: str
    mean: Cell
    careers: Cell
    people: Cell
    is_thin: bool
    is_open: bool

    @property
    def is_ranked(self) -> bool:
        """Whether it can be put beside other states."""
        return not (self.mean.missing or self.is_thin or self.is_open)

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self.mean, self.careers, self.people


def pay_by_state(occupation_ids: Collection[int]) -> list[StatePay]:
    """The states and territories with a figure of one of the careers, by name; two queries, three where
    editors corrected one of them.

    The states are a subquery: joined, SQLite would read what the careers pay in all other places too.
    """
    paid = Q(employment__isnull=False, yearly__isnull=False)
    amount = ExpressionWrapper(F("employment") * F("yearly"), output_field=FloatField())
    totals = list(
        WageEstimate.objects.current()
        .filter(
            occupation_id__in=occupation_ids,
            area__in=Area.objects.filter(kind=Area.Kind.STATE).values("pk"),
            industry__code=Industry.ALL_CODE,
        )
        .annotate(yearly=YEARLY)
        .order_by()
        .values("area__name", "area__slug")
        .annotate(
            careers=Count("pk", filter=paid),
            people=Sum("employment", filter=paid),
            amount=Sum(amount, filter=paid),
            above=Sum("employment", filter=paid & TOP_CODED),
            newest=Max("release_id"),
            corrected=Count("pk", filter=Q(corrected__isnull=False)),
        )
        .order_by("area__name")
    )
    marks = _marks(occupation_ids) if any(total["corrected"] for total in totals) else {}
    releases = Release.objects.select_related("source").in_bulk({total["newest"] for total in totals})
    return [
        _state(total | marks.get(total["area__slug"], {}), releases[total["newest"]], len(occupation_ids))
        for total in totals
    ]


def _state(total: dict, release: Release, asked: int) -> StatePay:
    name, careers, people = total["area__name"], total["careers"], total["people"]
    is_thin = careers < LEAST_SHARE * asked
    return StatePay(
        name=name,
        slug=total["area__slug"],
        url=place_url(Area(slug=total["area__slug"])),
        mean=_mean(total, release, thin=is_thin),
        careers=build(
            "careers_together",
            careers,
            _("{careers} of {asked}").format(
                careers=formatting.count(careers), asked=formatting.count(asked)
            ),
            release,
            area=name,
        ),
        people=build(
            "people_together",
            people,
            formatting.count(people),
            release,
            area=name,
            corrected=total.get("people_mark"),
        )
        if people
        else absent("people_together", Missing.SUPPRESSED.value, release, area=name),
        is_thin=is_thin,
        is_open=(total["above"] or 0) > MOST_ABOVE * (people or 0),
    )


def _mean(total: dict, release: Release, *, thin: bool) -> Cell:
    key, name = "pay_together", total["area__name"]
    if not total["people"]:
        return absent(key, Missing.SUPPRESSED.value, release, area=name)
    mean = round(total["amount"] / total["people"])
    show = formatting.at_least_money if total["above"] else formatting.money
    note = " ".join(map(str, (NOTE, *[FLOOR] * bool(total["above"]), *[THIN] * thin)))
    said = {"area": name, "at_least": bool(total["above"]), "note": note, "corrected": total.get("pay_mark")}
    return build(key, mean, show(mean), release, **said)


def _marks(occupation_ids: Collection[int]) -> dict[str, dict[str, Mark | None]]:
    """By state, the marks of its mean pay and of its people; one query."""
    rows = WageEstimate.objects.current().filter(
        occupation_id__in=occupation_ids,
        area__kind=Area.Kind.STATE,
        industry__code=Industry.ALL_CODE,
        corrected__isnull=False,
    )
    by_state: dict[str, list[WageEstimate]] = {}
    for row in rows.select_related("area", "occupation").order_by("occupation__title"):
        by_state.setdefault(row.area.slug, []).append(row)
    return {
        slug: {
            "pay_mark": computed((row.occupation.title, mark(row, *WEIGHED)) for row in found),
            "people_mark": computed((row.occupation.title, mark(row, "employment")) for row in found),
        }
        for slug, found in by_state.items()
    }
