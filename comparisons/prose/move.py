"""The sentences on a move from one career to another, from the figures of both alone."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.prose.occupation import entry_phrase, is_computed
from careers.prose.overview import series
from careers.selectors.profile import Profile
from comparisons.engine.move import PayChange, Standing, Step, Z
from comparisons.engine.significance import Verdict

from .parts import closed

TRAINING = {
    "Apprenticeship": gettext_lazy("an apprenticeship"),
    "Internship/residency": gettext_lazy("an internship or residency"),
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
        sentence = _("What schooling entry asks for is not published for {names}").format(
            names=_(" or ").join(unknown)
        )
        if cells[1].missing:
            return f"{sentence}."
        return _("Entry to {plural} typically asks for {entry_phrase}. {sentence}.").format(
            plural=second.plural, entry_phrase=entry_phrase(cells[1].said), sentence=sentence
        )
    old, new = (entry_phrase(cell.said) for cell in cells)
    if step == 0:
        return _("Entry to both typically asks for {new}, so the move takes no more schooling.").format(
            new=new
        )
    if step is None:
        return _("Entry typically asks for {new} among {plural}, for {old} among {plural_2}.").format(
            new=new, plural=second.plural, old=old, plural_2=first.plural
        )
    told = (
        _(
            "Entry typically asks for more schooling among {plural} than among {plural_2}: "
            "{closed} rather than {old}."
        )
        if step > 0
        else _(
            "Entry typically asks for less schooling among {plural} than among {plural_2}: "
            "{closed} rather than {old}."
        )
    )
    return told.format(plural=second.plural, plural_2=first.plural, closed=closed(new), old=old)


def _newcomers(second: Profile) -> str:
    """The experience and the training that the second asks for."""
    experience, training = second.cell("work_experience"), second.cell("job_training")
    if experience.missing or training.missing:
        return ""
    asked = _("{experience} of experience in a related occupation").format(
        experience=formatting.lower_first(experience.said)
    )
    trained = TRAINING.get(training.text) or formatting.lower_first(training.said)
    none_asked, none_trained = experience.value == "None", training.value == "None"
    if none_asked and none_trained:
        return _(
            "New {plural} need neither experience in a related occupation nor training on the job."
        ).format(plural=second.plural)
    if none_asked:
        return _("New {plural} need no experience in a related occupation, but {trained}.").format(
            plural=second.plural, trained=trained
        )
    if none_trained:
        return _("New {plural} need {asked}, but no training on the job.").format(
            plural=second.plural, asked=asked
        )
    return _("New {plural} need {asked} and {trained}.").format(
        plural=second.plural, asked=asked, trained=trained
    )


def _time(second: Profile) -> str:
    """How long it takes to become one of the second, for someone who starts from the beginning."""
    time = second.cell("time_to_become")
    if time.missing:
        return ""
    saved = _("no source says how much of that the old career saves")
    if not is_computed(time):
        return _("The way to {plural} usually takes {time}; {saved}.").format(
            plural=second.plural, time=time.said, saved=saved
        )
    if not any(time.value):
        return ""
    return _("Counted from high school, the way to {plural} takes {time}; {saved}.").format(
        plural=second.plural, time=time.said, saved=saved
    )


def pay(first: Profile, second: Profile, change: PayChange) -> str:
    """What the move changes in mean pay, with its error, or why that cannot be told."""
    a, b, per = change.first, change.second, change.per
    if change.verdict is Verdict.MISSING:
        unpaid = [
            profile.plural for profile, cell in ((first, a), (second, b)) if cell.missing
        ]  # fmt: skip
        return _("The change in pay is not known: no {yearly} mean is published for {names}.").format(
            yearly=_yearly(per), names=_(" or ").join(unpaid)
        )
    paid = _("from {a} {per} on average to {b}").format(a=a.said, per=per, b=b.said)
    if change.verdict is Verdict.UNLIKE:
        return _("Pay goes {paid}; by how much it changes cannot be told, because {why}.").format(
            paid=paid, why=change.why
        )
    if change.verdict is Verdict.SAME:
        if change.amount == 0:
            return _("Pay stays the same: {a} {per} on average.").format(a=a.said, per=per)
        return _("Pay stays about the same, {paid}: the difference is within the sampling error.").format(
            paid=paid
        )
    told = (
        _("Pay rises {paid}: {amount}{uncertain}.")
        if change.amount > 0
        else _("Pay falls {paid}: {amount}{uncertain}.")
    )
    return told.format(paid=paid, amount=amount(change), uncertain=_uncertain(change))


def amount(change: PayChange) -> str:
    """ "$5,000 more", "at least $2.50 less"."""
    money = _money(change, abs(change.amount))
    if change.is_least:
        money = _("at least {amount}").format(amount=money)
    return (_("{amount} more") if change.amount > 0 else _("{amount} less")).format(amount=money)


def range_of(change: PayChange) -> str:
    """ "$4,000 to $6,000 more", "$200 less to $700 more"; '' without a range."""
    if change.range is None:
        return ""
    low, high = change.range
    if low < 0 < high:
        return _("{money} less to {money_2} more").format(
            money=_money(change, -low), money_2=_money(change, high)
        )
    near, far = sorted((abs(low), abs(high)))
    told = _("{low} to {high} more") if high > 0 else _("{low} to {high} less")
    return told.format(low=_money(change, near), high=_money(change, far))


def _uncertain(change: PayChange) -> str:
    if change.is_least:
        return ""
    if change.error is None:
        return _("; not every sampling error of it is published")
    margin = _money(change, Z * change.error)
    if not margin.strip("$0.,"):
        return _(", with next to no sampling error")
    return _(", give or take {margin} of sampling error").format(margin=margin)


def _money(change: PayChange, value: Decimal) -> str:
    return formatting.money(value) if change.per == _("a year") else formatting.money_cents(value)


def _yearly(per: str) -> str:
    return _("yearly") if per == _("a year") else _("hourly")


def to_learn(second: Profile, lists: Lists) -> str:
    """How long the lists are and what comes first in that of things to learn; '' where none is rated."""
    if not lists:
        return ""
    learn, shared, left = (
        lists.get(where, ()) for where in (Standing.LEARN, Standing.SHARED, Standing.LEAVE)
    )
    rest = ngettext(
        "{number} is shared and {left} can be left behind.",
        "{number} are shared and {left} can be left behind.",
        max(len(shared), 1),
    ).format(number=len(shared) or _("none"), left=len(left) or _("none"))
    if not learn:
        return _("No skill or field of knowledge that is rated has to be learnt for it; {rest}").format(
            rest=rest
        )
    names = [formatting.in_sentence(step.name) for step in learn[:FIRST_NAMED]]
    named = series(names)
    first = _("first of all {named}").format(named=named) if len(learn) > FIRST_NAMED else named
    return ngettext(
        "{number} skill or field of knowledge is to be learnt or deepened: {first}. Of the others {rest}",
        "{number} skills and fields of knowledge are to be learnt or deepened: {first}. Of the others {rest}",
        len(learn),
    ).format(number=len(learn), first=first, rest=rest)


def named_lists(
    first: Profile, second: Profile, shared: Sequence[str], learn: Sequence[str], left: Sequence[str]
) -> list[str]:
    """Where sources only name skills: which names both careers have, and which only one."""
    sentences = []
    if shared:
        sentences.append(_("Named for both: {series}.").format(series=series(list(shared))))
    else:
        sentences.append(_("No skill is named for both."))
    if learn:
        sentences.append(
            _("Named for {plural} only: {series}.").format(plural=second.plural, series=series(list(learn)))
        )
    if left:
        sentences.append(
            _("Named for {plural} only: {series}.").format(plural=first.plural, series=series(list(left)))
        )
    return sentences


def what_changes(where: Standing, step: Step) -> str:
    """What a row of a list means beside its figures, '' where they say it all."""
    if where is Standing.LEARN:
        if step.is_new:
            return _("New, at a higher level") if step.is_higher else _("New")
        return _("Higher level")
    if where is Standing.SHARED and step.is_lower:
        return _("A lower level is enough")
    return ""
