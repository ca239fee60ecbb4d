"""Of every list: its rows as CSV or XLSX; of what editors maintain: sheets brought in, whole or not at all.

A row goes the way of the form: drafts beside what is published, checks before it is published, corrections
of figures. Who may not do it there may not do it here.
"""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.desk.roles import PUBLISH
from careers.desk.sheets import export, reading
from careers.desk.sheets.figures import FigureSheet, Given
from careers.desk.sheets.resources import has_sheet, is_editorial, sheet_of
from careers.models import Figure

MAX_XLSX = 10_000  # rows; a workbook is made whole in memory
MAX_SHOWN = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAY_CORRECT = "careers.add_correction"


class HandedIn(forms.Form):
    file = forms.FileField(
        label=_("CSV or XLSX"),
        help_text=format_lazy(
            _("At most {most:,} rows below a first one with the titles."), most=reading.MAX_ROWS
        ),
    )


class SheetForm(HandedIn):
    note = forms.CharField(
        label=_("Why"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("What changes, and why: it stands in the history of every row."),
    )
    publishes = forms.BooleanField(
        label=_("Publish the rows that change"),
        required=False,
        help_text=_("Else they wait as drafts. What the checks bar from publishing is refused."),
    )
    is_trial = forms.BooleanField(label=_("Only check it"), required=False, initial=True)

    def __init__(self, *args, leaves_out=(), **kwargs):
        super().__init__(*args, **kwargs)
        for name in leaves_out:
            del self.fields[name]


class FigureSheetForm(HandedIn):
    reason = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_(
            "Why the publisher’s figures are wrong, for rows without a “reason” of their own. Readers see it."
        ),
    )
    evidence = forms.CharField(
        label=_("Source"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_(
            "Who says it, where and when, for rows without an “evidence” of their own. Readers see it."
        ),
    )
    evidence_url = forms.URLField(
        label=_("Link to the source"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    is_sure = forms.BooleanField(
        label=_("Changes of more than half are right"),
        required=False,
        help_text=_("A value that changes by more is refused without it."),
    )
    is_trial = forms.BooleanField(label=_("Only check it"), required=False, initial=True)


class Sheets:
    """For an admin: takes its list out, and brings in what has a sheet."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        protected = self.admin_site.admin_view
        own = [path("export/<slug:kind>/", protected(self.export), name=f"{name}_export")]
        if has_sheet(self.model) or issubclass(self.model, Figure):
            own.append(path("sheet/", protected(self.sheet), name=f"{name}_sheet"))
        return [*own, *super().get_urls()]

    def may_bring_in(self, request) -> bool:
        """Whether there is anything that a sheet of theirs could do here."""
        if issubclass(self.model, Figure):
            return self.has_view_permission(request) and request.user.has_perm(MAY_CORRECT)
        return has_sheet(self.model) and self.has_change_permission(request)

    def changelist_view(self, request, extra_context=None):
        context = {"may_bring_in": self.may_bring_in(request), **(extra_context or {})}
        return super().changelist_view(request, context)

    def export(self, request, kind: str):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if kind not in {"csv", "xlsx"}:
            raise Http404
        home = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        try:
            found = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return redirect(home)
        table = export.rows(found)
        named = {"Content-Disposition": f'attachment; filename="{self.opts.model_name}.{kind}"'}
        if kind == "csv":
            return StreamingHttpResponse(
                export.as_csv(table), content_type="text/csv; charset=utf-8", headers=named
            )
        if found.order_by()[: MAX_XLSX + 1].count() > MAX_XLSX:
            said = gettext("More than {most:,} rows: take them as CSV, or filter the list first.").format(
                most=MAX_XLSX
            )
            self.message_user(request, said, messages.ERROR)
            return redirect(f"{home}?{request.GET.urlencode()}")
        return HttpResponse(export.as_xlsx(table), content_type=XLSX, headers=named)

    def sheet(self, request):
        """Bring in a sheet: all of its rows, or none where one is refused."""
        if not self.may_bring_in(request):
            raise PermissionDenied
        form = self._sheet_form(request)
        given = form.cleaned_data if request.method == "POST" and form.is_valid() else None
        sheet = self._sheet(request, given or {})
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Bring in a sheet: {rows}").format(rows=self.opts.verbose_name_plural),
            "opts": self.opts,
            "form": form,
            "sheet": sheet,
            "is_of_figures": isinstance(sheet, FigureSheet),
            "is_editorial": is_editorial(self.model),
        }
        if given:
            problems, counts = _bring_in(sheet, given)
            if not problems and not given["is_trial"]:
                self.message_user(
                    request, gettext("Brought in: {counts}.").format(counts=counts), messages.SUCCESS
                )
                return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
            context |= {"problems": problems[:MAX_SHOWN], "more": len(problems) - MAX_SHOWN, "counts": counts}
        return TemplateResponse(request, "admin/careers/sheet.html", context)

    def _sheet_form(self, request):
        sent = (request.POST or None, request.FILES or None)
        if issubclass(self.model, Figure):
            return FigureSheetForm(*sent)
        publishes = is_editorial(self.model) and request.user.has_perm(PUBLISH)
        left_out = {"note": not self.is_versioned, "publishes": not publishes}
        return SheetForm(*sent, leaves_out=[name for name, is_out in left_out.items() if is_out])

    def _sheet(self, request, given: dict):
        if not issubclass(self.model, Figure):
            return sheet_of(self, request, given.get("note", ""), given.get("publishes", False))
        why = {name: given[name] for name in ("reason", "evidence", "evidence_url", "is_sure") if given}
        log = partial(self.log_change, request)
        return FigureSheet(self.model, request.user, Given(**why), log)


def _bring_in(sheet, given: dict) -> tuple[list[tuple], str]:
    """What is wrong by row, and what became of the rows."""
    try:
        dataset = reading.read(given["file"].name, given["file"].read(reading.MAX_BYTES + 1))
    except reading.Unreadable as failure:
        return [("", str(failure))], ""
    known = {*sheet.titles, *sheet.shown_only}
    said = [
        gettext("No column is called “{title}”.").format(title=title)
        for title in dataset.headers
        if title not in known
    ]
    said += [
        gettext("The column “{title}” is missing.").format(title=title)
        for title in sheet.key
        if title not in dataset.headers
    ]
    if said:
        return [("", each) for each in said], ""
    if isinstance(sheet, FigureSheet):
        return sheet.bring_in(dataset, given["is_trial"])
    result = sheet.import_data(
        dataset, dry_run=given["is_trial"], use_transactions=True, rollback_on_validation_errors=True
    )
    return _problems(result, dataset.numbers), _counts(result.totals)


def _problems(result, numbers: list[int]) -> list[tuple]:
    """The row of the sheet as its file counts, and what is wrong with it."""
    found = [("", str(error.error)) for error in result.base_errors]
    for number, errors in result.row_errors():
        found += [(numbers[number - 1], str(error.error)) for error in errors]
    for row in result.invalid_rows:
        at = numbers[row.number - 1]
        for name, errors in row.field_specific_errors.items():
            found += [(at, f"{name}: {error}") for error in errors]
        found += [(at, str(error)) for error in row.non_field_specific_errors]
    return sorted(found, key=lambda problem: problem[0] or 0)


def _counts(totals: dict) -> str:
    return gettext("{new:,} new, {changed:,} changed, {same:,} as they were").format(
        new=totals["new"], changed=totals["update"], same=totals["skip"]
    )
