"""An industry: how many work in it, what they earn, what pays best and what is unusually common in it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from operator import or_

from django.db.models import F, FilteredRelation, FloatField, Q, QuerySet
from django.db.models.functions import Cast, Floor
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.addresses import address_of
from careers.corrected import computed, mark
from careers.kept import kept
from careers.language import language
from careers.models import Area, Industry, WageEstimate

from . import careers_here
from .addresses import industry_url
from .answers import first_with_answers
from .careers_here import BestPaid, CommonCareer, Unusual
from .cells import Cell, build, unrecorded
from .ordering import ordered
from .pay import pay_cell, range_cell
from .work import employment_cell

NAMES = {Industry.ALL_CODE: gettext_lazy("All industries"), "000001": gettext_lazy("All private industries")}
# What the lists can be sorted by: its name in the URL, and the cell it reads.
SORTS = {"industry": "", "pay": "mean", "employment": "employment"}
DEFAULT_SORT = "industry"


@dataclass(frozen=True, slots=True)
class IndustryRow:
    name: str
    slug: str
    url: str
    mean: Cell
    employment: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self.mean, self.employment


@dataclass(frozen=True, slots=True)
class IndustryPage:
    """An industry of the nation; `nation` is the mean pay of all industries, None for all of them."""

    name: str
    slug: str
    code: str
    level_name: str
    cells: dict[str, Cell]
    nation: Cell | None
    best_paid: BestPaid
    unusual: Unusual
    parts: tuple[tuple[str, str], ...] = ()  # names and addresses of the narrower industries in it

    @property
    def is_all(self) -> bool:
        return self.code == Industry.ALL_CODE


def find(slug: str) -> Industry | None:
    return first_with_answers(Industry.objects.filter(slug=slug), address_of("careers:industries"))


def shown_name(industry: Industry) -> str:
    return str(NAMES.get(industry.code, industry.name))


def industry(found: Industry) -> IndustryPage:
    """Eight queries at most."""
    is_all = found.code == Industry.ALL_CODE
    whole = {
        wage.industry.code: wage
        for wage in careers_here.totals().filter(
            area__code=Area.NATION_CODE, industry__code__in=[found.code, Industry.ALL_CODE]
        )
    }
    own, everything = whole.get(found.code), whole.get(Industry.ALL_CODE)
    estimates = careers_here.detailed().filter(area=careers_here.nation(), industry=found)
    counted = careers_here.counts(careers_here.counted_in_industry(found.pk))
    return IndustryPage(
        name=shown_name(found),
        slug=found.slug,
        code=found.code,
        level_name=found.get_level_display(),
        cells={
            key: make(own) if own else _no_total(key)
            for key, make in (
                ("employment", employment_cell),
                ("annual_mean", lambda wage: pay_cell(wage, "annual_mean")),
                ("annual_median", lambda wage: pay_cell(wage, "annual_median")),
                ("pay_range", range_cell),
            )
        },
        nation=None if is_all or everything is None else pay_cell(everything, "annual_mean"),
        best_paid=careers_here.best_paid(estimates, counted, None, is_all),
        unusual=_unusual(estimates, counted, own, everything, is_all),
        parts=tuple((part.name, industry_url(part)) for part in parts(found)),
    )


def industries(sort: str = DEFAULT_SORT) -> tuple[tuple[str, tuple[IndustryRow, ...]], ...]:
    """The sectors, and the whole by who employs; two queries, once for a version of the data."""
    return _industries(sort, language())


@kept(len(SORTS) * 2)
def _industries(sort: str, spoken: str) -> tuple[tuple[str, tuple[IndustryRow, ...]], ...]:
    in_nation = careers_here.totals().filter(area__code=Area.NATION_CODE)
    whole = {wage.industry_id: wage for wage in in_nation.filter(industry__level__lte=Industry.Level.SECTOR)}
    sectors = Industry.objects.filter(level__lte=Industry.Level.SECTOR).order_by("code")
    overlapping = Industry.OWNERSHIP_CODES
    groups: dict[str, list[IndustryRow]] = {_("Sectors"): [], _("Private and government"): []}
    for found in sectors:
        is_sector = found.level == Industry.Level.SECTOR and found.code not in overlapping
        groups[_("Sectors") if is_sector else _("Private and government")].append(
            _row(found, whole.get(found.pk))
        )
    column, falling = SORTS[sort.removeprefix("-")], sort.startswith("-")
    return tuple(
        (heading, tuple(ordered(rows, column, falling=falling))) for heading, rows in groups.items() if rows
    )


def parts(found: Industry) -> QuerySet[Industry]:
    """The next narrower industries within one, by their codes: "31--34" holds 31 to 33, 622000 all 622…"""
    level = Industry.Level
    if found.level == level.SECTOR and found.code not in Industry.OWNERSHIP_CODES:
        first, end = found.code.replace("--", "-").split("-")
        prefixes, narrower = [str(number) for number in range(int(first), int(end))], level.SUBSECTOR
    elif found.level == level.SUBSECTOR:
        prefixes, narrower = [found.code[:3]], level.GROUP
    elif found.level == level.GROUP:
        prefixes, narrower = [found.code[:4]], level.INDUSTRY
    else:
        return Industry.objects.none()
    within = reduce(or_, (Q(code__startswith=prefix) for prefix in prefixes))
    return Industry.objects.filter(within, level=narrower).order_by("code")


def with_quotient(
    estimates: QuerySet[WageEstimate], total_here: int, total_everywhere: int
) -> QuerySet[WageEstimate]:
    """Annotates `quotient`: (employment ÷ total here) ÷ (national employment ÷ total everywhere).

    And `hundredths`: the same as it is shown, so that quotients that look equal are equal.
    """
    # By the keys of both, which the index has: by codes, PostgreSQL reads all of the nation for each row.
    here = {"is_current": True, "area": careers_here.nation(), "industry": careers_here.everything()}
    related = "occupation__wage_estimates"
    national = Q(**{f"{related}__{name}": value for name, value in here.items()})
    return (
        estimates.annotate(national=FilteredRelation(related, condition=national))
        .annotate(everywhere=F("national__employment"), corrected_everywhere=F("national__corrected"))
        .annotate(
            quotient=Cast(F("employment"), FloatField())
            * total_everywhere
            / (Cast(F("everywhere"), FloatField()) * total_here),
            hundredths=Floor(F("quotient") * 100 + 0.5),
        )
    )


def _unusual(
    estimates: QuerySet[WageEstimate],
    counted: dict[str, int],
    own: WageEstimate | None,
    everything: WageEstimate | None,
    is_all: bool,
) -> Unusual:
    if is_all:
        return Unusual((), "", _("All industries together are the measure: every quotient of theirs is 1."))
    if not (own and own.employment and everything and everything.employment):
        return Unusual(
            (), "", _("No quotient can be computed: how many work in this industry is not published.")
        )
    common = with_quotient(
        estimates.filter(careers_here.UNUSUAL), own.employment, everything.employment
    ).filter(everywhere__gt=0, quotient__gt=1)

    def row(wage) -> CommonCareer:
        return CommonCareer(
            career=careers_here.career(wage.occupation),
            quotient=_quotient(wage, own, everything),
            employment=employment_cell(wage),
        )

    ordered = common.order_by("-hundredths", "occupation__title")[: careers_here.LISTED]
    return careers_here.unusual(map(row, ordered), counted)


def _quotient(wage, own: WageEstimate, everything: WageEstimate) -> Cell:
    value = Decimal(int(wage.hundredths)) / 100
    here = f"{formatting.count(wage.employment)} ÷ {formatting.count(own.employment)}"
    everywhere = f"{formatting.count(wage.everywhere)} ÷ {formatting.count(everything.employment)}"
    national = WageEstimate(corrected=wage.corrected_everywhere)
    counted = {
        "its people here": wage,
        "its people in all industries": national,
        "all people here": own,
        "all people": everything,
    }
    return build(
        "industry_quotient",
        value,
        f"{value:,.2f}",
        wage.release,
        area=wage.area.name,
        note=_("Computed: ({here}) ÷ ({everywhere}).").format(here=here, everywhere=everywhere),
        corrected=computed((name, mark(row, "employment")) for name, row in counted.items()),
    )


def _no_total(key: str) -> Cell:
    return replace(unrecorded(key), reason="No source loaded here gives this figure for this industry.")


def _row(found: Industry, wage: WageEstimate | None) -> IndustryRow:
    return IndustryRow(
        name=shown_name(found),
        slug=found.slug,
        url=industry_url(found),
        mean=pay_cell(wage, "annual_mean") if wage else _no_total("annual_mean"),
        employment=employment_cell(wage) if wage else _no_total("employment"),
    )
