"""The pictures of a comparison, each for the section that it illustrates."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.charts.bars import BarChart
from careers.selectors.profile import Profile

from .grouped import GroupedBars
from .growth import growth_picture
from .people import StackedBars, gender_picture, race_picture
from .skills import skills_picture


@dataclass(frozen=True, slots=True)
class Pictures:
    """Each is None where there is nothing to draw."""

    growth: BarChart | None = None
    gender: StackedBars | None = None
    race: GroupedBars | None = None
    skills: GroupedBars | None = None


def pictures(profiles: Sequence[Profile]) -> Pictures:
    """The pictures of two to five careers.

    One career in several places has none: these figures are the nation's and would be alike.
    """
    if len({profile.slug for profile in profiles}) < 2:
        return Pictures()
    return Pictures(
        growth=growth_picture(profiles),
        gender=gender_picture(profiles),
        race=race_picture(profiles),
        skills=skills_picture(profiles),
    )
