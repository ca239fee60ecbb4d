"""The sentences that open a comparison of three to five careers, from the compared figures alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.formatting import enclosed
from careers.prose.occupation import entry_phrase, is_computed
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.ranking import Group, Ranking, Relation, rank

from .parts import (
    ALL,
    apart,
    closed,
    duration,
    extent,
    in_all,
    known_of,
    named,
    names,
    people,
    sentence,
    series,
    takes,
    there,
    top_skills,
    where,
)

SKILLS_IN_FULL = 3  # careers up to which all top skills of each are named
TOGETHER = {
    Relation.ALONE: "",
    Relation.EQUAL: gettext_lazy(", the same"),
    Relation.SAME: gettext_lazy(", about the same"),
    Relation.BLURRED: gettext_lazy(", not told apart one by one within the sampling errors"),
    Relation.UNPRINTED: gettext_lazy(", in no certain order, because pay that high is not printed exactly"),
}


def opening(profiles: Sequence[Profile]) -> list[str]:
    """Up to four paragraphs: on time or schooling, pay, skills and jobs; one without figures is left out."""
    paragraphs = (
        _time(profiles) or _entry(profiles),
        " ".join(pay(profiles)),
        _skills(profiles),
        _jobs(profiles),
    )
    return [paragraph for paragraph in paragraphs if paragraph]


def _time(profiles: Sequence[Profile]) -> str:
    """How long each takes, where a source states it for one of them."""
    known = known_of(profiles, [profile.cell("time_to_become") for profile in profiles])
    if all(is_computed(cell) for __, cell in known):
        return ""
    if len(known) == len(profiles) and len({duration(cell) for __, cell in known}) == 1:
        return sentence(
            _("{all} usually take {duration}").format(all=ALL[len(profiles)], duration=duration(known[0][1]))
        )
    return takes(known)


def _entry(profiles: Sequence[Profile]) -> str:
    """The schooling that entry asks for, with the time that it takes in all where that is computed."""
    by_entry: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    unknown = []
    for profile in profiles:
        cell = profile.cell("entry_education")
        if cell.missing:
            unknown.append(profile.plural)
        else:
            by_entry[entry_phrase(cell.said)][in_all(profile.cell("time_to_become"))].append(profile.plural)
    if len(profiles) - len(unknown) < 2:
        return ""
    if len(by_entry) == 1 and not unknown:
        ((phrase, times),) = by_entry.items()
        if len(times) == 1:
            (time,) = times
            taking = (
                _("; with experience and training, they take {time} after high school").format(time=time)
                if time
                else ""
            )
            return sentence(
                _("{all} typically ask for {phrase} at entry{taking}").format(
                    all=ALL[len(profiles)], phrase=phrase, taking=taking
                )
            )
    parts = (
        _("for {closed} among {series}").format(
            closed=closed(phrase), series=series(_timed(who, time) for time, who in times.items())
        )
        for phrase, times in by_entry.items()
    )
    gap = _("; no entry requirement is published for {names}").format(names=names(unknown)) if unknown else ""
    return _("Entry typically asks {series}{gap}.").format(series=series(parts), gap=gap)


def _timed(who: list[str], time: str) -> str:
    return f"{names(who)} {enclosed(_('{time} after high school').format(time=time))}" if time else names(who)


def pay(profiles: Sequence[Profile]) -> list[str]:
    """Who earns more on average, in order, as far as the figures can tell.

    By the hour where that is published for all and no more than one has a yearly figure.
    """
    yearly = _pay(profiles, "annual_mean", _("a year"), _("yearly"))
    hourly = _pay(profiles, "hourly_mean", _("an hour"), _("hourly"))
    if len(yearly.known) > 1 or len(hourly.known) < len(profiles):
        return _told(yearly)
    unpaid = names(profile.plural for profile in profiles if profile.cell("annual_mean").missing)
    whom = unpaid if yearly.known else _("any of them")
    return [*_told(hourly), _("No yearly average is published for {whom}.").format(whom=whom)]


@dataclass(frozen=True, slots=True)
class _Pay:
    """Mean pay of each of the compared, by the year or by the hour, and its order."""

    profiles: Sequence[Profile]
    cells: Sequence[Cell]
    found: Ranking
    per: str
    each: str

    @property
    def known(self) -> list[int]:
        """The positions of the figures that are there, those of the asked place first."""
        there = [number for number, cell in enumerate(self.cells) if not cell.missing]
        return sorted(there, key=lambda number: bool(self.place) and self.cells[number].area != self.place)

    @property
    def place(self) -> str:
        return self.profiles[0].place

    @property
    def placed(self) -> Sequence[Cell]:
        """The figures whose place opens the statement: those that can be ranked, else all."""
        return [self.cells[number] for number in self.found.ranked] or self.cells

    def name(self, number: int) -> str:
        return self.profiles[number].plural

    def amount(self, number: int, per: str = "") -> str:
        """The figure, with where it is paid if that is not the place of the others."""
        cell = self.cells[number]
        return f"{cell.said}{per}{there(cell, self.placed, self.place)}"

    def paid_to(self, number: int) -> str:
        return _("{amount} among {name}").format(amount=self.amount(number), name=self.name(number))

    def paid(self, numbers: Iterable[int]) -> str:
        return series(map(self.paid_to, numbers))


def _pay(profiles: Sequence[Profile], key: str, per: str, each: str) -> _Pay:
    cells = [profile.cell(key) for profile in profiles]
    return _Pay(profiles, cells, rank(cells), per, each)


def _told(pay: _Pay) -> list[str]:
    if not pay.known:
        return []
    found = pay.found
    here = where(pay.placed, pay.place)
    none = _("no {each} average is published for {names}").format(
        each=pay.each, names=names(map(pay.name, found.missing))
    )
    if len(pay.known) == 1:
        (only,) = pay.known
        return [
            sentence(
                _("{here}{name} earn {cells} {per} on average; {none}").format(
                    here=here, name=pay.name(only), cells=pay.cells[only].said, per=pay.per, none=none
                )
            )
        ]
    if found.groups:
        said = [*_order(pay), *apart(found, pay.paid_to)]
    else:
        why = found.unlike[0][1]
        said = [
            _("average {each} pay is {paid}; which is more cannot be said, because {why}").format(
                each=pay.each, paid=pay.paid(pay.known), why=why
            )
        ]
    if found.missing:
        said.append(none)
    return [sentence(f"{here}{said[0]}"), *map(sentence, said[1:])]


def _order(pay: _Pay) -> list[str]:
    found = pay.found
    first, *others = found.groups
    if not others:
        if first.relation is Relation.EQUAL and len(first.members) == len(pay.profiles):
            return [
                _("{all} earn {cells} {per} on average").format(
                    all=ALL[len(pay.profiles)], cells=pay.cells[0].said, per=pay.per
                )
            ]
        return [
            _("average {each} pay is {paid}{together}").format(
                each=pay.each, paid=pay.paid(first.members), together=TOGETHER[first.relation]
            )
        ]
    lead = _("the highest average {each} pay is that of {members}").format(
        each=pay.each, members=_members(first, pay)
    )
    if found.leader is not None:
        leader, following = found.ranked[:2]
        lead = _("{name} earn the most on average, {amount}: {extent} more than the next").format(
            name=pay.name(leader),
            amount=pay.amount(leader, f" {pay.per}"),
            extent=extent(pay.cells[leader], pay.cells[following]),
        )
    return [
        lead,
        _("after them come {members}").format(
            members=_("; then ").join(_members(group, pay) for group in others)
        ),
    ]


def _members(group: Group, pay: _Pay) -> str:
    """ "Welders ($55,000) and Cooks ($54,900), about the same"."""
    members = names(f"{pay.name(number)} {enclosed(pay.amount(number))}" for number in group.members)
    return f"{members}{TOGETHER[group.relation]}"


def _skills(profiles: Sequence[Profile]) -> str:
    known = [profile for profile in profiles if profile.skills]
    if len(known) < 2:
        return ""
    if len(known) == len(profiles) and len({profile.skills for profile in known}) == 1:
        return _("The top skills of {all} are {top_skills}.").format(
            all=ALL[len(known)], top_skills=top_skills(known[0])
        )
    if len(known) <= SKILLS_IN_FULL:
        told = "; ".join(
            _("{top_skills} among {plural}").format(top_skills=top_skills(profile), plural=profile.plural)
            for profile in known
        )
        return _("The top skills are {told}.").format(told=told)
    by_skill: dict[str, list[str]] = defaultdict(list)
    for profile in known:
        by_skill[named(profile.skills[:1])].append(profile.plural)
    told = series(
        _("{skill} among {names}").format(skill=skill, names=names(who)) for skill, who in by_skill.items()
    )
    return _("The first of the top skills is {told}.").format(told=told)


def _jobs(profiles: Sequence[Profile]) -> str:
    known = known_of(profiles, [profile.cell("employment") for profile in profiles])
    return people(known) if len(known) > 1 else ""
