"""A figure is there or says why not; whatever breaks a rule is told at the form in human words."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages

from careers.admin.constraints import ConstrainedForm
from careers.models import EducationShare, Projection, Release, SkillRating, WageEstimate

from .forms import posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(admin_client, address):
    """Open the page of a figure, type the changes, and save."""

    def save(figure, **changes):
        page = admin_client.get(address(figure))
        return admin_client.post(address(figure), posted(page, **changes))

    return save


def test_an_untouched_form_changes_nothing(save, wage):
    before = WageEstimate.objects.filter(pk=wage.pk).values().get()
    assert save(wage).status_code == 302
    assert WageEstimate.objects.filter(pk=wage.pk).values().get() == before


def test_saving_pay_stays_within_20_queries(admin_client, address, wage, django_assert_max_num_queries):
    page = admin_client.get(address(wage))
    with django_assert_max_num_queries(20):
        assert admin_client.post(address(wage), posted(page, is_current=None)).status_code == 302
    wage.refresh_from_db()
    assert not wage.is_current


def test_a_falling_percentile_is_refused_in_human_words(add, wage):
    answer = add(wage, annual_p25=str(wage.annual_p10 - 1))
    assert "Annual percentiles must not fall: 10th ≤ 25th" in said(answer)


def test_a_figure_left_empty_without_a_reason_is_refused_at_its_place(add, wage):
    answer = add(wage, annual_mean="")
    form = answer.context["adminform"].form
    assert form.errors == {"reason_annual_mean": ["Give the figure, or choose why it is missing."]}
    assert "Each empty figure needs a reason" not in answer.content.decode()


def test_a_figure_left_empty_with_a_reason_is_saved(add, added, wage):
    assert add(wage, annual_mean="", reason_annual_mean="suppressed").status_code == 302
    row = added(WageEstimate)
    assert row.annual_mean is None
    assert row.missing == {**wage.missing, "annual_mean": "suppressed"}


def test_what_is_published_shows_its_own_reason_and_offers_no_other(admin_client, address, wage):
    WageEstimate.objects.filter(pk=wage.pk).update(
        hourly_p10=None, missing={**wage.missing, "hourly_p10": "suppressed"}
    )
    fields = admin_client.get(address(wage)).context["adminform"].form.fields
    assert fields["reason_hourly_p10"].choices == [("suppressed", "The publisher withholds it")]
    new = admin_client.get(address(WageEstimate, "add")).context["adminform"].form.fields
    assert len(new["reason_hourly_p10"].choices) > 5


def test_a_figure_that_is_there_has_no_reason(add, added, wage):
    assert "leave the reason open" in said(add(wage, annual_mean="90000", reason_annual_mean="suppressed"))
    assert add(wage, annual_mean="90000").status_code == 302
    assert added(WageEstimate).missing == wage.missing


def test_a_reason_that_does_not_exist_is_refused(add, wage):
    assert "not one of the available choices" in said(add(wage, annual_mean="", reason_annual_mean="because"))


def test_letters_for_a_number_are_told_once(add, wage):
    form = add(wage, annual_mean="a lot").context["adminform"].form
    assert form.errors == {"annual_mean": ["Enter a whole number."]}


def test_the_json_is_not_shown(admin_client, address, wage):
    form = admin_client.get(address(wage)).context["adminform"].form
    assert "missing" not in form.fields
    assert {f"reason_{figure}" for figure in WageEstimate.EXPLAINED} <= form.fields.keys()


def test_every_reason_has_its_own_label(admin_client, address, wage):
    form = admin_client.get(address(wage)).context["adminform"].form
    labels = [field.label for name, field in form.fields.items() if name.startswith("reason_")]
    assert len(set(labels)) == len(labels) == len(WageEstimate.EXPLAINED)
    assert "Why annual 10th percentile is missing" in labels


def test_two_figures_in_force_are_refused_in_human_words(admin_client, address, wage):
    other = Release.objects.create(source=wage.release.source, label="May 2031")
    page = admin_client.get(address(wage))
    answer = admin_client.post(address(WageEstimate, "add"), posted(page, release=str(other.pk)))
    assert "Other pay is in force for that occupation, area and industry" in said(answer)


def test_the_same_cell_twice_in_a_release_is_refused_in_human_words(admin_client, address, wage):
    page = admin_client.get(address(wage))
    answer = admin_client.post(address(WageEstimate, "add"), posted(page, is_current=None))
    assert "This release already has that occupation in that area and industry." in said(answer)


def test_figures_of_another_release_are_added_out_of_force(admin_client, address, wage):
    other = Release.objects.create(source=wage.release.source, label="May 2031")
    page = admin_client.get(address(wage))
    data = posted(page, release=str(other.pk), is_current=None)
    assert admin_client.post(address(WageEstimate, "add"), data).status_code == 302
    assert WageEstimate.objects.filter(release=other, is_current=False).exists()


@pytest.mark.parametrize(
    ("model", "changes", "message"),
    [
        (EducationShare, {"percent": "100.1"}, "A share lies between 0 and 100 percent."),
        (Projection, {"target_year": "2023"}, "The target year comes after the base year."),
        (SkillRating, {"importance": "5.5", "reason_importance": ""}, "Importance lies between 1 and 5."),
        (WageEstimate, {"wage_rse": "101", "reason_wage_rse": ""}, "The error of mean pay is a percentage"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)  # fmt: skip
def test_each_rule_of_the_database_reaches_its_form(add, model, changes, message):
    assert message in said(add(model.objects.current().first(), **changes))


def test_what_only_the_database_notices_is_told_too(add, wage, monkeypatch):
    """Two editors who save in the same moment both have a valid form."""
    monkeypatch.setattr(ConstrainedForm, "validate_constraints", lambda form: None)
    answer = add(wage, annual_p25=str(wage.annual_p10 - 1))
    assert answer.status_code == 302
    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert told == [
        "Nothing was saved: Annual percentiles must not fall: 10th ≤ 25th ≤ median ≤ 75th ≤ 90th."
    ]


def test_the_form_says_which_release_it_comes_from(admin_client, address, wage):
    page = admin_client.get(address(wage)).content.decode()
    assert "Occupational Employment and Wage Statistics, May 2025" in page
    assert "Registered Nurses (29-1141), United States, All industries" in page


def test_what_was_changed_is_named_in_the_recent_actions(save, admin_client, address, wage):
    save(wage, is_current=None)
    name = "Registered Nurses (29-1141), United States, All industries"
    assert LogEntry.objects.latest("action_time").object_repr == name
    assert name in admin_client.get(address(wage, "delete")).content.decode()


def test_who_may_only_look_reads_the_reasons_as_words(client, address, wage):
    wage.annual_mean, wage.missing["annual_mean"] = None, "suppressed"
    wage.save()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_wageestimate"))
    client.force_login(reader)
    assert "The publisher withholds it" in client.get(address(wage)).content.decode()
