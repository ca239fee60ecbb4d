"""What the page of a job says beside what its posting states: whether it is open, and its pay in context."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.feeds.certainty import CLOSE, LIKELY
from careers.selectors.cells import Cell
from careers.selectors.posting import PostingPage, Status
from careers.selectors.stated_pay import LocalPay

from . import jobs
from .places import called, in_place

SAMPLE = gettext_lazy(
    "This is a sample: a job made up to show how the portal works. No such job is on offer, and nobody can "
    "apply for it."
)
CHOSEN = gettext_lazy("An editor of this site chose the occupation.")
UNMATCHED = gettext_lazy(
    "No occupation was found that its title fits well enough, so that there are no figures to set it against."
)
UNCERTAIN = gettext_lazy(
    "It is uncertain that this is the occupation: the job’s title fits its names only in part. The figures "
    "may be those of other work."
)
PART_TIME_ONLY = {"PART_TIME"}
PER = {"year": gettext_lazy("a year"), "hour": gettext_lazy("an hour")}


def notice(status: Status) -> str:
    """Why one cannot apply; '' for an open job."""
    if status.is_open:
        return ""
    day = jobs.day(status.since)
    if status.kind == "expired":
        return _("This job is closed. The last day to apply was {day}.").format(day=day)
    if status.kind == "withdrawn":
        return _("This job is closed. It has no longer been advertised since {day}.").format(day=day)
    return _("This job is not open yet. It opens on {day}.").format(day=day)


def opening(page: PostingPage) -> list[str]:
    """The stated pay, and what half of those earn who likely do the same work in the first place."""
    employer = page.posting.company_name
    said = [
        _("Pay as {employer} states it: {pay}.").format(employer=employer, pay=jobs.stated_pay(page.posting))
        if page.stated
        else _("{employer} states no pay for this job.").format(employer=employer)
    ]
    half = half_there(page.local[0], page.measured.plural) if page.local and not uncertain(page) else ""
    return [*said, f"{half}."] if half else said


def half_there(local: LocalPay, plural: str) -> str:
    """“Half of all Welders in Texas earn more than $22.00 an hour”; '' where no median is published."""
    who = _("all {plural} in {where}").format(plural=plural, where=_where(local))
    half = _half(local, who)
    return f"{half[:1].upper()}{half[1:]}"


def match(page: PostingPage) -> str:
    """How the occupation was found, and how sure that is."""
    posting = page.posting
    if posting.occupation is None:
        return str(UNMATCHED)
    if _is_chosen(page):
        return str(CHOSEN)
    by = (
        _("Matched by its title, which fits “{matched_title}”").format(matched_title=posting.matched_title)
        if posting.matched_title
        else ""
    )
    return f"{by or _('Matched by its title')}: {_sure(posting.match_confidence)}."


def uncertain(page: PostingPage) -> str:
    """What comes before figures of an occupation that may be the wrong one; '' where it likely is not."""
    posting = page.posting
    if posting.occupation is None or _is_chosen(page) or posting.match_confidence >= LIKELY:
        return ""
    return str(UNCERTAIN)


def _is_chosen(page: PostingPage) -> bool:
    posting = page.posting
    return posting.is_occupation_chosen or posting.match_confidence is None


def _sure(score: int) -> str:
    if score >= CLOSE:
        return _("a close match")
    return _("a likely match, check it") if score >= LIKELY else _("an uncertain match")


def measure(page: PostingPage) -> str:
    """Whose pay stands in for that of a job title, '' where it is the occupation's own."""
    occupation, measured = page.posting.occupation, page.measured
    if occupation == measured:
        return ""
    return _(
        "{occupation} is a job title without local figures of its own. The figures are of "
        "{plural}, the official occupation that editors judge nearest to it."
    ).format(occupation=occupation.title, plural=measured.plural)


def stated_pay_cell(page: PostingPage) -> Cell:
    """What the employer states, as a figure; missing where nothing is stated."""
    stated, first = page.stated, page.origins[0] if page.origins else None
    where_read = {"source_name": first.feed, "source_url": first.url} if first else {}
    if stated is None:
        return Cell(
            key="stated_pay",
            label=_("Stated pay"),
            text=formatting.NOTHING,
            missing=True,
            reason=_("The employer states no pay."),
            reason_code="not_collected",
            **where_read,
        )
    currency = _("US dollars") if stated.currency == jobs.US_DOLLAR else stated.currency
    return Cell(
        key="stated_pay",
        label=_("Stated pay"),
        text=jobs.stated_pay(page.posting),
        value=tuple(stated.ends),
        unit=f"{currency} {jobs.UNITS[stated.unit]}",
        kind=_("as stated by the employer"),
        **where_read,
    )


def in_context(page: PostingPage, local: LocalPay) -> list[str]:
    """Where the stated pay lies among what is paid there; without one, what is paid there, as context."""
    if local.standing is None:
        return [
            _spread(local, _("{plural} in {where}").format(plural=page.measured.plural, where=_where(local)))
        ]
    return [_standing(page, local), *_caution(page, local), _spread(local, _("them")), *_worth(page, local)]


def _standing(page: PostingPage, local: LocalPay) -> str:
    pay, where = jobs.stated_pay(page.posting), lies(local, page.measured.plural)
    if page.stated.high is None:
        return _("The stated pay starts at {removeprefix}, which lies {where}.").format(
            removeprefix=pay.removeprefix(_("from {amount}").format(amount="")), where=where
        )
    if page.stated.low is None:
        return _("The stated pay goes {pay}, which lies {where}.").format(pay=pay, where=where)
    return _("The stated pay, {pay}, lies {where}.").format(pay=pay, where=where)


def lies(local: LocalPay, plural: str) -> str:
    """Where the stated pay does: “at the 25th percentile of Welders in Texas”."""
    position = local.standing.text
    at = _("at ") if position.startswith(("about ", "the ")) else ""
    told = (
        _("{standing} of {plural} in {where}")
        if position.endswith("percentile")
        else _("{standing} for {plural} in {where}")
    )
    return told.format(standing=local.standing.marked(at + position), plural=plural, where=_where(local))


def _where(local: LocalPay) -> str:
    """The place, or the wider area that stands in for it."""
    place = in_place(local.place, local.place_kind)
    if not local.range.stands_in_for:
        return place
    return _("{called} (no figure is published for {place})").format(
        called=called(local.range.area), place=place
    )


def _spread(local: LocalPay, who: str) -> str:
    """Median and range as published, with source and release."""
    per, spread = PER[local.spread.per], local.range
    said = [half] if (half := _half(local, who)) else []
    if not spread.missing:
        said.append(
            _("eight in ten earn {spread}").format(spread=spread.said)
            if said
            else _("eight in ten of {who} earn {spread} {per}").format(who=who, spread=spread.said, per=per)
        )
    sentence = _(", and ").join(said) or _("the median of {who} is not published").format(who=who)
    return f"{sentence[:1].upper()}{sentence[1:]} ({spread.source_name}, {spread.release})."


def _half(local: LocalPay, who: str) -> str:
    median = local.median
    if median.missing:
        return ""
    more = _("earn") if median.at_least else _("earn more than")
    return _("half of {who} {more} {median} {per}").format(
        who=who, more=more, median=median.said, per=PER[local.spread.per]
    )


def _worth(page: PostingPage, local: LocalPay) -> list[str]:
    worth = local.at_national_prices
    if worth is None:
        return []
    per, level = (
        jobs.UNITS[page.stated.unit],
        _("the price level of {called}").format(called=called(worth.area)),
    )
    told = f"{worth.source_name}, {worth.release}"
    return [
        _("In national prices the stated pay is worth {worth} {per}, by {level} ({told}).").format(
            worth=worth.said, per=per, level=level, told=told
        )
    ]


def _caution(page: PostingPage, local: LocalPay) -> list[str]:
    """Where like is not set against like."""
    said = [local.standing.note] if local.standing.note else []
    is_part_time = set(page.posting.employment_types.split(",")) == PART_TIME_ONLY
    if is_part_time and page.stated.unit != "hour":
        said.append(_("The figures are for full-time work; this job is part-time."))
    return said
