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
    """Post the form of a correction as an editor, who opened it just now or has it `opened`."""

    def correct(row=wage, opened=None, **changes):
        page = opened or client.get(to_correct(address, row))
        carried = {"version": page.context["form"]["version"].value()}
        return client.post(to_correct(address, row), GIVEN | carried | changes)

    return correct


@pytest.fixture
def decide(client, address):
    """Press a button of the page on which a correction is decided."""

    def decide(correction, page=None, **pressed):
        decide = f"{address(correction).removesuffix('change/')}decide/"
        page = page or client.get(decide)
        return client.post(decide, pressed | {"seen": page.context["seen"] if page.context else ""})

    return decide


def to_correct(address, row) -> str:
    return f"{address(row).removesuffix('change/')}correct/"


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


def test_correcting_stays_within_20_queries(client, correct, address, wage, django_assert_max_num_queries):
    page = client.get(to_correct(address, wage))
    with django_assert_max_num_queries(20 + 1):  # the last writes the version of the data
        assert correct(opened=page).status_code == 302


def test_what_conflicts_with_a_newer_release_is_listed_kept_or_withdrawn(
    client, correct, decide, address, wage, tmp_path
):
    correct()
    made = Correction.objects.get()
    conflicts = address(Correction, "changelist") + "?state=conflict"
    assert "Registered Nurses" not in client.get(conflicts).content.decode().partition("result_list")[2]
    import_pay(tmp_path, wage, annual_mean=99_000)
    assert "In conflict with May 2031" in client.get(conflicts).content.decode()
    page = client.get(address(made)).content.decode()
    assert 'decide/">Withdraw or keep it' in page
    assert "$99,000" in page
    assert decide(made, keep="1").status_code == 302
    assert "In conflict with" not in client.get(conflicts).content.decode()
    assert decide(made, withdraw="1", reason="").status_code == 200
    assert decide(made, withdraw="1", reason="The letter erred.").status_code == 302
    made.refresh_from_db()
    assert (made.ending, made.ending_reason) == ("withdrawn", "The letter erred.")
    assert WageEstimate.objects.current().national().get(occupation=wage.occupation).annual_mean == 99_000
    assert decide(made, withdraw="1", reason="Again.").status_code == 302


def test_the_second_editor_is_told_what_the_first_corrected_and_may_go_on(client, correct, address, wage):
    page = client.get(to_correct(address, wage))
    correct(reason="A digit too few.")
    answer = correct(opened=page, value="103000")
    assert "edith corrected it to $104,000 (“A digit too few.”). Press “Correct it” again" in errors(answer)
    assert now(wage).annual_mean == 104_000
    other = correct(opened=page, field="annual_median", value=str(wage.annual_median + 10))
    assert other.status_code == 302, "of another figure of the row nobody did anything"
    assert correct(opened=answer, value="103000").status_code == 302
    assert (now(wage).annual_mean, Correction.objects.in_force().count()) == (103_000, 2)


def test_what_is_typed_outlives_a_release_that_comes_meanwhile(client, correct, address, wage, tmp_path):
    page = client.get(to_correct(address, wage))
    import_pay(tmp_path, wage, annual_mean=99_000)
    answer = correct(opened=page)
    assert "the publisher came to give $99,000 (May 2031)." in errors(answer)
    assert 'value="$104,000"' in answer.content.decode()
    assert correct(opened=answer).status_code == 302
    assert WageEstimate.objects.current().national().get(occupation=wage.occupation).annual_mean == 104_000
    assert now(wage).corrected is None


def test_a_form_that_does_not_say_what_it_showed_corrects_nothing(client, correct, wage):
    assert "does not say" in errors(correct(version=""))
    assert "does not say" in errors(correct(version="forged"))
    assert now(wage).corrected is None


def test_nobody_decides_on_what_they_have_not_seen(client, correct, decide, address, wage, tmp_path):
    correct()
    made = Correction.objects.get()
    import_pay(tmp_path, wage, annual_mean=99_000)
    page = client.get(f"{address(made).removesuffix('change/')}decide/")
    import_pay(tmp_path, wage, "May 2032", 2032, annual_mean=100_000)
    assert "since you looked" in decide(made, page, keep="1").content.decode()
    answer = decide(made, page, withdraw="1", reason="It is right now.")
    assert "It is right now." in answer.content.decode()
    made.refresh_from_db()
    assert (made.conflicts_with, made.ended_at) == ("May 2032", None)
    assert decide(made, answer, withdraw="1", reason="It is right now.").status_code == 302


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
