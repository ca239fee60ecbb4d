"""Rows of cells in the order that a reader asked for."""

from collections.abc import Sequence


def ordered(rows: Sequence, column: str, *, falling: bool) -> list:
    """By the value of a row's cell, or by `name` where `column` is empty.

    Missing values come last either way; ties stay as they were.
    """
    if not column:
        return sorted(rows, key=lambda row: row.name, reverse=falling)
    known = [row for row in rows if not getattr(row, column).missing]
    known.sort(key=lambda row: getattr(row, column).value, reverse=falling)
    return known + [row for row in rows if getattr(row, column).missing]
