"""Every figure the site shows: its name, unit, kind and meaning, in one place. A theme is a module."""

from django.utils.translation import gettext_lazy as _

from . import companies, outlook, pay, people, places, preparation, skills, studies, work
from .definition import KINDS, Catalogue, Definition
from .reasons import NO_RECORD, REASONS

# In the order of the page of figures.
THEMES: tuple[tuple[str, dict[str, Definition]], ...] = (
    (_("Pay"), pay.FIGURES),
    (_("The work"), work.FIGURES),
    (_("Outlook"), outlook.FIGURES),
    (_("What to know"), skills.FIGURES),
    (_("What it takes"), preparation.FIGURES),
    (_("What to study"), studies.FIGURES),
    (_("The people"), people.FIGURES),
    (_("Places and industries"), places.FIGURES),
    (_("Companies and jobs"), companies.FIGURES),
)
FIGURES = Catalogue({key: definition for __, figures in THEMES for key, definition in figures.items()})

__all__ = ["FIGURES", "KINDS", "NO_RECORD", "REASONS", "THEMES", "Definition"]
