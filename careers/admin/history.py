"""Versions in the admin: the note that every form asks for, the page of them, and the way back to one."""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.desk import returning, roles, versions
from careers.desk.versions import Stream

from .watching import WatchedRows

NOTE = "change_note"
MAX_NOTE = 300
WHY = gettext_lazy("Say why the figure changes: write it at “Why”.")


class NotedForm(forms.ModelForm):
    """Asks why; where a figure changes, insists on it."""

    # Fields whose change nobody can judge without a reason.
    figures: frozenset[str] = frozenset()

    change_note = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=MAX_NOTE,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("What you changed, and why: it stands in the history, which editors read."),
    )

    @cached_property
    def changed_data(self):
        # A note alone changes nothing.
        return [name for name in super().changed_data if name != NOTE]

    def clean(self):
        cleaned = super().clean()
        changed = [name for name in self.changed_data if name in self.figures]
        if changed and self.instance.pk and not (self.cleaned_data.get(NOTE) or "").strip():
            self.add_error(NOTE, _("Say why the figure changes."))
        return cleaned


class ReasonedRows(WatchedRows):
    """Rows of an inline whose figures change for the reason that the form around them gives."""

    def clean(self):
        super().clean()
        if (self.data.get(NOTE) or "").strip():
            return
        for form in self.initial_forms:
            if form.figures.intersection(form.changed_data):
                raise forms.ValidationError(WHY)


class Versioned:
    """For a `ModelAdmin`: notes, history and returns, where its model's versions are kept."""

    figures: frozenset[str] = frozenset()

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.is_versioned = hasattr(model, "history")
        if self.is_versioned:
            self.object_history_template = "admin/careers/versions.html"
            self.form = type(self.form.__name__, (NotedForm, self.form), {"figures": self.figures})

    def get_urls(self):
        if not self.is_versioned:
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}_return"
        view = self.admin_site.admin_view(self.return_view)
        return [path("<path:object_id>/history/<int:version>/", view, name=name), *super().get_urls()]

    def get_fields(self, request, obj=None):
        return [name for name in super().get_fields(request, obj) if name != NOTE]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not self.is_versioned:
            return fieldsets
        writes = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return [*fieldsets, (_("History"), {"fields": [NOTE]})] if writes else fieldsets

    def save_form(self, request, form, change):
        # Whatever is saved with the form, its tables included, is saved for this reason.
        request.change_note = (form.cleaned_data.get(NOTE) or "").strip()
        return super().save_form(request, form, change)

    def streams(self, obj) -> list[Stream]:
        """What its history shows: its own versions, and of what belongs to it."""
        return [Stream(self.model, {"id": obj.pk})]

    def named(self, obj) -> str:
        """What the pages of its history are headed by."""
        return str(obj)

    def may_return(self, request, obj, record) -> bool:
        return self.has_change_permission(request, obj)

    def returned(self, obj) -> None:
        """What follows from a return, as from an edit."""

    def history_view(self, request, object_id, extra_context=None):
        # Asked first: who may not look is not told by another answer which rows there are.
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if not self.is_versioned:
            return super().history_view(request, object_id, extra_context)
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        streams = [
            stream
            for stream in self.streams(obj)
            if self.admin_site.get_model_admin(stream.model).has_view_permission(request)
        ]
        page = versions.page(streams, request.GET.get("p", 1))
        entries = [(version, self._return_url(request, version)) for version in page.object_list]
        context = {
            **self._about(request, obj),
            "title": _("History"),
            "entries": entries,
            "page_obj": page,
            "numbers": page.paginator.get_elided_page_range(page.number),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def _return_url(self, request, version) -> str:
        if version.is_current or version.row is None or version.record.history_type == "-":
            return ""
        admin = self.admin_site.get_model_admin(type(version.row))
        if not admin.may_return(request, version.row, version.record):
            return ""
        name = f"admin:{admin.opts.app_label}_{admin.opts.model_name}_return"
        return reverse(name, args=[quote(version.row.pk), version.record.pk])

    def return_view(self, request, object_id, version):
        """Shows what a return would change; on POST, returns."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        history = self.model.history.select_related("history_user")
        record = get_object_or_404(history, pk=version, id=obj.pk, history_type__in="+~")
        if not self.may_return(request, obj, record):
            raise PermissionDenied
        refusal, is_draft = "", self._returns_as_draft(request, obj, record)
        if request.method == "POST":
            try:
                return self._returned(request, obj, record, is_draft)
            except returning.Refused as refused:
                refusal = str(refused)
                obj = self.get_object(request, unquote(object_id))
        context = {
            **self._about(request, obj),
            "title": _("Return to an earlier version"),
            "record": record,
            "changes": returning.differences(obj, record),
            "seen": returning.stamp(obj),
            "is_published": returning.is_published(obj),
            "is_draft": is_draft,
            "refusal": refusal,
            "max_note": MAX_NOTE,
        }
        return TemplateResponse(request, "admin/careers/return.html", context)

    def _returns_as_draft(self, request, obj, record) -> bool:
        """What readers see is changed by who may publish what was written then."""
        if not returning.is_published(obj):
            return False
        return not roles.may_publish(request.user, {record.history_user_id})

    def _returned(self, request, obj, record, is_draft: bool):
        why = request.POST.get(NOTE, "").replace("\0", "").strip()[:MAX_NOTE]
        seen, said = request.POST.get("seen", ""), returning.reason_of(record)
        if is_draft:
            returning.as_draft(obj, record, seen, request.user, why)
            self.log_change(request, obj, _("As a draft: {said}").format(said=said))
            self.message_user(
                request,
                _("{said} It is a draft now: submit it for review.").format(said=said),
                messages.SUCCESS,
            )
            return HttpResponseRedirect(self._address(obj, "change"))
        done = returning.take_back(obj, record, seen, why)
        self.returned(done)
        self.log_change(request, done, said)
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(self._address(done, "history"))

    def _about(self, request, obj) -> dict:
        request.current_app = self.admin_site.name
        return {
            **self.admin_site.each_context(request),
            "subtitle": self.named(obj),
            "opts": self.opts,
            "change_url": self._address(obj, "change"),
            "history_url": self._address(obj, "history"),
            "list_url": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
        }

    def _address(self, obj, page: str) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=[quote(obj.pk)])
