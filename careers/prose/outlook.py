"""What the outlook page says first, in sentences made from its figures alone."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.selectors.outlook import Growth, Outlook

NOTHING = gettext_lazy("No source loaded here projects the number of jobs in this career.")


def opening(name: str, outlook: Outlook) -> list[str]:
    """One to three sentences; one whose figures are missing is left out. `name` is that of several people."""
    return [
        sentence for sentence in (_growth(name, outlook), _against(outlook), _openings(outlook)) if sentence
    ]


def _growth(name: str, outlook: Outlook) -> str:
    growth = outlook.cell("growth")
    if growth is None:
        return ""
    if growth.missing:
        return _("How the number of {name} will change is not known: {reason}").format(
            name=name, reason=formatting.lower_first(growth.reason)
        )
    years = _years(outlook)
    if growth.value == 0:
        return _("The number of {name} is projected to {marked}{years}.").format(
            name=name, marked=growth.marked(_("stay the same")), years=years
        )
    by = growth.marked(formatting.percent(abs(growth.value)))
    told = (
        _("The number of {name} is projected to grow by {by}{years}{jobs}.")
        if growth.value > 0
        else _("The number of {name} is projected to fall by {by}{years}{jobs}.")
    )
    return told.format(name=name, by=by, years=years, jobs=_jobs(outlook))


def _years(outlook: Outlook) -> str:
    if outlook.years is None:
        return _(" (the source does not say over which years)")
    return _(" from {years} to {years_2}").format(years=outlook.years[0], years_2=outlook.years[1])


def _jobs(outlook: Outlook) -> str:
    """ ": 166,100 jobs more than the 3,391,000 of 2024", where both are known."""
    change, base = outlook.cell("employment_change"), outlook.cell("employment_base")
    if outlook.years is None or change is None or base is None or change.missing or base.missing:
        return ""
    if not change.value:
        return _(", which is fewer than 50 jobs; there were {base} in {years}").format(
            base=base.said, years=outlook.years[0]
        )
    number = change.marked(formatting.count(abs(change.value)))
    many = int(abs(change.value))
    told = (
        ngettext(
            ": {number} job more than the {base} of {years}",
            ": {number} jobs more than the {base} of {years}",
            many,
        )
        if change.value > 0
        else ngettext(
            ": {number} job fewer than the {base} of {years}",
            ": {number} jobs fewer than the {base} of {years}",
            many,
        )
    )
    return told.format(number=number, base=base.said, years=outlook.years[0])


def _against(outlook: Outlook) -> str:
    growth = outlook.cell("growth")
    if growth is None or growth.missing or outlook.years is None:
        return ""
    known = [
        other
        for other in (outlook.everyone, outlook.group)
        if other and not other.cell.missing and other.cell.unit == growth.unit
    ]
    if not known:
        return ""
    others = [
        _other(
            other,
            _("all occupations together are")
            if other is outlook.everyone
            else _("{other} are").format(other=other.name),
        )
        for other in known
    ]
    return _("Over the same years {others}.").format(others=formatting.listing(others))


def _other(other: Growth, who: str) -> str:
    value = other.cell.value
    if value == 0:
        return _("{who} expected to {marked} in number").format(
            who=who, marked=other.cell.marked(_("stay the same"))
        )
    by = other.cell.marked(formatting.percent(abs(value)))
    return (_("{who} expected to grow by {by}") if value > 0 else _("{who} expected to fall by {by}")).format(
        who=who, by=by
    )


def _openings(outlook: Outlook) -> str:
    openings, growth = outlook.cell("openings"), outlook.cell("growth")
    if openings is None or openings.missing:
        return ""
    sentence = ngettext(
        "{number} opening a year is expected", "{number} openings a year are expected", int(openings.value)
    ).format(number=f"{openings.said[:1].upper()}{openings.said[1:]}")
    if growth is not None and not growth.missing and growth.value <= 0:
        return _("{sentence}, all from people who retire or change to other work.").format(sentence=sentence)
    return _("{sentence}, in new jobs and in those that people leave.").format(sentence=sentence)
