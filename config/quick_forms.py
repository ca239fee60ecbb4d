"""The plainest parts of forms written without templates.

A page of the admin has five hundred fields and as many empty lists of errors; in templates they take it a
third of its time. What is written is what Django's templates write, and as there every part is escaped.
"""

from django.forms.renderers import TemplatesSetting
from django.utils.html import escape
from django.utils.safestring import SafeString

WIDGETS = "django/forms/widgets"


class QuickTemplates(TemplatesSetting):
    def render(self, template_name, context, request=None):
        if template_name in INPUTS:
            return _input(context["widget"])
        if template_name == f"{WIDGETS}/select.html":
            return _select(context["widget"])
        if template_name in ERRORS and not context["errors"]:
            return SafeString()
        return super().render(template_name, context, request)


INPUTS = {
    f"{WIDGETS}/{name}.html" for name in ("checkbox", "date", "hidden", "input", "number", "text", "url")
}

ERRORS = {f"django/forms/errors/list/{name}.html" for name in ("default", "ul")}


def _attributes(given: dict) -> str:
    """Those that are off are left out; those that are on have no value."""
    return "".join(
        f" {escape(name)}" if value is True else f' {escape(name)}="{escape(str(value))}"'
        for name, value in given.items()
        if value is not False
    )


def _input(widget: dict) -> SafeString:
    value = widget["value"]
    given = "" if value is None else f' value="{escape(str(value))}"'
    start = f'<input type="{escape(widget["type"])}" name="{escape(widget["name"])}"'
    return SafeString(f"{start}{given}{_attributes(widget['attrs'])}>")


def _select(widget: dict) -> SafeString:
    groups = "".join(_group(name, options) for name, options, _ in widget["optgroups"])
    name = escape(widget["name"])
    return SafeString(f'<select name="{name}"{_attributes(widget["attrs"])}>{groups}</select>')


def _group(name: str | None, options: list[dict]) -> str:
    inside = "".join(map(_option, options))
    return f'<optgroup label="{escape(name)}">{inside}</optgroup>' if name else inside


def _option(option: dict) -> str:
    value = escape(str(option["value"]))
    return f'<option value="{value}"{_attributes(option["attrs"])}>{escape(option["label"])}</option>'
