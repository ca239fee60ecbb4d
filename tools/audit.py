"""Looks up known faults of the locked packages: `make audit`.

Ends with 1 where one is known. Where that cannot be asked from this machine (a mirror of the packages has no
such data, and some networks reach nothing else), it says what to do elsewhere, and ends with 0.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "var" / "audit"  # pip-audit and what it needs: none of it is the portal's
TOOL, LOCKED = ROOT / "requirements-audit.txt", ROOT / "requirements-dev.txt"  # the latter holds the others
MINUTES = 5
BY_HAND = (
    "Not audited: the data about known faults cannot be reached from here. Before a release, and monthly, "
    f"on a machine that reaches them: pip install pip-audit && pip-audit --disable-pip -r {LOCKED.name}"
)


def main() -> int:
    try:
        code, lines = judged(ask())
    except (OSError, ValueError, subprocess.SubprocessError):
        code, lines = 0, [BY_HAND]
    print("\n".join(lines))  # noqa: T201
    return code


def ask() -> list[dict]:
    """What is known of each package, as pip-audit says it."""
    if not (OWN / "bin" / "python").exists():
        venv.create(OWN, with_pip=True)
    run("pip", "install", "--disable-pip-version-check", "--quiet", "--require-hashes", "-r", str(TOOL))
    answer = run(
        "pip_audit", "--disable-pip", "--format", "json", "--progress-spinner", "off", "-r", str(LOCKED)
    )
    return json.loads(answer)["dependencies"]


def run(module: str, *arguments: str) -> str:
    command = [OWN / "bin" / "python", "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=MINUTES * 60)  # noqa: S603 - its own
    if module == "pip":
        done.check_returncode()  # the other ends with 1 where it found something
    return done.stdout


def judged(told: list[dict]) -> tuple[int, list[str]]:
    """The exit code and what to print. Nothing known of a package that was not looked up is no good news."""
    known = [each for each in told if "skip_reason" not in each]
    if not known:
        return 0, [BY_HAND]
    faults = [
        f"{each['name']} {each['version']}: {fault['id']}, "
        f"mended in {', '.join(fault['fix_versions']) or 'no version'}"
        for each in known
        for fault in each["vulns"]
    ]
    skipped = [f"Not looked up: {each['name']}" for each in told if "skip_reason" in each]
    return bool(faults), [*faults, *skipped, f"{len(known)} packages audited, {len(faults)} known faults."]


if __name__ == "__main__":
    sys.exit(main())
