"""Editors: each writes a text of its own again and again, as a draft and for readers, and corrects figures.

What the desk acknowledged is looked for at once, by a reader who has a copy of the page before, and once more
in the database at the end. Of what failed nobody knows whether it was written: both are right.
"""

import threading
from dataclasses import dataclass, field

from .stage import NAME, PASSWORD, Stage
from .tally import Tally
from .visitor import Failed, Visitor, errors, filled

NOTHING = "nothing yet"
OF_THE_NATION = """
    SELECT wage.id, occupation.slug, wage.annual_mean::int
    FROM careers_wageestimate wage
    JOIN careers_occupation occupation ON occupation.id = wage.occupation_id
    JOIN careers_area area ON area.id = wage.area_id
    JOIN careers_industry industry ON industry.id = wage.industry_id
    WHERE wage.is_current AND area.code = '0000000' AND industry.code = '000000'
"""
CORRECTED = f"""
    {OF_THE_NATION} AND wage.annual_mean > 20000 AND occupation.soc_code NOT LIKE '%0'
    AND occupation.slug NOT IN ('lamplighters', 'registered-nurses') ORDER BY wage.id LIMIT 40
"""


@dataclass(eq=False)
class Writes:
    """Of one thing that is written again and again: what is in force, and what may be."""

    what: str
    acknowledged: int = 0
    last: str = NOTHING
    unsure: set[str] = field(default_factory=set)  # tried since, and not acknowledged

    def tried(self, value: str) -> None:
        self.unsure.add(value)

    def done(self, value: str) -> None:
        self.last, self.unsure = value, set()
        self.acknowledged += 1

    def may_be(self, found: str) -> bool:
        return found == self.last or found in self.unsure


class Editor(threading.Thread):
    def __init__(
        self, stage: Stage, tally: Tally, number: int, place: int, of: int, is_over: threading.Event
    ):
        """The editor in a place `of` so many, who each have figures of their own."""
        super().__init__(name=f"editor {number}", daemon=True)
        self.stage, self.tally, self.is_over = stage, tally, is_over
        self.desk, self.reader = Visitor(stage.address, tally), Visitor(stage.address, tally)
        self.slug, self.key = f"notes-{number}", 0
        # What readers see, and what the form shows: that, or a draft.
        self.live, self.written = Writes(f"{self.slug}, live"), Writes(f"{self.slug}, written")
        self.corrections: dict[str, Writes] = {}
        self.figures = stage.database.all(CORRECTED)[place::of]
        self.refused: list[str] = []
        self.turn, self.tag = 0, ""

    def begin(self) -> None:
        """The text is there before anything goes wrong."""
        self.desk.sign_in(NAME, PASSWORD)
        add = "/admin/careers/page/add/"
        form = filled(self.desk.get("form", add))
        told = {"title": self.slug.title(), "slug": self.slug, "body": NOTHING, "_publish": "1"}
        self.key = int(self.desk.post("publish", add, form | told).leads_to.rstrip("/").split("/")[-2])

    def run(self) -> None:
        while not self.is_over.is_set():
            self.turn += 1
            for step in (self.save, self.publish, self.correct):
                try:
                    step()
                except Failed:
                    self.is_over.wait(0.05)

    def save(self) -> None:
        self._write("save", "_continue", f"draft {self.turn}", self.written)
        found = self._form()["body"]
        if not self.written.may_be(found):
            self._wrong("save", f"the form shows {found!r} after {self.written.last!r}")

    def publish(self) -> None:
        self._write("publish", "_publish", f"text {self.turn}", self.written, self.live)
        self._read_what_is_live()

    def correct(self) -> None:
        """A figure, to a value that it never had; then its page must show it."""
        if not self.figures:
            return
        key, slug, value = self.figures[self.turn % len(self.figures)]
        corrected = str(value + self.turn)
        writes = self.corrections.setdefault(slug, Writes(f"the pay of {slug}", last=str(value)))
        path = f"/admin/careers/wageestimate/{key}/correct/"
        form = filled(self.desk.get("form", path))
        told = {"field": "annual_mean", "value": corrected, "missing": "", "confirm": "on"}
        writes.tried(corrected)
        told |= {"reason": f"Turn {self.turn}.", "evidence": "A letter."}
        answer = self.desk.post("correct", path, form | told, status=(200, 302))
        if answer.status == 200:  # an import came between: the desk says so, and to look again
            self.refused.append(errors(answer))
            return
        writes.done(corrected)
        page = self.reader.get("read what is corrected", f"/careers/{slug}.json")
        if corrected not in page.text.replace(",", ""):
            self._wrong("read what is corrected", f"{slug} is without {corrected}")

    def _form(self) -> dict[str, str]:
        return filled(self.desk.get("form", self._path))

    @property
    def _path(self) -> str:
        return f"/admin/careers/page/{self.key}/change/"

    def _write(self, kind: str, button: str, text: str, *writes: Writes) -> None:
        form = self._form()
        for each in writes:
            each.tried(text)
        self.desk.post(kind, self._path, form | {"body": text, button: "1"})
        for each in writes:
            each.done(text)

    def _read_what_is_live(self) -> None:
        """With the tag of the page before: it must not hold any more."""
        told = {"If_None_Match": self.tag} if self.tag else {}
        page = self.reader.get("read what is live", f"/about/{self.slug}/", status=(200, 304), **told)
        if page.status == 304:
            self._wrong("read what is live", "the former page is called the same")
        elif self.live.last not in page.text:
            self._wrong("read what is live", f"it is without {self.live.last!r}")
        self.tag = page.headers.get("etag", "")

    def lost(self) -> list[str]:
        """What of the acknowledged is not in the database, or not on the page, once all is over."""
        found = {self.live: self.stage.database.all(f"SELECT body FROM careers_page WHERE id = {self.key}")}
        for slug, writes in self.corrections.items():
            rows = self.stage.database.all(f"{OF_THE_NATION} AND occupation.slug = '{slug}'")
            found[writes] = [(str(value),) for _, _, value in rows]
        lost = [
            f"{writes.what}: {rows} instead of {writes.last}"
            for writes, rows in found.items()
            if len(rows) != 1 or not writes.may_be(rows[0][0])
        ]
        page = self.reader.get("read at the end", f"/about/{self.slug}/").text
        if not any(text in page for text in (self.live.last, *self.live.unsure)):
            lost.append(f"{self.live.what}: its page is without {self.live.last!r}")
        if not self.written.may_be(shown := self._form()["body"]):
            lost.append(f"{self.written.what}: the form shows {shown!r} instead of {self.written.last!r}")
        return lost

    @property
    def acknowledged(self) -> int:
        """Writes in all."""
        return self.written.acknowledged + sum(each.acknowledged for each in self.corrections.values())

    def _wrong(self, kind: str, what: str) -> None:
        self.tally.fail(kind, self.slug, self.tally.began, what)
