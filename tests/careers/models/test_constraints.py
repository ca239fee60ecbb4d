"""What the database refuses, and what the form says about it in human words."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from careers.models import EducationShare, Occupation, WageEstimate

pytestmark = pytest.mark.django_db


@pytest.fixture
def wage():
    return WageEstimate.objects.current().national().get(occupation__soc_code="29-1141")


@pytest.fixture
def share():
    return EducationShare.objects.current().first()


def refused(figure, message: str) -> None:
    with pytest.raises(ValidationError) as said:
        figure.full_clean()
    assert message in " ".join(said.value.messages)
    with pytest.raises(IntegrityError), transaction.atomic():
        figure.save()


def test_percentiles_cannot_fall(wage):
    wage.annual_p25 = wage.annual_p10 - 1
    refused(wage, "Annual percentiles must not fall")


def test_percentiles_with_a_gap_between_them_cannot_fall_either(wage):
    wage.annual_median, wage.annual_p75 = None, wage.annual_p25 - 1
    wage.missing = {**wage.missing, "annual_median": "suppressed"}
    refused(wage, "Annual percentiles must not fall")


def test_a_missing_figure_needs_a_reason(wage):
    wage.annual_mean = None
    refused(wage, "Each empty figure needs a reason")


def test_a_figure_that_is_there_needs_no_reason(wage):
    wage.missing = {**wage.missing, "annual_mean": "suppressed"}
    refused(wage, "Each empty figure needs a reason, and a figure that is there needs none")


def test_a_missing_figure_with_its_reason_is_fine(wage):
    wage.annual_mean, wage.missing = None, {**wage.missing, "annual_mean": "suppressed"}
    wage.full_clean()
    wage.save()


def test_a_share_lies_between_0_and_100(share):
    share.percent = 100.1
    refused(share, "A share lies between 0 and 100 percent.")


def test_one_cell_has_one_figure_in_a_release(wage):
    wage.pk, wage.is_current = None, False
    refused(wage, "This release already has that occupation in that area and industry.")


def test_one_cell_has_one_figure_in_force(wage):
    wage.pk = None
    wage.release = type(wage.release).objects.exclude(pk=wage.release_id).first()
    refused(wage, "Other pay is in force for that occupation, area and industry")


def test_a_job_title_has_no_soc_code():
    title = Occupation.objects.filter(level="job_title").first()
    title.soc_code = "99-9999"
    refused(title, "A job title has no SOC code")


def test_a_slug_cannot_hold_what_separates_a_comparison():
    title = Occupation.objects.filter(level="job_title").first()
    title.slug = "cats-vs-dogs"
    refused(title, "A slug cannot contain “-vs-”")
