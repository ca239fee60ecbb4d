"""What forms write without templates is what Django's templates write."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from hypothesis import given, settings
from hypothesis import strategies as st

from config.quick_forms import INPUTS, WIDGETS, QuickTemplates

TEXTS = st.text(alphabet="ab &<>\"'\u2019é", max_size=6)
VALUES = st.one_of(st.none(), TEXTS, st.integers(), st.booleans())
ATTRIBUTES = st.dictionaries(st.sampled_from(["class", "disabled", "data-a", "aria-label"]), VALUES)
CHOICES = st.lists(st.tuples(st.one_of(TEXTS, st.integers()), TEXTS), max_size=3)
GROUPED = st.one_of(CHOICES, st.lists(st.tuples(TEXTS.filter(bool), CHOICES), max_size=2))
KINDS = (
    forms.CheckboxInput,
    forms.DateInput,
    forms.HiddenInput,
    forms.NumberInput,
    forms.TextInput,
    forms.URLInput,
)


def both(widget: forms.Widget, value) -> list[str]:
    """By Django's templates and without, but for the space between tags."""
    written = [
        widget.render("a<b", value, attrs={"id": "x"}, renderer=renderer)
        for renderer in (DjangoTemplates(), QuickTemplates())
    ]
    return [re.sub(r">\s+<", "><", text).strip() for text in written]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(KINDS), ATTRIBUTES, VALUES)
def test_an_input_is_written_the_same(kind, attributes, value):
    by_django, quick = both(kind(attributes), value)
    assert quick == by_django


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([forms.Select, forms.SelectMultiple]), ATTRIBUTES, GROUPED, st.lists(VALUES, max_size=2)
)
def test_a_choice_is_written_the_same(kind, attributes, choices, chosen):
    by_django, quick = both(kind(attributes, choices), chosen)
    assert quick == by_django


@pytest.mark.parametrize("errors", [[], ["Not <so>."]])
def test_errors_are_written_the_same(errors):
    listed = [
        (told.render(), told.as_ul())
        for renderer in (DjangoTemplates(), QuickTemplates())
        for told in [forms.utils.ErrorList(errors, renderer=renderer, field_id="x")]
    ]
    assert listed[0] == listed[1]


def test_every_input_written_here_has_the_plain_template_of_django():
    engine = DjangoTemplates().engine
    plain = f'{{% include "{WIDGETS}/input.html" %}}'
    for name in INPUTS - {f"{WIDGETS}/input.html"}:
        assert engine.get_template(name).template.source.strip() == plain
