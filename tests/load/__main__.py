import argparse
import os
import signal
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

from tests.postgres import PostgresMissing

from .run import Run
from .stage import NotSet, stage
from .visitor import Failed


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.load",
        description="Serve the portal as in production on this machine, load it, and prove that nothing "
        "fails and nothing is lost.",
    )
    parser.add_argument("--minutes", type=float, default=15, help="how long (default 15)")
    parser.add_argument("--kill", action="store_true", help="kill workers and restart the database meanwhile")
    parser.add_argument("--backup", default="", metavar="FILE", help="the figures of a backup (default: all)")
    parser.add_argument("--small", action="store_true", help="a handful of figures: there in seconds")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with stage(not options.small, options.backup) as set_up:
            print(f"Served at {set_up.address}, {os.cpu_count()} cores", flush=True)
            run = Run(set_up)
            seconds = 60 * options.minutes
            outcome = run.disturbed(seconds) if options.kill else run.loaded(seconds)
    except PostgresMissing:
        print("This needs PostgreSQL: initdb and pg_ctl.", file=sys.stderr)
        return 2
    except (NotSet, Failed) as failure:
        print(f"It does not come to a run. {failure}", file=sys.stderr)
        return 2
    print(outcome)
    return 0 if outcome.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
