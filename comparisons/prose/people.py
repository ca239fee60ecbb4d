"""What stands beneath the heading of demographics: how old people are, and how many are women."""

from collections.abc import Sequence
from dataclasses import replace

from careers import formatting
from careers.prose.demographics import WOMEN
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .parts import ALL, is_nationwide, names, sentence, series, unranked

Known = list[tuple[Profile, Cell]]


def said(profiles: Sequence[Profile]) -> str:
    """Ages and shares of women side by side: no source gives their sampling errors, so none is ahead."""
    ages = _known(profiles, [profile.cell("age") for profile in profiles])
    women = _known(profiles, [_women(profile.cell("gender")) for profile in profiles])
    statements = [_ages(profiles, ages), _shares(profiles, women, ages)]
    statements = [statement for statement in statements if statement]
    if statements and is_nationwide((cell for _, cell in (*ages, *women)), profiles[0].place):
        statements[0] = f"nationwide, {statements[0]}"
    return " ".join(sentence(statement) for statement in statements)


def _known(profiles: Sequence[Profile], cells: Sequence[Cell]) -> Known:
    return [(profile, cell) for profile, cell in zip(profiles, cells, strict=True) if not cell.missing]


def _women(gender: Cell) -> Cell:
    """The share of women as a figure of its own, missing where the source names none."""
    share = next((share for name, share in gender.value or () if name.lower() in WOMEN), None)
    if share is None:
        return replace(gender, missing=True)
    return replace(gender, value=share, text=formatting.tenths(share))


def _ages(profiles: Sequence[Profile], known: Known) -> str:
    if not known:
        return ""
    apart = unranked(replace(cell, group="") for _, cell in known)
    none = _none(profiles, known, "no age is published")
    kinds = {cell.kind for _, cell in known}
    if group := _one_group(profiles, known):
        cell = known[0][1]
        return f"{ALL[len(profiles)]} are counted in the wider group “{group}”, whose {cell.kind} age is {cell.text} years"
    if len(kinds) > 1:
        told = series(f"a {cell.kind} of {cell.text} among {_whom(profile, cell)}" for profile, cell in known)
        return f"age in years is {told}{apart}{none}"
    (kind,) = kinds
    if (
        len(known) == len(profiles)
        and not apart
        and len({(cell.value, cell.group) for _, cell in known}) == 1
    ):
        return f"the {kind} age of {ALL[len(profiles)]} is {known[0][1].text} years"
    told = series(
        f"{cell.text}{'' if number else ' years'} among {_whom(profile, cell)}"
        for number, (profile, cell) in enumerate(known)
    )
    return f"the {kind} age is {told}{apart}{none}"


def _shares(profiles: Sequence[Profile], known: Known, ages: Known) -> str:
    if not known:
        return ""
    apart = unranked(replace(cell, group="") for _, cell in known)
    none = _none(profiles, known, "no share of women is published")
    if group := _one_group(profiles, known):
        told_already = _one_group(profiles, ages) == group
        of = "it" if told_already else f"the wider group “{group}”, in which {ALL[len(profiles)]} are counted"
        return f"women are {known[0][1].text} of {of}"
    if (
        len(known) == len(profiles)
        and not apart
        and len({(cell.value, cell.group) for _, cell in known}) == 1
    ):
        return f"women are {known[0][1].text} of {ALL[len(profiles)]}"
    groups = {profile.slug: cell.group for profile, cell in ages}
    told = series(
        f"{cell.text} of {profile.plural if groups.get(profile.slug) == cell.group else _whom(profile, cell)}"
        for profile, cell in known
    )
    return f"women are {told}{apart}{none}"


def _one_group(profiles: Sequence[Profile], known: Known) -> str:
    """The wider group that stands for all of the compared with one figure, '' where there is none."""
    figures = {(cell.group, cell.value, cell.kind, cell.source_name, cell.release) for _, cell in known}
    return known[0][1].group if len(figures) == 1 and len(known) == len(profiles) else ""


def _whom(profile: Profile, cell: Cell) -> str:
    return f"{profile.plural} (in the wider group “{cell.group}”)" if cell.group else profile.plural


def _none(profiles: Sequence[Profile], known: Known, what: str) -> str:
    there = {profile.slug for profile, _ in known}
    lacking = names(profile.plural for profile in profiles if profile.slug not in there)
    return f"; {what} for {lacking}" if lacking else ""
