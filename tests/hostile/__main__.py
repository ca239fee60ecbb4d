"""`python -m tests.hostile`: the whole walk, over the database of DATABASE_URL; what it writes is undone."""

import argparse
import logging
import os
import sys
from collections import Counter
from random import Random

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import transaction  # noqa: E402

from . import doors, walking  # noqa: E402
from .asking import Asker  # noqa: E402

SLOW = 0.5  # seconds of a processor: then the ask is shown


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("--each", type=int, help="values drawn for each name; all of them if not given")
    parser.add_argument("--of", default="", help="only routes with this in them")
    parser.add_argument("--seed", type=int, default=9)
    options = parser.parse_args()
    lot, faults, kinds = Random(options.seed), Counter(), {}
    logging.disable()
    with transaction.atomic():
        user = User.objects.create_superuser("hostile")
        reader, editor = Asker(), Asker(user)
        for door in doors.doors():
            if options.of not in door.route:
                continue
            asker = editor if door.is_desk else reader
            usual = walking.look(door, asker)
            told = [(None, each) for each in usual]
            asked = [*walking.asks(door, lot, options.each)]
            asked += walking.posts(door, usual[0].text, lot, options.each)
            told += [(ask, asker.ask(ask)) for ask in asked]
            kind = door.name.rsplit("_", 1)[-1] if door.is_desk else door.name
            kinds.setdefault(kind, []).extend(told)
            for ask, each in told:
                for fault in each.faults[:2]:
                    key = (door.name.rsplit("_", 1)[-1], fault.splitlines()[-1][:150] if fault else "")
                    faults[key] += 1
                    if faults[key] <= 2:
                        print(f"FAULT {ask}\n  {fault}", flush=True)
        transaction.set_rollback(True)
    report(kinds)
    print(f"{sum(map(len, kinds.values())):,} asks, {sum(faults.values())} faults, {os.cpu_count()} cores")
    for (kind, fault), number in faults.most_common():
        print(f"{number:6} {kind}: {fault}")
    return 1 if faults else 0


def report(kinds: dict) -> None:
    titles = f"{'kind':28}{'asks':>7}{'queries':>9}{'ms p50':>8}{'ms p95':>8}{'ms max':>8}{'steps max':>12}"
    print(f"{titles}  statuses")
    for kind, told in sorted(kinds.items()):
        answers = [each for _, each in told]
        work = sorted(1000 * (each.seconds + each.served) for each in answers)
        statuses = Counter(each.status for each in answers)
        print(
            f"{kind:28}{len(answers):7,}{max(each.queries for each in answers):9}{work[len(work) // 2]:8.1f}"
            f"{work[len(work) * 95 // 100]:8.1f}{work[-1]:8.0f}{max(each.steps for each in answers):12,}  "
            + ", ".join(f"{status} {number:,}" for status, number in sorted(statuses.items()))
        )
        ask, slowest = max(told, key=lambda pair: pair[1].seconds + pair[1].served)
        if slowest.seconds + slowest.served > SLOW:
            print(f"{'':28}slowest: {ask}")


if __name__ == "__main__":
    sys.exit(main())
