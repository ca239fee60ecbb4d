"""Releases out of the rows of a query that joins them, where a query of their own would be one too many."""

from collections.abc import Sequence

from careers.models import Release, Source

SOURCE_FIELDS = ("slug", "short_name", "note", "licence", "attribution", "states_area")
# What a cell says of where it is from, as columns of the tables aliased `release` and `source`.
COLUMNS = ", ".join(("release.label", *(f"source.{name}" for name in SOURCE_FIELDS)))


def release_of(values: Sequence) -> Release:
    """The release, with its source, of values in the order of `COLUMNS`; not to be saved."""
    label, *fields = values
    return Release(label=label, source=Source(**dict(zip(SOURCE_FIELDS, fields, strict=True))))
