"""Companies listed in the S&P 500: a CSV file, one line per share, columns as the publisher names them.

Gives the company, the SEC's number of it (CIK), its ticker symbols, and as a directory entry its GICS
sector and sub-industry, headquarters and year of founding. Two shares of one company are one company
with two symbols. A company is matched by CIK, then by its names (`careers.employers.key`); one that is
known is never changed. A name with its legal form is kept as a legal name, one without (“Humana”) as a
trade name. Headquarters in the United States get their area (`careers.localities`); two cities get none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from careers.employers import key
from careers.localities import locate
from careers.models import Area, Company, CompanyIdentifier, CompanyListing, CompanyName, Release

from . import base, inputs, objects
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .companies import LONGEST_NAME, KnownCompanies
from .csv_files import CsvTable

COLUMNS = (
    "Symbol", "Security", "GICS Sector", "GICS Sub-Industry", "Headquarters Location", "Date added", "CIK",
    "Founded",
)  # fmt: skip
SECTORS = {
    "Communication Services", "Consumer Discretionary", "Consumer Staples", "Energy", "Financials",
    "Health Care", "Industrials", "Information Technology", "Materials", "Real Estate", "Utilities",
}  # fmt: skip
LIMITS = {
    name: CompanyListing._meta.get_field(name).max_length
    for name in ("sub_industry", "headquarters", "founded")
}
SYMBOL = re.compile(r"[A-Z]{1,5}([.-][A-Z]{1,2})?")
NUMBER = re.compile(r"0{0,9}[1-9][0-9]{0,9}", re.ASCII)  # of a company, as the SEC gives it
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
BRACKET = re.compile(r"(.+?) \(([^()]+)\)")
FOOTNOTE = re.compile(r"\[[0-9a-z]{1,3}\]")
NONE = {"none", "n/a", "-", "–"}  # in place of headquarters
MIN_COMPANIES = 450
LEGAL_FORM = re.compile(r"\b(Inc|Incorporated|Corp|Corporation|Company|Co|plc|Ltd|Limited)\.?$")
LEGAL, TRADE = CompanyName.Kind.LEGAL, CompanyName.Kind.TRADE
CIK, TICKER = CompanyIdentifier.Scheme.CIK, CompanyIdentifier.Scheme.TICKER


@dataclass(slots=True)
class Entry:
    """What the list says of one company, and the line that says it first."""

    line: int
    name: str
    cik: str
    facts: tuple[str, str, str, str]  # sector, sub-industry, headquarters, founded
    symbols: list[str]


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="sp500",
        name="Companies listed in the S&P 500",
        short_name="S&P 500 list",
        publisher="datasets/s-and-p-500-companies, an open listing",
        url="https://github.com/datasets/s-and-p-500-companies",
        licence="Public domain (ODC-PDDL-1.0)",
        licence_url="https://opendatacommons.org/licenses/pddl/1-0/",
        note="Large companies whose shares are traded in the United States: it says nothing of pay, and "
        "most employers are not in it.",
    )
    patterns = ("constituents.csv", "*.csv")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        self.entries: dict[str, Entry] = {}
        self.symbols: dict[str, int] = {}  # line of each
        latest = date.min
        for line, cells in CsvTable(path).rows(COLUMNS):
            symbol, name, sector, sub_industry, headquarters, added, cik, founded = map(str.strip, cells)
            self._check(line, symbol, name, sector, cik)
            headquarters = "" if headquarters.lower() in NONE else FOOTNOTE.sub("", headquarters)
            self._check_lengths(line, sub_industry=sub_industry, headquarters=headquarters, founded=founded)
            latest = max(latest, self._day(line, added))
            facts = (sector, sub_industry, headquarters, founded)
            self._keep(Entry(line, company_name(name), cik.lstrip("0"), facts, [symbol]))
        if len(self.entries) < MIN_COMPANIES:
            raise ImportFailure(
                f"it has {len(self.entries)} companies where the list has about 500: it looks truncated. "
                "Fetch it again.",
                file=self.file,
            )
        return base.ReleaseInfo(label=f"as of {latest.isoformat()}", period_end=latest)

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        known = KnownCompanies()
        identifiers = {
            (scheme, value): company
            for scheme, value, company in CompanyIdentifier.objects.values_list("scheme", "value", "company")
        }
        entries = list(self._usable(known, identifiers))
        known.add(entry.name for entry in entries if not self._company(entry, known, identifiers))
        companies = {entry.cik: self._company(entry, known, identifiers) for entry in entries}
        kinds = {entry.name: LEGAL if LEGAL_FORM.search(entry.name) else TRADE for entry in entries}
        known.name({entry.name: companies[entry.cik] for entry in entries}, kinds, release)
        self._add_identifiers(entries, companies, identifiers)
        areas = dict(Area.objects.values_list("code", "pk"))
        rows = []
        for entry in entries:
            sector, sub_industry, headquarters, founded = entry.facts
            area = areas.get(headquarters_area(headquarters))
            rows.append((companies[entry.cik], sector, sub_industry, headquarters, area, founded))
        progress(len(rows), len(rows))
        values = ("sector", "sub_industry", "headquarters", "headquarters_area_id", "founded")
        return write_figures(CompanyListing, release, ("company_id",), values, rows)

    # --- reading -------------------------------------------------------------------------------

    def _check(self, line: int, symbol: str, name: str, sector: str, cik: str) -> None:
        if not SYMBOL.fullmatch(symbol):
            self._fail(line, f"{symbol[:20]!r} is no ticker symbol, such as MMM or BRK.B")
        if symbol in self.symbols:
            self._fail(line, f"the symbol {symbol} stands in line {self.symbols[symbol]} too: leave one")
        self.symbols[symbol] = line
        if not 0 < len(name) <= LONGEST_NAME:
            self._fail(line, f"the name (Security) is empty or longer than {LONGEST_NAME} characters")
        if sector not in SECTORS:
            self._fail(line, f"{sector[:40]!r} is no GICS sector; there are {', '.join(sorted(SECTORS))}")
        if not NUMBER.fullmatch(cik):
            self._fail(line, f"{cik[:20]!r} is no CIK, a number of up to ten digits: look it up at the SEC")

    def _check_lengths(self, line: int, **texts: str) -> None:
        """SQLite keeps a text of any length, and PostgreSQL refuses a long one without saying which."""
        for name, text in texts.items():
            if len(text) > LIMITS[name]:
                self._fail(
                    line,
                    f"{name.replace('_', ' ')} has {len(text):,} characters, at most {LIMITS[name]} fit",
                )

    def _day(self, line: int, text: str) -> date:
        try:
            return date(*map(int, DAY.fullmatch(text).groups()))
        except (AttributeError, ValueError):
            return self._fail(line, f"{text[:20]!r} is no date (Date added), such as 1957-03-04")

    def _keep(self, entry: Entry) -> None:
        first = self.entries.setdefault(entry.cik, entry)
        if first is entry:
            return
        if (first.name, first.facts) != (entry.name, entry.facts):
            self._fail(
                entry.line,
                f"line {first.line} says otherwise of the same company (CIK {entry.cik}): make them agree",
            )
        first.symbols += entry.symbols

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.file, line=line)

    # --- writing -------------------------------------------------------------------------------

    def _company(self, entry: Entry, known: KnownCompanies, identifiers: dict) -> int | None:
        return identifiers.get((CIK, entry.cik)) or known.find(entry.name)

    def _usable(self, known: KnownCompanies, identifiers: dict) -> Iterator[Entry]:
        """The entries, without those that would make two companies one."""
        holders = {company: value for (scheme, value), company in identifiers.items() if scheme == CIK}
        claimed: dict[object, str] = {}
        for entry in self.entries.values():
            held = entry.cik
            if (CIK, entry.cik) not in identifiers:
                company = known.find(entry.name)
                held = holders.get(company) or claimed.setdefault(company or key(entry.name), entry.cik)
            if held == entry.cik:
                yield entry
            else:
                self.rejections.add(
                    entry.line,
                    f"the company called {entry.name!r} has the CIK {held}, here {entry.cik}: correct one",
                )

    def _add_identifiers(self, entries: list[Entry], companies: dict, identifiers: dict) -> None:
        new = []
        for entry in entries:
            company = companies[entry.cik]
            for scheme, value in ((CIK, entry.cik), *((TICKER, symbol) for symbol in entry.symbols)):
                holder = identifiers.setdefault((scheme, value), None)
                if holder is None:
                    new.append(CompanyIdentifier(company_id=company, scheme=scheme, value=value))
                elif holder != company:
                    self.warnings.append(
                        f"The ticker symbol {value} belongs to {Company.objects.get(pk=holder).name}, "
                        f"the list gives it to {entry.name}: correct it in the admin."
                    )
        objects.create(new)


def company_name(security: str) -> str:
    """A company's name by that of its share: “Fox Corporation (Class A)”, “Lilly (Eli)”, “Hartford (The)”."""
    if not (parts := BRACKET.fullmatch(security)):
        return security
    name, within = parts.groups()
    return name if within.startswith("Class ") else f"{within} {name}"


def headquarters_area(headquarters: str) -> str:
    """The area code of “City, State” or “So-and-so County, State”; '' elsewhere and of two cities."""
    city, _, state = headquarters.rpartition(", ")
    if not city or ";" in headquarters:
        return ""
    return locate(city, state, city if city.endswith(" County") else "")
