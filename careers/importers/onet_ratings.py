"""O*NET's numbers: skills and knowledge, what entry takes, job zones, interests."""

import json
from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from careers.models import (
    InterestRating,
    JobZone,
    Missing,
    PreparationShare,
    Release,
    Skill,
    SkillRating,
)

from .base import ImportFailure
from .onet_parts import Part, flag, number, whole, words
from .onet_rollup import NOT_GIVEN, Estimate, RollUp, mean
from .reference import free_slug

SCALES = {"IM": ("importance", 1, 5), "LV": ("level", 0, 7)}
# What the answers to each question number up to, and the element that asks it.
QUESTIONS = {
    "RL": (PreparationShare.Scale.EDUCATION, "2.D.1", 12),
    "RW": (PreparationShare.Scale.EXPERIENCE, "3.A.1", 11),
    "PT": (PreparationShare.Scale.ON_SITE_TRAINING, "3.A.2", 9),
    "OJ": (PreparationShare.Scale.ON_THE_JOB_TRAINING, "3.A.3", 9),
}
INTERESTS = {label: value for value, label in InterestRating.Interest.choices}


class _Ratings(Part):
    """Skills and knowledge: each element by its importance and level in each occupation."""

    columns = (
        "Element ID",
        "Element Name",
        "Scale ID",
        "Data Value",
        "Standard Error",
        "Recommend Suppress",
    )
    optional = ("Not Relevant",)
    is_even = True
    model = SkillRating
    key = ("occupation_id", "skill_id")
    values = ("rank", "importance", "importance_se", "level", "level_se", "parts", "missing")
    kind: Skill.Kind
    branches: tuple[str, ...]  # of O*NET's content model

    def __init__(self):
        super().__init__()
        self.names: dict[str, str] = {}
        self.skills: dict[str, int] = {}
        self.rated: dict[str, dict[str, dict[str, Estimate]]] = defaultdict(dict)

    def take(self, code: str, cells: list[str], line: int) -> bool:
        element, name, scale, *given = cells
        if not element.startswith(self.branches):
            raise ImportFailure(
                f"element {element!r} is no part of {self.name.lower()} ({' and '.join(self.branches)}…): "
                "it is another file under this name."
            )
        if scale not in SCALES:
            raise ImportFailure(f"{scale!r} is neither the scale IM nor LV.")
        self._learn(element, words(name, "element name", 120))
        self.once(code, element, scale, line=line)
        self.rated[code].setdefault(element, {})[scale] = _estimate(given, *SCALES[scale])
        return True

    def prepare(self, release: Release) -> None:
        """A skill is known by its element; its address stays when O*NET renames it."""
        known = {skill.element_id: skill for skill in Skill.objects.exclude(element_id=None)}
        by_hand = {skill.name: skill for skill in Skill.objects.filter(element_id=None, kind=self.kind)}
        newest = not release.source.releases.filter(period_end__gt=release.period_end).exists()
        taken = set(Skill.objects.values_list("slug", flat=True))
        for element, name in self.names.items():
            skill = known.get(element)
            if skill is None and (skill := by_hand.get(name)):
                skill.element_id = element
                skill.save(update_fields=["element_id"])
            elif skill is None:
                skill = Skill.objects.create(
                    name=name, kind=self.kind, element_id=element, slug=free_slug(name, self.kind, taken)
                )
            elif skill.name != name and newest:
                skill.name = name
                skill.save(update_fields=["name"])
            self.skills[element] = skill.pk

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.standing(self.rated):
            rated = {}
            for element in self.names:
                scales = [self.rated[code][element] for code in codes if element in self.rated[code]]
                if scales:
                    rated[element] = [mean(s.get(scale, NOT_GIVEN) for s in scales) for scale in SCALES]
            for rank, element in enumerate(sorted(rated, key=lambda e: self._place(e, rated[e][0])), 1):
                importance, level = rated[element]
                yield (
                    roll_up.ids[soc_code],
                    self.skills[element],
                    rank,
                    *importance[:2],
                    *level[:2],
                    max(importance.parts, level.parts),
                    _missing(importance=importance, level=level),
                )

    def _place(self, element: str, importance: Estimate) -> tuple:
        """The most important first, those whose importance is missing last; ties by name."""
        return -(importance.value or 0), self.names[element]

    def _learn(self, element: str, name: str) -> None:
        if self.names.setdefault(element, name) != name:
            raise ImportFailure(f"element {element} is {name!r} here and {self.names[element]!r} above.")
        if len(self.names) > len(set(self.names.values())):
            raise ImportFailure(f"{name!r} is the name of another element too.")


class Skills(_Ratings):
    name, kind, branches = "Skills", Skill.Kind.SKILL, ("2.A.", "2.B.")
    scope = Q(skill__kind=Skill.Kind.SKILL)


class Knowledge(_Ratings):
    name, kind, branches = "Knowledge", Skill.Kind.KNOWLEDGE, ("2.C.",)
    scope = Q(skill__kind=Skill.Kind.KNOWLEDGE)


class Preparation(Part):
    """The shares of an occupation's people who gave each answer on what entry takes."""

    name = "Education, Training, and Experience"
    columns = ("Element ID", "Scale ID", "Category", "Data Value", "Standard Error", "Recommend Suppress")
    is_even = True
    model = PreparationShare
    key = ("occupation_id", "scale", "category")
    values = ("percent", "standard_error", "parts", "missing")

    def __init__(self):
        super().__init__()
        self.shares: dict[str, dict[str, dict[int, Estimate]]] = {scale: {} for scale in QUESTIONS}

    def take(self, code: str, cells: list[str], line: int) -> bool:
        element, scale, category, *given = cells
        if not element.startswith(("2.D.", "3.A.")):
            raise ImportFailure(
                f"element {element!r} is no part of education, training and experience (2.D. and 3.A.…): "
                "it is another file under this name."
            )
        if scale not in QUESTIONS:
            return False  # how important a licence or an apprenticeship is
        _, question, answers = QUESTIONS[scale]
        if element != question:
            raise ImportFailure(f"element {element!r} is not rated on the scale {scale}; {question} is.")
        answer = whole(category, "category", 1, answers)
        self.once(code, scale, category, line=line)
        estimate = _estimate([*given, ""], "percent", 0, 100)
        self.shares[scale].setdefault(code, {})[answer] = estimate
        return True

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for scale, shares in self.shares.items():
            question, _, answers = QUESTIONS[scale]
            for soc_code, codes in roll_up.standing(shares):
                for answer in range(1, answers + 1):
                    given = [shares[code][answer] for code in codes if answer in shares[code]]
                    if given:
                        share = mean(given)
                        missing = _missing(percent=share)
                        key = (roll_up.ids[soc_code], question.value, answer)
                        yield (*key, share.value, share.error, share.parts, missing)


class JobZones(Part):
    name = "Job Zones"
    columns = ("Job Zone",)
    model = JobZone
    key = ("occupation_id",)
    values = ("lowest", "highest", "parts", "missing")

    def __init__(self):
        super().__init__()
        self.zones: dict[str, int] = {}

    def take(self, code: str, cells: list[str], line: int) -> bool:
        self.once(code, line=line)
        self.zones[code] = whole(cells[0], "job zone", 1, 5)
        return True

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.standing(self.zones):
            zones = [self.zones[code] for code in codes]
            yield (roll_up.ids[soc_code], min(zones), max(zones), len(zones), "{}")


class Interests(Part):
    name = "Interests"
    columns = ("Element ID", "Element Name", "Scale ID", "Data Value")
    is_even = True
    model = InterestRating
    key = ("occupation_id", "interest")
    values = ("rating", "parts", "missing")

    def __init__(self):
        super().__init__()
        self.ratings: dict[str, dict[str, Estimate]] = defaultdict(dict)

    def take(self, code: str, cells: list[str], line: int) -> bool:
        element, name, scale, value = cells
        if not element.startswith("1.B.1."):
            raise ImportFailure(
                f"element {element!r} is no interest (1.B.1.…): it is another file under this name."
            )
        if scale != "OI":
            return False  # which interests come first is read from the ratings themselves
        if name not in INTERESTS:
            raise ImportFailure(f"{name!r} is no known interest.")
        self.once(code, name, line=line)
        self.ratings[code][name] = _estimate([value, "", "", ""], "rating", 1, 7)
        return True

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.standing(self.ratings):
            for name, interest in INTERESTS.items():
                given = [self.ratings[code][name] for code in codes if name in self.ratings[code]]
                if given:
                    rating = mean(given)
                    missing = _missing(rating=rating)
                    yield (roll_up.ids[soc_code], interest, rating.value, rating.parts, missing)


def _estimate(given: list[str], name: str, low: int, high: int) -> Estimate:
    """From value, standard error, and the marks that it is advised against and not relevant."""
    value = number(given[0], name, low, high)
    error = number(given[1], "standard error", 0, 99)
    unreliable, irrelevant = flag(given[2], "recommend suppress"), flag(given[3], "not relevant")
    if irrelevant:
        return Estimate(reason=Missing.NOT_APPLICABLE.value)
    if unreliable:
        return Estimate(reason=Missing.UNRELIABLE.value)
    return NOT_GIVEN if value is None else Estimate(value, error)


def _missing(**estimates: Estimate) -> str:
    reasons = {name: estimate.reason for name, estimate in estimates.items() if estimate.value is None}
    return json.dumps(reasons, sort_keys=True)
