"""What stands beneath the heading of demographics: how old people are, and how many are women."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from careers import formatting
from careers.catalogue import KINDS
from careers.kept_with import kept_with_it
from careers.prose.demographics import WOMEN
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .parts import ALL, is_nationwide, known_of, lacking, not_alike, of_no_group, sentence, series


def said(profiles: Sequence[Profile]) -> str:
    """Ages and shares of women side by side: no source gives their sampling errors, so none is ahead."""
    ages = [profile.cell("age") for profile in profiles]
    women = [_women(profile.cell("gender")) for profile in profiles]
    statements = [_ages(profiles, ages), _shares(profiles, women, ages)]
    statements = [statement for statement in statements if statement]
    if statements and is_nationwide((*ages, *women), profiles[0].place):
        statements[0] = _("nationwide, {statements}").format(statements=statements[0])
    return " ".join(map(sentence, statements))


@kept_with_it
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
    __, first = known[0]
    if _are_one(cells):
        if first.group:
            group = _("the wider group “{group}”").format(group=first.group)
            return _("{everyone} are counted in {group}, whose {kind} age is {first} years").format(
                everyone=everyone, group=group, kind=KINDS[first.kind], first=first.said
            )
        return _("the {kind} age of {everyone} is {first} years").format(
            kind=KINDS[first.kind], everyone=everyone, first=first.said
        )
    none = lacking(profiles, cells, _("no age"))
    if len({cell.kind for __, cell in known}) > 1:
        told = series(
            _("a {kind} of {cell} among {whom}").format(
                kind=KINDS[cell.kind], cell=cell.said, whom=_whom(profile, cell)
            )
            for profile, cell in known
        )
        kinds = series(
            _("a {kind}").format(kind=KINDS[kind]) for kind in dict.fromkeys(cell.kind for __, cell in known)
        )
        return _("age in years is {told}; {kinds} are not alike{none}").format(
            told=told, kinds=kinds, none=none
        )
    told = series(
        _("{cell}{years} among {whom}").format(
            cell=cell.said, years="" if number else _(" years"), whom=_whom(profile, cell)
        )
        for number, (profile, cell) in enumerate(known)
    )
    return _("the {kind} age is {told}{aside}{none}").format(
        kind=KINDS[first.kind], told=told, aside=_aside(cells), none=none
    )


def _shares(profiles: Sequence[Profile], cells: Sequence[Cell], ages: Sequence[Cell]) -> str:
    known, everyone = known_of(profiles, cells), ALL[len(profiles)]
    if not known:
        return ""
    __, first = known[0]
    if _are_one(cells):
        if first.group and _are_one(ages) and ages[0].group == first.group:
            return _("women are {first} of that group").format(first=first.said)
        of = (
            _("the wider group “{group}”, in which {everyone} are counted").format(
                group=first.group, everyone=everyone
            )
            if first.group
            else everyone
        )
        return _("women are {first} of {of}").format(first=first.said, of=of)
    named = {profile.slug: cell.group for profile, cell in known_of(profiles, ages)}
    told = series(
        _("{cell} of {whom}").format(cell=cell.said, whom=_whom(profile, cell, named.get(profile.slug)))
        for profile, cell in known
    )
    return _("women are {told}{aside}{lacking}").format(
        told=told, aside=_aside(cells), lacking=lacking(profiles, cells, _("no share of women"))
    )


def _are_one(cells: Sequence[Cell]) -> bool:
    """Whether one figure stands for all of the compared, be it that of a wider group they share."""
    if any(cell.missing for cell in cells) or not_alike(cells):
        return False
    return len({cell.value for cell in cells}) == 1


def _aside(cells: Sequence[Cell]) -> str:
    """How figures are not alike, but for the wider groups that are named beside them."""
    return not_alike(of_no_group(cell) for cell in cells)


def _whom(profile: Profile, cell: Cell, named: str | None = None) -> str:
    """The career, with the wider group that a figure is of; one `named` just before is not named again."""
    if not cell.group:
        return profile.plural
    group = _("same group") if cell.group == named else _("wider group “{group}”").format(group=cell.group)
    return _("{plural} (in the {group})").format(plural=profile.plural, group=group)
