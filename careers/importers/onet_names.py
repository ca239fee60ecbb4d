"""O*NET's names and words: its own occupations, titles, tasks, technology, and what is related."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from careers.models import (
    AlternateTitle,
    OnetOccupation,
    RelatedOccupation,
    TaskStatement,
    TechnologySkill,
)

from . import base
from .base import ImportFailure
from .onet_parts import CODE_PATTERN, Part, flag, short_words, whole, words
from .onet_rollup import RollUp

TIERS = {
    "Primary-Short": RelatedOccupation.Tier.PRIMARY_SHORT.value,
    "Primary-Long": RelatedOccupation.Tier.PRIMARY_LONG.value,
    "Supplemental": RelatedOccupation.Tier.SUPPLEMENTAL.value,
}
TASK_TYPES = {"Core": True, "Supplemental": False, "": False}


class Occupations(Part):
    name = "Occupation Data"
    columns = ("Title", "Description")
    model = OnetOccupation
    key = ("occupation_id", "code")
    values = ("title", "description")

    def __init__(self):
        super().__init__()
        self.described: dict[str, tuple[str, str]] = {}

    def take(self, code: str, cells: list[str], line: int) -> bool:
        title, description = cells
        self.once(code, line=line)
        self.described[code] = words(title, "title", 200), words(description, "description")
        return True

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.groups(self.described):
            for code in codes:
                yield (roll_up.ids[soc_code], code, *self.described[code])


class _Titles(Part):
    """Other names. One that differs in capitals alone is the same; so is the occupation's own."""

    model = AlternateTitle
    key = ("occupation_id", "kind", "title")
    values = ("short_title",)
    kind: AlternateTitle.Kind

    def __init__(self):
        super().__init__()
        self.titles: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def take(self, code: str, cells: list[str], line: int) -> bool:
        title, short_title = cells
        short_title = short_words(short_title, "short title", 60)
        self.titles[code].append((words(title, "title", 200), short_title))
        return True

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.groups(self.titles):
            own = roll_up.titles[soc_code].casefold()
            kept: dict[str, tuple[str, str]] = {}
            for code in codes:
                for title, short_title in self.titles[code]:
                    first = kept.setdefault(title.casefold(), (title, short_title))
                    if short_title and not first[1]:
                        kept[title.casefold()] = first[0], short_title
            kept.pop(own, None)
            for title, short_title in kept.values():
                yield (roll_up.ids[soc_code], self.kind.value, title, short_title)


class AlternateTitles(_Titles):
    name, kind = "Alternate Titles", AlternateTitle.Kind.ALTERNATE
    columns, optional = ("Alternate Title",), ("Short Title",)
    scope = Q(kind=AlternateTitle.Kind.ALTERNATE)


class ReportedTitles(_Titles):
    name, kind = "Sample of Reported Titles", AlternateTitle.Kind.REPORTED
    columns = ("Reported Job Title",)
    scope = Q(kind=AlternateTitle.Kind.REPORTED)

    def take(self, code: str, cells: list[str], line: int) -> bool:
        return super().take(code, [*cells, ""], line)


class Technology(Part):
    name = "Technology Skills"
    columns, optional = ("Example", "Commodity Title", "Hot Technology"), ("In Demand",)
    model = TechnologySkill
    key = ("occupation_id", "name", "category")
    values = ("is_hot", "is_in_demand")

    def __init__(self):
        super().__init__()
        self.used: dict[str, list[tuple[str, str, bool, bool]]] = defaultdict(list)

    def take(self, code: str, cells: list[str], line: int) -> bool:
        name, category, is_hot, is_in_demand = cells
        named = words(name, "example", 200), words(category, "commodity title", 200)
        marks = flag(is_hot, "hot technology"), flag(is_in_demand, "in demand")
        self.used[code].append((*named, *marks))
        return True

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.groups(self.used):
            marks: dict[tuple[str, str], tuple[bool, bool]] = {}
            for name, category, is_hot, is_in_demand in (used for code in codes for used in self.used[code]):
                hot, in_demand = marks.get((name, category), (False, False))
                marks[name, category] = hot or is_hot, in_demand or is_in_demand
            for named, marked in marks.items():
                yield (roll_up.ids[soc_code], *named, *marked)


class Related(Part):
    name = "Related Occupations"
    columns = ("Related O*NET-SOC Code", "Relatedness Tier", "Index")
    is_even = True
    model = RelatedOccupation
    key = ("occupation_id", "related_id")
    values = ("tier", "rank")

    def __init__(self):
        super().__init__()
        self.pairs: dict[str, list[tuple[int, str, str, int]]] = defaultdict(list)

    def take(self, code: str, cells: list[str], line: int) -> bool:
        other, tier, rank = cells
        if not CODE_PATTERN.fullmatch(other):
            raise ImportFailure(f"{other!r} is not an O*NET-SOC code.")
        if tier not in TIERS:
            raise ImportFailure(f"{tier!r} is no known relatedness tier.")
        self.once(code, other, line=line)
        self.pairs[code].append((whole(rank, "index", 1, 1000), TIERS[tier], other, line))
        return True

    def reject(self, roll_up: RollUp, rejections: base.Rejections) -> None:
        super().reject(roll_up, rejections)
        for code, pairs in self.pairs.items():
            for _, _, other, line in pairs if roll_up.soc_code(code) else ():
                if not roll_up.soc_code(other):
                    rejections.add(line, f"{self.file}: no occupation of the pay survey covers {other}")

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.groups(self.pairs):
            found: dict[str, list[tuple[int, str]]] = defaultdict(list)
            for rank, tier, other, _ in (pair for code in codes for pair in self.pairs[code]):
                if (related := roll_up.soc_code(other)) not in (None, soc_code):
                    found[related].append((rank, tier))
            # The rank decides, and the tier goes with it: O*NET's tiers follow its ranks.
            order = sorted(found, key=lambda other: (min(found[other])[0], -len(found[other]), other))
            for rank, other in enumerate(order, start=1):
                yield (roll_up.ids[soc_code], roll_up.ids[other], min(found[other])[1], rank)


class Tasks(Part):
    name = "Task Statements"
    columns = ("Task ID", "Task", "Task Type")
    model = TaskStatement
    key = ("occupation_id", "onet_code", "task_id")
    values = ("is_core", "text")

    def __init__(self):
        super().__init__()
        self.tasks: dict[str, list[tuple[int, bool, str]]] = defaultdict(list)

    def take(self, code: str, cells: list[str], line: int) -> bool:
        number, text, kind = cells
        if kind not in TASK_TYPES:
            raise ImportFailure(f"{kind!r} is no known task type.")
        self.once(code, number, line=line)
        task = whole(number, "task ID", 1, 2_000_000_000), TASK_TYPES[kind], words(text, "task")
        self.tasks[code].append(task)
        return True

    def rows(self, roll_up: RollUp) -> Iterator[tuple]:
        for soc_code, codes in roll_up.groups(self.tasks):
            for code in codes:
                for task in self.tasks[code]:
                    yield (roll_up.ids[soc_code], code, *task)
