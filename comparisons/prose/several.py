"""The sentences that open a comparison of three to five careers, from the compared figures alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from careers import formatting
from careers.prose.occupation import entry_phrase, is_computed
from careers.selectors.profile import Profile
from comparisons.engine.ranking import Group, Ranking, Relation, rank

from .parts import duration, in_all, named, one

ALL = {3: "All three", 4: "All four", 5: "All five"}
SKILLS_IN_FULL = 3  # careers up to which all top skills of each are named
TOGETHER = {
    Relation.ALONE: "",
    Relation.EQUAL: ", the same",
    Relation.SAME: ", about the same",
    Relation.BLURRED: ", not told apart one by one within the sampling errors",
    Relation.UNPRINTED: ", in no certain order, because pay that high is not printed exactly",
}


def opening(profiles: Sequence[Profile]) -> list[str]:
    """Up to four paragraphs: on time or schooling, pay, skills and jobs; one without figures is left out."""
    sentences = (
        _time(profiles) or _entry(profiles),
        " ".join(pay(profiles)),
        _skills(profiles),
        _jobs(profiles),
    )
    return [sentence for sentence in sentences if sentence]


def _time(profiles: Sequence[Profile]) -> str:
    """How long each takes, where a source states it for one of them."""
    cells = [(profile, profile.cell("time_to_become")) for profile in profiles]
    known = [(profile, cell) for profile, cell in cells if not cell.missing]
    if all(is_computed(cell) for _, cell in known):
        return ""
    by_time: dict[str, list[str]] = defaultdict(list)
    for profile, cell in known:
        by_time[duration(cell)].append(one(profile))
    return (
        f"It usually takes {_series(f'{time} to become {_any(names)}' for time, names in by_time.items())}."
    )


def _entry(profiles: Sequence[Profile]) -> str:
    """The schooling that entry asks for, with the time that it takes in all where that is computed."""
    by_entry: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    unknown = []
    for profile in profiles:
        cell = profile.cell("entry_education")
        if cell.missing:
            unknown.append(profile.plural)
        else:
            by_entry[entry_phrase(cell.text)][in_all(profile.cell("time_to_become"))].append(profile.plural)
    if len(profiles) - len(unknown) < 2:
        return ""
    if len(by_entry) == 1 and not unknown:
        ((phrase, times),) = by_entry.items()
        if len(times) == 1:
            (time,) = times
            taking = f"; with experience and training, they take {time} after high school" if time else ""
            return f"{ALL[len(profiles)]} typically ask for {phrase} at entry{taking}."
    parts = (
        f"for {phrase} among {_series(_timed(names, time) for time, names in times.items())}"
        for phrase, times in by_entry.items()
    )
    gap = f"; no entry requirement is published for {_series(unknown)}" if unknown else ""
    return f"Entry typically asks {_series(parts)}{gap}."


def _timed(names: list[str], time: str) -> str:
    return f"{_series(names)} ({time} after high school)" if time else _series(names)


def pay(profiles: Sequence[Profile]) -> list[str]:
    """Who earns more on average, in order, as far as the figures can tell."""
    cells = [profile.cell("annual_mean") for profile in profiles]
    found = rank(cells)
    known = [profile for profile, cell in zip(profiles, cells, strict=True) if not cell.missing]
    if not known:
        return []
    unknown = _series(profiles[place].plural for place in found.missing)
    if len(known) == 1:
        return [
            f"{known[0].plural} earn {_amount(known[0])} a year on average; "
            f"no yearly average is published for {unknown}."
        ]
    if found.groups:
        sentences = [*_order(found, profiles), *_apart(found, profiles)]
    else:
        paid = _series(_paid(profile) for profile in known)
        why = found.unlike[0][1]
        sentences = [f"Average yearly pay is {paid}; which is more cannot be said, because {why}."]
    return [*sentences, f"No yearly average is published for {unknown}."] if unknown else sentences


def _order(found: Ranking, profiles: Sequence[Profile]) -> list[str]:
    first, *others = found.groups
    if not others:
        if first.relation is Relation.EQUAL and len(first.members) == len(profiles):
            return [f"{ALL[len(profiles)]} earn {_amount(profiles[0])} a year on average."]
        paid = _series(_paid(profiles[place]) for place in first.members)
        return [f"Average yearly pay is {paid}{TOGETHER[first.relation]}."]
    lead = f"The highest average yearly pay is that of {_members(first, profiles)}."
    if found.leader is not None:
        lead = _leading(found, profiles)
    return [lead, f"After them come {'; then '.join(_members(group, profiles) for group in others)}."]


def _leading(found: Ranking, profiles: Sequence[Profile]) -> str:
    leader, following = (profiles[place] for place in found.ranked[:2])
    more, less = leader.cell("annual_mean"), following.cell("annual_mean")
    difference = more.value - less.value
    share = round(100 * float(difference) / float(less.value))
    least = "at least " if more.at_least else ""
    extent = f"{least}{formatting.money(difference)}" + (f", or {share}%," if share else "")
    return f"{leader.plural} earn the most on average, {more.text} a year: {extent} more than the next."


def _apart(found: Ranking, profiles: Sequence[Profile]) -> list[str]:
    """Those whose figures must not be ranked with the others, by the reason."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for place, reason in found.unlike:
        by_reason[reason].append(_paid(profiles[place]))
    return [
        f"Not ranked with them: {_series(apart)}, because {reason}." for reason, apart in by_reason.items()
    ]


def _skills(profiles: Sequence[Profile]) -> str:
    known = [profile for profile in profiles if profile.skills]
    if len(known) < 2:
        return ""
    if len(known) == len(profiles) and len({profile.skills for profile in known}) == 1:
        return f"The top skills of {ALL[len(known)].lower()} are {named(known[0].skills)}."
    if len(known) <= SKILLS_IN_FULL:
        told = "; ".join(f"{named(profile.skills)} among {profile.plural}" for profile in known)
        return f"The top skills are {told}."
    by_skill: dict[str, list[str]] = defaultdict(list)
    for profile in known:
        by_skill[named(profile.skills[:1])].append(profile.plural)
    told = _series(f"{skill} among {_series(who)}" for skill, who in by_skill.items())
    return f"The first of the top skills is {told}."


def _jobs(profiles: Sequence[Profile]) -> str:
    cells = [(profile.plural, profile.cell("employment")) for profile in profiles]
    known = [f"{cell.text} as {name}" for name, cell in cells if not cell.missing]
    if len(known) < 2:
        return ""
    first, *others = known
    return f"{_series([first.replace(' as ', ' people work as ', 1), *others])}."


def _amount(profile: Profile) -> str:
    return profile.cell("annual_mean").text


def _paid(profile: Profile) -> str:
    return f"{_amount(profile)} among {profile.plural}"


def _members(group: Group, profiles: Sequence[Profile]) -> str:
    """ "Welders ($55,000) and Cooks ($54,900), about the same"."""
    members = [f"{profiles[place].plural} ({_amount(profiles[place])})" for place in group.members]
    return f"{_series(members)}{TOGETHER[group.relation]}"


def _series(items: Iterable[str]) -> str:
    """A listing; parted by semicolons where an item holds a comma or a listing of its own."""
    items = list(items)
    if len(items) < 3 or not any(", " in item or " and " in item for item in items):
        return formatting.listing(items)
    return f"{'; '.join(items[:-1])}; and {items[-1]}"


def _any(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
