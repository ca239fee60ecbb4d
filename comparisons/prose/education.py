"""What stands beneath the heading of education: what people hold; the opening tells what entry asks for."""

from collections.abc import Sequence
from dataclasses import replace

from careers import formatting
from careers.prose.occupation import entry_phrase
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .parts import ALL, is_nationwide, names, sentence, series, unranked

LESS_THAN_HIGH_SCHOOL = "less_than_high_school"


def said(profiles: Sequence[Profile]) -> str:
    """The level of education that most hold, with its share."""
    cells = [profile.cell("common_degree") for profile in profiles]
    known = [(profile, cell) for profile, cell in zip(profiles, cells, strict=True) if not cell.missing]
    if not known:
        return ""
    lacking = names(profile.plural for profile, cell in zip(profiles, cells, strict=True) if cell.missing)
    none = f"; what {lacking} hold is not published" if lacking else ""
    here = "nationwide, " if is_nationwide(cells, profiles[0].place) else ""
    # That a share is of a wider group stands with it.
    apart = unranked(replace(cell, group="") for _, cell in known)
    levels = {_level(cell) for _, cell in known}
    if len(levels) == 1 and len(known) > 1:
        shares = series(f"{_share(cell)} of {_whom(profile, cell)}" for profile, cell in known)
        whose = ALL[len(known)] if len(known) == len(profiles) else "those known"
        return sentence(
            f"{here}the most common level of education of {whose} is {levels.pop()}: {shares}{apart}{none}"
        )
    told = series(f"{_level(cell)} among {_whom(profile, cell)} ({_share(cell)})" for profile, cell in known)
    return sentence(f"{here}the most common level of education is {told}{apart}{none}")


def _level(cell: Cell) -> str:
    code, _ = cell.value
    if code == LESS_THAN_HIGH_SCHOOL:
        return "less than a high school diploma"
    return entry_phrase(cell.text.rpartition(", ")[0])


def _share(cell: Cell) -> str:
    return formatting.percent(cell.value[1])


def _whom(profile: Profile, cell: Cell) -> str:
    return f"the wider group of {profile.plural}" if cell.group else profile.plural
