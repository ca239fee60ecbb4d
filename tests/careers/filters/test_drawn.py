"""Fields that are filled in read as Django itself draws them."""

import pytest
from django import forms

from careers.filters.drawn import draw

CHOICES = [("", "Any"), ("a", "Aye & more"), ("b", "Bee"), ("a-b", "Both")]
COUNTS = {"a": 1_200, "a-b": 3}
COUNTED = [(value, f"{label} ({COUNTS.get(value, 0):,})" if value else label) for value, label in CHOICES]


def as_django_draws(field: forms.Field, data: dict) -> str:
    form = forms.Form(data, label_suffix="")
    form.fields["what"] = field
    assert not form.errors
    return str(form["what"].as_field_group())


@pytest.mark.parametrize("chosen", ["", "a", "b", "a-b"])
def test_a_list_with_its_counts(chosen):
    said = {"label": "What?", "help_text": "One of these.", "required": False}
    drawn = draw("what", forms.ChoiceField(choices=CHOICES, **said), are_counted=True)
    shown = drawn.with_choices([chosen], COUNTS).as_field_group
    assert shown == as_django_draws(forms.ChoiceField(choices=COUNTED, **said), {"what": chosen})
    assert "Aye &amp; more (1,200)" in shown


@pytest.mark.parametrize("chosen", [[], ["a"], ["b", "a"], ["a-b"]])
def test_boxes_with_their_counts(chosen):
    def field(choices):
        return forms.MultipleChoiceField(
            choices=choices[1:], label="What?", required=False, widget=forms.CheckboxSelectMultiple
        )

    drawn = draw("what", field(CHOICES), are_counted=True)
    shown = drawn.with_choices(chosen, COUNTS).as_field_group
    assert shown == as_django_draws(field(COUNTED), {"what": chosen})
    assert shown.count(" checked") == len(chosen)


@pytest.mark.parametrize("is_on", [False, True])
def test_a_box_alone(is_on):
    def field():
        return forms.BooleanField(required=False, widget=forms.CheckboxInput(attrs={"value": "yes"}))

    drawn = draw("what", field(), are_counted=False)
    shown = drawn.with_choices(["yes"] if is_on else [""], {}).as_field_group
    assert shown == as_django_draws(field(), {"what": "yes"} if is_on else {})


@pytest.mark.parametrize("text", ["", "60000", "\"<b>&'x"])
def test_a_text(text):
    field = forms.CharField(required=False, widget=forms.TextInput(attrs={"maxlength": 9}))
    shown = draw("what", field, are_counted=False).with_text(text).as_field_group
    assert shown == as_django_draws(field, {"what": text})
