"""Importers of publishers' files. A source is a module here that has an `Importer` of its own."""

import pkgutil
from importlib import import_module

ABSTRACT = "base"  # whose `Importer` the others derive from


def names() -> list[str]:
    """The names `manage.py import_source` takes; modules without an importer serve the others."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(name for name in modules if name != ABSTRACT and hasattr(_module(name), "Importer"))


def find(name: str):
    """The `Importer` class of a source; `KeyError` when there is no module of that name."""
    if name not in names():
        raise KeyError(name)
    return _module(name).Importer


def _module(name: str):
    return import_module(f"{__name__}.{name}")
