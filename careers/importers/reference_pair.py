"""The two job titles of the reference page: a CSV sheet of facts, `careers/data/reference_pair.csv`.

Columns `job_title, figure, item, value, to`. `figure` is a topic of `StatedFact` (`to` ends a range);
`annual_mean`, `hourly_mean`, `employment` or `change_percent`; `education_share` (item: a degree),
`average_age`; `gender`, `race` or `lgbt` (item: the group, value: percent); `skill` (item: its name,
value: its rank); or `plural_title`, `closest_occupation` (a SOC code), `summary` (editors' own text,
written only where there is none). "-" says that the source gives the figure's name and no value.
"""

import csv
import json
import re
from collections import defaultdict
from decimal import Decimal

from careers.models import (
    AgeEstimate,
    Area,
    Attainment,
    DemographicShare,
    EducationShare,
    Industry,
    Missing,
    Occupation,
    OccupationText,
    Projection,
    Release,
    Skill,
    SkillRating,
    StatedFact,
    WageEstimate,
)

from . import base, inputs
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .companies import named
from .reference import free_slug, upsert_by_code

COLUMNS = ["job_title", "figure", "item", "value", "to"]
IDENTITY = {"plural_title", "closest_occupation", "summary"}
PAY = {"annual_mean", "hourly_mean", "employment"}
SHARES = set(DemographicShare.Characteristic.values)
TEXT_TOPICS = {topic.value for topic in StatedFact.Topic if topic.value.startswith(("best_paying", "common"))}
NUMBER_TOPICS = set(StatedFact.Topic.values) - TEXT_TOPICS
FIGURES = {"change_percent", "education_share", "average_age", "skill"}
FIGURES |= IDENTITY | PAY | SHARES | TEXT_TOPICS | NUMBER_TOPICS
BOUNDS = {"gender": 100, "race": 100, "lgbt": 100, "education_share": 100, "skill": 1000, "average_age": 120}
MAX_NUMBER = 99_999_999
LONGEST_TITLE = Occupation._meta.get_field("title").max_length
LONGEST_ITEM = DemographicShare._meta.get_field("category").max_length
LONGEST_VALUE = dict.fromkeys(TEXT_TOPICS, StatedFact._meta.get_field("text").max_length)
NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,3})?", re.ASCII)
WHOLE = {"annual_mean", "employment", "skill"}


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="reference-page",
        name="Reference comparison page",
        short_name="Reference page",
        publisher="A commercial career site",
        url="",
        licence="Facts only, none of its sentences",
        note="The page names neither its own sources nor a date, a place or a sample.",
        states_area=False,
    )
    patterns = ("reference_pair.csv", "*.csv")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        self.facts: dict[str, list[tuple[int, dict]]] = defaultdict(list)
        seen: dict[tuple[str, str, str], int] = {}
        line = 1
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.DictReader(file, strict=True)
                if reader.fieldnames != COLUMNS:
                    self._fail(1, f"the columns are {reader.fieldnames}, expected {COLUMNS}")
                for row in reader:
                    line = reader.line_num
                    self._check(line, row)
                    fact = (row["job_title"].strip(), row["figure"], row["item"].strip())
                    if fact in seen:
                        self._fail(line, f"line {seen[fact]} gives that figure too")
                    seen[fact] = line
                    self.facts[row["job_title"].strip()].append((line, row))
        except UnicodeDecodeError as error:
            line = inputs.undecodable_line(path)
            raise ImportFailure(
                f"it is not UTF-8 text ({error.reason}).", file=self.file, line=line
            ) from error
        except csv.Error as error:
            raise ImportFailure(f"{error}.", file=self.file, line=line + 1) from error
        return base.ReleaseInfo(label="undated copy", period_end=None)

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        nation = upsert_by_code(
            Area,
            "code",
            [
                {
                    "code": Area.NATION_CODE,
                    "kind": Area.Kind.NATION,
                    "name": "United States",
                    "slug": "united-states",
                }
            ],
        )[Area.NATION_CODE]
        industry = Industry.objects.filter(code=Industry.ALL_CODE).first() or Industry.objects.create(
            code=Industry.ALL_CODE, title="All industries", slug="all-industries", level=Industry.Level.ALL
        )
        occupations = {title: self._save_occupation(title) for title in self.facts}
        outcome = Outcome()
        for model, key, values, rows in (
            self._pay(occupations, nation, industry.pk),
            self._growth(occupations),
            self._education(occupations),
            self._ages(occupations),
            self._shares(occupations),
            self._skills(occupations),
            self._statements(occupations, release),
        ):
            outcome += write_figures(model, release, key, values, rows)
        progress(len(self.facts), len(self.facts))
        return outcome

    # --- reading -------------------------------------------------------------------------------

    def _check(self, line: int, row: dict) -> None:
        if None in row or None in row.values():
            self._fail(line, f"a line has {len(COLUMNS)} columns")
        if any("\0" in text for text in row.values()):
            self._fail(line, "there is a NUL character")
        if row["figure"] not in FIGURES:
            self._fail(line, f"there is no figure {row['figure']!r}")
        if not row["job_title"].strip() or not row["value"].strip():
            self._fail(line, "a job title and a value are needed ('-' for a value that is not given)")
        self._check_lengths(line, row)
        if row["figure"] == "education_share" and row["item"] not in Attainment.values:
            self._fail(line, f"there is no degree {row['item']!r}; there are {', '.join(Attainment.values)}")
        if row["figure"] in SHARES | {"skill"} and not row["item"].strip():
            self._fail(line, "an item is needed")
        if row["figure"] not in IDENTITY | TEXT_TOPICS:
            low, high = (self._number(line, row[column], row["figure"]) for column in ("value", "to"))
            if row["figure"] in WHOLE and (low is None or low < 1 or "." in row["value"]):
                self._fail(line, f"{row['value']!r} is not a whole number from 1 up")
            if low is not None and high is not None and low > high:
                self._fail(line, f"the range {low} to {high} runs backwards")

    def _check_lengths(self, line: int, row: dict) -> None:
        """SQLite keeps a text of any length, and PostgreSQL refuses a long one without saying which."""
        limits = {"job_title": LONGEST_TITLE, "item": LONGEST_ITEM}
        if row["figure"] != "summary":
            limits["value"] = LONGEST_VALUE.get(row["figure"], LONGEST_TITLE)
        for column, limit in limits.items():
            if len(row[column]) > limit:
                self._fail(line, f"the {column} has {len(row[column]):,} characters, at most {limit} fit")

    def _number(self, line: int, text: str, figure: str) -> Decimal | None:
        if text.strip() in {"", "-"}:
            return None
        if not NUMBER.fullmatch(text.strip()):
            self._fail(line, f"{text!r} is not a number")
        number = Decimal(text.strip())
        limit = BOUNDS.get(figure, MAX_NUMBER)
        if abs(number) > limit or (number < 0 and figure in BOUNDS):
            self._fail(line, f"{text} is out of bounds (at most {limit:,})")
        return number

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.file, line=line)

    # --- writing -------------------------------------------------------------------------------

    def _save_occupation(self, title: str) -> Occupation:
        given = {row["figure"]: row["value"] for _, row in self.facts[title] if row["figure"] in IDENTITY}
        closest = Occupation.objects.filter(soc_code=given.get("closest_occupation")).first()
        taken = set(Occupation.objects.values_list("slug", flat=True))
        existing = Occupation.objects.filter(title=title, level=Occupation.Level.JOB_TITLE).first()
        occupation = existing or Occupation.objects.create(
            title=title,
            plural_title=given.get("plural_title", ""),
            slug=free_slug(title, "job-title", taken),
            level=Occupation.Level.JOB_TITLE,
            closest_occupation=closest,
            major_group=closest.major_group if closest else None,
        )
        if "summary" in given:
            OccupationText.objects.get_or_create(
                occupation=occupation, defaults={"summary": given["summary"]}
            )
        return occupation

    def _of(self, occupations: dict[str, Occupation], figures: set[str]):
        for title, occupation in occupations.items():
            for line, row in self.facts[title]:
                if row["figure"] in figures:
                    yield occupation, line, row, _given(row["value"])

    def _pay(self, occupations, area_id: int, industry_id: int):
        values = (*WageEstimate.EXPLAINED, "missing")
        rows = []
        for occupation in occupations.values():
            given = {
                row["figure"]: value for of, _, row, value in self._of(occupations, PAY) if of == occupation
            }
            numbers = [given.get(name) for name in WageEstimate.EXPLAINED]
            rows.append((occupation.pk, area_id, industry_id, *numbers, _missing(WageEstimate, numbers)))
        return WageEstimate, ("occupation_id", "area_id", "industry_id"), values, rows

    def _growth(self, occupations):
        rows = []
        for occupation, _, _, value in self._of(occupations, {"change_percent"}):
            numbers = [value if name == "change_percent" else None for name in Projection.EXPLAINED]
            rows.append((occupation.pk, *numbers, _missing(Projection, numbers)))
        return Projection, ("occupation_id",), (*Projection.EXPLAINED, "missing"), rows

    def _education(self, occupations):
        rows = [
            (occupation.pk, row["item"], value, _missing(EducationShare, [value]))
            for occupation, _, row, value in self._of(occupations, {"education_share"})
        ]
        return EducationShare, ("occupation_id", "attainment"), ("percent", "missing"), rows

    def _ages(self, occupations):
        rows = [
            (occupation.pk, AgeEstimate.Statistic.MEAN.value, value, "", _missing(AgeEstimate, [value]))
            for occupation, _, _, value in self._of(occupations, {"average_age"})
        ]
        return AgeEstimate, ("occupation_id", "statistic"), ("years", "group_title", "missing"), rows

    def _shares(self, occupations):
        rows = [
            (
                occupation.pk,
                row["figure"],
                row["item"].strip(),
                line,
                value,
                "",
                _missing(DemographicShare, [value]),
            )
            for occupation, line, row, value in self._of(occupations, SHARES)
        ]
        values = ("position", "percent", "group_title", "missing")
        return DemographicShare, ("occupation_id", "characteristic", "category"), values, rows

    def _skills(self, occupations):
        taken = set(Skill.objects.values_list("slug", flat=True))
        rows = []
        for occupation, _, row, value in self._of(occupations, {"skill"}):
            name = row["item"].strip()
            skill = Skill.objects.filter(name=name, kind=Skill.Kind.NAMED).first() or Skill.objects.create(
                name=name, slug=free_slug(name, "skill", taken)
            )
            rows.append(
                (occupation.pk, skill.pk, int(value), None, None, _missing(SkillRating, [None, None]))
            )
        return SkillRating, ("occupation_id", "skill_id"), ("rank", "importance", "level", "missing"), rows

    def _statements(self, occupations, release: Release):
        rows = []
        for occupation, _, row, value in self._of(occupations, TEXT_TOPICS | NUMBER_TOPICS):
            is_text = row["figure"] in TEXT_TOPICS
            company = None
            if row["figure"] == StatedFact.Topic.BEST_PAYING_COMPANY and value:
                company = named(value, release)
            rows.append(
                (
                    occupation.pk,
                    row["figure"],
                    value or "" if is_text else "",
                    None if is_text else value,
                    None if is_text else _given(row["to"]),
                    company,
                    "{}" if value else json.dumps({"value": Missing.NOT_COLLECTED.value}),
                )
            )
        values = ("text", "low", "high", "company_id", "missing")
        return StatedFact, ("occupation_id", "topic"), values, rows


def _given(text: str) -> str | None:
    return None if text.strip() in {"", "-"} else text.strip()


def _missing(model, values: list) -> str:
    """The JSON text of reasons for a figure whose source names some numbers and not the others."""
    return json.dumps(
        {
            name: Missing.NOT_COLLECTED.value
            for name, value in sorted(zip(model.EXPLAINED, values, strict=True))
            if value is None
        }
    )
