"""Imports under way: a job feed by its command, a release by the desk, rolled back and forward again."""

import csv
import gzip
import threading
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from tests.careers import oews_package
from tests.careers.importers.oews_files import Release, key_of

from .editors import OF_THE_NATION
from .stage import NAME, PASSWORD, Stage
from .tally import Tally
from .visitor import Failed, Visitor, filled

FEED, JOBS = "Load", 25
FIRST_YEAR = 2032
STEP_WITHIN = 600  # seconds, for a check or an import of the worker on a machine that does much else
JOB = "careers/importjob"


class Feed(threading.Thread):
    """Each turn has other jobs than the one before, which are closed."""

    def __init__(self, stage: Stage, tally: Tally, is_over: threading.Event):
        super().__init__(name="feed", daemon=True)
        self.stage, self.tally, self.is_over = stage, tally, is_over
        self.reader = Visitor(stage.address, tally)
        self.turn = 0

    def run(self) -> None:
        while not self.is_over.is_set():
            self.turn += 1
            began = time.monotonic()
            done = self.stage.manage("import_postings", "csv", str(self._file()), "--feed", FEED)
            self.tally.answered("feed import", began)
            if done.returncode or f"{JOBS} created" not in done.stdout:
                self.tally.fail("feed import", FEED, began, (done.stderr or done.stdout)[-300:])
                continue
            try:
                page = self.reader.get("read what is imported", f"/jobs.json?q={self._word(self.turn)}")
            except Failed:
                continue
            if page.text.count(self._word(self.turn)) < JOBS:
                self.tally.fail("read what is imported", FEED, began, "the jobs are not all there")
            self.is_over.wait(1)

    def lost(self) -> list[str]:
        found = self.stage.database.all(
            "SELECT count(*) FROM careers_posting WHERE closed_on IS NULL AND title LIKE 'Keeper kw%'"
        )
        return (
            [] if found == [(JOBS if self.turn else 0,)] else [f"{FEED}: {found} jobs are open, not {JOBS}"]
        )

    @staticmethod
    def _word(turn: int) -> str:
        return f"kw{turn:05}"

    def _file(self) -> Path:
        path = self.stage.folder / "jobs.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("external_id", "title", "description", "apply_url", "company", "remote"))
            for number in range(JOBS):
                key, title = f"{self.turn}-{number}", f"Keeper {self._word(self.turn)}"
                rows.writerow(
                    (key, title, f"Light {key}.", f"https://example.org/{key}", f"Light {number}", "yes")
                )
        return path


class Releases(threading.Thread):
    """A newer release each turn: handed in, checked, approved, loaded; rolled back, and forward again."""

    def __init__(self, stage: Stage, tally: Tally, is_over: threading.Event):
        super().__init__(name="releases", daemon=True)
        self.stage, self.tally, self.is_over = stage, tally, is_over
        self.desk, self.reader = Visitor(stage.address, tally), Visitor(stage.address, tally)
        self.code, self.slug = (
            ("291141", "registered-nurses") if stage.is_full else ("981011", "lamplighters")
        )
        self.turn, self.first, self.pay, self.imported, self.rolled = 0, 0, "", 0, 0

    def begin(self) -> None:
        self.desk.sign_in(NAME, PASSWORD)
        self.first = self._in_force()
        self.pay = str(self.first)

    def run(self) -> None:
        while not self.is_over.is_set():
            self.turn += 1
            try:
                self._turn()
            except Failed:
                self.is_over.wait(1)

    def _turn(self) -> None:
        before, pay = self.pay, str(self.first + 10 * self.turn)
        if not self._load(self._file(pay)):
            return
        self.pay, self.imported = pay, self.imported + 1
        self._look()
        for pay in (before, self.pay):
            if self.is_over.is_set() and pay == before:
                return
            if not self._roll():
                return
            self.pay, self.rolled = pay, self.rolled + 1
            self._look()

    def _load(self, content: bytes) -> bool:
        add = f"/admin/{JOB}/add/"
        form = filled(self.desk.get("form", add)) | {"importer": "oews"}
        address = self.desk.upload("hand in", add, form, "file", "oews.sqlite.gz", content).leads_to
        key = int(address.rstrip("/").split("/")[-2])
        if not self._comes_to(key, "checked"):
            return False
        approval = filled(self.desk.get("form", urlsplit(address).path))
        self.desk.post("approve", f"/admin/{JOB}/{key}/step/approve/", approval)
        return self._comes_to(key, "done")

    def _comes_to(self, key: int, state: str) -> bool:
        began = time.monotonic()
        while time.monotonic() - began < STEP_WITHIN:
            ((found, error),) = self.stage.database.all(
                f"SELECT state, error FROM careers_importjob WHERE id = {key}"
            )
            if found == state:
                self.tally.answered(f"release {state}", began)
                return True
            if found == "failed":
                self.tally.fail(f"release {state}", f"job {key}", began, error)
                return False
            time.sleep(0.1)
        self.tally.fail(f"release {state}", f"job {key}", began, f"is still {found}")
        return False

    def _roll(self) -> bool:
        label = f"May {FIRST_YEAR + self.turn}"
        ((key,),) = self.stage.database.all(f"SELECT id FROM careers_release WHERE label = '{label}'")
        form = filled(self.desk.get("form", f"/admin/careers/release/{key}/change/"))
        token = {"csrfmiddlewaretoken": form["csrfmiddlewaretoken"]}
        self.desk.post("roll back, forward", f"/admin/careers/release/{key}/roll/", token)
        ((job,),) = self.stage.database.all(f"SELECT max(id) FROM careers_importjob WHERE release_id = {key}")
        return self._comes_to(job, "rolled")

    def _look(self) -> None:
        page = self.reader.get("read what is imported", f"/careers/{self.slug}.json")
        if self.pay not in page.text.replace(",", ""):
            self.tally.fail("read what is imported", self.slug, page.began, f"it is without {self.pay}")

    def lost(self) -> list[str]:
        found = str(self._in_force())
        return [] if found == self.pay else [f"{self.slug}: {found} is in force, not {self.pay}"]

    def _in_force(self) -> int:
        ((_, _, value),) = self.stage.database.all(f"{OF_THE_NATION} AND occupation.slug = '{self.slug}'")
        return value

    def _file(self, pay: str) -> bytes:
        """A whole release, packed: all that was in force before goes out of force."""
        path, label = self.stage.folder / "newer.sqlite", f"May {FIRST_YEAR + self.turn}"
        if self.stage.is_full:
            self._change_the_official(label, pay)
            path = self.stage.folder / "oews.sqlite"
        else:
            path.unlink(missing_ok=True)
            edition = Release(label)
            edition.put(key_of(self.code), pay, names=("annual_mean",))
            edition.write_sqlite(path)
        return gzip.compress(path.read_bytes(), 1)

    def _change_the_official(self, label: str, pay: str) -> None:
        """The survey's own figures, said to be of another year."""
        year = label[-4:]
        with closing(oews_package.database(self.stage.folder)) as file, file:
            for name, value in {"release": label, "data_year": year, "release_code": f"{year}A01"}.items():
                file.execute("UPDATE meta SET value = ? WHERE name = ?", [value, name])
            file.execute("UPDATE cell SET v04 = ? WHERE key = ?", [pay, key_of(self.code)])
