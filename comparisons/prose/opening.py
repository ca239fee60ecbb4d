"""The sentences that open a comparison, made from the compared figures alone."""

from collections.abc import Sequence

from careers import formatting
from careers.prose.occupation import entry_phrase, is_computed
from careers.selectors.profile import Profile
from comparisons.engine.significance import Verdict, compare, unlike

from . import several
from .parts import duration, in_all, named, one


def opening(profiles: Sequence[Profile]) -> list[str]:
    """Up to four statements on two to five profiles, on time or schooling, pay, skills and jobs.

    One whose figures are missing is left out; that on the pay of several may be of several sentences.
    """
    if len(profiles) > 2:
        return several.opening(profiles)
    first, second = profiles
    sentences = (
        _time(first, second) or _entry(first, second),
        pay(first, second),
        _skills(first, second),
        _jobs(first, second),
    )
    return [sentence for sentence in sentences if sentence]


def _time(first: Profile, second: Profile) -> str:
    """How long each takes, where a source states it for one of them."""
    a, b = first.cell("time_to_become"), second.cell("time_to_become")
    known = [(profile, cell) for profile, cell in ((first, a), (second, b)) if not cell.missing]
    if all(is_computed(cell) for _, cell in known):
        return ""
    if len(known) == 2 and (a.text, a.unit) == (b.text, b.unit):
        return f"Becoming {one(first)} or {one(second)} usually takes {a.text}."
    parts = [f"{duration(cell)} to become {one(profile)}" for profile, cell in known]
    return f"It usually takes {formatting.listing(parts)}."


def _entry(first: Profile, second: Profile) -> str:
    """The schooling that entry asks for, with the time that it takes in all where that is computed."""
    a, b = first.cell("entry_education"), second.cell("entry_education")
    if a.missing or b.missing:
        return ""
    times = [in_all(profile.cell("time_to_become")) for profile in (first, second)]
    if a.value == b.value:
        sentence = f"Both typically ask for {entry_phrase(a.text)} at entry"
        if not any(times):
            return f"{sentence}."
        if times[0] == times[1]:
            return f"{sentence}; with experience and training both take {times[0]} after high school."
        if not all(times):
            return f"{sentence}."
        return (
            f"{sentence}; with experience and training, {first.plural} take {times[0]} after high school "
            f"and {second.plural} {times[1]}."
        )
    schooling = []
    for profile, cell, time in ((first, a, times[0]), (second, b, times[1])):
        within = f" ({time} after high school)" if time else ""
        schooling.append(f"for {entry_phrase(cell.text)} among {profile.plural}{within}")
    return f"Entry typically asks {formatting.listing(schooling)}."


def pay(first: Profile, second: Profile) -> str:
    """Who earns more on average, where the figures can tell."""
    a, b = first.cell("annual_mean"), second.cell("annual_mean")
    if a.missing and b.missing:
        return ""
    if a.missing or b.missing:
        known, cell, other = (second, b, first) if a.missing else (first, a, second)
        return (
            f"{known.plural} earn {cell.text} a year on average; "
            f"no yearly average is published for {other.plural}."
        )
    found = compare(a, b)
    if found is Verdict.UNLIKE:
        why = unlike(a, b) or "pay that high is not printed exactly"
        return (
            f"{first.plural} earn {a.text} a year on average and {second.plural} {b.text}; "
            f"which is more cannot be said, because {why}."
        )
    if found is Verdict.SAME:
        if a.value == b.value:
            return f"Both earn {a.text} a year on average."
        return (
            f"Both earn about the same on average: {a.text} a year among {first.plural} and {b.text} among "
            f"{second.plural}, a difference within the sampling error."
        )
    ahead, more, behind, less = (first, a, second, b) if found is Verdict.FIRST else (second, b, first, a)
    difference = more.value - less.value
    amount = f"{'at least ' if more.at_least else ''}{formatting.money(difference)}"
    share = round(100 * float(difference) / float(less.value))
    extent = f"{amount}, or {share}%, more" if share else f"{amount} more"
    return (
        f"{ahead.plural} earn {more.text} a year on average: "
        f"{extent} than the {less.text} of {behind.plural}."
    )


def _skills(first: Profile, second: Profile) -> str:
    if not first.skills or not second.skills:
        return ""
    if first.skills == second.skills:
        return f"The top skills of both are {named(first.skills)}."
    return (
        f"The top skills of {first.plural} are {named(first.skills)}; those of {second.plural} are "
        f"{named(second.skills)}."
    )


def _jobs(first: Profile, second: Profile) -> str:
    a, b = first.cell("employment"), second.cell("employment")
    if a.missing or b.missing:
        return ""
    return f"{a.text} people work as {first.plural} and {b.text} as {second.plural}."
