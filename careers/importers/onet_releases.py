"""Which release an O*NET database is, and which day it stands for.

O*NET brings out four releases a year: version X.0 in August, X.1 in November, X.2 in February and X.3
in May, from 25.0 in August 2020 on (https://www.onetcenter.org/db_releases.html). The read-me names
the month; where there is none, the version gives it by that calendar, so that a later version is a
later release.
"""

import calendar
import re
from datetime import date

from . import base, inputs
from .base import ImportFailure

READ_ME = "Read Me.txt"
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if number}
VERSION = re.compile(r"O\*NET®?\s+([0-9]{1,2})\.([0-9])\s+Database")
MONTH = re.compile(rf"({'|'.join(MONTHS)})\s+(20[0-9]{{2}})\s+Release")
IN_NAMES = re.compile(r"(?:db|onet)[ _-]*([0-9]{1,2})[._]([0-9])(?![0-9])", re.IGNORECASE)
FIRST_ON_SOC_2018 = (25, 1)
START = 2020 * 12 + 7  # August 2020, months counted from 0


def release_of(files: inputs.Files) -> base.ReleaseInfo:
    """From the read-me, or else from the name of the folder or zip (`db_29_3_excel`)."""
    version, month = _from_read_me(files)
    version = version or next(filter(None, map(_from_name, files.folders)), None)
    if version is None:
        raise ImportFailure(
            f"which release of O*NET this is cannot be told: keep its {READ_ME!r} beside the files, or "
            "name the folder or zip as O*NET does (db_29_3_excel)."
        )
    if version < FIRST_ON_SOC_2018:
        raise ImportFailure(
            f"O*NET {version[0]}.{version[1]} uses the SOC of 2010; take release 25.1 or later, which use "
            "that of 2018."
        )
    label = "{}.{}".format(*version)
    return base.ReleaseInfo(
        label=label,
        period_end=month or _by_calendar(version),
        url=f"https://www.onetcenter.org/dictionary/{label}/excel/",
    )


def _from_read_me(files: inputs.Files) -> tuple[tuple[int, int] | None, date | None]:
    path = files.by_name.get(READ_ME)
    if path is None:
        return None, None
    with path.open("rb") as file:
        text = file.read(10_000).decode("utf-8", errors="replace")
    version, month = VERSION.search(text), MONTH.search(text)
    return (
        (int(version[1]), int(version[2])) if version else None,
        _last_day(int(month[2]), MONTHS[month[1]]) if month else None,
    )


def _from_name(name: str) -> tuple[int, int] | None:
    found = IN_NAMES.search(name)
    return (int(found[1]), int(found[2])) if found else None


def _by_calendar(version: tuple[int, int]) -> date:
    major, minor = version
    if minor > 3:
        raise ImportFailure(
            f"O*NET {major}.{minor} is none of the four releases of a year, and no {READ_ME!r} says when "
            "it came out: keep the one of the download beside the files."
        )
    year, month = divmod(START + 12 * (major - 25) + 3 * minor, 12)
    return _last_day(year, month + 1)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
