"""The compact facts of every listed career, which the list is filtered, counted and sorted by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import (
    Aggregate,
    BooleanField,
    Case,
    FilteredRelation,
    FloatField,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from careers.filters.facts import CareerFacts
from careers.kept import each_kept
from careers.models import (
    Area,
    DemographicShare,
    Industry,
    InterestRating,
    Missing,
    Occupation,
    Skill,
    WageEstimate,
)
from careers.models.wages import yearly

from .prices import NATION, PriceLevel

# A skill matters from "important" on (3 of 5); an interest is one of a career's where it is among its three
# highest and rated in the upper half of its scale (4 of 7).
IMPORTANT = 3
TOP_INTERESTS, INTERESTED = 3, 4
WOMEN = ("Women", "Female")  # as the sources name them
INTEREST, WOMAN, SKILL, RATED, PAY, CORRECTED = range(6)  # what a row of ratings is about
MEANS = ("annual_mean", "hourly_mean")
TRUE = {"1", "true"}  # a boolean as text, by database

Paid = tuple[int | None, float | None, bool]  # employment, yearly mean pay, whether that is a floor
UNPAID: Paid = (None, None, False)
NOT_THERE = (UNPAID, False)
PAY_MARK = frozenset({"pay"})  # among what is corrected
PAY_PLACE = CareerFacts._fields.index("pay")  # whether it is a floor and the people there stand behind it


class Joined(Aggregate):
    """The keys of a group, with commas between them."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler, connection):
        return self.as_sql(
            compiler, connection, function="STRING_AGG", template="%(function)s(%(expressions)s::text, ',')"
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """All listed careers, with the names of what they are grouped and chosen by."""

    careers: tuple[CareerFacts, ...]
    groups: dict[str, str]  # title by slug, by title
    skills: dict[str, str]  # name by slug, by name


@dataclass(slots=True)
class _Rated:
    """What the rows of several a career come to."""

    interests: list[tuple[float, str]] = field(default_factory=list)
    skills: set[str] = field(default_factory=set)
    is_skilled: bool = False
    women: dict[bool, float] = field(default_factory=dict)  # by whether it is a fallback
    paid: Paid = UNPAID
    is_pay_corrected: bool = False


def facts(area: Area | None = None, level: PriceLevel | None = None, nation: Facts | None = None) -> Facts:
    """Pay and employment are those of the area, else nationwide; at the nation's prices with a `level`.

    Two queries for the nation, kept and made ahead, unless it is there; one for an area.
    """
    if nation is None:
        (nation,) = _nationwide(["nation"])
    if area is None:
        return nation
    paid = {pk: rest for _, pk, *rest in _paid_there(Q(area=area))}
    careers = []
    for career in nation.careers:
        found, is_corrected = paid.get(career.pk, NOT_THERE)
        marks = career.corrected - PAY_MARK if career.corrected else career.corrected
        careers.append(_placed(career, found, level, marks | PAY_MARK if is_corrected else marks))
    return replace(nation, careers=tuple(careers))


@each_kept(1, prepared_as="careers_facts", items=lambda: ["nation"])
def _nationwide(names: Sequence[str]) -> list[Facts]:
    return [_facts() for __ in names]


def _facts() -> Facts:
    groups: dict[str, str] = {}
    rated, skills = _rated()
    careers = []
    for row in _rows():
        if row.major_group__slug:
            groups[row.major_group__slug] = row.major_group__title
        one = rated[row.pk]
        employment, pay, is_floor = one.paid
        careers.append(
            CareerFacts(
                pk=row.pk,
                title=row.title,
                slug=row.slug,
                soc_code=row.soc_code or "",
                group=row.major_group__slug or "",
                pay=pay,
                pay_is_floor=is_floor and pay is not None,
                employment=employment,
                growth=None if row.outlook__change_percent is None else float(row.outlook__change_percent),
                openings=row.outlook__openings_annual,
                education=row.outlook__entry_education,
                experience=row.outlook__work_experience,
                zones=_zones(row.zone__lowest, row.zone__highest),
                interests=_top(one.interests),
                skills=frozenset(one.skills) if one.is_skilled else None,
                women=one.women.get(False, one.women.get(True)),
                corrected=frozenset(_corrected(row, one)),
            )
        )
    return Facts(careers=tuple(careers), groups=_by_name(groups), skills=_by_name(skills))


def elsewhere(
    careers: Sequence[CareerFacts], levels: Mapping[str, PriceLevel | None]
) -> dict[str, tuple[CareerFacts, ...]]:
    """The same careers with pay and employment of other areas, by code of the area; one query.

    `levels` has the price level to adjust by for each area, None to leave pay as it is.
    """
    paid: dict[str, dict[int, Paid]] = {code: {} for code in levels}
    for code, pk, found, _ in _paid_there(Q(area__code__in=levels)):
        paid[code][pk] = found
    return {
        code: tuple(_placed(one, paid[code].get(one.pk, UNPAID), level, one.corrected) for one in careers)
        for code, level in levels.items()
    }


def _paid_there(where: Q) -> Iterator[tuple[str, int, Paid, bool]]:
    """Code of the area and key of the career, what is published, and whether editors corrected the pay."""
    fields = ("area__code", "occupation_id", "corrected", "employment", "yearly", "is_floor")
    for code, pk, corrected, *paid in _estimates(where).values_list(*fields):
        yield code, pk, tuple(paid), any(name in (corrected or ()) for name in MEANS)


def _placed(career: CareerFacts, paid: Paid, level: PriceLevel | None, marks: frozenset[str]) -> CareerFacts:
    employment, amount, is_floor = paid
    pay = _paid(amount, level)
    paid_there = pay, is_floor and pay is not None, employment
    return CareerFacts._make((*career[:PAY_PLACE], *paid_there, *career[PAY_PLACE + 3 : -1], marks))


def _corrected(row, one: _Rated) -> Iterator[str]:
    if one.is_pay_corrected:
        yield "pay"
    if "change_percent" in (row.outlook__corrected or {}):
        yield "growth"


def _paid(yearly_pay: float | None, level: PriceLevel | None) -> float | None:
    """Adjusted to the dollar, as it is shown; without a price level it is not known."""
    if level is None or yearly_pay is None:
        return yearly_pay
    return None if level.index is None else round(yearly_pay / float(level.index) * NATION)


def _rows() -> Iterable[tuple]:
    return (
        Occupation.objects.listed()
        .annotate(
            outlook=FilteredRelation("projections", condition=Q(projections__is_current=True)),
            zone=FilteredRelation("job_zones", condition=Q(job_zones__is_current=True)),
        )
        .order_by("title", "pk")
        .values_list(
            "pk", "title", "slug", "soc_code", "major_group__slug", "major_group__title",
            "outlook__change_percent", "outlook__openings_annual", "outlook__entry_education",
            "outlook__work_experience", "outlook__corrected", "zone__lowest", "zone__highest", named=True,
        )
    )  # fmt: skip


def _estimates(where: Q) -> QuerySet[WageEstimate]:
    """The estimates in force there in all industries, with yearly mean pay and whether that is a floor."""
    top_coded = When(missing__annual_mean=Missing.TOP_CODED.value, then=True)
    return (
        WageEstimate.objects.current()
        .filter(where, industry__code=Industry.ALL_CODE)
        .annotate(yearly=yearly("mean"), is_floor=Case(top_coded, default=False, output_field=BooleanField()))
        .order_by()
    )


def _rated() -> tuple[dict[int, _Rated], dict[str, str]]:
    """What is there in several tables, by career, and the names of the skills; one query.

    A skill comes as one row with all of its careers. Below "important" no ratings are read: the career's
    first-ranked skill says that it is rated at all.
    """
    interests = InterestRating.objects.current().filter(rating__isnull=False)
    women = DemographicShare.objects.current().filter(
        characteristic=DemographicShare.Characteristic.GENDER, category__in=WOMEN, percent__isnull=False
    )
    nation = Q(area__code=Area.NATION_CODE)
    careers = Joined("ratings__occupation_id")
    rows = _row(interests, INTEREST, which="interest", value="rating", careers="occupation_id").union(
        _row(women, WOMAN, which="is_fallback", value="percent", careers="occupation_id"),
        _row(
            _skills(ratings__importance__gte=IMPORTANT), SKILL, which="slug", name="name", careers=careers,
        ),
        _row(_skills(ratings__rank=1), RATED, which="kind", careers=careers),
        _row(
            _estimates(nation), PAY,
            which="is_floor", name="employment", value="yearly", careers="occupation_id",
        ),
        _row(
            _estimates(nation).filter(corrected__isnull=False), CORRECTED,
            which="corrected", careers="occupation_id",
        ),
        all=True,
    )  # fmt: skip
    rated: dict[int, _Rated] = defaultdict(_Rated)
    names = {}
    for about, which, name, value, joined in rows:
        for one in (rated[int(pk)] for pk in joined.split(",")):
            if about == INTEREST:
                one.interests.append((value, which))
            elif about == PAY:
                one.paid = (None if name is None else int(name), value, which in TRUE)
            elif about == CORRECTED:
                one.is_pay_corrected = any(f'"{name}"' in which for name in MEANS)
            elif about == WOMAN:
                one.women[which in TRUE] = value
            else:
                one.is_skilled = True
                if about == SKILL:
                    one.skills.add(which)
                    names[which] = name
    return rated, names


def _skills(**ratings) -> QuerySet:
    """The skills in the ratings in force that are there; the conditions stand together, for one join."""
    in_force = {"ratings__is_current": True, "ratings__importance__isnull": False}
    return Skill.objects.filter(kind=Skill.Kind.SKILL, **in_force, **ratings)


def _row(figures: QuerySet, about: int, *, which: str, careers, name: str = "", value: str = "") -> QuerySet:
    """Rows that can be joined with those of other tables, all of the same types."""
    return (
        figures.order_by()
        .annotate(about=Value(about))
        .values("about")
        .annotate(
            which_=Cast(which, TextField()),
            name_=Cast(name, TextField()) if name else Value("", TextField()),
            value_=Cast(value, FloatField()) if value else Value(0.0, FloatField()),
            careers_=Cast(careers, TextField()) if isinstance(careers, str) else careers,
        )
        .values_list("about", "which_", "name_", "value_", "careers_")
    )


def _zones(lowest: int | None, highest: int | None) -> frozenset[str] | None:
    """A career whose O*NET occupations lie in several zones belongs to each of them."""
    return None if lowest is None else frozenset(map(str, range(lowest, (highest or lowest) + 1)))


def _top(ratings: list[tuple[float, str]]) -> frozenset[str] | None:
    """The interests among the three highest, ties included, that are rated high enough."""
    if not ratings:
        return None
    least = max(sorted((value for value, __ in ratings), reverse=True)[:TOP_INTERESTS][-1], INTERESTED)
    return frozenset(name for value, name in ratings if value >= least)


def _by_name(named: dict[str, str]) -> dict[str, str]:
    return dict(sorted(named.items(), key=lambda item: item[1]))
