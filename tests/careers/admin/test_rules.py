"""Whatever the database forbids is told at the form, in the words of the rule."""

import pytest
from django.db.models import CheckConstraint, ForeignKey, UniqueConstraint

from careers import models as m
from careers.admin.reasons import reason_name

from .crowd import MAKERS, crowd
from .forms import posted, said

pytestmark = pytest.mark.django_db

# A stated fact is a number, a range or a text: test_occupation_page empties one.
FIGURES = [model for model in MAKERS if issubclass(model, m.Figure) and model is not m.StatedFact]
PUBLISHED = [model for model in MAKERS if issubclass(model, m.Published)]
# What an editor would have to type to break each rule on its model's crowd.
BREACHES = {
    "ageestimate_years_in_range": {"years": "13"},
    "company_facts_have_source": {"size": "1-19"},
    "company_slug_not_reserved": {"slug": "best"},
    "demographicshare_percent_in_range": {"percent": "-1"},
    "educationshare_percent_in_range": {"percent": "100.1"},
    "employer_pay_needs_offers": dict.fromkeys(("median", "mean", "lowest", "highest"), "50000"),
    "employerpay_ascends": {"lowest": "3", "median": "2", "mean": "2", "highest": "2"},
    "interestrating_rating_in_range": {"rating": "7.01"},
    "jobzone_lowest_in_range": {"lowest": "0"},
    "jobzone_highest_in_range": {"highest": "6"},
    "jobzone_zones_ascend": {"lowest": "5"},
    "majorearnings_earnings_ascend": {"median": "39999"},
    "posting_dates_ascend": {"valid_through": "2026-11-01"},
    "posting_pay_ascends": {"pay_max": "20"},
    "posting_pay_has_unit": {"currency": ""},
    "posting_pay_is_not_negative": {"pay_min": "-1"},
    "preparationshare_percent_in_range": {"percent": "100.01"},
    "preparationshare_category_in_range": {"category": "13"},
    "priceparity_index_in_range": {"index": "201"},
    "projection_percent_self_employed_in_range": {"percent_self_employed": "101"},
    "projection_change_percent_in_range": {"change_percent": "-101"},
    "projection_ends_after_it_starts": {"base_year": "2024", "target_year": "2023"},
    "skillrating_importance_in_range": {"importance": "0.99"},
    "skillrating_level_in_range": {"level": "7.5"},
    "statedfact_range_ascends": {"high": "2"},
}
# Told in other words or elsewhere: test_reasons, test_occupation_page and below; or never typed.
TOLD_ELSEWHERE = {
    "stated_fact_missing_has_reason",
    "related_occupation_is_another",
    "company_assessment_within_100",
    "posting_match_confidence_within_100",
    "reader_report_public_has_answer",  # test_reports
    "correction_ends_with_reason",
    # States are buttons, dates are two fields each: tests/careers/desk/test_publishing.py.
    *(f"{name}_status_is_known" for name in ("company", "page", "posting")),
    *(f"{name}_appears_before_it_goes" for name in ("company", "page", "posting")),
}
RULES = {
    constraint.name: (model, str(constraint.violation_error_message))
    for model in MAKERS
    for constraint in model._meta.constraints
    if isinstance(constraint, CheckConstraint) and not constraint.name.endswith("_missing_has_reason")
}
of_each = pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.__name__)


@pytest.fixture
def save(admin_client, address):
    """Open the page of a row, type the changes, and save."""

    def save(row, **changes):
        page = admin_client.get(address(row))
        return admin_client.post(address(row), posted(page, **changes))

    return save


def test_every_rule_is_tried():
    assert RULES.keys() - TOLD_ELSEWHERE == BREACHES.keys()


@pytest.mark.parametrize("rule", BREACHES)
def test_each_rule_is_told_in_its_own_words(rule, around, save, add):
    """Where a figure is added: one that is there already is corrected, never typed over."""
    model, words = RULES[rule]
    row = crowd(model, around)[0]
    given = {
        reason_name(name): "" for name in BREACHES[rule] if isinstance(row, m.Figure) and row.reason_for(name)
    }
    typed = add if isinstance(row, m.Figure) else save
    assert words in said(typed(row, **BREACHES[rule], **given))


@pytest.mark.parametrize("model", FIGURES, ids=lambda model: model.__name__)
def test_a_figure_is_left_empty_only_with_a_reason(model, around, add, added):
    row = crowd(model, around)[0]
    figure = model.EXPLAINED[0]
    reason = {reason_name(figure): ""}
    assert "choose why it is missing" in said(add(row, **{figure: ""}, **reason))
    unreliable = dict.fromkeys(model.EXPLAINED, "unreliable")
    empty = dict.fromkeys(model.EXPLAINED, "")
    assert add(row, **empty, **{reason_name(f): r for f, r in unreliable.items()}).status_code == 302
    row = added(model)
    assert row.missing == unreliable
    assert all(getattr(row, name) is None for name in model.EXPLAINED)


@of_each
def test_the_same_twice_in_a_release_and_twice_in_force_are_refused(model, around, admin_client, address):
    row = crowd(model, around)[0]
    page = admin_client.get(address(row))
    answer = said(admin_client.post(address(model, "add"), posted(page)))
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            assert str(constraint.violation_error_message) in answer


@of_each
def test_the_same_of_another_release_is_added_once_the_old_is_out_of_force(
    model, around, admin_client, address, save
):
    row = crowd(model, around)[0]
    newer = m.Release.objects.create(source=around.release.source, label="newer")
    page = admin_client.get(address(row))
    again = posted(page, release=str(newer.pk))
    in_force = next(
        constraint
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint) and constraint.condition is not None
    )
    assert str(in_force.violation_error_message) in said(admin_client.post(address(model, "add"), again))
    assert save(row, is_current=None).status_code == 302
    assert admin_client.post(address(model, "add"), again).status_code == 302
    assert model.objects.current().get(release=newer)


@of_each
def test_nothing_is_saved_without_what_it_is_about(model, admin_client, address):
    answer = admin_client.post(address(model, "add"), {})
    required = {
        field.name
        for field in model._meta.fields
        if isinstance(field, ForeignKey) and not field.null
    }  # fmt: skip
    assert required <= answer.context["adminform"].form.errors.keys()


def test_an_occupation_is_not_related_to_itself(around, save):
    row = crowd(m.RelatedOccupation, around)[0]
    answer = save(row, related=str(around.occupation.pk))
    assert "An occupation is not related to itself." in said(answer)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("29-1141", ["29-1141"]),
        ("29-1141, 29-1151;29-1161\n29-1141", ["29-1141", "29-1151", "29-1161"]),
        (" ", []),
    ],
)
def test_soc_codes_of_a_census_title_are_typed_as_a_list(around, save, typed, kept):
    row = crowd(m.CensusOccupation, around)[0]
    assert save(row, soc_codes=typed).status_code == 302
    row.refresh_from_db()
    assert row.soc_codes == kept


def test_what_is_no_soc_code_is_named(around, save):
    row = crowd(m.CensusOccupation, around)[0]
    answer = said(save(row, soc_codes="29-1141, nurses, 291151"))
    assert "A SOC code looks like 29-1141; this does not: nurses, 291151." in answer


@pytest.mark.parametrize(
    ("model", "changes", "words"),
    [
        (m.Major, {"code": "51.38"}, "The code of a major looks like 51.3801."),
        (m.FieldOfStudy, {"code": "5138"}, "The code of a field looks like 51.38."),
        (m.Skill, {"name": "Crowd knowledge 1"}, "There is a skill of that name and kind already."),
        (m.College, {"unit_id": "crowd1"}, "College with this Unit id already exists."),
        (m.CompanyAssessment, {"score": "100.1"}, "less than or equal to 100"),
        (m.CompanyName, {"name": "!!!"}, "Write at least one letter or digit."),
    ],
    ids=["major", "field", "skill", "college", "assessment", "company name"],
)
def test_names_and_codes_have_rules_too(model, changes, words, around, save):
    row = crowd(model, around)[0]
    if model is m.Skill:
        changes = changes | {"kind": "knowledge"}
    assert words in said(save(row, **changes))
