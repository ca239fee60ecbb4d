"""Imports asked for in the admin: hand in, read the dry run, approve; `manage.py work` does the rest."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from careers import importers
from careers.desk.imports import feeds, jobs, signs, uploads
from careers.desk.roles import IMPORT
from careers.models import Correction, Feed, ImportJob

from .base import PortalAdmin

State = ImportJob.State
UNFINISHED = {*jobs.TAKEN, *jobs.TAKEN.values()}
COUNTS = ("created", "updated", "unchanged", "merged", "closed", "retired", "rejected")
WRONG_IMPORTER = _("This importer reads no job feed: leave this empty, or choose a job feed as importer.")
HELD = _("An import holds the database just now. Try again in a minute.")
# What each button does, and how the history of the job says it.
STEPS = {
    "approve": (jobs.approve, _("Approved.")),
    "again": (lambda job, user, seen: jobs.again(job), _("To be checked again.")),
    "discard": (lambda job, user, seen: jobs.discard(job), _("Discarded.")),
}


class AskForm(forms.ModelForm):
    """A file or an address, and who reads it."""

    importer = forms.ChoiceField(
        label=_("Importer"),
        help_text=_("Whose file it is; each source has its own reader, each kind of job feed too."),
    )
    feed = forms.ModelChoiceField(
        Feed.objects.filter(is_sample=False, is_in_use=True).order_by("name"),
        label=_("Feed"),
        required=False,
        empty_label=_("named by the address or the file"),
        help_text=_("Only for a job feed: which one it is. Jobs that it no longer has are closed."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_(
            "As it is published: .csv, .xlsx, .sqlite, or packed as .zip or .gz; a job feed as .csv, "
            ".json, .html or .xml."
        ),
    )

    url = forms.URLField(
        label=_("Or its address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
        help_text=_("Of the file itself, or of the feed, on the public internet."),
    )

    class Meta:
        model = ImportJob
        fields = ["importer", "feed", "file", "url"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        named = [(name, f"{importers.find(name).source.name} ({name})") for name in importers.names()]
        named = [*sorted(named, key=lambda choice: choice[1]), *feeds.names()]
        self.fields["importer"].choices = [("", gettext("Choose")), *named]

    def clean(self):
        given = super().clean()
        file, feed, importer = given.get("file"), given.get("feed"), given.get("importer", "")
        if feed and not feeds.is_feed(importer):
            self.add_error("feed", WRONG_IMPORTER)
        elif feed and feed.format != feeds.format_of(importer):
            self.add_error(
                "feed", gettext("It is of another kind: {kind}.").format(kind=feed.get_format_display())
            )
        if bool(file) == bool(given.get("url")) and not self.errors:
            raise forms.ValidationError(gettext("Choose a file or write an address: one of the two."))
        if file and not self.errors:
            try:
                kept = uploads.keep(file.name, file.chunks())
            except uploads.Unkeepable as refusal:
                self.add_error("file", str(refusal))
            else:
                self.instance.path, self.instance.file_name = str(kept), kept.name
        return given


@admin.register(ImportJob)
class ImportJobAdmin(PortalAdmin):
    change_form_template = "admin/careers/import_job.html"
    list_display = ["__str__", "state", "asked_by", "approved_by", "asked_at", "finished_at"]
    list_filter = ["state", "importer"]
    list_select_related = ["asked_by", "approved_by", "receipt", "feed"]
    search_fields = ["file_name", "url", "importer"]
    search_help_text = _("The file, its address or the importer.")
    ordering = ["-asked_at", "-pk"]
    fieldsets = [
        (None, {"fields": ["importer", "feed", "file_name", "url", "state"]}),
        (_("Who"), {"fields": ["asked_by", "asked_at", "approved_by", "finished_at", "receipt"]}),
    ]
    of_a_roll = [
        (None, {"fields": ["importer", "release", "state"]}),
        (_("Who"), {"fields": ["asked_by", "asked_at", "finished_at"]}),
    ]
    asking = [
        (
            None,
            {
                "fields": ["importer", "feed", "file", "url"],
                "description": _(
                    "First it is read and judged without changing anything (a dry run). You see "
                    "what it would change, and approve or discard it. "
                    "On a portal with SQLite nobody else can save while it is checked or loaded."
                ),
            },
        )
    ]

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        is_list = request.resolver_match and request.resolver_match.url_name.endswith("_changelist")
        return queryset.defer("findings") if is_list else queryset

    def get_form(self, request, obj=None, **kwargs):
        return super().get_form(request, obj, **kwargs) if obj else AskForm

    def get_fieldsets(self, request, obj=None):
        if not obj:
            return self.asking
        return self.of_a_roll if obj.release_id else self.fieldsets

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False  # it is discarded with its file, on its page

    def save_model(self, request, obj, form, change):
        obj.asked_by = request.user
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        self.message_user(
            request, gettext("Handed in. It is checked next, which changes nothing."), messages.SUCCESS
        )
        return redirect("admin:careers_importjob_change", obj.pk)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= self._shown(request, obj) | {"title": gettext("Import"), "subtitle": str(obj)}
        else:
            context["title"] = gettext("Import a file")
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_urls(self):
        protected = self.admin_site.admin_view
        own = [
            path("<int:key>/progress/", protected(self.progress), name="careers_importjob_progress"),
            path(
                "<int:key>/step/<slug:step>/",
                protected(require_POST(self.step)),
                name="careers_importjob_step",
            ),
        ]
        return [*own, *super().get_urls()]

    def step(self, request, key: int, step: str):
        """A button of the job's page."""
        if not request.user.has_perm(IMPORT):
            raise PermissionDenied
        job = self._job(request, key)
        if step not in STEPS:
            raise Http404
        act, said = STEPS[step]
        name = str(job)
        try:
            act(job, request.user, request.POST.get("seen", ""))
        except jobs.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        except OperationalError:
            self.message_user(request, HELD, messages.ERROR)
        else:
            flag = DELETION if step == "discard" else CHANGE
            job.pk = key
            LogEntry.objects.log_actions(request.user.pk, [job], flag, said, single_object=True)
            self.message_user(
                request,
                said if step != "discard" else gettext("Discarded: {name}").format(name=name),
                messages.SUCCESS,
            )
            if step == "discard":
                return redirect("admin:careers_importjob_changelist")
        return redirect("admin:careers_importjob_change", key)

    def progress(self, request, key: int):
        """What the page asks for every two seconds; the whole page anew when the job has come on."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        job = self._job(request, key)
        if request.GET.get("state") != job.state:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return HttpResponse(render_to_string("admin/careers/import_progress.html", progress_of(job)))

    def _job(self, request, key: int) -> ImportJob:
        job = self.get_queryset(request).filter(pk=key).first()
        if job is None:
            raise Http404
        return job

    def _conflicts(self, job: ImportJob) -> dict | None:
        """The corrections that the loaded release gives other values for: how many, and their list."""
        if job.state != State.DONE or job.receipt is None:
            return None
        release = job.receipt.release
        found = Correction.objects.in_force().filter(source=release.source_id, conflicts_with=release.label)
        if not (number := found.count()):
            return None
        listed = reverse("admin:careers_correction_changelist")
        return {"number": number, "url": f"{listed}?state=conflict&source__id__exact={release.source_id}"}

    def _shown(self, request, job: ImportJob) -> dict:
        is_roll = job.release_id is not None
        return progress_of(job) | {
            "counts": [(gettext(name), f"{job.findings[name]:,}") for name in COUNTS if name in job.findings],
            "moved": f"{job.findings.get('moved', 0):,}",
            "may_import": request.user.has_perm(IMPORT),
            "can_approve": job.state == State.CHECKED,
            "seen": jobs.stamp(job),
            "can_check_again": job.state in {State.CHECKED, State.FAILED} and not is_roll,
            "can_discard": job.state in {State.WAITING, State.CHECKED, State.FAILED, State.TO_ROLL},
            "conflicts": self._conflicts(job),
        }


def progress_of(job: ImportJob) -> dict:
    """How far it is, in words, for `import_progress.html`."""
    sign = signs.last(job)
    return {
        "job": job,
        "sign": sign,
        "done": f"{sign.done:,}",
        "total": f"{sign.total:,}",
        "is_unfinished": job.state in UNFINISHED,
        "is_dead": signs.is_dead(job, timezone.now()),
        "progress_url": reverse("admin:careers_importjob_progress", args=[job.pk]),
    }
