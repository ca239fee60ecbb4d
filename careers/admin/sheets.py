"""Of every list: its rows as CSV or XLSX; of what editors write: sheets brought in, whole or not at all."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from careers.desk.roles import PUBLISH
from careers.desk.sheets import export, reading
from careers.desk.sheets.resources import SHEETS, is_editorial

MAX_XLSX = 10_000  # rows; a workbook is made whole in memory
MAX_SHOWN = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RULE_OF_TWO = "The rule of two persons is on: what is published is changed by drafts, one by one."


class SheetForm(forms.Form):
    file = forms.FileField(label="CSV or XLSX", help_text="At most 5,000 rows, the titles in the first.")
    is_trial = forms.BooleanField(label="Only check it", required=False, initial=True)


class Sheets:
    """For an admin: takes its list out, and brings in what has a sheet."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        protected = self.admin_site.admin_view
        own = [path("export/<slug:kind>/", protected(self.export), name=f"{name}_export")]
        if self.model in SHEETS:
            own.append(path("sheet/", protected(self.sheet), name=f"{name}_sheet"))
        return [*own, *super().get_urls()]

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
            said = f"More than {MAX_XLSX:,} rows: take them as CSV, or filter the list first."
            self.message_user(request, said, messages.ERROR)
            return redirect(f"{home}?{request.GET.urlencode()}")
        return HttpResponse(export.as_xlsx(table), content_type=XLSX, headers=named)

    def sheet(self, request):
        """Bring in a sheet: all of its rows, or none where one is refused."""
        if not (
            request.user.has_perm(PUBLISH)
            and self.has_add_permission(request)
            and self.has_change_permission(request)
        ):
            raise PermissionDenied
        resource = SHEETS[self.model]()
        form = SheetForm(request.POST or None, request.FILES or None)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Bring in a sheet: {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "resource": resource,
        }
        if request.method == "POST" and form.is_valid():
            problems, counts = self._bring_in(request, form.cleaned_data, resource)
            if not problems and not form.cleaned_data["is_trial"]:
                self.message_user(request, f"Brought in: {counts}.", messages.SUCCESS)
                return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
            context |= {"problems": problems[:MAX_SHOWN], "more": len(problems) - MAX_SHOWN, "counts": counts}
        return TemplateResponse(request, "admin/careers/sheet.html", context)

    def _bring_in(self, request, given: dict, resource) -> tuple[list[tuple], str]:
        """What is wrong by row, and what became of the rows."""
        if settings.DESK_TWO_PERSON_RULE and is_editorial(self.model):
            return [("", RULE_OF_TWO)], ""
        try:
            dataset = reading.read(given["file"].name, given["file"].read(reading.MAX_BYTES + 1))
        except reading.Unreadable as failure:
            return [("", str(failure))], ""
        unknown = [title for title in dataset.headers if title not in resource.titles]
        lacking = [title for title in resource.key if title not in dataset.headers]
        if unknown or lacking:
            said = [f"No column is called “{title}”." for title in unknown]
            return [
                ("", each) for each in [*said, *(f"The column “{title}” is missing." for title in lacking)]
            ], ""
        result = resource.import_data(
            dataset,
            dry_run=given["is_trial"],
            use_transactions=True,
            rollback_on_validation_errors=True,
            user=request.user,
        )
        return _problems(result), _counts(result.totals)


def _problems(result) -> list[tuple]:
    """The row of the sheet, the titles being its first, and what is wrong with it."""
    found = [("", str(error.error)) for error in result.base_errors]
    for number, errors in result.row_errors():
        found += [(number + 1, str(error.error)) for error in errors]
    for row in result.invalid_rows:
        for name, errors in row.field_specific_errors.items():
            found += [(row.number + 1, f"{name}: {error}") for error in errors]
        found += [(row.number + 1, str(error)) for error in row.non_field_specific_errors]
    return sorted(found, key=lambda problem: problem[0] or 0)


def _counts(totals: dict) -> str:
    return f"{totals['new']:,} new, {totals['update']:,} changed, {totals['skip']:,} as they were"
