"""What the directory of companies says of itself: heading, chips and ways on, all made from the query."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.filters.company_search import Asked, Wider

Labels = Mapping[str, Mapping[str, str]]  # by filter: label by value

SIZES = {
    "1-19": gettext_lazy("with up to 19 people"),
    "20-99": gettext_lazy("with 20 to 99 people"),
    "100-499": gettext_lazy("with 100 to 499 people"),
    "500-4999": gettext_lazy("with 500 to 4,999 people"),
    "5000+": gettext_lazy("with 5,000 people or more"),
}
SWITCHES = {"pay": gettext_lazy("with visa-filing pay"), "jobs": gettext_lazy("with open jobs")}


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the query, and the query without it."""

    text: str
    rest: Asked


def heading(asked: Asked, labels: Labels) -> str:
    return " ".join([_("Companies"), ", ".join(phrases(asked, labels).values())]).strip()


def phrases(asked: Asked, labels: Labels) -> dict[str, str]:
    """What each filter that is set says, by its name."""
    return {name: _phrase(name, getattr(asked, name), labels) for name in asked.filters}


def chips(asked: Asked, labels: Labels) -> list[Chip]:
    return [Chip(phrase, asked.without(name)) for name, phrase in phrases(asked, labels).items()]


def way(wider: Wider, asked: Asked, labels: Labels) -> str:
    """A wider search in words: Without “headquartered in Texas”: 12 companies."""
    said = phrases(asked, labels)
    dropped = [f"“{said[name].translate(str.maketrans('“”', '‘’'))}”" for name in wider.dropped]
    return _("Without {dropped}: {companies}").format(
        dropped=formatting.listing(dropped), companies=companies(wider.number)
    )


def companies(number: int) -> str:
    return ngettext("{number} company", "{number} companies", number).format(number=formatting.count(number))


def _phrase(name: str, value: str | bool, labels: Labels) -> str:
    if name == "q":
        return _("named “{value}”").format(value=value)
    if name == "sector":
        return _("in the GICS sector {labels}").format(labels=labels[name][value])
    if name == "industry":
        return _("in the NAICS industry {labels}").format(labels=labels[name][value])
    if name == "place":
        return _("with headquarters in {labels}").format(labels=labels[name][value])
    return str(SIZES[value] if name == "size" else SWITCHES[name])
