"""Forms of companies and of what hangs on them."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers import employers, logos

from .autocomplete import KnownChoicesForm
from .rows import QuietRow


class RowForm(QuietRow, KnownChoicesForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # A table heads its columns but labels none of its fields for who cannot see it.
            field.widget.attrs.setdefault("aria-label", field.label or "")


class NameForm(RowForm):
    """Works out the key by which filed names are found, and holds it against the others."""

    def clean(self):
        cleaned = super().clean()
        if name := cleaned.get("name"):
            self.instance.key = employers.key(name)
            if not self.instance.key:
                self.add_error("name", gettext("Write at least one letter or digit."))
        return cleaned

    def _get_validation_exclusions(self):
        excluded = super()._get_validation_exclusions()
        return excluded - {"key"} if self.instance.key else excluded


class IdentifierForm(RowForm):
    pass


class AssessmentForm(RowForm):
    figures = frozenset({"score"})


class LogoForm(RowForm):
    file = forms.FileField(
        label=_("Image"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif"}),
        help_text=format_lazy(
            _(
                "A PNG, JPEG, WebP or GIF of at most 2 MB. It is kept as a PNG of at most {side} by "
                "{side} pixels, without what the file says of camera and place."
            ),
            side=logos.MAX_SIDE,
        ),
    )

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("file") and "file" not in self.errors and not self.instance.pk:
            self.add_error("file", gettext("Choose an image."))
        return cleaned

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return file
        try:
            # One byte more than is taken shows that it is too much.
            logo = logos.encoded(file.read(logos.MAX_UPLOAD + 1))
        except logos.Refused as refused:
            raise forms.ValidationError(str(refused)) from None
        self.instance.png, self.instance.checksum = logo.png, logo.checksum
        self.instance.width, self.instance.height = logo.width, logo.height
        return file
