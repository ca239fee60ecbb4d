"""What the page of a career's pay by place says first, in sentences made from its figures alone."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.selectors.local_pay import LocalPay

from .places import called

UNITS = {"annual_mean": gettext_lazy("a year"), "hourly_mean": gettext_lazy("an hour")}


def opening(name: str, states: Sequence[LocalPay], local: Sequence[LocalPay]) -> list[str]:
    """From the worst to the best paid state, and the same of the local areas: above the floor alone."""
    told = (
        _spread(_("Among the states that can be ranked, {name} earn").format(name=name), states),
        _spread(
            _("Among the local areas, they earn") if states else _("{name} earn").format(name=name), local
        ),
    )
    return [sentence for sentence in told if sentence]


def _spread(begins: str, places: Sequence[LocalPay]) -> str:
    """'' where fewer than two places can be ranked, or where pay by the year meets pay by the hour."""
    rankable = [place for place in places if place.is_rankable and not place.mean.missing]
    certain = [place for place in rankable if not place.mean.at_least]
    if len(certain) < 2 or len({place.mean.key for place in rankable}) > 1:
        return ""
    low, *__, high = sorted(certain, key=lambda place: place.mean.value)
    unit = UNITS[low.mean.key]
    if low.mean.value == high.mean.value:
        sentence = _("{begins} {pay} {unit} on average").format(begins=begins, pay=low.mean.said, unit=unit)
    else:
        sentence = _("{begins} from {low} {unit} on average in {worst} to {high} in {best}").format(
            begins=begins,
            low=low.mean.said,
            unit=unit,
            worst=called(low.name),
            high=high.mean.said,
            best=called(high.name),
        )
    above = len(rankable) - len(certain)
    if not above:
        return f"{sentence}."
    return _("{sentence}; in {above} more, pay is above what is printed.").format(
        sentence=sentence, above=above
    )
