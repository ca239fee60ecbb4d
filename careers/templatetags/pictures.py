"""What a template needs of a picture that its page shows."""

from django import template

from careers.charts.range_tables import RangeTable, range_table
from careers.selectors.work import NATION

register = template.Library()


@register.simple_tag
def table_of_ranges(profiles, *, by_place: bool = False) -> RangeTable:
    """Of several careers, or of one in several places."""
    return range_table(profiles, [(one.place or NATION) if by_place else one.plural for one in profiles])
