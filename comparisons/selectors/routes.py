"""Careers on the way from one to another: related to both, or nearer to where the move starts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.corrected import computed
from careers.models import Occupation, RelatedOccupation, SkillRating, WageEstimate
from careers.selectors import pay
from careers.selectors.cells import Cell, Notes, build, notes, unrecorded
from careers.selectors.examples import SEPARATOR
from careers.selectors.profile import RATED_KINDS, Profile
from comparisons.engine.move import Measure, Standing, measure, standing

SHOWN = 6
LISTED = Occupation.LISTED_LEVELS

Measures = dict[tuple[str, str], Measure]  # by kind and name


@dataclass(frozen=True, slots=True)
class Route:
    """A career between the two: what it pays, and what there is to learn up to it and from it on."""

    title: str
    slug: str
    pay: Cell
    learn_first: Cell
    learn_then: Cell
    into: str  # addresses: of the move to it, of the one on from it, of the comparison of all three
    onward: str
    comparison: str

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        return self.pay, self.learn_first, self.learn_then


@dataclass(frozen=True, slots=True)
class Routes:
    """`relation` names the related careers with their source; None where no source relates any."""

    found: tuple[Route, ...] = ()
    are_of_both: bool = (
        False  # related to both; otherwise to the second, with less to learn on either stretch
    )
    tier: str = ""  # of the second among the careers related to the first, '' where it is not among them
    relation: Cell | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        own = tuple(cell for route in self.found for cell in route.cells)
        return (*own, self.relation) if self.relation else own

    @property
    def notes(self) -> Notes:
        return notes(self.cells)


def move_address(first: str, second: str, twin: str = "") -> str:
    pair = SEPARATOR.join([first, second])
    if twin:
        return reverse("comparisons:move_twin", args=[pair, twin])
    return reverse("comparisons:move", args=[pair])


def learn_cell(first: Measures, second: Measures, described: Cell | None) -> Cell:
    """How many skills and fields of knowledge there are to learn; `described` is any rating of the second."""
    label = _("To learn")
    if not first or not second or described is None:
        reason = _("Not both careers are rated by a source loaded here.")
        return replace(unrecorded("skills_to_learn"), label=label, reason=reason)
    counted = _standings(first, second)
    number, untold = counted.count(Standing.LEARN), counted.count(Standing.UNTOLD)
    cannot = (
        ""
        if not untold
        else _("{untold} more cannot be told, because a rating is withheld.").format(untold=untold)
    )
    return replace(
        described,
        key="skills_to_learn",
        label=label,
        value=number,
        text=formatting.count(number),
        unit=ngettext("skill or field of knowledge", "skills and fields of knowledge", number),
        kind="count",
        note=cannot,
        missing=False,
        reason="",
        reason_code="",
        standard_error=None,
        corrected=computed(
            (name, measure.corrected) for own in (first, second) for (__, name), measure in own.items()
        ),
    )


def measures_of(profile: Profile) -> Measures:
    return {
        (kind, rating.name): measure(rating) for kind in RATED_KINDS for rating in profile.rated.get(kind, ())
    }


def described(profile: Profile) -> Cell | None:
    """A rating of the profile, for what its source is; None where it has none."""
    return next((rating.importance for kind in RATED_KINDS for rating in profile.rated.get(kind, ())), None)


def routes(first: Profile, second: Profile, ids: tuple[int, int]) -> Routes:
    """At most three queries; `ids` are the primary keys of the two.

    A relation counts in both directions: whoever O*NET finds near to one has that one near, too.
    """
    links = list(
        RelatedOccupation.objects.current()
        .filter(Q(occupation__in=ids) | Q(related__in=ids))
        .filter(occupation__level__in=LISTED, related__level__in=LISTED)
        .select_related("release__source")
        .order_by("rank", "id")
    )
    ranks = [_ranks(links, pk) for pk in ids]
    tier = next(
        (link.get_tier_display() for link in links if (link.occupation_id, link.related_id) == ids), ""
    )
    both = (ranks[0].keys() & ranks[1].keys()) - set(ids)
    between = both or ranks[1].keys() - set(ids)
    own, goal = measures_of(first), measures_of(second)
    if not between or (not both and not (own and goal)):
        return Routes(tier=tier)
    rated = _rated(between) if own or goal else {}
    if both:
        chosen = sorted(both, key=lambda pk: (ranks[0][pk] + ranks[1][pk], pk))[:SHOWN]
    else:
        whole = _to_learn(own, goal)
        stretches = {
            pk: (_to_learn(own, rated[pk]), _to_learn(rated[pk], goal)) for pk in between if pk in rated
        }
        nearer = [pk for pk, legs in stretches.items() if max(legs) < whole]
        chosen = sorted(nearer, key=lambda pk: (max(stretches[pk]), sum(stretches[pk]), pk))[:SHOWN]
    if not chosen:
        return Routes(tier=tier)
    found = _routes(first, second, chosen, rated)
    names = tuple(route.title for route in found)
    release = next(link.release for link in links)
    relation = build("related_occupations", names, "; ".join(names), release)
    return Routes(found, bool(both), tier, relation)


def _ranks(links: Sequence[RelatedOccupation], pk: int) -> dict[int, int]:
    """The careers that are linked with one, by primary key, each with the better of its ranks."""
    ranks: dict[int, int] = {}
    for link in links:
        if pk in (link.occupation_id, link.related_id):
            other = link.related_id if link.occupation_id == pk else link.occupation_id
            ranks.setdefault(other, link.rank)
    return ranks


def _rated(ids: Sequence[int]) -> dict[int, Measures]:
    rows = SkillRating.objects.current().filter(occupation__in=ids, skill__kind__in=RATED_KINDS)
    found: dict[int, Measures] = {}
    for pk, kind, name, *numbers in rows.values_list(
        "occupation", "skill__kind", "skill__name", "importance", "importance_se", "level", "level_se"
    ):
        found.setdefault(pk, {})[kind, name] = Measure(*numbers)
    return found


def _to_learn(first: Measures, second: Measures) -> int:
    return _standings(first, second).count(Standing.LEARN)


def _standings(first: Measures, second: Measures) -> list[Standing]:
    return [standing(first[key], second[key]) for key in first if key in second]


def _routes(
    first: Profile, second: Profile, chosen: Sequence[int], rated: dict[int, Measures]
) -> tuple[Route, ...]:
    by_pk = {occupation.pk: occupation for occupation in Occupation.objects.filter(pk__in=chosen)}
    wages = {
        wage.occupation_id: wage
        for wage in WageEstimate.objects.current()
        .national()
        .filter(occupation__in=chosen)
        .select_related("area", "release__source")
    }
    own, goal = measures_of(first), measures_of(second)
    found = []
    for pk in chosen:
        career, between = by_pk[pk], rated.get(pk, {})
        found.append(
            Route(
                title=career.title,
                slug=career.slug,
                pay=_pay(wages.get(pk)),
                learn_first=learn_cell(own, between, described(first)),
                learn_then=learn_cell(between, goal, described(second)),
                into=move_address(first.slug, career.slug),
                onward=move_address(career.slug, second.slug),
                comparison=reverse(
                    "comparisons:comparison", args=[SEPARATOR.join([first.slug, career.slug, second.slug])]
                ),
            )
        )
    return tuple(found)


def _pay(wage: WageEstimate | None) -> Cell:
    """Mean pay, hourly where only that is published."""
    if wage is None:
        return unrecorded("annual_mean")
    return pay.pay_cell(wage, "hourly_mean" if pay.is_paid_by_the_hour(wage) else "annual_mean")
