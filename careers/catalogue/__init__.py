"""Every figure the site shows: its name, unit, kind and meaning, in one place. A theme is a module."""

from . import pay, people, preparation, work
from .definition import Definition
from .reasons import NO_RECORD, REASONS

FIGURES: dict[str, Definition] = {
    **pay.FIGURES,
    **work.FIGURES,
    **preparation.FIGURES,
    **people.FIGURES,
}

__all__ = ["FIGURES", "NO_RECORD", "REASONS", "Definition"]
