from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from careers.language import language

KINDS = {
    "mean": _("mean"),
    "median": _("median"),
    "range": _("range"),
    "count": _("count"),
    "share": _("share"),
    "projection": _("projection"),
    "class": _("class"),
    "name": _("name"),
    "rating": _("rating"),
    "ratio": _("ratio"),
    "index": _("index"),
    "difference": _("difference"),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure is called, what it is counted in, and what kind of statistic it is.

    The rest is for the page of figures: what it means, how it is computed where the portal computes
    it, and the keys of figures that it must not be confused with, each with the difference.
    `method` is the URL name of a page that explains the computation at length.
    """

    label: str
    unit: str
    kind: str  # of `KINDS`
    hint: str = ""
    meaning: str = ""
    computed: str = ""
    not_to_confuse: tuple[tuple[str, str], ...] = ()
    method: str = ""

    @property
    def statistic(self) -> str:
        """Its kind in words."""
        return str(KINDS[self.kind])


def joined(*sentences: Promise) -> Promise:
    """Sentences that several definitions share, after those of its own."""
    return format_lazy(" ".join(["{}"] * len(sentences)), *sentences)


class Catalogue(Mapping):
    """Definitions by key, each in the language that is spoken: a page asks for hundreds."""

    def __init__(self, definitions: dict[str, Definition]):
        self.definitions = definitions
        self.spoken: dict[tuple[str, str], Definition] = {}

    def __getitem__(self, key: str) -> Definition:
        name = language(), key
        if name not in self.spoken:
            self.spoken[name] = _spoken(self.definitions[key])
        return self.spoken[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.definitions)

    def __len__(self) -> int:
        return len(self.definitions)

    def __contains__(self, key: object) -> bool:
        return key in self.definitions


def _spoken(definition: Definition) -> Definition:
    said = {field.name: str(getattr(definition, field.name)) for field in fields(Definition)}
    said["not_to_confuse"] = tuple((other, str(how)) for other, how in definition.not_to_confuse)
    return Definition(**said)
