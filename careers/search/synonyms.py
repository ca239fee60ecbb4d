"""The synonyms that the portal ships: words of our own, which editors change in the admin."""

import csv
from pathlib import Path

from careers.models import Synonym
from careers.models.search import synonym_key

FILE = Path(__file__).resolve().parent.parent / "data" / "synonyms.csv"


def load(path: Path = FILE) -> int:
    """Add those that are not there yet; what editors wrote or switched off stays. How many were added."""
    with path.open(encoding="utf-8", newline="") as file:
        shipped = {synonym_key(row["term"]): row for row in csv.DictReader(file)}
    there = set(Synonym.objects.values_list("key", flat=True))
    new = [
        Synonym(term=row["term"], meaning=row["meaning"], key=key)
        for key, row in shipped.items()
        if key not in there
    ]
    Synonym.objects.bulk_create(new)
    return len(new)
