"""What a choice of a row is called."""

from functools import cache

from django.db.models import Model
from django.utils.encoding import force_str


def label_of(row: Model, name: str) -> str:
    """As `get_…_display`, which says the names of all choices each time, to find that of one."""
    value = getattr(row, name)
    return force_str(_labels(type(row), name).get(value, value), strings_only=True)


@cache
def _labels(model: type[Model], name: str) -> dict:
    return dict(model._meta.get_field(name).flatchoices)
