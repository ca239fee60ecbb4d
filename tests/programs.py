"""Programs from outside the virtual environment that some tests need, where this machine has them."""

import os
import shutil
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What `npm ci` installs there, as the Makefile does where it finds npm.
CHECKERS = Path(__file__).resolve().parent / "checkers" / "node_modules"


def chromium() -> Path | None:
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return Path(found) if found else None


def html_checker() -> list[str] | None:
    """The command of the W3C's checker."""
    java, checker = shutil.which("java"), CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return [java, "-jar", str(checker)] if java and checker.is_file() else None


def lighthouse() -> str | None:
    """The Node that runs it, in which Chromium it judges pages."""
    node = shutil.which("node")
    return node if node and chromium() and (CHECKERS / "lighthouse").is_dir() else None


def postgres_bin() -> Path | None:
    """The folder of initdb and pg_ctl: from PATH, else the newest that Debian keeps off it."""
    folders = [Path(folder) for folder in os.get_exec_path()]
    folders += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: version(folder.parent.name),
        reverse=True,
    )
    programs = ("initdb", "pg_ctl")
    return next(
        (folder for folder in folders if all(os.access(folder / program, os.X_OK) for program in programs)),
        None,
    )


def cache_server() -> Path | None:
    """Valkey, or Redis, which speaks the same."""
    found = next(filter(None, map(shutil.which, ("valkey-server", "redis-server"))), None)
    return Path(found) if found else None


def version(text: str) -> float:
    """Of Debian's folders: 9.6 < 15 < 16."""
    try:
        return float(text)
    except ValueError:
        return 0
