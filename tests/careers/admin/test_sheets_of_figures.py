"""Figures changed in a sheet become corrections, with reason and source, or are refused with a remedy."""

from decimal import Decimal
from functools import partial

import pytest

from careers.desk import roles
from careers.models import Correction, WageEstimate
from tests.careers.admin import sheets

pytestmark = pytest.mark.django_db

WHY = {"reason": "It is misprinted.", "evidence": "Letter of the bureau, 2 March"}


@pytest.fixture
def editor(client):
    return sheets.sign_in(client, roles.EDITOR)


@pytest.fixture
def hand_in(client):
    return partial(sheets.hand_in, client, "wageestimate")


@pytest.fixture
def wage():
    return WageEstimate.objects.current().national().get(occupation__soc_code="29-1141")


@pytest.fixture
def taken(client, editor, wage):
    """The row of nurses in the nation, as an editor takes it out."""
    (row,) = sheets.take_out(client, "wageestimate", id__exact=wage.pk)
    return row


def test_what_is_changed_is_corrected_and_the_publishers_value_stands_beside(taken, hand_in, wage, editor):
    assert "0 values corrected, 1 rows as they were" in hand_in([taken])
    mean = wage.annual_mean
    changed = taken | {"annual_mean": f"${mean + 1000:,}", "wage_rse": taken["wage_rse"]}
    assert "1 values corrected" in hand_in([changed], is_trial="on", **WHY)
    assert not Correction.objects.exists()
    hand_in([changed], **WHY)
    wage.refresh_from_db()
    assert wage.annual_mean == mean + 1000
    correction = Correction.objects.get()
    assert (correction.reason, correction.evidence, correction.made_by) == (*WHY.values(), editor)
    assert correction.published_value == str(mean)
    assert "0 values corrected" in hand_in([changed], **WHY)


def test_a_row_may_bring_its_own_reason(taken, hand_in):
    row = taken | {"employment": int(taken["employment"]) + 10, "reason": "Miscounted.", "evidence": "Us."}
    hand_in([row])
    assert Correction.objects.get().reason == "Miscounted."


def test_values_that_fit_only_together_are_corrected_together(taken, hand_in, wage):
    row = {
        title: taken[title] if title in {"occupation", "area", "industry"} else str(Decimal(taken[title]) * 2)
        for title in taken
        if title in {"occupation", "area", "industry"} or title.startswith("annual_p")
    }
    row |= {"annual_median": wage.annual_median * 2, "annual_mean": wage.annual_mean * 2}
    assert "6 values corrected" in hand_in([row], is_sure="on", **WHY)
    wage.refresh_from_db()
    assert wage.annual_p10 == int(taken["annual_p10"]) * 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"annual_mean": "1"}, "Tick “Changes of more than half are right”"),
        ({"annual_mean": ""}, "or why there is none: suppressed, not_collected"),
        ({"annual_mean": "lots"}, "annual_mean: “lots” value must be an integer."),
        ({"annual_p90": "20000"}, "annual_p90: "),
        ({"id": "1"}, "id: No sheet corrects it"),
        ({"release label": "May 1999"}, "release label: No sheet corrects it: leave it as it is"),
        ({"area": "9999999"}, "figures come with imports"),
        ({"is_current": "False"}, "is_current: No sheet corrects it"),
    ],
)
def test_what_cannot_be_corrected_is_refused_with_its_remedy(taken, hand_in, change, said):
    other = taken | {"employment": int(taken["employment"]) + 10}
    page = hand_in([taken | change, other | {"hourly_mean": taken["hourly_mean"]}], **WHY)
    assert "Nothing was changed" in page
    assert said in page
    assert not Correction.objects.exists()


def test_a_correction_without_reason_or_source_is_refused(taken, hand_in):
    said = hand_in([taken | {"annual_mean": "90000"}])
    assert "reason: A correction needs it" in said
    assert "evidence: A correction needs it" in said


def test_a_reason_in_place_of_a_figure_says_that_there_is_none(taken, hand_in, wage):
    hand_in([taken | {"jobs_per_1000": "unreliable"}], **WHY)
    wage.refresh_from_db()
    assert wage.jobs_per_1000 is None
    assert wage.reason_for("jobs_per_1000") == "unreliable"


def test_who_may_only_look_hands_in_no_figures(client, django_user_model):
    looks = django_user_model.objects.create_user("looks", is_staff=True)
    client.force_login(looks)
    assert client.get(sheets.address("wageestimate", "sheet")).status_code == 403
