"""A release of pay for registered nurses nationwide, to import beside the snapshot's."""

import json
from datetime import date

from django.db.models import Q

from careers.importers import base, oews
from careers.importers.bulk import write_figures
from careers.models import WageEstimate
from careers.models.wages import MEASURES

KEY = ("occupation_id", "area_id", "industry_id")


class OnePlace(base.Importer):
    """What the survey says of one occupation in one place, as its importer would write it."""

    source = oews.Importer.source

    def __init__(self, wage: WageEstimate, label: str, period_end: date, changes: dict, breaks: bool = False):
        super().__init__()
        self.wage, self.changes, self.breaks = wage, changes, breaks
        self.info = base.ReleaseInfo(label=label, period_end=period_end)

    def open(self, files):
        return self.info

    def load(self, release, progress):
        values = {name: getattr(self.wage, name) for name in MEASURES} | self.changes
        missing = {name: reason for name, reason in self.wage.missing.items() if values[name] is None}
        key = tuple(getattr(self.wage, name) for name in KEY)
        row = (*key, *(_text(value) for value in values.values()), json.dumps(missing, sort_keys=True))
        scope = Q(**dict(zip(KEY, key, strict=True)))
        outcome = write_figures(WageEstimate, release, KEY, (*MEASURES, "missing"), [row], scope=scope)
        if self.breaks:
            raise base.ImportFailure("the file breaks off.")
        return outcome


def _text(value):
    return None if value is None else str(value)


def import_pay(folder, wage, label="May 2031", year=2031, breaks=False, **changes):
    """Import what the survey says of this place now; the receipt."""
    file = folder / "release.csv"
    file.write_text(f"{label} {changes}")
    return base.run(OnePlace(wage, label, date(year, 5, 31), changes, breaks), file)
