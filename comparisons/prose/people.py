"""What stands beneath the heading of demographics: how old people are, and how many are women."""

from collections.abc import Sequence
from dataclasses import replace

from careers import formatting
from careers.prose.demographics import WOMEN
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .parts import ALL, is_nationwide, known_of, lacking, not_alike, sentence, series


def said(profiles: Sequence[Profile]) -> str:
    """Ages and shares of women side by side: no source gives their sampling errors, so none is ahead."""
    ages = [profile.cell("age") for profile in profiles]
    women = [_women(profile.cell("gender")) for profile in profiles]
    statements = [_ages(profiles, ages), _shares(profiles, women, ages)]
    statements = [statement for statement in statements if statement]
    if statements and is_nationwide((*ages, *women), profiles[0].place):
        statements[0] = f"nationwide, {statements[0]}"
    return " ".join(map(sentence, statements))


def _women(gender: Cell) -> Cell:
    """The share of women as a figure of its own, missing where the source names none."""
    share = next((share for name, share in gender.value or () if name.lower() in WOMEN), None)
    if share is None:
        return replace(gender, missing=True)
    return replace(gender, value=share, text=formatting.tenths(share))


def _ages(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    known, everyone = known_of(profiles, cells), ALL[len(profiles)]
    if not known:
        return ""
    _, first = known[0]
    if _are_one(cells):
        if first.group:
            group = f"the wider group “{first.group}”"
            return f"{everyone} are counted in {group}, whose {first.kind} age is {first.said} years"
        return f"the {first.kind} age of {everyone} is {first.said} years"
    none = lacking(profiles, cells, "no age")
    if len({cell.kind for _, cell in known}) > 1:
        told = series(f"a {cell.kind} of {cell.said} among {_whom(profile, cell)}" for profile, cell in known)
        kinds = series(f"a {kind}" for kind in dict.fromkeys(cell.kind for _, cell in known))
        return f"age in years is {told}; {kinds} are not alike{none}"
    told = series(
        f"{cell.said}{'' if number else ' years'} among {_whom(profile, cell)}"
        for number, (profile, cell) in enumerate(known)
    )
    return f"the {first.kind} age is {told}{_aside(cells)}{none}"


def _shares(profiles: Sequence[Profile], cells: Sequence[Cell], ages: Sequence[Cell]) -> str:
    known, everyone = known_of(profiles, cells), ALL[len(profiles)]
    if not known:
        return ""
    _, first = known[0]
    if _are_one(cells):
        if first.group and _are_one(ages) and ages[0].group == first.group:
            return f"women are {first.said} of that group"
        of = f"the wider group “{first.group}”, in which {everyone} are counted" if first.group else everyone
        return f"women are {first.said} of {of}"
    named = {profile.slug: cell.group for profile, cell in known_of(profiles, ages)}
    told = series(
        f"{cell.said} of {_whom(profile, cell, named.get(profile.slug))}" for profile, cell in known
    )
    return f"women are {told}{_aside(cells)}{lacking(profiles, cells, 'no share of women')}"


def _are_one(cells: Sequence[Cell]) -> bool:
    """Whether one figure stands for all of the compared, be it that of a wider group they share."""
    if any(cell.missing for cell in cells) or not_alike(cells):
        return False
    return len({cell.value for cell in cells}) == 1


def _aside(cells: Sequence[Cell]) -> str:
    """How figures are not alike, but for the wider groups that are named beside them."""
    return not_alike(replace(cell, group="") for cell in cells)


def _whom(profile: Profile, cell: Cell, named: str | None = None) -> str:
    """The career, with the wider group that a figure is of; one `named` just before is not named again."""
    if not cell.group:
        return profile.plural
    group = "same group" if cell.group == named else f"wider group “{cell.group}”"
    return f"{profile.plural} (in the {group})"
