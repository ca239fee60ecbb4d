"""Every figure the site shows: its name, unit, kind and meaning, in one place. A theme is a module."""

from . import companies, outlook, pay, people, places, preparation, skills, studies, work
from .definition import Definition
from .reasons import NO_RECORD, REASONS

# In the order of the page of figures.
THEMES: tuple[tuple[str, dict[str, Definition]], ...] = (
    ("Pay", pay.FIGURES),
    ("The work", work.FIGURES),
    ("Outlook", outlook.FIGURES),
    ("What to know", skills.FIGURES),
    ("What it takes", preparation.FIGURES),
    ("What to study", studies.FIGURES),
    ("The people", people.FIGURES),
    ("Places and industries", places.FIGURES),
    ("Companies and jobs", companies.FIGURES),
)
FIGURES: dict[str, Definition] = {
    key: definition for _, figures in THEMES for key, definition in figures.items()
}

__all__ = ["FIGURES", "NO_RECORD", "REASONS", "THEMES", "Definition"]
