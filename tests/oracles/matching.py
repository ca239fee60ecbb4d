"""How many matches by title are right: everyday titles labelled by hand, and what employers filed.

    manage.py shell -c "from tests.oracles.matching import main; main('LCA_FILE')"

prints the share of right matches by band of confidence. `careers.feeds.certainty` was fitted to one half of
each set; what counts is the other. A file of one major group knows no right match outside it, so that its
shares are low rather than high.
"""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from careers.feeds import matching
from careers.importers import soc
from careers.models import Occupation

BANDS = (90, 75, 60, 50, 0)  # the last is what was not matched
EVERYDAY = Path(__file__).resolve().parents[1] / "careers/feeds/everyday_titles.csv"
SEED = 6


class Known(NamedTuple):
    """A title, how many offers have it, and which share of them each SOC code is right for."""

    title: str
    offers: int
    right: dict[str | None, float]


class Band(NamedTuple):
    titles: int
    offers: int
    right_titles: float  # a title that half of the offers have under the code counts half
    right_offers: float


def everyday(known: Collection[str]) -> tuple[list[Known], list[Known]]:
    """The half that the scale was fitted to, and the other. Any of the codes is right; without one, none."""
    with EVERYDAY.open(encoding="utf-8", newline="") as file:
        rows = [
            Known(row["title"], 1, {soc.covering(code, known): 1.0 for code in row["soc_codes"].split()})
            for row in csv.DictReader(file)
        ]
    return rows[0::2], rows[1::2]


def filed(path: Path, known: Collection[str]) -> tuple[list[Known], list[Known]]:
    """Likewise, of the titles in a disclosure file."""
    found: dict[str, Counter] = defaultdict(Counter)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if code := soc.covering(row["SOC_CODE"][:7], known):
                found[row["JOB_TITLE"]][code] += 1
    titles = sorted(title for title in found if title.strip())
    random.Random(SEED).shuffle(titles)
    rows = [
        Known(title, codes.total(), {code: count / codes.total() for code, count in codes.items()})
        for title in titles
        for codes in [found[title]]
    ]
    return rows[: len(rows) // 2], rows[len(rows) // 2 :]


def by_band(rows: Iterable[Known], match: Callable[[str], tuple[str | None, int]]) -> dict[int, Band]:
    """`match` gives the SOC code and the confidence of a title."""
    sums = {band: Band(0, 0, 0.0, 0.0) for band in BANDS}
    for row in rows:
        code, confidence = match(row.title)
        share = 0.0 if code is None else row.right.get(code, 0.0)
        band = next(band for band in BANDS if confidence >= band)
        added = (1, row.offers, share, share * row.offers)
        sums[band] = Band(*(a + b for a, b in zip(sums[band], added, strict=True)))
    return sums


def main(path: str) -> None:
    codes = dict(Occupation.objects.listed().values_list("pk", "soc_code"))
    vocabulary = matching.load_vocabulary()

    def match(title):
        found = matching.match(title, vocabulary)
        return codes.get(found.occupation_id), found.confidence

    known = {code for code in codes.values() if code}
    for name, halves in (("everyday", everyday(known)), ("filed", filed(Path(path), known))):
        for half, rows in zip(("fitted to", "held out"), halves, strict=True):
            print(f"{name}, {half}:")
            for band, sums in by_band(rows, match).items():
                if not sums.titles:
                    continue
                by_title, by_offer = sums.right_titles / sums.titles, sums.right_offers / sums.offers
                label = f"from {band}" if band else "unmatched"
                right = f"right {by_title:.0%} by title, {by_offer:.0%} by offer" if band else ""
                print(f"  {label:9} {sums.titles:5,} titles {sums.offers:6,} offers  {right}".rstrip())
