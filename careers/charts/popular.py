"""The pay ranges of several comparisons on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers import formatting
from careers.selectors.home import Popular
from careers.selectors.profile import Profile

from .ranges import PER, RangeChart, RangeRow, range_chart


@dataclass(frozen=True, slots=True)
class Group:
    """One comparison; its rows are those whose range is drawn."""

    title: str
    url: str
    rows: tuple[RangeRow, ...]


@dataclass(frozen=True, slots=True)
class PopularChart:
    """`axis` has all that a range chart has but the groups."""

    title: str
    axis: RangeChart
    groups: tuple[Group, ...]


def popular_chart(popular: Sequence[Popular]) -> PopularChart | None:
    """None where no pay is known of any."""
    profiles = distinct(popular)
    axis = range_chart("popular", profiles)
    if axis is None:
        return None
    rows = {row.label: row for row in axis.rows}
    groups = (
        Group(
            found.title,
            found.url,
            tuple(rows[one.plural] for one in found.profiles if one.plural in rows),
        )
        for found in popular
    )
    return PopularChart(_title(profiles) or axis.title, axis, tuple(groups))


def distinct(popular: Sequence[Popular]) -> list[Profile]:
    """Everyone compared, each once."""
    return list({one.slug: one for found in popular for one in found.profiles}.values())


def _title(profiles: Sequence[Profile]) -> str:
    """The finding: whose median is highest, '' where none is known."""
    known = [profile for profile in profiles if profile.pay_range and profile.pay_range.median is not None]
    yearly = [profile for profile in known if profile.pay_range.per == "year"]
    if not yearly:
        return ""
    most = max(yearly, key=lambda profile: profile.pay_range.median)
    amount = formatting.money(most.pay_range.median)
    return _("Of these, {career} are paid most: half of them earn more than {amount} {per}").format(
        career=most.plural, amount=amount, per=PER["year"]
    )
