"""O*NET: a database folder or zip of any release from 25.1 on, Excel or tab-delimited text.

A folder may hold some of the files only: then only what they give is touched. Each file gives figures
of its own, so files of different releases stand side by side, and of each the newest is in force.
How O*NET's occupations become the pay survey's is in `onet_rollup`.
"""

from dataclasses import replace

from careers.models import Release

from . import base, inputs, onet_names, onet_ratings
from .base import ImportFailure
from .bulk import Outcome
from .onet_releases import READ_ME, release_of
from .onet_rollup import RollUp

PARTS = (
    onet_names.Occupations,
    onet_names.AlternateTitles,
    onet_names.ReportedTitles,
    onet_ratings.Skills,
    onet_ratings.Knowledge,
    onet_ratings.Preparation,
    onet_ratings.JobZones,
    onet_ratings.Interests,
    onet_names.Technology,
    onet_names.Related,
    onet_names.Tasks,
)

ATTRIBUTION = (
    "Includes information from the O*NET {} Database by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA), used under the CC BY 4.0 license"
)


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="onet",
        name="O*NET Database",
        short_name="O*NET",
        publisher="U.S. Department of Labor, Employment and Training Administration",
        url="https://www.onetcenter.org/database.html",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        note="Rated by people in the occupation, experts and analysts, over several years; rolled up to "
        "the pay survey's occupations by the portal where O*NET has several.",
    )
    names_occupations = True
    patterns = (
        *(f"{part.name}.{ending}" for part in PARTS for ending in ("xlsx", "txt")),
        READ_ME,
    )

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        release = release_of(files)
        self.source = replace(self.source, attribution=ATTRIBUTION.format(release.label))
        self.parts = []
        for part in (kind() for kind in PARTS):
            if path := files.find(f"{part.name}.xlsx", f"{part.name}.txt"):
                part.open(path)
                self.warnings += part.warnings
                self.parts.append(part)
        if not self.parts:
            raise ImportFailure("it holds none of the files that are read, as Skills.xlsx or Skills.txt.")
        return release

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        roll_up, outcome = RollUp(), Outcome()
        for done, part in enumerate(self.parts, start=1):
            outcome += part.write(release, roll_up, self.rejections)
            progress(done, len(self.parts))
        self._attribute(release)
        return outcome

    def close(self) -> None:
        self.parts = []

    def _attribute(self, release: Release) -> None:
        """The licence's sentence names the newest release; one that an editor worded stays."""
        releases = release.source.releases
        worded = {ATTRIBUTION.format(label) for label in releases.values_list("label", flat=True)}
        if release.source.attribution in worded:
            newest = releases.order_by("-period_end").first()
            release.source.attribution = ATTRIBUTION.format(newest.label)
            release.source.save(update_fields=["attribution"])
