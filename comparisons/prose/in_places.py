"""The sentences that open a comparison of one career in several places, from the figures alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers.formatting import enclosed
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.ranking import Group, Ranking, Relation, rank
from comparisons.engine.significance import own_place

from .parts import ALL, apart, at_work, called, extent, known_of, located, names, sentence, series
from .several import TOGETHER

PER = {"annual_mean": gettext_lazy("a year"), "hourly_mean": gettext_lazy("an hour")}


def opening_in_places(profiles: Sequence[Profile]) -> list[str]:
    """Up to four paragraphs on one career in two to five places: its pay, what that buys, its people, gaps.

    A figure that stands in for one of the place itself is told as what it is, and never ranked.
    """
    key = _pay_key(profiles)
    paragraphs = (_pay(profiles, key), _worth(profiles, key), _people(profiles), _gaps(profiles, key))
    return [paragraph for paragraph in paragraphs if paragraph]


def _own(profiles: Sequence[Profile], key: str) -> list[Cell]:
    """The figures that are of the places themselves; the others count as missing."""
    cells = [profile.cell(key) for profile in profiles]
    return list(own_place([replace(cell, missing=not _is_own(cell)) for cell in cells]))


def _is_own(cell: Cell) -> bool:
    return not (cell.missing or cell.stands_in_for) and bool(cell.area)


def _pay_key(profiles: Sequence[Profile]) -> str:
    """Yearly pay; hourly where that is published in more places and the yearly in no two.

    Where neither is of any of the places, what stands in for it decides.
    """
    known = {key: sum(not cell.missing for cell in _own(profiles, key)) for key in PER}
    if not any(known.values()):
        known = {key: sum(not profile.cell(key).missing for profile in profiles) for key in PER}
    return "hourly_mean" if known["hourly_mean"] > known["annual_mean"] < 2 else "annual_mean"


def _pay(profiles: Sequence[Profile], key: str) -> str:
    cells, who, per = _own(profiles, key), profiles[0].plural, PER[key]
    known = [number for number, cell in enumerate(cells) if not cell.missing]
    if not known:
        return ""

    def tell(number: int) -> str:
        return f"{cells[number].said} {located(profiles[number].place)}"

    if len(known) == 1:
        (only,) = known
        at = located(profiles[only].place)
        return sentence(
            _("{who} earn {cells} {per} on average {at}").format(
                who=who, cells=cells[only].said, per=per, at=at
            )
        )
    found = rank(cells)
    if found.groups:
        return " ".join(map(sentence, [*_order(profiles, cells, found, per), *apart(found, tell)]))
    why = found.unlike[0][1]
    told = series(map(tell, known))
    return sentence(
        _("{who} earn {told}, {per} on average; which is more cannot be said, because {why}").format(
            who=who, told=told, per=per, why=why
        )
    )


def _order(profiles: Sequence[Profile], cells: Sequence[Cell], found: Ranking, per: str) -> list[str]:
    who, at = profiles[0].plural, [located(profile.place) for profile in profiles]
    first, *others = found.groups
    together = TOGETHER[first.relation]
    if found.leader is None and not others:
        if first.relation is Relation.EQUAL and len(first.members) == len(profiles):
            return [
                _("{who} earn {cells} {per} on average in {all} places").format(
                    who=who, cells=cells[0].said, per=per, all=ALL[len(profiles)]
                )
            ]
        told = series(f"{cells[number].said} {at[number]}" for number in first.members)
        return [
            _("{who} earn {told}, {per} on average{together}").format(
                who=who, told=told, per=per, together=together
            )
        ]

    def members(group: Group) -> str:
        told = series(
            f"{called(profiles[number].place)} {enclosed(cells[number].said)}" for number in group.members
        )
        return f"{told}{TOGETHER[group.relation]}"

    if found.leader is None:
        lead, after = (
            _("{who} earn the most, {per} on average, in {members}").format(
                who=who, per=per, members=members(first)
            ),
            ngettext("after them comes {places}", "after them come {places}", len(others[0].members)),
        )
    else:
        top, following = found.ranked[:2]
        more, less = cells[top], cells[following]
        if len(found.ranked) == 2:
            return [
                _(
                    "{who} earn more {at} than {at_2}: {more} {per} on average against "
                    "{less}; that is {extent} more"
                ).format(
                    who=who,
                    at=at[top],
                    at_2=at[following],
                    more=more.said,
                    per=per,
                    less=less.said,
                    extent=extent(more, less),
                )
            ]
        lead, after = (
            _("{who} earn the most {at}, {more} {per} on average: ").format(
                who=who, at=at[top], more=more.said, per=per
            ),
            ngettext("after it comes {places}", "after it come {places}", len(others[0].members)),
        )
        lead += _("{extent} more than in the next").format(extent=extent(more, less))
    return [lead, after.format(places=_("; then ").join(map(members, others)))]


def _worth(profiles: Sequence[Profile], key: str) -> str:
    """Where that pay buys most, as far as its sampling error and the price levels let it be told."""
    cells = _own(profiles, "adjusted_pay")
    found = rank(cells)
    known = [number for number, cell in enumerate(cells) if not cell.missing]
    if len(known) < 2:
        return ""
    unpriced = names(
        called(profile.place)
        for profile, cell, paid in zip(profiles, cells, _own(profiles, key), strict=True)
        if cell.missing and not paid.missing
    )
    none = _("; no price level is published for {unpriced}").format(unpriced=unpriced) if unpriced else ""

    def tell(number: int) -> str:
        per = _("an hour") if _("an hour") in cells[number].unit else _("a year")
        is_first = number == (found.ranked or known)[0] or number not in found.ranked
        return f"{cells[number].said}{f' {per}' if is_first else ''} {located(profiles[number].place)}"

    if not found.groups:
        why = found.unlike[0][1]
        told = series(map(tell, known))
        return sentence(
            _("in national prices, pay is {told}; which is more cannot be said, because {why}{none}").format(
                told=told, why=why, none=none
            )
        )
    first, *others = (
        f"{series(map(tell, group.members))}{TOGETHER[group.relation]}" for group in found.groups
    )
    told = _("in national prices, pay is {told}").format(told=_("; then ").join([first, *others]))
    if found.leader is not None:
        best = found.leader
        at, per = (
            located(profiles[best].place),
            _("an hour") if _("an hour") in cells[best].unit else _("a year"),
        )
        told = _("in national prices, pay is highest {at}: {cells} {per}, against {others}").format(
            at=at, cells=cells[best].said, per=per, others=_("; then ").join(others)
        )
    return " ".join(map(sentence, [f"{told}{none}", *apart(found, tell)]))


def _people(profiles: Sequence[Profile]) -> str:
    cells = _own(profiles, "employment")
    known = known_of(profiles, cells)
    if not known:
        return ""
    (first, number), *others = known
    told = [
        _("{at_work} as {plural} {located}").format(
            at_work=at_work(number), plural=first.plural, located=located(first.place)
        )
    ]
    told += [f"{cell.said} {located(profile.place)}" for profile, cell in others]
    unknown = names(
        called(profile.place) for profile, cell in zip(profiles, cells, strict=True) if cell.missing
    )
    none = _("; no number is published for {unknown}").format(unknown=unknown) if unknown else ""
    return sentence(f"{series(told)}{none}")


def _gaps(profiles: Sequence[Profile], key: str) -> str:
    """For which places no average is published, and what is known of a wider area instead."""
    by_area: dict[tuple[str, str], list[str]] = defaultdict(list)
    for profile, own in zip(profiles, _own(profiles, key), strict=True):
        if own.missing:
            cell = profile.cell(key)
            wider = ("", "") if cell.missing else (cell.area, cell.said)
            by_area[wider].append(called(profile.place))
    each = _("yearly") if key == "annual_mean" else _("hourly")
    statements = []
    for (area, text), places in by_area.items():
        instead = ""
        if area:
            instead = _(": {located} it is {text}, which is not ranked here").format(
                located=located(area), text=text
            )
        elif text:
            instead = _(": of the {text} that is known, the source names no place").format(text=text)
        statements.append(
            _("no {each} average is published for {names}{instead}").format(
                each=each, names=names(places), instead=instead
            )
        )
    return " ".join(map(sentence, statements))
