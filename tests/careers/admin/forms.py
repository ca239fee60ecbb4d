"""Filling in the admin's forms as a browser does: everything it was sent, with some of it changed."""

from html import unescape

from django.forms import CheckboxInput


def posted(response, added: dict | None = None, **changes) -> dict:
    """What the page's form would post if only `changes` were typed into it; `None` leaves a field out.

    `added` are the fields of rows that the page's script would add to a table.
    """
    forms = [response.context["adminform"].form]
    for inline in response.context.get("inline_admin_formsets", []):
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {}
    for form in forms:
        for bound in form:
            value = bound.value()
            if isinstance(bound.field.widget, CheckboxInput):
                if value:
                    data[bound.html_name] = "on"
            else:
                data[bound.html_name] = (
                    value if isinstance(value, list) else "" if value is None else str(value)
                )
    assert changes.keys() <= data.keys() | {name for name, value in changes.items() if value == "on"}
    data |= changes | (added or {})
    return {name: value for name, value in data.items() if value is not None}


def said(response) -> str:
    """All error messages of a refused form, its tables included, in one text."""
    assert response.status_code == 200, "the form was not refused"
    return unescape("\n".join(str(message) for message in response.context["errors"]))


def prefix_of(response, model, **values) -> str:
    """The prefix of the row of an inline that shows this figure: `stated_facts-3`."""
    for inline in response.context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            if isinstance(form.instance, model) and all(
                getattr(form.instance, name) == value for name, value in values.items()
            ):
                return form.prefix
    raise AssertionError(f"no such row of {model.__name__}")
