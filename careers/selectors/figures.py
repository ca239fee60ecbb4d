"""What each figure means, by theme, and which sources it comes from."""

from dataclasses import dataclass

from django.urls import reverse

from careers.catalogue import FIGURES, THEMES, Definition

from .answers import Answer, by_figure
from .coverage import sources_by_figure


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of the catalogue as a reader looks it up."""

    key: str
    definition: Definition
    differs: tuple[tuple[str, str, str], ...]  # key, label and difference of what it is not
    sources: tuple[tuple[str, str], ...]  # short name, slug
    answers: tuple[Answer, ...] = ()  # to reports of readers, the newest first

    def as_dict(self) -> dict:
        """The entry for a JSON twin."""
        return {
            "figure": self.key,
            "label": self.definition.label,
            "unit": self.definition.unit,
            "kind": self.definition.kind,
            "meaning": self.definition.meaning,
            "computed": self.definition.computed,
            "method": reverse(self.definition.method) if self.definition.method else "",
            "not_to_confuse": [
                {"figure": key, "label": label, "difference": difference}
                for key, label, difference in self.differs
            ],
            "sources": [name for name, _ in self.sources],
            "answers_to_readers": [{"on": each.on.isoformat(), "answer": each.text} for each in self.answers],
        }


CSV_COLUMNS = (
    "figure", "label", "unit", "kind", "meaning", "computed", "method", "not_to_confuse", "sources",
    "answers_to_readers",
)  # fmt: skip


def figures() -> list[tuple[str, list[Entry]]]:
    """Theme by theme every figure, in the order of the catalogue; two queries."""
    sources, answers = sources_by_figure(), by_figure()
    return [
        (
            theme,
            [_entry(key, FIGURES[key], sources.get(key, ()), answers.get(key, ())) for key in entries],
        )
        for theme, entries in THEMES
    ]


def csv_rows(themes: list[tuple[str, list[Entry]]]) -> list[list[str]]:
    """A row an entry, in the order of `CSV_COLUMNS`."""
    return [
        [
            *(entry.as_dict()[column] for column in CSV_COLUMNS[:7]),
            "; ".join(f"{label}: {difference}" for _, label, difference in entry.differs),
            "; ".join(name for name, _ in entry.sources),
            "; ".join(f"{each.on}: {each.text}" for each in entry.answers),
        ]
        for _, entries in themes
        for entry in entries
    ]


def _entry(key: str, definition: Definition, sources, answers) -> Entry:
    differs = tuple(
        (other, FIGURES[other].label, difference) for other, difference in definition.not_to_confuse
    )
    return Entry(key, definition, differs, tuple(sources), tuple(answers))
