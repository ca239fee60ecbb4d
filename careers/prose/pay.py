"""What the page of a career's pay by place says first, in sentences made from its figures alone."""

from collections.abc import Sequence

from careers.selectors.local_pay import LocalPay

from .places import called

UNITS = {"annual_mean": "a year", "hourly_mean": "an hour"}


def opening(name: str, states: Sequence[LocalPay], local: Sequence[LocalPay]) -> list[str]:
    """From the worst to the best paid state, and the same of the local areas: above the floor alone."""
    told = (
        _spread(f"Among the states that can be ranked, {name} earn", states),
        _spread("Among the local areas, they earn" if states else f"{name} earn", local),
    )
    return [sentence for sentence in told if sentence]


def _spread(begins: str, places: Sequence[LocalPay]) -> str:
    """'' where fewer than two places can be ranked, or where pay by the year meets pay by the hour."""
    rankable = [place for place in places if place.is_rankable and not place.mean.missing]
    certain = [place for place in rankable if not place.mean.at_least]
    if len(certain) < 2 or len({place.mean.key for place in rankable}) > 1:
        return ""
    low, *_, high = sorted(certain, key=lambda place: place.mean.value)
    unit = UNITS[low.mean.key]
    if low.mean.value == high.mean.value:
        sentence = f"{begins} {low.mean.said} {unit} on average"
    else:
        ends = f"in {called(low.name)} to {high.mean.said} in {called(high.name)}"
        sentence = f"{begins} from {low.mean.said} {unit} on average {ends}"
    above = len(rankable) - len(certain)
    return f"{sentence}; in {above} more, pay is above what is printed." if above else f"{sentence}."
