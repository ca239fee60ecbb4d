"""What comparisons show of each career alone is drawn ahead by the worker, and kept with the rest."""

from collections.abc import Sequence

from careers.selectors.profile import Profile
from careers.structured_data import occupation
from careers.views.drawn import blocks
from comparisons.addresses import address
from comparisons.selectors.comparison import compared_as


def draw(profiles: Sequence[Profile]) -> None:
    """Each on the left of one comparison and on the right of another."""
    for pair in zip(profiles, [*profiles[1:], *profiles[:1]], strict=True):
        if pair[0] is not pair[1]:
            path = address(profile.slug for profile in pair)
            blocks("comparisons/comparison.html", {"comparison": compared_as(pair)}, path)
    for profile in profiles:
        occupation(profile, str)
