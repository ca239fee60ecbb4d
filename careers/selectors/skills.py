"""What an occupation asks to know and to be able to do, and what it is called: the skills page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.corrected import error_note, mark, own_error
from careers.models import (
    AlternateTitle,
    InterestRating,
    Occupation,
    OnetOccupation,
    Skill,
    SkillRating,
    TaskStatement,
    TechnologySkill,
)

from .cells import Cell, absent, build
from .related import Related, related_or_near

HOT, IN_DEMAND = gettext_lazy("Hot technology"), gettext_lazy("In demand")


@dataclass(frozen=True, slots=True)
class Rating:
    """A skill or a field of knowledge."""

    name: str
    importance: Cell
    level: Cell

    @property
    def cells(self) -> tuple[Cell, Cell]:
        return self.importance, self.level


@dataclass(frozen=True, slots=True)
class Technology:
    name: str
    category: str
    is_hot: bool
    is_in_demand: bool
    cell: Cell


@dataclass(frozen=True, slots=True)
class Words:
    """A task or a description in O*NET's words."""

    group: str  # the O*NET occupation it is one of, '' where there is but one
    is_core: bool
    cell: Cell


@dataclass(frozen=True, slots=True)
class Interest:
    name: str
    cell: Cell

    @property
    def cells(self) -> tuple[Cell]:
        return (self.cell,)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the twins: in which part of the page it stands, under which head, what it is about."""

    section: str
    group: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Skills:
    """All of the page; a part for which there are no figures is empty.

    Ratings come by importance, those without one last; technology in demand first, then hot.
    """

    skills: tuple[Rating, ...]
    knowledge: tuple[Rating, ...]
    named: tuple[Cell, ...]
    technology: tuple[Technology, ...]
    interests: tuple[Interest, ...]
    reported_titles: tuple[str, ...]
    alternate_titles: tuple[str, ...]
    titles: tuple[Cell, ...]
    descriptions: tuple[Words, ...]
    tasks: tuple[Words, ...]
    rolled_up: Cell | None
    related: Related

    @property
    def has_figures(self) -> bool:
        return any(entry.section not in {"related", "onet_occupations"} for entry in self.entries())

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for entry in self.entries() for cell in entry.cells)

    def entries(self) -> Iterator[Entry]:
        """Everything the page shows, in its order."""
        words = (
            Entry(section, one.group, "", (one.cell,))
            for section in ("descriptions", "tasks")
            for one in getattr(self, section)
        )
        rated = (
            Entry(section, "", one.name, one.cells)
            for section in ("skills", "knowledge", "interests")
            for one in getattr(self, section)
        )
        named = (Entry("named_skills", "", cell.text, (cell,)) for cell in self.named)
        technology = (Entry("technology", item.category, item.name, (item.cell,)) for item in self.technology)
        behind = (self.rolled_up,) if self.rolled_up else ()
        rest = (
            Entry(section, "", "", (cell,))
            for section, cells in (
                ("titles", self.titles),
                ("onet_occupations", behind),
                ("related", self.related.cells),
            )
            for cell in cells
        )
        return chain(words, rated, named, technology, rest)


def skills(occupation: Occupation) -> Skills:
    """Seven queries, whatever the occupation."""
    ratings = list(_current(SkillRating, occupation).select_related("skill").order_by("rank", "skill__name"))
    parts = list(_current(OnetOccupation, occupation).order_by("code"))
    group = {part.code: part.title for part in parts} if len(parts) > 1 else {}
    titles = list(_current(AlternateTitle, occupation).order_by("title"))
    return Skills(
        skills=rated(ratings, Skill.Kind.SKILL),
        knowledge=rated(ratings, Skill.Kind.KNOWLEDGE),
        named=tuple(_named(rating) for rating in ratings if rating.skill.kind == Skill.Kind.NAMED),
        technology=_technology(occupation),
        interests=_interests(occupation),
        reported_titles=_names(titles, AlternateTitle.Kind.REPORTED),
        alternate_titles=_names(titles, AlternateTitle.Kind.ALTERNATE),
        titles=_title_cells(titles),
        descriptions=tuple(
            Words(group.get(part.code, ""), True, _words("onet_description", part.description, part.release))
            for part in parts
            if part.description
        ),
        tasks=tuple(
            Words(
                group.get(task.onet_code, ""),
                task.is_core,
                _words("task", task.text, task.release, _("Core task.") if task.is_core else ""),
            )
            for task in _current(TaskStatement, occupation).order_by("-is_core", "onet_code", "task_id")
        ),
        rolled_up=_rolled_up(parts, occupation.soc_code, ratings),
        related=related_or_near(occupation),
    )


def _current(model, occupation: Occupation):
    return model.objects.current().filter(occupation=occupation).select_related("release__source")


def mean_of(parts: int) -> str:
    """How many O*NET occupations a rating is the mean of, in words; '' for one."""
    return _("Mean of {parts} O*NET occupations.").format(parts=parts) if parts > 1 else ""


def rated(ratings: Iterable[SkillRating], kind: str) -> tuple[Rating, ...]:
    """The skills or fields of knowledge, by importance; no queries."""
    found = [
        Rating(
            rating.skill.name,
            _rating(rating, f"{kind}_importance", "importance", "importance_se"),
            _rating(rating, f"{kind}_level", "level", "level_se"),
        )
        for rating in ratings
        if rating.skill.kind == kind
    ]
    return tuple(sorted(found, key=_by_importance))


def _by_importance(one: Rating) -> tuple:
    """Highest first, those without one last; of two alike the one that is needed at the higher level."""
    return one.importance.missing, -(one.importance.value or 0), -(one.level.value or 0)


def _rating(row, key: str, name: str, error: str = "") -> Cell:
    value, corrected = getattr(row, name), mark(row, name)
    if value is None:
        return absent(key, row.reason_for(name), row.release, corrected=corrected)
    return build(
        key,
        value,
        formatting.rating(value),
        row.release,
        note=" ".join(filter(None, (mean_of(row.parts), error and error_note(row, name, error)))),
        standard_error=own_error(row, name, error) if error else None,
        corrected=corrected,
    )


def _named(rating: SkillRating) -> Cell:
    note = _("In the order of the source, which rates none of them.")
    return build("named_skill", rating.skill.name, rating.skill.name, rating.release, note=note)


def _technology(occupation: Occupation) -> tuple[Technology, ...]:
    return tuple(
        Technology(
            item.name,
            item.category,
            item.is_hot,
            item.is_in_demand,
            build(
                "technology",
                item.name,
                item.name,
                item.release,
                note=". ".join(
                    str(said) for said, holds in ((IN_DEMAND, item.is_in_demand), (HOT, item.is_hot)) if holds
                ),
            ),
        )
        for item in _current(TechnologySkill, occupation).order_by("-is_in_demand", "-is_hot", "name")
    )


def _interests(occupation: Occupation) -> tuple[Interest, ...]:
    """The six in the order of the theory, in which neighbours are alike."""
    by_name = {row.interest: row for row in _current(InterestRating, occupation)}
    return tuple(
        Interest(InterestRating.Interest(name).label, _rating(by_name[name], "interest", "rating"))
        for name in InterestRating.Interest.values
        if name in by_name
    )


def _names(titles: Iterable[AlternateTitle], kind: str) -> tuple[str, ...]:
    return tuple(_with_short(title) for title in titles if title.kind == kind)


def _with_short(title: AlternateTitle) -> str:
    """The title with its short form, unless it says that itself: "Chief Executive Officer (CEO)"."""
    short = title.short_title
    return f"{title.title} ({short})" if short and short not in title.title else title.title


def _title_cells(titles: list[AlternateTitle]) -> tuple[Cell, ...]:
    cells = []
    for key, kind in (
        ("reported_titles", AlternateTitle.Kind.REPORTED),
        ("alternate_titles", AlternateTitle.Kind.ALTERNATE),
    ):
        names = _names(titles, kind)
        if names:
            release = next(title.release for title in titles if title.kind == kind)
            number = formatting.count(len(names))
            cells.append(build(key, names, _("{number} names").format(number=number), release))
    return tuple(cells)


def _words(key: str, text: str, release, note: str = "") -> Cell:
    return build(key, text, text, release, note=note)


def _rolled_up(parts: list[OnetOccupation], soc_code: str | None, ratings: list[SkillRating]) -> Cell | None:
    if not parts:
        return None
    names = tuple(f"{part.title} ({part.code})" for part in parts)
    note = _rule(parts, soc_code, max((rating.parts for rating in ratings), default=0))
    return build("rolled_up", names, "; ".join(names), parts[0].release, note=note)


def _rule(parts: list[OnetOccupation], soc_code: str | None, most: int) -> str:
    """Whose ratings stand for the occupation; `most` is how many a rating is the mean of at most."""
    if len(parts) == 1:
        return ""
    together = _("Titles, technology and tasks are those of all of them.")
    if not most:
        return together
    whole = next((part for part in parts if part.code == f"{soc_code}.00"), None)
    if most > 1:
        return _(
            "Ratings are the plain mean of those of them that are rated, at most {most}. {together}"
        ).format(most=most, together=together)
    if whole:
        return _("Ratings are those of {whole} ({code}), which is the whole of it. {together}").format(
            whole=whole.title, code=whole.code, together=together
        )
    return _("Ratings are those of the one of them that is rated. {together}").format(together=together)
