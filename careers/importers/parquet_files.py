"""Reading Parquet files without trusting them: a child process turns the wanted columns into CSV.

A damaged file can make the reader panic, and a hostile one can unpack to any size. In a process of
its own, with a limit on memory and output, either ends in one line of text.
"""

import csv
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

REQUIREMENT = "arro3-io~=0.9.0"
MAX_MEMORY, MAX_BYTES, MAX_SECONDS = 2_000_000_000, 500_000_000, 120
BATCH = 8192


class UnreadableParquet(Exception):
    """Why the file cannot be read; '' for a damaged one."""


def to_csv(path: Path, columns: list[str], target: Path) -> Path:
    """Write the columns of a Parquet file as CSV to `target`; `UnreadableParquet` when it cannot be."""
    if find_spec("arro3") is None:
        raise UnreadableParquet(
            f"reading Parquet needs one more package: {sys.executable} -m pip install '{REQUIREMENT}'. "
            "The official CSV needs none"
        )
    command = [sys.executable, "-I", __file__, str(path), str(target), *columns]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=MAX_SECONDS)  # noqa: S603 (own file)
    except subprocess.TimeoutExpired as error:
        raise UnreadableParquet(f"reading it took more than {MAX_SECONDS} seconds") from error
    if done.returncode:
        raise UnreadableParquet(
            done.stdout.strip() or "it is not a readable Parquet file: damaged or hostile"
        )
    return target


def _convert(path: str, target: str, columns: list[str]) -> str:
    """Why it could not be done, '' when it was."""
    from arro3.io import read_parquet

    reader = read_parquet(path, batch_size=BATCH)
    lacking = [name for name in columns if name not in reader.schema.names]
    if lacking:
        return f"there is no column {lacking[0]!r}"
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for batch in reader:
            writer.writerows(zip(*(batch.column(name).to_pylist() for name in columns), strict=True))
            if file.tell() > MAX_BYTES:
                return f"it unpacks to more than {MAX_BYTES:,} bytes"
    return ""


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    _limit_memory()
    reason = _convert(sys.argv[1], sys.argv[2], sys.argv[3:])
    sys.stdout.write(reason)
    sys.exit(bool(reason))
