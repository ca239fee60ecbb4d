"""Sheets of figures: what is changed in one becomes a correction, with reason and source, or is refused.

The rows are those of the list, as it is taken out. No sheet adds a figure: figures come with imports.
"""

from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.corrected import MISSING, in_words, label, value_of
from careers.desk import corrections
from careers.desk.values import as_text, question
from careers.models import Figure, Missing

from .cells import same
from .export import columns, harmless
from .reading import plain

REASON, EVIDENCE, LINK = WHY = ("reason", "evidence", "evidence_url")
UNKNOWN = _("No such figure is in force: figures come with imports, a sheet only corrects them.")
NOT_A_VALUE = _("No sheet corrects it: leave it as it is (“{}”).")
EMPTY = _("Write the right value, or why there is none: {}.")
UNSURE = _("{} Tick “Changes of more than half are right”, or set the value right.")


@dataclass(frozen=True, slots=True)
class Given:
    """What is said once for all rows that say nothing of it themselves."""

    reason: str = ""
    evidence: str = ""
    evidence_url: str = ""
    is_sure: bool = False


class FigureSheet:
    """A sheet of one kind of figures, handed in by somebody who may correct them."""

    def __init__(self, model: type[Figure], user, given: Given, log):
        self.model, self.user, self.given, self.log = model, user, given, log
        names = {field.attname: field.name for field in model._meta.concrete_fields}
        of_key = [names[name] for name in corrections.key_of(model())]
        # By title, where the ORM finds it.
        self.shown = dict(columns(model))
        self.key = [title for title in self.shown if title in of_key]
        self.values = [title for title in self.shown if title in corrections.correctable(model)]

    @property
    def titles(self) -> list[str]:
        return [*self.key, *self.values, *WHY]

    @property
    def shown_only(self) -> dict[str, str]:
        return {title: source for title, source in self.shown.items() if title not in self.titles}

    def bring_in(self, dataset, is_trial: bool) -> tuple[list[tuple], str]:
        """What is wrong by row and, where nothing is, what became of the rows; all of them, or none."""
        problems, made, as_they_were = [], 0, 0
        with transaction.atomic():
            for number, cells in zip(dataset.numbers, dataset.dict, strict=True):
                try:
                    with transaction.atomic():
                        done = self._correct(cells)
                except ValidationError as error:
                    problems += [(number, said) for said in error.messages]
                    continue
                made, as_they_were = made + done, as_they_were + (not done)
            if problems or is_trial:
                transaction.set_rollback(True)
        return problems, gettext("{made:,} values corrected, {as_they_were:,} rows as they were").format(
            made=made, as_they_were=as_they_were
        )

    def _correct(self, cells: dict[str, str]) -> int:
        row = self._found(cells)
        stands = self._stands(row)
        _refuse(
            [
                f"{title}: {NOT_A_VALUE.format(stands[title])}"
                for title in self.shown_only
                if title in cells and not same(stands[title], cells[title])
            ]
        )
        changed = [
            title for title in self.values if title in cells and not self._is_as_it_was(row, title, cells)
        ]
        why = {name: cells.get(name) or getattr(self.given, name) for name in WHY}
        if changed:
            lacking = [name for name in (REASON, EVIDENCE) if not why[name]]
            _refuse(
                [
                    gettext("{name}: A correction needs it, in this row or for all of them.").format(
                        name=name
                    )
                    for name in lacking
                ]
            )
        waiting = {title: partial(self._make, row, title, cells[title], why) for title in changed}
        # One value may fit only once another is corrected: the median, once the 75th percentile is.
        while waiting:
            refused = {title: error for title, make in waiting.items() if (error := _tried(make))}
            if len(refused) == len(waiting):
                _refuse([f"{title}: {said}" for title, error in refused.items() for said in error.messages])
            waiting = {title: waiting[title] for title in refused}
        return len(changed)

    def _make(self, row: Figure, title: str, cell: str, why: dict[str, str]) -> None:
        value = _value(cell)
        if not self.given.is_sure and (asked := question(row, title, as_text(row, title, value))):
            raise ValidationError(UNSURE.format(asked))
        made = corrections.correct(row, title, value, user=self.user, **why)
        said = gettext("{figure} corrected to {value}").format(
            figure=label(row, title), value=in_words(row, title, made.value)
        )
        self.log(row, f"{said}: {made.reason}"[:500])

    def _found(self, cells: dict[str, str]) -> Figure:
        asked = {}
        for title in self.key:
            field = self.model._meta.get_field(title)
            if cells[title] == "" and field.null:
                asked[f"{title}__isnull"] = True
            elif field.is_relation:
                asked[self.shown[title]] = cells[title]
            else:
                try:
                    asked[title] = field.to_python(cells[title])
                except ValidationError as error:
                    raise ValidationError([f"{title}: {said}" for said in error.messages]) from error
        row = self.model.objects.current().filter(**asked).select_related("release__source").first()
        if row is None:
            raise ValidationError(UNKNOWN)
        return row

    def _stands(self, row: Figure) -> dict[str, str]:
        """The row as its list is taken out."""
        found = self.model.objects.filter(pk=row.pk).values_list(*self.shown.values()).get()
        return dict(zip(self.shown, (plain(harmless(value)) for value in found), strict=True))

    def _is_as_it_was(self, row: Figure, title: str, cells: dict[str, str]) -> bool:
        cell, now = cells[title], value_of(row, title)
        if not cell:
            if not now.startswith(MISSING) and now:
                raise ValidationError(f"{title}: {EMPTY.format(', '.join(Missing.values))}")
            return True
        try:
            return same(as_text(row, title, _value(cell)), now)
        except ValidationError as error:
            raise ValidationError([f"{title}: {said}" for said in error.messages]) from error


def _value(cell: str):
    return Missing(cell) if cell in Missing.values else cell


def _tried(make) -> ValidationError | None:
    try:
        with transaction.atomic():
            make()
    except ValidationError as error:
        return error
    return None


def _refuse(reasons: list[str]) -> None:
    if reasons:
        raise ValidationError(reasons)
