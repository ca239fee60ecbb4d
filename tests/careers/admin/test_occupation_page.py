"""The figures of an occupation are edited in tables on its page."""

import pytest

from careers.models import DemographicShare, Occupation, Release, Skill, SkillRating, StatedFact

from .forms import posted, prefix_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(admin_client, address, coordinator):
    return admin_client.get(address(coordinator))


@pytest.fixture
def save(admin_client, address, coordinator, page):
    def save(added=None, **changes):
        return admin_client.post(address(coordinator), posted(page, added, **changes))

    return save


@pytest.fixture
def another_release(time_to_become):
    return Release.objects.create(source=time_to_become.release.source, label="another")


def new_row(page, prefix: str, model, **values) -> dict:
    """What adding a row to a table posts."""
    rows = next(
        inline.formset for inline in page.context["inline_admin_formsets"] if inline.formset.prefix == prefix
    )
    number = rows.total_form_count()
    blank = {bound.name: bound.value() for bound in rows.empty_form}
    row = {**dict.fromkeys(blank, ""), "is_current": "on", **values}
    row.pop("DELETE", None)
    return {
        f"{prefix}-TOTAL_FORMS": str(number + 1),
        **{f"{prefix}-{number}-{name}": str(value) for name, value in row.items()},
    }


def test_saving_the_page_untouched_stays_within_20_queries_and_changes_nothing(
    admin_client, address, coordinator, page, django_assert_max_num_queries
):
    before = list(StatedFact.objects.filter(occupation=coordinator).order_by("pk").values())
    with django_assert_max_num_queries(20):
        assert admin_client.post(address(coordinator), posted(page)).status_code == 302
    assert list(StatedFact.objects.filter(occupation=coordinator).order_by("pk").values()) == before


def test_a_refused_page_is_drawn_again_within_20_queries(
    admin_client, address, coordinator, page, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20):
        answer = admin_client.post(address(coordinator), posted(page, title=""))
    assert "This field is required." in said(answer)


def test_what_is_published_is_not_typed_over_but_corrected_on_its_own_page(save, page, time_to_become):
    row = prefix_of(page, StatedFact, pk=time_to_become.pk)
    before = time_to_become.high
    assert save(**{f"{row}-high": "6"}).status_code == 302
    time_to_become.refresh_from_db()
    assert time_to_become.high == before != 6
    assert f"/admin/careers/statedfact/{time_to_become.pk}/change/" in page.content.decode()


@pytest.fixture
def state(save, page, another_release):
    """Add a row of stated facts, out of force."""

    def state(**values):
        values = {"topic": "time_to_become", "release": another_release.pk, "is_current": "", **values}
        return save(new_row(page, "stated_facts", StatedFact, **values))

    return state


def test_a_stated_fact_is_left_empty_only_with_a_reason(state, another_release):
    assert "choose why it is missing" in said(state())
    assert state(reason_value="not_collected").status_code == 302
    assert StatedFact.objects.get(release=another_release).missing == {"value": "not_collected"}


def test_a_range_without_its_lower_end_is_refused_in_human_words(state):
    assert "Give a number, a range or a text; or leave all empty and say why." in said(state(high=6))


def test_a_falling_range_is_refused_in_human_words(state):
    assert "A range begins at its lower end." in said(state(low=9, high=6))


def test_a_share_over_100_is_refused_in_human_words(save, page, another_release):
    values = {"characteristic": "gender", "category": "Women", "position": 1, "percent": "100.1"}
    row = new_row(
        page, "demographic_shares", DemographicShare, release=another_release.pk, is_current="", **values
    )
    assert "A share lies between 0 and 100 percent." in said(save(row))


def test_a_second_statement_in_force_is_refused_in_human_words(save, page, another_release):
    row = new_row(page, "stated_facts", StatedFact, topic="time_to_become", low=3, release=another_release.pk)
    assert "Another statement on that is in force." in said(save(row))


def test_two_new_rows_cannot_both_come_into_force(save, page, coordinator, another_release):
    skill = Skill.objects.create(name="Greeting", slug="greeting")
    reasons = {"reason_importance": "not_collected", "reason_level": "not_collected"}
    first = SkillRating.objects.filter(occupation=coordinator).first().release
    rows = {}
    for step, release in enumerate((first, another_release)):
        row = new_row(
            page, "skill_ratings", SkillRating, skill=skill.pk, rank=9, release=release.pk, **reasons
        )
        total = int(row["skill_ratings-TOTAL_FORMS"])
        rows |= {
            name.replace(f"-{total - 1}-", f"-{total - 1 + step}-"): value for name, value in row.items()
        }
        rows["skill_ratings-TOTAL_FORMS"] = str(total + step)
    assert "Another rating of that skill is in force." in said(save(rows))


def test_a_row_that_an_older_figure_already_holds_is_refused_in_human_words(save, page, time_to_become):
    StatedFact.objects.filter(pk=time_to_become.pk).update(is_current=False)
    row = {"topic": "time_to_become", "low": 3, "release": time_to_become.release_id}
    answer = said(save(new_row(page, "stated_facts", StatedFact, **row)))
    assert "This release already states that." in answer


def test_one_save_hands_over_from_one_release_to_another(save, page, time_to_become, another_release):
    row = prefix_of(page, StatedFact, pk=time_to_become.pk)
    added = new_row(
        page, "stated_facts", StatedFact, topic="time_to_become", low=3, release=another_release.pk
    )
    assert save(added, **{f"{row}-is_current": None}).status_code == 302
    time_to_become.refresh_from_db()
    assert not time_to_become.is_current
    assert (
        StatedFact.objects.current().get(occupation=time_to_become.occupation, topic="time_to_become").release
        == another_release
    )


def test_a_figure_out_of_force_is_not_in_the_tables(admin_client, address, coordinator, time_to_become):
    StatedFact.objects.filter(pk=time_to_become.pk).update(is_current=False)
    with pytest.raises(AssertionError, match="no such row"):
        prefix_of(admin_client.get(address(coordinator)), StatedFact, pk=time_to_become.pk)


def test_a_row_that_went_out_of_force_meanwhile_is_told(save, time_to_become):
    StatedFact.objects.filter(pk=time_to_become.pk).update(is_current=False)
    assert "was deleted or went out of force. Open the page again" in said(save())


def test_a_job_title_cannot_have_a_soc_code(save):
    assert "A job title has no SOC code" in said(save(soc_code="99-9999"))


def test_a_job_title_is_made_from_nothing(admin_client, address):
    page = admin_client.get(address(Occupation, "add"))
    data = posted(page, title="Greeter", slug="greeter", level="job_title")
    assert admin_client.post(address(Occupation, "add"), data).status_code == 302
    assert Occupation.objects.get(slug="greeter").is_job_title


@pytest.mark.parametrize("counts", ["TOTAL", "INITIAL"])
@pytest.mark.parametrize("number", [10_000, 2**70])
def test_absurdly_many_rows_are_refused_in_human_words_and_not_made(
    save, page, counts, number, django_assert_max_num_queries
):
    absurd = {f"demographic_shares-{name}_FORMS": str(number) for name in {"TOTAL", counts}}
    with django_assert_max_num_queries(200):
        answer = save(absurd)
    assert "Please submit at most 59 forms." in said(answer), "nine that are there, and fifty"
