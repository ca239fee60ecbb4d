"""What the page on a move from one career to another shows; nationwide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.catalogue import FIGURES
from careers.corrected import computed
from careers.models import Occupation, Skill, SkillRating
from careers.models.outlook import EntryEducation, WorkExperience
from careers.selectors.attributions import Attribution, attributions
from careers.selectors.cells import Cell, Notes, build, notes
from careers.selectors.profile import RATED_KINDS, Profile, profiles
from careers.selectors.subpages import near_with
from comparisons.charts.move import LevelStep, level_step
from comparisons.engine.compare import Row, Section
from comparisons.engine.move import PayChange, Standing, Step, pay_change, schooling, steps
from comparisons.engine.significance import Verdict
from comparisons.prose import move as prose
from comparisons.prose import move_way

from .routes import Routes, described, learn_cell, measures_of, move_address, routes

KINDS = {
    Skill.Kind.SKILL.value: gettext_lazy("Skills"),
    Skill.Kind.KNOWLEDGE.value: gettext_lazy("Fields of knowledge"),
}
SAID = {
    Standing.LEARN: gettext_lazy("to learn"),
    Standing.SHARED: gettext_lazy("shared"),
    Standing.LEAVE: gettext_lazy("to leave behind"),
    Standing.UNTOLD: gettext_lazy("that cannot be told"),
}
NEAR = 3  # careers offered in place of one that is not rated


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of one kind: skills to learn, fields of knowledge to leave behind."""

    standing: Standing
    kind: str  # "skill" or "knowledge"
    title: str
    steps: tuple[Step, ...]

    @property
    def rows(self) -> tuple[tuple[Step, str, LevelStep], ...]:
        """Each with what it means beside its figures, and with the step in level as it is drawn."""
        return tuple(
            (step, prose.what_changes(self.standing, step), level_step(step.first.level, step.second.level))
            for step in self.steps
        )

    @property
    def notes(self) -> Notes:
        return notes(cell for step in self.steps for cell in step.cells)


@dataclass(frozen=True, slots=True)
class NamedLists:
    """Skills that a source only names; the cells of the second, except what is left behind."""

    shared: tuple[Cell, ...]
    learn: tuple[Cell, ...]
    left: tuple[Cell, ...]

    @property
    def source(self) -> Cell:
        """Any of them, for where they come from."""
        return (*self.shared, *self.learn, *self.left)[0]

    @property
    def parts(self) -> tuple[tuple[Standing, tuple[Cell, ...]], ...]:
        return (Standing.LEARN, self.learn), (Standing.SHARED, self.shared), (Standing.LEAVE, self.left)


@dataclass(frozen=True, slots=True)
class Move:
    first: Profile
    second: Profile
    title: str
    slug: str
    opening: tuple[str, ...]
    takes: Section
    figures: tuple[Cell, ...]  # the change in pay, the number of things to learn
    lists: tuple[Listed, ...]
    named: NamedLists | None
    not_rated: tuple[str, ...]
    instead: tuple[tuple[str, str], ...]  # title and address of moves between careers that are rated
    routes: Routes
    way: tuple[str, ...]  # what is said of the routes
    attributions: tuple[Attribution, ...]

    @property
    def sides(self) -> tuple[Profile, Profile]:
        return self.first, self.second

    @property
    def named_sentences(self) -> list[str]:
        shared, learn, left = (
            [cell.text for cell in cells] for cells in (self.named.shared, self.named.learn, self.named.left)
        )
        return prose.named_lists(self.first, self.second, shared, learn, left)

    def lists_of(self, where: Standing) -> tuple[Listed, ...]:
        return tuple(listed for listed in self.lists if listed.standing is where)


def move(first: Occupation, second: Occupation) -> Move:
    pair = first, second
    a, b = profiles(pair)
    change = pay_change(a, b)
    by_kind = {kind: steps(a.rated.get(kind, ()), b.rated.get(kind, ())) for kind in RATED_KINDS}
    lists = tuple(
        Listed(where, kind, f"{KINDS[kind]} {said}", by_kind[kind][where])
        for where, said in SAID.items()
        for kind in RATED_KINDS
        if where in by_kind[kind]
    )
    unrated = [
        (profile, occupation)
        for profile, occupation in zip((a, b), pair, strict=True)
        if not any(profile.rated.values())
    ]
    names = _named(pair) if any(not profile.cell("top_skills").missing for profile, __ in unrated) else {}
    named = _named_lists(names[a.slug], names[b.slug]) if a.slug in names and b.slug in names else None
    found = routes(a, b, (first.pk, second.pk))
    figures = (
        _change_cell(change),
        learn_cell(measures_of(a), measures_of(b), described(b)),
    )
    takes = Section("takes", _("What the move takes"), _takes(a, b, change))
    step = schooling(a.cell("entry_education"), b.cell("entry_education"), EntryEducation.labels)
    shown = [
        *(cell for row in takes.rows for cell in row.cells),
        *figures,
        *(cell for listed in lists for step_ in listed.steps for cell in step_.cells),
        *(cell for cells in names.values() for cell in cells),
        *found.cells,
    ]
    return Move(
        first=a,
        second=b,
        title=_("Moving from {plural} to {plural_2}").format(plural=a.plural, plural_2=b.plural),
        slug=f"{a.slug}-to-{b.slug}",
        opening=tuple(prose.opening(a, b, step, change, _together(by_kind))),
        takes=takes,
        figures=figures,
        lists=lists,
        named=named,
        not_rated=()
        if named
        else tuple(
            move_way.not_rated(
                [one for one, __ in unrated], [one for one, __ in unrated if one.slug in names]
            )
        ),
        instead=_instead(pair, [occupation for __, occupation in unrated]),
        routes=found,
        way=tuple(move_way.way(a, b, found.tier, len(found.found), are_of_both=found.are_of_both)),
        attributions=attributions(shown),
    )


def _together(by_kind: dict[str, dict[Standing, tuple[Step, ...]]]) -> dict[Standing, tuple[Step, ...]]:
    """Skills and fields of knowledge in one list each, by importance to the second."""
    return {
        where: tuple(
            sorted(
                (step for lists in by_kind.values() for step in lists.get(where, ())),
                key=lambda step: -(step.second.importance.value or 0),
            )
        )
        for where in {where for lists in by_kind.values() for where in lists}
    }


def _takes(first: Profile, second: Profile, change: PayChange) -> tuple[Row, ...]:
    def row(key: str, ladder: Sequence[str] = (), verdict: str = "") -> Row:
        a, b = first.cell(key), second.cell(key)
        step = schooling(a, b, ladder)
        if step is not None:
            verdict = (
                _("The same.")
                if not step
                else _("More is asked for.")
                if step > 0
                else _("Less is asked for.")
            )
        return Row(key, FIGURES[key].label, FIGURES[key].hint, (a, b), verdict)

    rows = (
        row("entry_education", EntryEducation.labels),
        row("work_experience", WorkExperience.labels),
        row("job_training"),
        row("time_to_become"),
        row(change.first.key, verdict=_pay_verdict(change)),
    )
    return tuple(taken for taken in rows if first.has(taken.key) or second.has(taken.key))


def _pay_verdict(change: PayChange) -> str:
    if change.verdict is Verdict.MISSING:
        return ""
    if change.verdict is Verdict.UNLIKE:
        return _("Not told: {why}.").format(why=change.why)
    if change.verdict is Verdict.SAME:
        return _("The same.") if change.amount == 0 else _("About the same: within the sampling error.")
    return prose.amount(change).capitalize() + "."


def _change_cell(change: PayChange) -> Cell:
    """The change in pay as a figure, with the source of the pay that the move leads to."""
    own = {
        "key": "pay_change",
        "label": FIGURES["pay_change"].label,
        "kind": FIGURES["pay_change"].kind,
        "rse": None,
    }
    if change.amount is None:
        missing = next((cell for cell in (change.first, change.second) if cell.missing), None)
        reason = missing.reason if missing else _("It cannot be told: {why}.").format(why=change.why)
        code = missing.reason_code if missing else "not_applicable"
        return replace(
            missing or change.second, **own, value=None, text="-", missing=True, at_least=False,
            reason=reason, reason_code=code, note="",
        )  # fmt: skip
    spread = prose.range_of(change)
    is_same = change.verdict is Verdict.SAME
    said = [
        _("About the same: the difference is within the sampling error.")
        if is_same and change.amount
        else "",
        _("90 percent range: {spread}.").format(spread=spread) if spread else "",
    ]
    return replace(
        change.second,
        **own,
        value=change.amount,
        text=prose.amount(change) if change.amount else "no change",
        at_least=change.is_least,
        standard_error=None if change.is_least else change.error,
        note=" ".join(filter(None, said)),
        corrected=computed([("pay before", change.first.corrected), ("pay after", change.second.corrected)]),
    )


def _named(pair: Sequence[Occupation]) -> dict[str, tuple[Cell, ...]]:
    """The skills that a source only names, by slug, in its order; one query."""
    rows = (
        SkillRating.objects.current()
        .filter(occupation__in=pair, skill__kind=Skill.Kind.NAMED)
        .select_related("skill", "release__source")
        .order_by("rank", "skill__name")
    )
    found: dict[int, list[Cell]] = {}
    for row in rows:
        cell = build("named_skill", row.skill.name, row.skill.name, row.release)
        found.setdefault(row.occupation_id, []).append(cell)
    return {occupation.slug: tuple(found[occupation.pk]) for occupation in pair if occupation.pk in found}


def _named_lists(first: tuple[Cell, ...], second: tuple[Cell, ...]) -> NamedLists:
    before, after = ({cell.value for cell in cells} for cells in (first, second))
    return NamedLists(
        shared=tuple(cell for cell in second if cell.value in before),
        learn=tuple(cell for cell in second if cell.value not in before),
        left=tuple(cell for cell in first if cell.value not in after),
    )


def _instead(
    pair: tuple[Occupation, Occupation], unrated: Sequence[Occupation]
) -> tuple[tuple[str, str], ...]:
    """Moves between the nearest official occupations that are rated; a query for each that is not."""
    if not unrated:
        return ()
    first, second = ([*near_with("skills", one)][:NEAR] if one in unrated else [one] for one in pair)
    return tuple(
        (_("{plural} to {plural_2}").format(plural=a.plural, plural_2=b.plural), move_address(a.slug, b.slug))
        for a in first
        for b in second
        if a != b
    )[:NEAR]
