"""What the education page says first, in sentences made from its figures alone."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.education import Education

from .occupation import entry_phrase, is_computed

NOTHING = gettext_lazy("No source loaded here says what this career takes or what its people studied.")
MOST = 3
DEGREES = ("associate", "bachelor", "master", "doctoral_professional")
WITH_ARTICLE = (*DEGREES, "high_school")


def opening(name: str, shown: Education) -> list[str]:
    """None to four sentences; one whose figures are missing is left out. `name` names several people."""
    return [
        sentence for sentence in (_entry(shown), _held(name, shown), _time(shown), _majors(shown)) if sentence
    ]


def _entry(shown: Education) -> str:
    entry = _known(shown.entry, "entry_education")
    if entry is None:
        return ""
    return _("Entry typically asks for {entry_phrase}.").format(entry_phrase=entry_phrase(entry.said))


def _held(name: str, shown: Education) -> str:
    degree = shown.degree
    if degree is None or degree.missing:
        return ""
    code, percent = degree.value
    label, __, __ = degree.text.rpartition(", ")
    words = entry_phrase(label) if code in WITH_ARTICLE else label.lower()
    share = degree.marked(formatting.percent(percent))
    who = (
        _("people in the wider group that {name} are counted in").format(name=name) if degree.group else name
    )
    if percent > 50:
        holding = _("hold") if code in DEGREES else _("have as their highest education")
        return _("Most {who}, {share}, {holding} {words}.").format(
            who=who, share=share, holding=holding, words=words
        )
    holding = _("holds") if code in DEGREES else _("has as its highest education")
    return _("The largest group of {who}, {share}, {holding} {words}.").format(
        who=who, share=share, holding=holding, words=words
    )


def _time(shown: Education) -> str:
    time = _known(shown.entry, "time_to_become")
    if time is None:
        return ""
    if time.text == _("no set time"):
        return ""
    start = _(", counted {unit}").format(unit=time.unit) if is_computed(time) else ""
    return _("Becoming one takes {time}{start}.").format(time=time.said, start=start)


def _majors(shown: Education) -> str:
    titles = [field.title for field in shown.majors.fields[:MOST]]
    if not titles:
        return ""
    return ngettext(
        "Related field of study that leads here: {fields}.",
        "Related fields of study that lead here: {fields}.",
        len(titles),
    ).format(fields="; ".join(titles))


def _known(cells: tuple[Cell, ...], key: str) -> Cell | None:
    return next((cell for cell in cells if cell.key == key and not cell.missing), None)
