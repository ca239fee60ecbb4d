"""The embedded snapshot: facts of an imported database as compressed CSV, one file a table.

Rows name what they belong to by codes (a SOC code, an area code, `source/release label`), never by
primary keys, so a snapshot loads into any database. It holds no sentence of a publisher's.
"""

from .reading import SnapshotFailure, is_loaded, load
from .tables import FOLDER
from .writing import export

__all__ = ["FOLDER", "SnapshotFailure", "export", "is_loaded", "load"]
