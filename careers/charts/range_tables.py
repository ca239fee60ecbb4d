"""The table beside a picture of several ranges of pay: what it draws, amount by amount."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.kept_with import kept_with_it
from careers.selectors.pay import range_notes, range_rows
from careers.selectors.profile import Profile


@dataclass(frozen=True, slots=True)
class RangeTable:
    columns: tuple[str, ...]  # a career or a place each
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # a name; column and amount, '' for none
    notes: tuple[str, ...]


def range_table(profiles: Sequence[Profile], names: Sequence[str]) -> RangeTable:
    """Of those that are drawn: of pay by the hour only where none is paid by the year."""
    known = [
        (profile, _label(profile, name))
        for profile, name in zip(profiles, names, strict=True)
        if profile.pay_range and profile.pay_range.is_known
    ]
    units = {profile.pay_range.per for profile, _ in known}
    per = "year" if "year" in units else "hour"
    drawn = [(profile, label) for profile, label in known if profile.pay_range.per == per]
    told = {label: _amounts(profile) for profile, label in drawn}
    figures = dict.fromkeys(figure for amounts in told.values() for figure in amounts)
    return RangeTable(
        columns=tuple(told),
        rows=tuple(
            (figure, tuple((label, amounts.get(figure, "")) for label, amounts in told.items()))
            for figure in figures
        ),
        notes=tuple(
            f"{label}: {note}" for profile, label in drawn for note in range_notes(profile.pay_range)
        ),
    )


@kept_with_it
def _amounts(profile: Profile) -> dict[str, str]:
    """In words, by what they are."""
    return dict(range_rows(profile.pay_range))


def _label(profile: Profile, name: str) -> str:
    cell = profile.cell("pay_range")
    return f"{name} ({cell.area})" if cell.stands_in_for and cell.area else name
