"""The sentences on a move from one career to another, from the figures of both alone."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from careers import formatting
from careers.prose.occupation import entry_phrase, is_computed
from careers.prose.overview import series
from careers.selectors.profile import Profile
from comparisons.engine.move import PayChange, Standing, Step, Z
from comparisons.engine.significance import Verdict

from .parts import closed

RULE = (
    "A skill or a field of knowledge matters to a career where O*NET rates its importance at 3 or more, on a "
    "scale from 1, not important, to 5, extremely important.",
    "A rating is clearly higher where it is so by more than half a point and by more than its sampling "
    "error: 1.645 standard errors of the difference, which chance alone exceeds one time in ten. Where no "
    "standard error is published, half a point decides.",
    "To learn is what matters to the new career and is asked for clearly more there: at a higher level "
    "(0 to 7), or because it does not matter to the old one and its importance is clearly higher.",
    "To leave behind is what matters to the old career, not to the new one, and is clearly less important "
    "there.",
    "Shared is all else that matters to either.",
    "Ratings describe the work as a whole; what one person can do is for that person to judge.",
)
TRAINING = {
    "Apprenticeship": "an apprenticeship",
    "Internship/residency": "an internship or residency",
}
FIRST_NAMED = 3  # of what is to be learnt

Lists = Mapping[Standing, Sequence[Step]]


def opening(first: Profile, second: Profile, step: int | None, change: PayChange, lists: Lists) -> list[str]:
    """Up to five sentences: schooling, what newcomers need, time, pay, skills.

    `step` is how many classes of schooling the second lies above the first, None where it is not known;
    `lists` those of skills and of knowledge together.
    """
    sentences = (
        _schooling(first, second, step),
        _newcomers(second),
        _time(second),
        pay(first, second, change),
        to_learn(second, lists),
    )
    return [sentence for sentence in sentences if sentence]


def _schooling(first: Profile, second: Profile, step: int | None) -> str:
    cells = [profile.cell("entry_education") for profile in (first, second)]
    unknown = [profile.plural for profile, cell in zip((first, second), cells, strict=True) if cell.missing]
    if unknown:
        sentence = f"What schooling entry asks for is not published for {' or '.join(unknown)}"
        if cells[1].missing:
            return f"{sentence}."
        return f"Entry to {second.plural} typically asks for {entry_phrase(cells[1].said)}. {sentence}."
    old, new = (entry_phrase(cell.said) for cell in cells)
    if step == 0:
        return f"Entry to both typically asks for {new}, so the move takes no more schooling."
    if step is None:
        return f"Entry typically asks for {new} among {second.plural}, for {old} among {first.plural}."
    more = "more" if step > 0 else "less"
    return (
        f"Entry typically asks for {more} schooling among {second.plural} than among {first.plural}: "
        f"{closed(new)} rather than {old}."
    )


def _newcomers(second: Profile) -> str:
    """The experience and the training that the second asks for."""
    experience, training = second.cell("work_experience"), second.cell("job_training")
    if experience.missing or training.missing:
        return ""
    asked = f"{formatting.lower_first(experience.said)} of experience in a related occupation"
    trained = TRAINING.get(training.text) or formatting.lower_first(training.said)
    none_asked, none_trained = experience.value == "None", training.value == "None"
    if none_asked and none_trained:
        return f"New {second.plural} need neither experience in a related occupation nor training on the job."
    if none_asked:
        return f"New {second.plural} need no experience in a related occupation, but {trained}."
    if none_trained:
        return f"New {second.plural} need {asked}, but no training on the job."
    return f"New {second.plural} need {asked} and {trained}."


def _time(second: Profile) -> str:
    """How long it takes to become one of the second, for someone who starts from the beginning."""
    time = second.cell("time_to_become")
    if time.missing:
        return ""
    saved = "no source says how much of that the old career saves"
    if not is_computed(time):
        return f"The way to {second.plural} usually takes {time.said}; {saved}."
    if not any(time.value):
        return ""
    return f"Counted from high school, the way to {second.plural} takes {time.said}; {saved}."


def pay(first: Profile, second: Profile, change: PayChange) -> str:
    """What the move changes in mean pay, with its error, or why that cannot be told."""
    a, b, per = change.first, change.second, change.per
    if change.verdict is Verdict.MISSING:
        unpaid = [
            profile.plural for profile, cell in ((first, a), (second, b)) if cell.missing
        ]  # fmt: skip
        return (
            f"The change in pay is not known: no {_yearly(per)} mean is published for {' or '.join(unpaid)}."
        )
    paid = f"from {a.said} {per} on average to {b.said}"
    if change.verdict is Verdict.UNLIKE:
        return f"Pay goes {paid}; by how much it changes cannot be told, because {change.why}."
    if change.verdict is Verdict.SAME:
        if change.amount == 0:
            return f"Pay stays the same: {a.said} {per} on average."
        return f"Pay stays about the same, {paid}: the difference is within the sampling error."
    direction = "rises" if change.amount > 0 else "falls"
    return f"Pay {direction} {paid}: {amount(change)}{_uncertain(change)}."


def amount(change: PayChange) -> str:
    """ "$5,000 more", "at least $2.50 less"."""
    least = "at least " if change.is_least else ""
    return f"{least}{_money(change, abs(change.amount))} {'more' if change.amount > 0 else 'less'}"


def range_of(change: PayChange) -> str:
    """ "$4,000 to $6,000 more", "$200 less to $700 more"; '' without a range."""
    if change.range is None:
        return ""
    low, high = change.range
    if low < 0 < high:
        return f"{_money(change, -low)} less to {_money(change, high)} more"
    near, far = sorted((abs(low), abs(high)))
    return f"{_money(change, near)} to {_money(change, far)} {'more' if high > 0 else 'less'}"


def _uncertain(change: PayChange) -> str:
    if change.is_least:
        return ""
    if change.error is None:
        return "; not every sampling error of it is published"
    margin = _money(change, Z * change.error)
    if not margin.strip("$0.,"):
        return ", with next to no sampling error"
    return f", give or take {margin} of sampling error"


def _money(change: PayChange, value: Decimal) -> str:
    return formatting.money(value) if change.per == "a year" else formatting.money_cents(value)


def _yearly(per: str) -> str:
    return "yearly" if per == "a year" else "hourly"


def to_learn(second: Profile, lists: Lists) -> str:
    """How long the lists are and what comes first in that of things to learn; '' where none is rated."""
    if not lists:
        return ""
    learn, shared, left = (
        lists.get(where, ()) for where in (Standing.LEARN, Standing.SHARED, Standing.LEAVE)
    )
    rest = f"{len(shared) or 'none'} {_are(shared)} shared and {len(left) or 'none'} can be left behind."
    if not learn:
        return f"No skill or field of knowledge that is rated has to be learnt for it; {rest}"
    names = [formatting.in_sentence(step.name) for step in learn[:FIRST_NAMED]]
    noun = "skill or field of knowledge" if len(learn) == 1 else "skills and fields of knowledge"
    named = series(names)
    first = f"first of all {named}" if len(learn) > FIRST_NAMED else named
    return f"{len(learn)} {noun} {_are(learn)} to be learnt or deepened: {first}. Of the others {rest}"


def named_lists(
    first: Profile, second: Profile, shared: Sequence[str], learn: Sequence[str], left: Sequence[str]
) -> list[str]:
    """Where sources only name skills: which names both careers have, and which only one."""
    sentences = []
    if shared:
        sentences.append(f"Named for both: {series(list(shared))}.")
    else:
        sentences.append("No skill is named for both.")
    if learn:
        sentences.append(f"Named for {second.plural} only: {series(list(learn))}.")
    if left:
        sentences.append(f"Named for {first.plural} only: {series(list(left))}.")
    return sentences


def what_changes(where: Standing, step: Step) -> str:
    """What a row of a list means beside its figures, '' where they say it all."""
    if where is Standing.LEARN:
        if step.is_new:
            return "New, at a higher level" if step.is_higher else "New"
        return "Higher level"
    if where is Standing.SHARED and step.is_lower:
        return "A lower level is enough"
    return ""


def way(first: Profile, second: Profile, tier: str, number: int, *, are_of_both: bool) -> list[str]:
    """What is said of the careers between the two; `number` of them are listed.

    `tier` is that of the second among the careers related to the first, '' where it is not among them.
    """
    titles = [profile.plural for profile in (first, second) if profile.is_job_title]
    if titles:
        return [f"O*NET relates official occupations to each other, not job titles such as {titles[0]}."]
    direct = f"O*NET lists {second.plural} as “{tier.lower()}” to {first.plural}."
    if not number:
        between = (
            f"No career loaded here leads by steps from {first.plural} to {second.plural}: none is related "
        )
        between += "to both, and none related to the second has less to learn on either stretch."
    elif are_of_both:
        noun = "This career is" if number == 1 else "These careers are"
        between = f"{noun} related both to {first.plural} and to {second.plural}, the most related first."
        between = between if number > 1 else between.replace(", the most related first", "")
    else:
        noun = "this one has" if number == 1 else "these have"
        between = (
            f"No career is related to both. Of those related to {second.plural}, {noun} less to learn on "
            "either stretch than the whole move does"
        )
        between += "; those whose longer stretch is shortest come first." if number > 1 else "."
    return [direct, between] if tier else [between]


def not_rated(unrated: Sequence[Profile], only_named: Sequence[Profile]) -> list[str]:
    """Why the lists are missing: `unrated` has no ratings; `only_named` of those has names without any."""
    sentences = []
    silent = [profile for profile in unrated if profile not in only_named]
    if only_named:
        sentences.append(
            f"Skills of {_names(only_named)} are named by a source without saying how much each matters, and "
            "names cannot be set against ratings."
        )
    if silent:
        sentences.append(f"No source loaded here rates the skills and the knowledge of {_names(silent)}.")
    if any("all other" in profile.title.lower() for profile in silent):
        sentences.append(
            "A career called “All Other” gathers what no occupation of its own describes; sources rarely "
            "rate such a mixture."
        )
    return sentences


def _names(profiles: Sequence[Profile]) -> str:
    return " or ".join(profile.plural for profile in profiles)


def _are(items: Sequence) -> str:
    return "is" if len(items) < 2 else "are"
