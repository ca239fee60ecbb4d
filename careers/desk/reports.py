"""What a reader may say of a figure: what is asked, what is refused, and what is kept."""

import re
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.catalogue import FIGURES
from careers.models import ReaderReport

# One letter before the @ says as much as all: looking for more takes the square of a long word's time.
EMAIL = re.compile(r"[^\s@]@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
# Grouped as people write numbers to call; money ("$1,234,567"), years and SOC codes are not.
PHONE = re.compile(
    r"(?<![\d$.,-])(?:\+\d[\d .()/-]{7,}\d|(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}|\d{10})"
    r"(?!\d|[,.-]\d)"
)
# What decides which figure a page shows; how it is sorted and what a reader searched for is not kept.
DECIDING = ("place", "prices", "occupation")
# What the link to the form tells; what a reader writes is the message alone.
HIDDEN = ("of_what", "area", "source")
KNOWN = ("figure", "page", "shown", *HIDDEN)
SOCIAL_SECURITY = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
PERSONAL = (
    (EMAIL, _("an e-mail address")),
    (PHONE, _("a telephone number")),
    (SOCIAL_SECURITY, _("a social security number")),
)


def personal(text: str) -> str:
    """What in it looks like data about a person, '' where nothing does."""
    return next((what for pattern, what in PERSONAL if pattern.search(text)), "")


def refuse_personal(text: str) -> None:
    """Names what looks like data about a person, so that it can be taken out."""
    if what := personal(text):
        raise ValidationError(
            gettext(
                "This seems to hold {what}. Take it out: reports are kept without anything about a "
                "person, and the answer is written on the figure’s page."
            ).format(what=what)
        )


def own_page(address: str) -> None:
    """Whether it is the address of a page of this site that readers see."""
    try:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not address.startswith("/") or "\\" in address:
            raise Resolver404
        resolve(parts.path)
    except (Resolver404, ValueError) as error:
        raise ValidationError(
            gettext("This is no address of a page here. Give it as “/careers/…”.")
        ) from error
    if parts.path.startswith(reverse("admin:index")):
        raise ValidationError(
            gettext("This is no page for readers. Give the address of the page with the figure.")
        )
    refuse_personal(unquote(parts.path))


def _length(field: str) -> int:
    return ReaderReport._meta.get_field(field).max_length


class ReportForm(forms.Form):
    """What is already known comes with the link; it can be set right where it did not."""

    figure = forms.ChoiceField(
        label=_("Figure"),
        choices=lambda: [
            ("", gettext("Choose the figure")),
            *((key, each.label) for key, each in FIGURES.items()),
        ],
        error_messages={"invalid_choice": _("There is no such figure. Choose one of the list.")},
    )
    page = forms.CharField(
        label=_("Page"),
        max_length=_length("page"),
        validators=[own_page],
        help_text=_("The address of the page, from the first slash."),
    )
    of_what = forms.CharField(max_length=_length("of_what"), required=False, widget=forms.HiddenInput)
    shown = forms.CharField(
        label=_("What the page shows"), max_length=_length("shown"), validators=[refuse_personal]
    )
    area = forms.CharField(max_length=_length("area"), required=False, widget=forms.HiddenInput)
    source = forms.CharField(max_length=_length("source"), required=False, widget=forms.HiddenInput)
    message = forms.CharField(
        label=_("What is wrong with it?"),
        min_length=10,
        max_length=_length("message"),
        validators=[refuse_personal],
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Write nothing about yourself or anybody else: no name, address or number. "
            "Say where the right figure can be found, if you know."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if not field.widget.is_hidden:
                field.widget.attrs["autocomplete"] = "off"
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{name}_helptext")

    def clean_page(self):
        parts = urlsplit(self.cleaned_data["page"])
        whole = page_told(parts.path, {name: each[-1] for name, each in parse_qs(parts.query).items()})
        return whole if len(whole) <= _length("page") else parts.path

    def clean(self):
        """What came hidden, and no reader can set right, is left out where it tells of a person."""
        said = super().clean()
        return said | {name: "" for name in HIDDEN if personal(said.get(name, ""))}

    def save(self) -> None:
        """Keeps it once: a second press of the button is no second report."""
        said = self.cleaned_data
        if not ReaderReport.objects.filter(state=ReaderReport.State.NEW, **said).exists():
            ReaderReport.objects.create(**said)


def page_told(path: str, query) -> str:
    """The address of a page as a report keeps it; for a frame in someone's page the page that it is from."""
    path = path.removesuffix("embed/")
    kept = {name: query[name] for name in DECIDING if query.get(name) and not personal(query[name])}
    return f"{path}?{urlencode(kept)}" if kept else path


def brought(query) -> dict[str, str]:
    """What a link “Report this figure” tells of the figure, cut to what is kept."""
    found = {name: query.get(name, "").replace("\0", "")[: _length(name)] for name in KNOWN}
    if found["figure"] not in FIGURES:
        found["figure"] = ""
    return found
