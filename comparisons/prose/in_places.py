"""The sentences that open a comparison of one career in several places, from the figures alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.ranking import Group, Ranking, Relation, rank
from comparisons.engine.significance import own_place

from .parts import ALL, apart, called, extent, known_of, located, names, sentence, series
from .several import TOGETHER

PER = {"annual_mean": "a year", "hourly_mean": "an hour"}


def opening_in_places(profiles: Sequence[Profile]) -> list[str]:
    """Up to four paragraphs on one career in two to five places: its pay, what that buys, its people, gaps.

    A figure that stands in for one of the place itself is told as what it is, and never ranked.
    """
    key = _pay_key(profiles)
    paragraphs = (_pay(profiles, key), _worth(profiles), _people(profiles), _gaps(profiles, key))
    return [paragraph for paragraph in paragraphs if paragraph]


def _own(profiles: Sequence[Profile], key: str) -> list[Cell]:
    """The figures that are of the places themselves; the others count as missing."""
    cells = [profile.cell(key) for profile in profiles]
    return list(
        own_place([replace(cell, missing=cell.missing or bool(cell.stands_in_for)) for cell in cells])
    )


def _pay_key(profiles: Sequence[Profile]) -> str:
    """Yearly pay, or hourly where that alone is published in more places."""
    known = {key: sum(not cell.missing for cell in _own(profiles, key)) for key in PER}
    return "hourly_mean" if known["hourly_mean"] > known["annual_mean"] < 2 else "annual_mean"


def _pay(profiles: Sequence[Profile], key: str) -> str:
    cells, who, per = _own(profiles, key), profiles[0].plural, PER[key]
    known = [number for number, cell in enumerate(cells) if not cell.missing]
    if not known:
        return ""

    def tell(number: int) -> str:
        return f"{cells[number].text} {per} {located(profiles[number].place)}"

    if len(known) == 1:
        return sentence(
            f"{who} earn {cells[known[0]].text} {per} on average {located(profiles[known[0]].place)}"
        )
    found = rank(cells)
    if found.groups:
        return " ".join(map(sentence, [*_order(profiles, cells, found, per), *apart(found, tell)]))
    told = series(map(tell, known))
    return sentence(
        f"average pay of {who} is {told}; which is more cannot be said, because {found.unlike[0][1]}"
    )


def _order(profiles: Sequence[Profile], cells: Sequence[Cell], found: Ranking, per: str) -> list[str]:
    who = profiles[0].plural
    first, *others = found.groups

    def there(number: int) -> str:
        return located(profiles[number].place)

    def members(group: Group) -> str:
        told = series(f"{called(profiles[number].place)} ({cells[number].text})" for number in group.members)
        return f"{told}{TOGETHER[group.relation]}"

    if found.leader is None and not others:
        if first.relation is Relation.EQUAL and len(first.members) == len(profiles):
            return [f"{who} earn {cells[0].text} {per} on average in {ALL[len(profiles)]} places"]
        told = series(f"{cells[number].text} {per} {there(number)}" for number in first.members)
        return [f"average pay of {who} is {told}{TOGETHER[first.relation]}"]
    lead = f"average pay of {who} is highest in {members(first)}"
    if found.leader is not None:
        top, following = found.ranked[:2]
        if len(found.ranked) == 2:
            return [
                f"{who} earn more {there(top)} than {there(following)}: {cells[top].text} {per} on average "
                f"against {cells[following].text}, {extent(cells[top], cells[following])} more"
            ]
        lead = (
            f"{who} earn the most {there(top)}, {cells[top].text} {per} on average: "
            f"{extent(cells[top], cells[following])} more than in the next"
        )
    return [
        lead,
        f"after {'it' if len(first.members) == 1 else 'them'} come {'; then '.join(map(members, others))}",
    ]


def _worth(profiles: Sequence[Profile]) -> str:
    """Where that pay buys most, as far as the sampling error of the pay lets it be told."""
    cells = _own(profiles, "adjusted_pay")
    found = rank(cells)
    if len(found.ranked) < 2:
        return ""
    per = "an hour" if "hour" in cells[found.ranked[0]].unit else "a year"
    told = [f"{cells[number].text} {located(profiles[number].place)}" for number in found.ranked]
    if found.leader is None:
        together = TOGETHER[found.groups[0].relation] if len(found.groups) == 1 else ""
        return sentence(f"in national prices, {per}, that is {series(told)}{together}")
    at = located(profiles[found.leader].place)
    best = cells[found.leader].text
    return sentence(f"in national prices it is highest {at}, {best} {per}, against {series(told[1:])}")


def _people(profiles: Sequence[Profile]) -> str:
    cells = _own(profiles, "employment")
    known = known_of(profiles, cells)
    if not known:
        return ""
    told = series(
        f"{cell.text}{'' if number else f' people work as {profile.plural}'} {located(profile.place)}"
        for number, (profile, cell) in enumerate(known)
    )
    unknown = names(
        called(profile.place) for profile, cell in zip(profiles, cells, strict=True) if cell.missing
    )
    return sentence(f"{told}; no number is published for {unknown}" if unknown else told)


def _gaps(profiles: Sequence[Profile], key: str) -> str:
    """For which places no average is published, and what is known of a wider area instead."""
    by_area: dict[tuple[str, str], list[str]] = defaultdict(list)
    for profile, own in zip(profiles, _own(profiles, key), strict=True):
        if own.missing:
            cell = profile.cell(key)
            by_area["" if cell.missing else cell.area, cell.text].append(called(profile.place))
    each = "yearly" if key == "annual_mean" else "hourly"
    statements = []
    for (area, text), places in by_area.items():
        instead = f": {located(area)} it is {text}, which is not ranked here" if area else ""
        statements.append(f"no {each} average is published for {names(places)}{instead}")
    return " ".join(map(sentence, statements))
