"""One run: who asks and who writes, for how long, and what is proved after it."""

import os
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from . import faults
from .editors import Editor
from .importing import Feed, Releases
from .readers import Library, Reader
from .stage import Stage
from .tally import Tally

READERS, EDITORS = 4, 2
ENDS_WITHIN = 900  # seconds, for what is under way
SHOWN = 40  # of what is wrong
LEAKED = 1.5  # times what a worker had when it was warm, and some MB more
ROOM = 60


@dataclass
class Outcome:
    tally: Tally
    wrong: list[str] = field(default_factory=list)  # what the run disproves
    told: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not self.wrong

    def __str__(self):
        verdict = ["Everything holds."] if self.is_good else ["WRONG:", *self.wrong[:SHOWN]]
        if (more := len(self.wrong) - SHOWN) > 0:
            verdict.append(f"and {more:,} more")
        return "\n\n".join([self.tally.table(), self._asked(), *self.told, "\n".join(verdict)])

    def _asked(self) -> str:
        """On what machine, how many were asked, and why some failed, also such as a fault explains."""
        failed = Counter(failure.what for failure in self.tally.failures)
        why = "".join(f"\n  {count:,} × {what}" for what, count in failed.most_common(SHOWN))
        asked = f"{self.tally.requests:,} requests, {self.tally.failed.total():,} failed"
        return f"{os.cpu_count()} cores: {asked}{why}"


class Run:
    def __init__(self, stage: Stage, first_editor: int = 1):
        self.stage, self.tally, self.is_over = stage, Tally(), threading.Event()
        library = Library(stage, self.tally)
        library.learn()
        self.readers = [Reader(library, seed, self.is_over) for seed in range(READERS)]
        self.editors = [
            Editor(stage, self.tally, first_editor + place, place, EDITORS, self.is_over)
            for place in range(EDITORS)
        ]
        for editor in self.editors:
            editor.begin()

    def loaded(self, seconds: float) -> Outcome:
        """Mixed load with imports and edits under way: nothing fails, and nothing is lost."""
        releases = Releases(self.stage, self.tally, self.is_over)
        releases.begin()
        feed = Feed(self.stage, self.tally, self.is_over)
        writers = [*self.editors, releases, feed]
        self._warm(seconds)
        before = self.stage.memory()
        self._play([*self.readers, *writers], seconds)
        outcome = Outcome(self.tally, [str(failure) for failure in self.tally.failures])
        outcome.wrong += [told for writer in writers for told in writer.lost()]
        imported = f"imports: {feed.turn} feeds, {releases.imported} releases, rolled {releases.rolled} times"
        outcome.told += [self._written(outcome), imported]
        outcome.told.append(self._remembered(before, outcome))
        return outcome

    def disturbed(self, seconds: float, apart: float = faults.APART) -> Outcome:
        """Workers are killed and the database is restarted: only what was under way fails."""
        trouble = faults.Faults(self.stage, self.is_over, apart)
        self._play([*self.readers, *self.editors, trouble], seconds)
        left = faults.blame(trouble.done, self.tally)
        outcome = Outcome(self.tally, [str(failure) for failure in left])
        outcome.wrong += [
            f"{fault.what}: back only after {fault.back_after:.1f} s"
            for fault in trouble.done
            if fault.back_after > faults.BACK_WITHIN
        ]
        outcome.wrong += [told for editor in self.editors for told in editor.lost()]
        outcome.told = [faults.table(trouble.done), self._written(outcome)]
        return outcome

    def _warm(self, seconds: float) -> None:
        """Each worker has made each kind of page once before its memory is looked at."""
        for reader in self.readers[: 1 if seconds < 60 else READERS]:
            for kind, known in reader.library.known.items():
                for each in known:
                    reader.read(kind, *each)

    def _play(self, threads: list[threading.Thread], seconds: float) -> None:
        end = time.monotonic() + seconds
        for thread in threads:
            thread.start()
        while time.monotonic() < end and all(thread.is_alive() for thread in threads):
            time.sleep(0.2)
        self.is_over.set()
        for thread in threads:
            thread.join(ENDS_WITHIN)

    def _written(self, outcome: Outcome) -> str:
        acknowledged = sum(editor.acknowledged for editor in self.editors)
        lost = sum("instead of" in told or "without" in told for told in outcome.wrong)
        refused = [told for editor in self.editors for told in editor.refused]
        said = f" ({refused[0]})" if refused else ""
        return (
            f"writes acknowledged: {acknowledged:,}, refused by the desk: {len(refused)}{said}, lost: {lost}"
        )

    def _remembered(self, before: dict[int, float], outcome: Outcome) -> str:
        after = self.stage.memory()
        if before.keys() != after.keys():
            outcome.wrong.append("A worker ended by itself.")
        for worker, had in before.items():
            if after.get(worker, 0) > had * LEAKED + ROOM:
                outcome.wrong.append(f"A worker had {had:.0f} MB, and has {after[worker]:.0f}.")
        told = ", ".join(f"{had:.0f} → {after.get(worker, 0):.0f} MB" for worker, had in before.items())
        return f"memory of the workers: {told}"
