"""The front page: how much there is, what people compare and what it pays, and where that is from."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.further import Compared, compared
from careers.models import Area, Occupation, Release

from .examples import SEPARATOR, example_careers
from .paid import paid
from .profile import Profile

MOST_POPULAR, MOST_OF_EDITORS = 4, 2


@dataclass(frozen=True, slots=True)
class Popular:
    """A comparison to begin with."""

    title: str
    url: str
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class Home:
    careers: int
    states: int
    metros: int
    popular: tuple[Popular, ...]
    releases: tuple[Release, ...]  # the latest of each source, with it

    @property
    def places(self) -> int:
        return self.states + self.metros

    @property
    def examples(self) -> tuple[Profile, ...]:
        """The first of each popular comparison that has figures for the pages of a career."""
        first = (comparison.profiles[0] for comparison in self.popular)
        return tuple(profile for profile in first if not profile.is_job_title)


def home() -> Home:
    """Eight queries at most."""
    counts = Area.objects.aggregate(
        states=Count("pk", filter=Q(kind=Area.Kind.STATE)),
        metros=Count("pk", filter=Q(kind__in=[Area.Kind.METRO, Area.Kind.NONMETRO])),
    )
    return Home(
        careers=Occupation.objects.listed().count(), **counts, popular=popular(), releases=_releases()
    )


def popular() -> tuple[Popular, ...]:
    """Some that editors wrote about, then pairs of well-known careers; five queries."""
    chosen = compared()[:MOST_OF_EDITORS]
    known = {frozenset(found.occupations) for found in chosen}
    chosen += [_example(pair) for pair in example_careers() if frozenset(pair) not in known]
    chosen = chosen[:MOST_POPULAR]
    everyone = list(dict.fromkeys(one for found in chosen for one in found.occupations))
    profiles = dict(zip(everyone, paid(everyone), strict=True))
    return tuple(
        Popular(found.title, found.url, tuple(profiles[one] for one in found.occupations)) for found in chosen
    )


def _example(pair: Sequence[Occupation]) -> Compared:
    address = reverse("comparisons:comparison", args=[SEPARATOR.join(one.slug for one in pair)])
    return Compared(_(" vs ").join(one.plural for one in pair), address, tuple(pair))


def _releases() -> tuple[Release, ...]:
    """The latest of each source, the latest of all first."""
    dated = Release.objects.select_related("source").order_by(F("period_end").desc(nulls_last=True), "label")
    latest: dict[int, Release] = {}
    for release in dated:
        latest.setdefault(release.source_id, release)
    return tuple(latest.values())
