"""A process of its own, on a database of its own: `python -m ... migrate | import PATH | state`.

`import PATH rows` kills its process with SIGKILL when some rows are in the database and others are
still to come, `import PATH end` when all are and the transaction ends next; `state` prints what a
reader of the database sees. `job PATH MOMENT` is killed likewise while it loads an approved job of the
admin; `next` is the worker that comes after it.
"""

import json
import os
import signal
import sys
from datetime import timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from careers.desk.imports import jobs, signs  # noqa: E402
from careers.importers import base, bulk, oews  # noqa: E402
from careers.models import ImportJob, ImportReceipt, Release, WageEstimate  # noqa: E402

ROWS_WRITTEN = 20


def die(*_) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed(path: str, moment: str) -> None:
    to_die_at(moment)
    base.run(oews.Importer(), Path(path))


def killed_job(path: str, moment: str) -> None:
    job = ImportJob.objects.create(importer="oews", path=path, file_name="oews.sqlite")
    work = partial(call_command, "work", once=True, stdout=StringIO())
    work()
    job.refresh_from_db()
    jobs.approve(job, User.objects.create_user("publisher"))
    to_die_at(moment)
    work()


def next_worker() -> None:
    signs.DEAD_AFTER = timedelta(0)
    call_command("work", once=True, stdout=StringIO())
    print(json.dumps(list(ImportJob.objects.values_list("state", "error"))))


def to_die_at(moment: str) -> None:
    bulk.BATCH = 4  # rows go to the database at once, not in one piece at the end
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA cache_size = 1")  # and from its cache to the disk
    rows_of = oews.Importer._rows

    def rows(importer, cells):
        for number, row in enumerate(rows_of(importer, cells)):
            if number == ROWS_WRITTEN:
                die()
            yield row

    if moment == "rows":
        oews.Importer._rows = rows
    else:
        base._verify = die


def state() -> None:
    rows = WageEstimate.objects.order_by("pk").values_list(
        "pk", "release__label", "annual_mean", "is_current"
    )
    found = {
        "figures": [list(row) for row in rows],
        "releases": list(Release.objects.order_by("pk").values_list("label", flat=True)),
        "receipts": ImportReceipt.objects.count(),
    }
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            found["integrity"] = cursor.execute("PRAGMA integrity_check").fetchone()[0]
            found["broken links"] = cursor.execute("PRAGMA foreign_key_check").fetchall()
    print(json.dumps(found))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["migrate"]:
            call_command("migrate", verbosity=0)
        case ["import", path]:
            base.run(oews.Importer(), Path(path))
        case ["import", path, moment]:
            killed(path, moment)
        case ["job", path, moment]:
            killed_job(path, moment)
        case ["next"]:
            next_worker()
        case ["state"]:
            state()
