"""Of every list whose rows have versions: what was deleted of it, and the way back."""

from django.contrib import messages
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.desk import deleted
from careers.desk.returning import Refused

PER_PAGE = 20
REASON = gettext_lazy("Brought back after it was deleted.")


class Restorable:
    """For a `Versioned` admin: who may add a row may bring one back."""

    def get_urls(self):
        if not self.is_versioned:
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}_deleted"
        return [
            path("deleted/", self.admin_site.admin_view(self.deleted_view), name=name),
            *super().get_urls(),
        ]

    def deleted_view(self, request):
        """Lists what was deleted; on POST, brings the version `back` back."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        gone = deleted.of(self.model)
        if request.method == "POST":
            key = request.POST.get("back", "")
            return self._brought_back(request, get_object_or_404(gone, pk=key if key.isdecimal() else 0))
        page = Paginator(gone, PER_PAGE).get_page(request.GET.get("p", 1))
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": _("Deleted {rows}").format(rows=self.opts.verbose_name_plural),
            "opts": self.opts,
            "rows": deleted.named(list(page.object_list)),
            "page_obj": page,
            "numbers": page.paginator.get_elided_page_range(page.number),
        }
        return TemplateResponse(request, "admin/careers/deleted.html", context)

    def _brought_back(self, request, record):
        kind = f"{self.opts.app_label}_{self.opts.model_name}"
        try:
            row, along, lost = deleted.bring_back(record, REASON)
        except Refused as refused:
            self.message_user(
                request, _("Nothing was brought back. {refused}").format(refused=refused), messages.ERROR
            )
            return HttpResponseRedirect(reverse(f"admin:{kind}_deleted"))
        self.log_addition(request, row, REASON)
        said = _("“{row}” is back").format(row=row) + (
            _(", with {along:,} rows that belong to it").format(along=along) if along else ""
        )
        said += _(", as a draft.") if hasattr(row, "status") else "."
        if lost:
            said += _(" Left empty, as it is gone: {names}.").format(names=", ".join(dict.fromkeys(lost)))
        self.message_user(request, said, messages.SUCCESS)
        if not self.has_view_permission(request, row):
            return HttpResponseRedirect(reverse(f"admin:{kind}_deleted"))
        return HttpResponseRedirect(reverse(f"admin:{kind}_change", args=[quote(row.pk)]))
