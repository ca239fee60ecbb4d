"""How long it takes to become something, worked out from what entry typically asks for; pure.

The rule. From high school on, in years: full-time study to the typical entry education, plus work
experience in a related occupation, plus training on the job, each a span from its shortest to its
longest, added up end to end. The classes are those of the Employment Projections of the Bureau of Labor
Statistics ("Measures of Education and Training"), read as follows:

    study       none and high school 0; some college 0 to 2 (one course is enough); postsecondary
                nondegree award 0 to 2 (programs last from weeks to two years); associate's 2;
                bachelor's 4; master's 5 to 6 (one or two years past the bachelor's); doctoral or
                professional 7 and more (at least three years past the bachelor's)
    experience  none 0; less than 5 years 0 to 5; 5 years or more 5 and more
    training    none 0; short-term up to 1 month; moderate-term 1 to 12 months; long-term 12 months and
                more; apprenticeship 3 to 5 years; internship or residency, whose length the classes do
                not bound, 0 and more

The sum is a span of months; its upper end is open as soon as one part's is. From a year on it is given
in whole years, since the odd month of short training is finer than the classes are.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

AFTER_HIGH_SCHOOL = gettext_lazy("after high school")  # the unit of the time: when it starts

Span = tuple[int, int | None]  # months from … to …; None: no upper end

NOTHING_MORE: Span = (0, 0)
# By the values of EntryEducation, WorkExperience and JobTraining.
STUDY: dict[str, Span] = {
    "none": NOTHING_MORE,
    "high_school": NOTHING_MORE,
    "some_college": (0, 24),
    "postsecondary_award": (0, 24),
    "associate": (24, 24),
    "bachelor": (48, 48),
    "master": (60, 72),
    "doctoral_professional": (84, None),
}
EXPERIENCE: dict[str, Span] = {
    "none": NOTHING_MORE,
    "under_5_years": (0, 60),
    "from_5_years": (60, None),
}
TRAINING: dict[str, Span] = {
    "none": NOTHING_MORE,
    "short_term": (0, 1),
    "moderate_term": (1, 12),
    "long_term": (12, None),
    "apprenticeship": (36, 60),
    "internship_residency": (0, None),
}
INTERNSHIP = TRAINING["internship_residency"]


@dataclass(frozen=True, slots=True)
class TimeToBecome:
    """From `low` to `high` months after high school; `high` is None where it has no upper end."""

    low: int
    high: int | None
    study: Span
    experience: Span
    training: Span

    @property
    def years(self) -> tuple[Decimal, Decimal | None]:
        """In years, to a hundredth."""
        return _in_years(self.low), None if self.high is None else _in_years(self.high)

    @property
    def text(self) -> str:
        """ "4 years", "1 month to 1 year", "up to 5 years", "at least 7 years", "no set time"."""
        return _span(self.low, self.high)

    @property
    def parts(self) -> str:
        """What was added up: "4 years of study, plus up to 1 month of training on the job"."""
        named = []
        if self.study != NOTHING_MORE:
            named.append(_("{span} of study").format(span=_span(*self.study)))
        if self.experience != NOTHING_MORE:
            named.append(
                _("{span} of experience in a related occupation").format(span=_span(*self.experience))
            )
        if self.training == INTERNSHIP:
            named.append(_("an internship or residency of a length that is not given"))
        elif self.training != NOTHING_MORE:
            named.append(_("{span} of training on the job").format(span=_span(*self.training)))
        return _(", plus ").join(named) or _("no study, experience or training is asked for")


def time_to_become(education: str, experience: str, training: str) -> TimeToBecome:
    """From the codes of the three classes of the projections; see the rule above."""
    spans = study, asked, trained = STUDY[education], EXPERIENCE[experience], TRAINING[training]
    open_ended = any(high is None for __, high in spans)
    return TimeToBecome(
        low=_whole(sum(low for low, __ in spans)),
        high=None if open_ended else _whole(sum(high for __, high in spans)),
        study=study,
        experience=asked,
        training=trained,
    )


def _whole(months: int) -> int:
    return months if months < 12 else 12 * round(months / 12)


def _in_years(months: int) -> Decimal:
    return round(Decimal(months) / 12, 2)


def _span(low: int, high: int | None) -> str:
    if high is None:
        return _("at least {length}").format(length=_length(low)) if low else _("no set time")
    if low == high:
        return _length(low) if low else _("no set time")
    if not low:
        return _("up to {length}").format(length=_length(high))
    if low >= 12:
        return _("{number} to {length}").format(number=low // 12, length=_length(high))
    return _("{length} to {length_2}").format(length=_length(low), length_2=_length(high))


def _length(months: int) -> str:
    """1 month, 4 years; months only within the first year."""
    if months < 12:
        return ngettext("{number} month", "{number} months", months).format(number=months)
    return ngettext("{number} year", "{number} years", months // 12).format(number=months // 12)
