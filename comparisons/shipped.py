"""The comparisons that come with the portal, given to a database once its occupations are there.

The occupations come with the snapshot, after all migrations, so no migration can make these. They are
made on `careers.signals.snapshot_loaded` and remembered by name: what editors made
of one since, be it that they deleted it, is never undone.
"""

import tomllib
from pathlib import Path

from django.db import transaction

from careers.models import Occupation

from .models import SEATS, CuratedComparison, ShippedComparison

FILE = Path(__file__).resolve().parent / "data" / "curated.toml"


def give(file: Path = FILE, **signal) -> None:
    """Publish what this database was not given before; what it lacks an occupation for waits."""
    shipped = tomllib.loads(file.read_text(encoding="utf-8"))
    given = set(ShippedComparison.objects.values_list("name", flat=True))
    for name in shipped.keys() - given:
        _give(name, **shipped[name])


def _give(name: str, careers: list[str], title: str, introduction: str, verdict: str) -> None:
    known = {
        occupation.title: occupation for occupation in Occupation.objects.listed().filter(title__in=careers)
    }
    if known.keys() != set(careers):
        return
    comparison = CuratedComparison(
        title=title,
        introduction=introduction.strip(),
        verdict=verdict.strip(),
        status=CuratedComparison.Status.PUBLISHED,
        **dict(zip(SEATS, (known[career] for career in careers), strict=False)),
    )
    # Editors who published one of the same careers before need no second.
    with transaction.atomic():
        if not comparison.rival():
            comparison.save()
        ShippedComparison.objects.create(name=name)
