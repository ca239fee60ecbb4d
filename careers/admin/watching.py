"""Two editors at the tables of one form: who saves second is shown what the first changed, and decides."""

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.forms.formsets import ManagementForm
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from careers.desk import collisions, drafts

from .rows import KnownRows

VERSION, OVER = "version", "_mine_over"
UNKNOWN = _("The form does not say which version it shows: reload it and change it again.")


class Announced(ManagementForm):
    version = forms.CharField(label=_("Version"), required=False, widget=forms.HiddenInput)


class WatchedRows(KnownRows):
    """A table that carries the versions of its rows. A row that only another changed stays so."""

    @cached_property
    def management_form(self):
        plain = super().management_form
        if self.is_bound:
            form = Announced(self.data, auto_id=self.auto_id, prefix=self.prefix, renderer=self.renderer)
            form.full_clean()
            return form
        shown = {str(row.pk): drafts.values(row) for row in self.get_queryset()}
        initial = plain.initial | {VERSION: collisions.version(shown)}
        return Announced(auto_id=self.auto_id, prefix=self.prefix, initial=initial, renderer=self.renderer)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.found = drafts.values(form.instance)

    def clean(self):
        super().clean()
        begun = collisions.carried(self.management_form.cleaned_data.get(VERSION) or "")
        if begun is None and self.initial_forms:
            raise forms.ValidationError(UNKNOWN)
        said = [self._meet(form, begun) for form in self.initial_forms]
        if any(said):
            raise forms.ValidationError(list(filter(None, said)))

    def _meet(self, form, begun) -> str:
        """What is said above the table, of a row that is to go; at the row itself of another."""
        base, is_going = begun.get(str(form.instance.pk)), self._should_delete_form(form)
        if base is None or base == form.found:
            return ""
        mine = drafts.values(form.instance)
        if not is_going and all(mine[name] == base.get(name) for name in mine):
            drafts.put(form.instance, form.found)
            form.changed_data = []
            return ""
        said = met(form, base, form.add_prefix(OVER), self.instance, is_going)
        if said and not is_going:
            form.add_error(None, said)
        return said if is_going else ""


def met(form, base, name: str, whole, is_going: bool) -> str:
    """What the first changed, to be told to the second, who says by `name` that theirs is saved over it.

    What the second did not touch stays as the first left it.
    """
    row = form.instance
    mine = base if is_going else drafts.values(row)
    found = collisions.differences(type(row), base, form.found, mine, form.found)
    if not found:
        return ""
    seal = collisions.seal(form.found)
    if form.data.get(name) == seal:
        drafts.put(row, {each.field: form.found[each.field] for each in found if not each.is_mine_too})
        return ""
    return told(found, name, seal, whole)


def told(differences: list[collisions.Difference], name: str, seal: str, whole) -> str:
    """In HTML; what the portal works out from the rest is told only where nothing else is."""
    typed = [each for each in differences if each.is_typed] or differences
    context = {"differences": typed, "name": name, "seal": seal, "by": last_editor(whole)}
    return render_to_string("admin/careers/collision.html", context)


def last_editor(row) -> str:
    kind = ContentType.objects.get_for_model(type(row))
    entry = LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).select_related("user").first()
    return entry.user.get_username() if entry else ""
