"""An editor corrects a figure at its own page, and settles what a newer release puts in question."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User

from careers.desk import corrections
from careers.desk.roles import EDITOR
from careers.models import Correction, Occupation, WageEstimate
from tests.careers.desk.corrections import import_pay

from .forms import posted

pytestmark = pytest.mark.django_db
GIVEN = {
    "field": "annual_mean",
    "value": "$104,000",
    "reason": "Misprinted.",
    "evidence": "Letter of the Bureau, June 2026",
}


@pytest.fixture
def editor(client):
    user = User.objects.create_user("edith", is_staff=True)
    user.groups.add(Group.objects.get(name=EDITOR))
    client.force_login(user)
    return user


@pytest.fixture
def correct(client, editor, address, wage):
    """Post the form of a correction as an editor."""

    def correct(row=wage, **changes):
        return client.post(f"{address(row).removesuffix('change/')}correct/", GIVEN | changes)

    return correct


def now(wage):
    return WageEstimate.objects.get(pk=wage.pk)


def errors(response) -> str:
    form = response.context["form"]
    return " ".join(" ".join(said) for said in form.errors.values())


def test_an_editor_corrects_a_salary_from_its_own_page(client, editor, correct, address, wage):
    page = client.get(address(wage)).content.decode()
    form = f"{address(wage).removesuffix('change/')}correct/"
    assert f'href="{form}"' in page
    assert "None: it stands as published." in page
    assert f"${wage.annual_mean:,}" in client.get(form).content.decode()
    assert correct().status_code == 302
    assert now(wage).annual_mean == 104_000
    page = client.get(address(wage)).content.decode()
    assert f"the publisher gives ${wage.annual_mean:,}, corrected to $104,000." in page
    assert LogEntry.objects.latest("pk").change_message == "annual mean corrected to $104,000: Misprinted."
    page = " ".join(client.get(address(wage.occupation)).content.decode().split())
    listed = f"/admin/careers/correction/?occupation__id__exact={wage.occupation_id}"
    assert f'<a href="{listed}">Corrections in force</a> 1' in page
    assert f"${wage.annual_mean:,}" in client.get(listed).content.decode()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"reason": ""}, "This field is required."),
        ({"evidence": ""}, "This field is required."),
        ({"field": ""}, "Choose the figure."),
        ({"value": ""}, "Give the right value, or choose why there is none: one of both."),
        ({"missing": "suppressed"}, "Give the right value, or choose why there is none: one of both."),
        ({"value": "a lot"}, "must be an integer"),
        ({"missing": "because", "value": ""}, "not one of the available choices"),
        ({"field": "annual_p10", "value": "84000"}, "Annual percentiles must not fall"),
        ({"evidence_url": "javascript:alert(1)"}, "Enter a valid URL."),
    ],
)
def test_what_is_not_whole_is_refused_at_its_place(correct, wage, changes, told):
    answer = correct(**changes)
    assert answer.status_code == 200
    assert told in errors(answer)
    assert now(wage).corrected is None


def test_a_change_of_more_than_half_is_asked_about(correct, wage):
    answer = correct(value="10400000")
    assert "to $10,400,000 (+" in errors(answer)
    assert 'name="confirm"' in answer.content.decode()
    assert correct(value="10400000", confirm="on").status_code == 302
    assert now(wage).annual_mean == 10_400_000


def test_a_figure_is_taken_out_with_a_reason(correct, wage):
    assert correct(value="", missing="unreliable").status_code == 302
    assert now(wage).reason_for("annual_mean") == "unreliable"


def test_a_class_is_given_by_its_name(correct, nurses):
    projection = nurses.projections.current().get()
    assert correct(projection, field="entry_education", value="associate's degree").status_code == 302
    projection.refresh_from_db()
    assert projection.entry_education == "associate"


def test_the_form_of_a_figure_takes_no_other_value(admin_client, address, wage):
    page = admin_client.get(address(wage))
    form = page.context["adminform"].form
    assert all(form.fields[name].disabled for name in WageEstimate.EXPLAINED)
    typed = posted(page, annual_mean="1", reason_annual_median="suppressed")
    assert admin_client.post(address(wage), typed).status_code == 302
    assert (now(wage).annual_mean, now(wage).missing) == (wage.annual_mean, wage.missing)


def test_who_may_not_correct_is_refused_by_address_too(client, address, wage):
    client.force_login(User.objects.create_user("reader", is_staff=True))
    assert client.post(f"{address(wage).removesuffix('change/')}correct/", GIVEN).status_code == 403
    assert now(wage).corrected is None


def test_correcting_stays_within_20_queries(correct, wage, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        assert correct().status_code == 302


def test_what_conflicts_with_a_newer_release_is_listed_kept_or_withdrawn(
    client, correct, address, wage, tmp_path
):
    correct()
    made = Correction.objects.get()
    conflicts = address(Correction, "changelist") + "?state=conflict"
    assert "Registered Nurses" not in client.get(conflicts).content.decode().partition("result_list")[2]
    import_pay(tmp_path, wage, annual_mean=99_000)
    assert "In conflict with May 2031" in client.get(conflicts).content.decode()
    decide = f"{address(made).removesuffix('change/')}decide/"
    page = client.get(address(made)).content.decode()
    assert f'href="{decide}"' in page
    assert "$99,000" in page
    assert client.post(decide, {"keep": "1"}).status_code == 302
    assert "In conflict with" not in client.get(conflicts).content.decode()
    assert client.post(decide, {"withdraw": "1", "reason": ""}).status_code == 200
    assert client.post(decide, {"withdraw": "1", "reason": "The letter erred."}).status_code == 302
    made.refresh_from_db()
    assert (made.ending, made.ending_reason) == ("withdrawn", "The letter erred.")
    assert WageEstimate.objects.current().national().get(occupation=wage.occupation).annual_mean == 99_000
    assert client.post(decide, {"withdraw": "1", "reason": "Again."}).status_code == 302


def test_who_may_only_look_cannot_withdraw(client, correct, address, wage):
    correct()
    made = Correction.objects.get()
    client.force_login(User.objects.create_user("reader", is_staff=True))
    decide = f"{address(made).removesuffix('change/')}decide/"
    assert client.post(decide, {"withdraw": "1", "reason": "So."}).status_code == 403
    assert Correction.objects.in_force().exists()


def test_the_list_of_corrections_needs_few_queries(client, editor, address, django_assert_max_num_queries):
    states = WageEstimate.objects.current().cross_industry().filter(
        occupation=Occupation.objects.get(soc_code="29-1141"), annual_mean__isnull=False
    )  # fmt: skip
    for wage in states[:12]:
        corrections.correct(wage, "annual_mean", wage.annual_mean + 1, "Misprinted.", "A letter", editor)
    with django_assert_max_num_queries(20):
        page = client.get(address(Correction, "changelist")).content.decode()
    assert page.count("Registered Nurses (29-1141)") >= 12
