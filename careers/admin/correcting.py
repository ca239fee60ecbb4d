"""Correcting a figure from its own page: what its publisher gives stays, and stands beside."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.corrected import in_words, label, value_of
from careers.desk import collisions, corrections
from careers.desk.values import as_text, question
from careers.models import Correction, Figure, Missing

MAY_CORRECT = "careers.add_correction"


class CorrectionForm(forms.Form):
    """What is to be corrected, to what, why, and by whose word; and the figure as its page showed it."""

    version = forms.CharField(label=gettext_lazy("Version"), required=False, widget=forms.HiddenInput)
    field = forms.ChoiceField(
        label=gettext_lazy("Figure"), error_messages={"required": gettext_lazy("Choose the figure.")}
    )
    value = forms.CharField(label=gettext_lazy("Right value"), required=False, max_length=200)
    missing = forms.ChoiceField(
        label=gettext_lazy("Or why there is none"),
        required=False,
        choices=[("", gettext_lazy("there is one")), *Missing.choices],
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Why the publisher’s figure is wrong. Readers see it."),
    )
    evidence = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=300,
        help_text=gettext_lazy("Who says it, where and when. Readers see it."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    evidence_url = forms.URLField(
        label=gettext_lazy("Link to the source"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    confirm = forms.BooleanField(label=gettext_lazy("Yes, so large a change is right"), required=False)

    def __init__(self, row: Figure, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        self.initial["version"] = collisions.version(_standing(row))
        self.fields["field"].choices = [
            ("", _("Choose the figure")),
            *((name, label(row, name)) for name in corrections.correctable(type(row))),
        ]

    @property
    def asks(self) -> bool:
        """Whether the change is so large that it has to be confirmed."""
        return bool(self.data.get("confirm") or (self.is_bound and "confirm" in self.errors))

    def clean(self):
        cleaned = super().clean()
        value, missing, field = (cleaned.get(name) for name in ("value", "missing", "field"))
        if bool(value) == bool(missing):
            self.add_error("value", _("Give the right value, or choose why there is none: one of both."))
        elif field:
            cleaned["corrected"] = Missing(missing) if missing else value
            try:
                asked = question(self.row, field, as_text(self.row, field, cleaned["corrected"]))
            except ValidationError as error:
                self.add_error("value", error)
            else:
                if asked and not cleaned.get("confirm"):
                    self.add_error(
                        "confirm", _("{asked} Tick the box, or set the value right.").format(asked=asked)
                    )
        return cleaned

    @property
    def seen(self) -> list[str]:
        """What the publisher gave and what readers saw when the form was opened; empty where untold."""
        told = collisions.carried(self.data.get("version", "")) or {}
        return told.get(self.cleaned_data["field"], [])

    def tell_what_was_done(self):
        """Whoever comes second is told what the first did, and goes on by pressing the button again."""
        self.row.refresh_from_db()
        self.add_error(None, _meanwhile(self.row, self.cleaned_data["field"], self.seen))
        self.data = self.data.copy()
        self.data["version"] = collisions.version(_standing(self.row))


class Correctable:
    """For admins of figures: a page to correct one, and its corrections on its own page."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_correct"
        own = path("<path:object_id>/correct/", self.admin_site.admin_view(self.correct_view), name=name)
        return [own, *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            obj.may_be_corrected = obj.is_current and request.user.has_perm(MAY_CORRECT)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=gettext_lazy("corrections"))
    def corrections(self, obj):
        if not obj or not obj.pk:
            return _("Once it is saved, what a publisher gives is changed by a correction.")
        context = {
            "corrections": _shown(corrections.of_row(obj).select_related("figure", "made_by")),
            "url": self._correct_url(obj) if getattr(obj, "may_be_corrected", False) else "",
        }
        return render_to_string("admin/careers/corrections_of_figure.html", context)

    def correct_view(self, request, object_id):
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not (self.has_view_permission(request, row) and request.user.has_perm(MAY_CORRECT)):
            raise PermissionDenied
        row = _in_force(row)
        form = CorrectionForm(row, request.POST or None, initial={"field": request.GET.get("field", "")})
        if request.method == "POST" and form.is_valid() and self._correct(request, row, form):
            return redirect(self._own_url(row))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Correct this figure"),
            "subtitle": self.describe(row),
            "opts": self.opts,
            "row_url": self._own_url(row),
            "about": self.describe(row),
            "form": form,
            "release": row.release,
            "values": _values(row),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/careers/correct.html", context)

    def _correct(self, request, row, form) -> bool:
        data = form.cleaned_data
        try:
            made = corrections.correct(
                row,
                data["field"],
                data["corrected"],
                reason=data["reason"],
                evidence=data["evidence"],
                evidence_url=data["evidence_url"],
                user=request.user,
                seen=form.seen,
            )
        except corrections.Changed:
            form.tell_what_was_done()
            return False
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
            return False
        said = _("{figure} corrected to {value}").format(
            figure=label(row, made.field), value=in_words(row, made.field, made.value)
        )
        self.log_change(request, row, f"{said}: {made.reason}"[:500])
        self.message_user(
            request, _("{said}. Readers see it, marked as corrected.").format(said=said), messages.SUCCESS
        )
        return True

    def _own_url(self, row) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])

    def _correct_url(self, row) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_correct", args=[row.pk])


def _in_force(row: Figure) -> Figure:
    """The figure that a newer release has put in the place of this one, else the row itself."""
    if row.is_current:
        return row
    now = type(row).objects.current().filter(**corrections.key_of(row), release__source=row.release.source_id)
    return now.select_related("release__source").first() or row


def _standing(row: Figure) -> dict[str, list[str]]:
    """Of each value, what the publisher gives and what readers see."""
    kept = row.corrected or {}
    found = {}
    for name in corrections.correctable(type(row)):
        shown = value_of(row, name)
        found[name] = [kept[name]["published"] if name in kept else shown, shown]
    return found


def _meanwhile(row: Figure, field: str, seen: list[str]) -> ValidationError:
    """What was done to a value since its form was opened."""
    if not seen:
        done = _("The form does not say which figures it showed.")
    else:
        published, shown = _standing(row)[field]
        published_then, shown_then = seen
        said = []
        if published != published_then:
            said.append(
                _("the publisher came to give {value} ({release})").format(
                    value=in_words(row, field, published), release=row.release.label
                )
            )
        one = corrections.of_row(row).filter(field=field).select_related("made_by").first()
        if one and shown != shown_then:
            who = one.made_by or _("somebody")
            said.append(
                _("{who} corrected it to {value} (“{reason}”)").format(
                    who=who, value=in_words(row, field, shown), reason=one.reason
                )
            )
        elif shown == published and shown_then != published_then:
            said.append(_("its correction was ended"))
        done = _("While you were writing about the {figure}, {what}.").format(
            figure=label(row, field), what=" and ".join(said)
        )
    text = _(
        "{} Press “Correct it” again to put yours in its place, or "
        '<a href="">drop yours and load it anew</a>.'
    )
    return ValidationError(format_html(text, done))


def _values(row: Figure) -> list[tuple[str, str, str]]:
    """Each value that can be corrected: its name, the publisher's, and the corrected one or ''."""
    kept = row.corrected or {}
    return [
        (
            label(row, name),
            in_words(row, name, kept[name]["published"] if name in kept else value_of(row, name)),
            in_words(row, name, value_of(row, name)) if name in kept else "",
        )
        for name in corrections.correctable(type(row))
    ]


def _shown(found) -> list[tuple[Correction, str, str, str]]:
    """Corrections with their field, the publisher's value and the corrected one in words."""
    return [(one, *in_plain_words(one)) for one in found]


def in_plain_words(correction: Correction) -> tuple[str, str, str]:
    """The field of a correction, the publisher's value and the corrected one."""
    row, field = correction.figure.model_class()(), correction.field
    texts = (correction.published_value, correction.value)
    return label(row, field), *(in_words(row, field, text) for text in texts)
