"""Formats of feeds: a format is a module here, named as in `Feed.Format`, with a `read` of its own.

It may have `headers(address)` too: what a document of the format is asked for with.
"""

from importlib import import_module

from careers.feeds.records import Format

RENAMED = {"csv": "csv_file"}  # the standard library has that name


def find(name: str) -> Format:
    """The module of a format of `Feed.Format`."""
    return import_module(f"{__name__}.{RENAMED.get(name, name)}")
