"""Importers of publishers' files. A source is a module here; being in the folder is what registers it."""

import pkgutil
from importlib import import_module

# Modules that serve the importers and are none themselves.
SUPPORT = {
    "base",
    "bulk",
    "census_titles",
    "csv_files",
    "inputs",
    "oews_editions",
    "onet_files",
    "onet_names",
    "onet_parts",
    "onet_ratings",
    "onet_releases",
    "onet_rollup",
    "parquet_files",
    "reference",
    "soc",
    "states",
    "workbooks",
}


def names() -> list[str]:
    """The names `manage.py import_source` takes."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in SUPPORT)


def find(name: str):
    """The `Importer` class of a source; `KeyError` when there is no module of that name."""
    if name not in names():
        raise KeyError(name)
    return import_module(f"{__name__}.{name}").Importer
