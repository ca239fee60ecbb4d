"""Opening what an operator hands in, without trusting it: folders, files, .gz and .zip, all bounded."""

import fnmatch
import gzip
import hashlib
import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

# The largest official input, the OEWS flat file, is 332 MB.
MAX_BYTES = 1_000_000_000
CHUNK = 1 << 20


class UnusableInput(Exception):
    def __init__(self, reason: str, file: str = ""):
        super().__init__(reason)
        self.file = file


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one input by name, the SHA-256 over them, and the folders that they lie in.

    `folders` are names, the outermost first: of the folder or archive handed in, or the folder of a
    single file, and of folders inside an archive.
    """

    by_name: dict[str, Path]
    checksum: str
    folders: tuple[str, ...] = ()

    def find(self, *patterns: str) -> Path | None:
        """The first file that fits one of the patterns, patterns in order, names in order."""
        for pattern in patterns:
            for name in sorted(self.by_name):
                if fnmatch.fnmatch(name, pattern):
                    return self.by_name[name]
        return None


@contextmanager
def open_files(path: Path, patterns: tuple[str, ...]) -> Iterator[Files]:
    """The files under `path` whose names fit; archives are unpacked to a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="import-") as folder:
        try:
            if not path.exists():
                raise UnusableInput("there is no such file or folder.")
            found = _collect(path, patterns, Path(folder))
            if not found:
                raise UnusableInput(f"no file here fits {', '.join(patterns)}.")
            files = Files(found, _checksum(found), _folders(path))
        except (
            OSError,
            EOFError,
            lzma.LZMAError,
            zlib.error,
            zipfile.BadZipFile,
            RuntimeError,
        ) as error:
            raise UnusableInput(
                f"it cannot be read ({error}): damaged, truncated or not what its name says."
            ) from error
        yield files


def _collect(path: Path, patterns: tuple[str, ...], folder: Path) -> dict[str, Path]:
    if path.is_dir():
        files = [file for file in sorted(path.iterdir()) if file.is_file()]
        found = {file.name: file for file in files if _fits(file.name, patterns)}
        # A folder may hold a packed file of the wanted name: oews-2025.sqlite.gz for *.sqlite.
        for file in files:
            if file.suffix == ".gz" and _fits(file.stem, patterns) and file.stem not in found:
                found[file.stem] = _unpack_gzip(file, folder)
        return found
    if path.suffix == ".gz":
        return {path.stem: _unpack_gzip(path, folder)} if _fits(path.stem, patterns) else {}
    if path.suffix in {".zip", ".whl"}:
        return _unpack_zip(path, patterns, folder)
    if path.stat().st_size > MAX_BYTES:
        raise UnusableInput(f"it is larger than {MAX_BYTES:,} bytes.")
    return {path.name: path} if path.is_file() and _fits(path.name, patterns) else {}


def _folders(path: Path) -> tuple[str, ...]:
    path = path.resolve()
    if path.suffix not in {".zip", ".whl"}:
        return (path.name if path.is_dir() else path.parent.name,)
    with zipfile.ZipFile(path) as archive:
        inside = [name.split("/")[:-1] for name in archive.namelist()]
    return (path.stem, *dict.fromkeys(folder for folders in inside for folder in folders))


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def _unpack_gzip(path: Path, folder: Path) -> Path:
    return _unpack_gzip_within(path, folder, MAX_BYTES)[0]


def _unpack_gzip_within(path: Path, folder: Path, limit: int) -> tuple[Path, int]:
    target = folder / path.stem
    with gzip.open(path, "rb") as packed:
        return target, _copy_bounded(packed, target, path.name, limit)


def _unpack_zip(path: Path, patterns: tuple[str, ...], folder: Path) -> dict[str, Path]:
    found, left = {}, MAX_BYTES
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            # Only the last part of a member's name is used, so none can be written elsewhere.
            name = PurePosixPath(member.filename).name
            packed = name.endswith(".gz") and _fits(name.removesuffix(".gz"), patterns)
            if member.is_dir() or not (packed or _fits(name, patterns)):
                continue
            target = folder / name
            with archive.open(member) as source:
                left -= _copy_bounded(source, target, path.name, left)
            if packed:  # the many of one archive share its bound
                target, written = _unpack_gzip_within(target, folder, left)
                left -= written
            found[target.name] = target
    return found


def _copy_bounded(source, target: Path, name: str, limit: int) -> int:
    written = 0
    with target.open("wb") as out:
        while chunk := source.read(CHUNK):
            written += len(chunk)
            if written > limit:
                raise UnusableInput(f"it unpacks to more than {MAX_BYTES:,} bytes; it was not opened.", name)
            out.write(chunk)
    return written


def _checksum(files: dict[str, Path]) -> str:
    """SHA-256 of the one file, or of the files' names and contents in order of name."""
    digest = hashlib.sha256()
    for name in sorted(files):
        if len(files) > 1:
            digest.update(name.encode())
        with files[name].open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    return digest.hexdigest()


def undecodable_line(path: Path) -> int | None:
    """The line that is not UTF-8; text files are decoded in blocks, so the reader does not know it."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return None
