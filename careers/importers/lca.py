"""What employers offer, by the Labor Condition Applications that they file for foreign workers.

The Department of Labor's disclosure files of any fiscal year, CSV or workbook. The rules, all of them:

- One certified application is one offer, also where it is for several workers; one that was certified and
  later withdrawn counts, one that was denied does not. Classes of visa are not told apart.
- Full-time offers alone; part-time ones are counted in the receipt.
- Pay is the lower end of the range offered, in US dollars a year: by the year × 1, the month × 12, two
  weeks × 26, the week × 52, the hour × 2,080.
- A yearly amount outside $15,080 (the federal minimum wage) to $20,000,000 is rejected as a slip, and so is
  one by the hour, week, two weeks or month that comes to more than $1,000,000 a year: such an amount is a
  yearly one with the wrong unit.
- A code of SOC 2010, as files up to about FY2020 have them, counts as the one of SOC 2018 that it went into
  whole (`soc.FORMER_CODES`); both are told in the receipt.
- An offer whose SOC code no occupation here stands for is counted in the receipt. One whose place is not
  known counts for the nation alone.
- Spellings of one name are one employer by `careers.employers`. An employer with five full-time offers in
  the file or more becomes a company; names that may be several employers' are left out; both are counted.
- Pay of a company in an occupation is shown from five offers on. For the nation fewer are counted without
  pay; for states and metropolitan areas they are not listed.

A file whose codes are all of one major group is a release of its own, which replaces that group alone.
"""

import json
from collections import Counter, defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from statistics import mean, median

from django.db.models import Q

from careers import localities
from careers.models import Area, EmployerPay, Missing, Release
from careers.models.offers import MIN_OFFERS

from . import base, inputs, lca_files, soc
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .lca_companies import Companies, companies
from .lca_offers import Offer, Passed, offers

# Short names of the SOC major groups, for the label of a file that holds one alone.
GROUPS = {
    "11": "management", "13": "business and finance", "15": "computer and mathematical",
    "17": "architecture and engineering", "19": "science", "21": "community and social service",
    "23": "legal", "25": "education", "27": "arts and media", "29": "healthcare practitioners",
    "31": "healthcare support", "33": "protective service", "35": "food preparation",
    "37": "cleaning and grounds", "39": "personal care", "41": "sales", "43": "office support",
    "45": "farming", "47": "construction", "49": "installation and repair", "51": "production",
    "53": "transportation", "55": "military",
}  # fmt: skip
QUARTER_ENDS = {1: (12, 31), 2: (3, 31), 3: (6, 30), 4: (9, 30)}
# A quarter with a smaller share of the file is not one it covers: decisions changed since.
MIN_SHARE_OF_QUARTER = 0.01
MAX_SHARE_OF_SLIPS = 0.05
NAMED = 10  # of what a warning lists


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="dol-lca",
        name="Labor Condition Application disclosures",
        short_name="DOL LCA",
        publisher="U.S. Department of Labor, Office of Foreign Labor Certification",
        url="https://www.dol.gov/agencies/eta/foreign-labor/performance",
        licence="Public domain",
        note="Visa-filing offers: certified full-time offers to foreign workers, not what all staff earn. "
        "One application is one offer, at the lower end of its range, by the year (hour × 2,080, week × 52, "
        "two weeks × 26, month × 12). No pay is shown under five offers.",
    )
    patterns = ("*LCA*.csv", "*lca*.csv", "*LCA*.xlsx", "*lca*.xlsx", "*.csv", "*.xlsx")
    # Counted here by rows; the figures that come of them are fewer.
    max_rejected_share = 1

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        has, rows = lca_files.read(path)
        passed = Passed()
        self.offers = list(offers(rows, self.rejections, passed))
        self._check(passed)
        if "status" not in has:
            self.warnings.append("The file does not say which were certified; all were taken as certified.")
        if passed.not_certified:
            self.warnings.append(f"Not certified, passed over: {passed.not_certified:,}.")
        if passed.part_time:
            self.warnings.append(f"Part-time offers, passed over: {passed.part_time:,}.")
        if former := +passed.former_codes:
            self.warnings.append(
                f"Offers under codes of SOC 2010, counted under those of 2018: {former.total():,}. "
                + _listed([f"{code} as {soc.FORMER_CODES[code]} ({n:,})" for code, n in former.most_common()])
            )
        groups = {offer.soc_code[:2] for offer in self.offers}
        self.group = groups.pop() if len(groups) == 1 else ""
        label, period_end = self._period(passed.quarters)
        if self.group:
            label += f", {GROUPS.get(self.group, f'SOC {self.group}')}"
        return base.ReleaseInfo(label=label, period_end=period_end)

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        known = self._in_known_occupations()
        found = companies((offer for offer, _ in known), release)
        self._tell(found)
        rows = self._figures(known, found.by_key)
        if not rows:
            raise ImportFailure(f"no employer in it has {MIN_OFFERS} full-time offers.", file=self.file)
        return write_figures(
            EmployerPay, release, ("company_id", "occupation_id", "area_id"),
            ("offers", "median", "mean", "lowest", "highest", "missing"),
            base.count_through(iter(rows), progress, len(rows)),
            scope=Q(occupation__soc_code__startswith=f"{self.group}-") if self.group else None,
        )  # fmt: skip

    def _check(self, passed: Passed) -> None:
        if not passed.rows:
            raise ImportFailure("it has headings and nothing below them.", file=self.file)
        if self.rejections.count > MAX_SHARE_OF_SLIPS * passed.rows:
            first = self.rejections.listed[0]
            raise ImportFailure(
                f"{self.rejections.count:,} of {passed.rows:,} rows cannot be used; the first: "
                f"{first['reason']}. So many mean a wrong or damaged file.",
                file=self.file,
                line=first["line"],
            )
        if not self.offers:
            raise ImportFailure("it has no certified full-time offer.", file=self.file)

    def _period(self, quarters: Counter) -> tuple[str, date]:
        """“FY2025 Q2”, “FY2025 Q1–Q3” or “FY2025”, and its last day."""
        covered = sorted(
            quarter
            for quarter, offers in quarters.items()
            if offers >= MIN_SHARE_OF_QUARTER * quarters.total()
        )
        (year, first), (last_year, last) = covered[0], covered[-1]
        if year != last_year:
            raise ImportFailure(
                f"its decisions are of fiscal years {year} to {last_year}. Take a file of one fiscal year.",
                file=self.file,
            )
        month, day = QUARTER_ENDS[last]
        quarters_named = f"Q{first}" if first == last else f"Q{first}–Q{last}"
        label = f"FY{year}" if (first, last) == (1, 4) else f"FY{year} {quarters_named}"
        return label, date(year - (last == 1), month, day)

    def _in_known_occupations(self) -> list[tuple[Offer, int]]:
        """Each offer with its occupation; those of codes that none stands for are told of."""
        occupations = soc.detailed_occupations()
        if not occupations:
            raise ImportFailure(
                "there are no occupations yet. Import a pay survey first: import_source oews."
            )
        covering = {
            code: occupations.get(soc.covering(code, occupations) or "")
            for code in {offer.soc_code for offer in self.offers}
        }
        unknown = Counter(offer.soc_code for offer in self.offers if covering[offer.soc_code] is None)
        if unknown:
            self.warnings.append(
                f"Offers of a code that no occupation here stands for: {unknown.total():,}. "
                + _listed([f"{code} ({count:,})" for code, count in unknown.most_common()])
            )
        return [(offer, covering[offer.soc_code]) for offer in self.offers if covering[offer.soc_code]]

    def _tell(self, found: Companies) -> None:
        if found.added:
            self.warnings.append(f"Companies added: {found.added:,}.")
        if found.few:
            in_all = sum(employer.offers for employer in found.few)
            self.warnings.append(
                f"Employers with fewer than {MIN_OFFERS} full-time offers, no companies here: "
                f"{len(found.few):,} with {in_all:,} offers."
            )
        if found.unclear:
            names = [f"{employer.name} ({employer.offers})" for employer in found.unclear]
            self.warnings.append(
                f"Names that may be several employers', left out: {len(names):,}. To join one, add it to a "
                f"company as its legal name: {_listed(names)}"
            )

    def _figures(self, known: list[tuple[Offer, int]], by_key: dict[str, int]) -> list[tuple]:
        areas = dict(Area.objects.exclude(kind=Area.Kind.NONMETRO).values_list("code", "pk"))
        located = cache(localities.locate)
        state_of = cache(localities.state_code)
        pay: dict[tuple[int, int, int], list[Decimal]] = defaultdict(list)
        nowhere = 0
        for offer, occupation in known:
            if (company := by_key.get(offer.key)) is None:
                continue
            places = (state_of(offer.state), located(offer.city, offer.state, offer.county))
            within = {areas[code] for code in places if code in areas}
            nowhere += not within
            for area in {areas[Area.NATION_CODE], *within}:
                pay[company, occupation, area].append(offer.pay)
        if nowhere:
            self.warnings.append(
                f"Offers of places not known here, counted for the nation alone: {nowhere:,}."
            )
        nation = areas[Area.NATION_CODE]
        return [
            (*key, len(amounts), *_summary(amounts))
            for key, amounts in sorted(pay.items())
            if key[2] == nation or len(amounts) >= MIN_OFFERS
        ]


def _summary(amounts: list[Decimal]) -> tuple:
    """Median, mean, lowest, highest in whole dollars, and why they are missing."""
    if len(amounts) < MIN_OFFERS:
        return (*[None] * 4, json.dumps(dict.fromkeys(sorted(EmployerPay.EXPLAINED), Missing.TOO_FEW.value)))
    found = (median(amounts), mean(amounts), min(amounts), max(amounts))
    return (*(int(amount.quantize(Decimal(1), ROUND_HALF_UP)) for amount in found), json.dumps({}))


def _listed(items: list[str]) -> str:
    more = f" and {len(items) - NAMED:,} more" if len(items) > NAMED else ""
    return f"{', '.join(items[:NAMED])}{more}."
