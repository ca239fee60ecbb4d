"""What a source says outright about an occupation: from stated facts to cells; no queries."""

from django.utils import timezone
from django.utils.translation import gettext as _

from careers import formatting
from careers.corrected import mark
from careers.models import Missing, StatedFact

from .cells import Cell, absent, build


def stated_cell(fact: StatedFact) -> Cell:
    """The cell of a fact; `release__source` is selected with it, and `company` where one may be named."""
    key, release, said = fact.topic, fact.release, {"corrected": mark(fact, "low", "high", "text")}
    if fact.text:
        company = fact.company
        url = company.get_absolute_url() if company and company.is_live(timezone.now()) else ""
        return build(key, fact.text, fact.text, release, url=url, **said)
    if fact.low is None:
        return absent(key, fact.reason_for("value") or Missing.NOT_COLLECTED.value, release, **said)
    value = fact.low if fact.high is None else (fact.low, fact.high)
    if key == StatedFact.Topic.PAY_RANGE:
        note = _("The source does not say which part of the people in it earn within this range.")
        return build(key, value, formatting.money_range(fact.low, fact.high), release, note=note, **said)
    if key == StatedFact.Topic.TIME_TO_BECOME:
        return build(key, value, formatting.years(fact.low, fact.high), release, **said)
    return build(key, value, formatting.trim(fact.low), release, **said)
