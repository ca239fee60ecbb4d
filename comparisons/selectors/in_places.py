"""One career in several places."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.charts.ranges import RangeChart, range_chart
from careers.models import Area, Occupation
from careers.selectors import placed
from careers.selectors.addresses import place_url
from careers.selectors.attributions import Attribution, attributions
from careers.selectors.profile import Profile
from comparisons.engine.compare import NATION, Section, compare_places, differing
from comparisons.prose.in_places import opening_in_places


@dataclass(frozen=True, slots=True)
class Column:
    """A place as the head of a column."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class InPlaces:
    """Profiles and places stand in the order of the address; columns with the pinned place first."""

    occupation: Occupation
    places: tuple[tuple[str, str], ...]  # slug and name
    profiles: tuple[Profile, ...]
    columns: tuple[Column, ...]
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    hidden: int  # rows left out because all say the same
    chart: RangeChart | None
    attributions: tuple[Attribution, ...]

    @property
    def title(self) -> str:
        return _("{plural} in {join}").format(
            plural=self.occupation.plural, join=_(" vs ").join(name for __, name in self.places)
        )


def areas(slugs: Sequence[str]) -> dict[str, Area]:
    """The places of these slugs, by slug; one query."""
    return {area.slug: area for area in Area.objects.select_related("state").filter(slug__in=slugs)}


def in_places(
    occupation: Occupation,
    compared: Sequence[Area],
    *,
    in_national_prices: bool = False,
    pin: str = "",
    only_differing: bool = False,
) -> InPlaces:
    """Two queries; what does not depend on the place is left to the page of the career."""
    places = placed.places(compared, adjusts=in_national_prices)
    known = placed.wages([occupation.pk], compared)[occupation.pk]
    found = tuple(_profile(occupation, place, placed.in_place(known, place)) for place in places)
    pinned_first = sorted(range(len(found)), key=lambda number: compared[number].slug != pin)
    ordered = [found[number] for number in pinned_first]
    sections = compare_places(ordered, 0 if pin else None)
    shown, hidden = differing(sections) if only_differing else (sections, 0)
    return InPlaces(
        occupation=occupation,
        places=tuple((area.slug, area.name) for area in compared),
        profiles=found,
        columns=tuple(Column(compared[number].name, place_url(compared[number])) for number in pinned_first),
        opening=tuple(opening_in_places(found)),
        sections=shown,
        hidden=hidden,
        chart=range_chart("pay-ranges", ordered, [profile.place or NATION for profile in ordered]),
        attributions=tuple(
            attributions(cell for section in sections for row in section.rows for cell in row.cells)
        ),
    )


def _profile(occupation: Occupation, place: placed.Place, work: placed.Placed) -> Profile:
    return Profile(
        slug=occupation.slug,
        title=occupation.title,
        plural=occupation.plural,
        url=occupation.get_absolute_url(),
        soc_code=occupation.soc_code or "",
        is_job_title=occupation.is_job_title,
        summary="",
        cells=work.cells,
        pay_range=work.pay_range,
        place=place.name,
    )
