"""What a template needs of the columns of a table that compares."""

from collections.abc import Sequence

from django import template

register = template.Library()

FEW = 2  # have room beside them for what a row says


@register.filter
def titles(columns: Sequence) -> tuple[str, ...]:
    return tuple(column.title for column in columns)


@register.filter
def are_several(columns: Sequence) -> bool:
    return len(columns) > FEW
