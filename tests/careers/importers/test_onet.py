"""O*NET: both editions give the same figures, and several O*NET occupations become one of ours."""

from decimal import Decimal

import pytest

from careers.models import (
    AlternateTitle,
    InterestRating,
    JobZone,
    OnetOccupation,
    PreparationShare,
    RelatedOccupation,
    Skill,
    SkillRating,
    TaskStatement,
    TechnologySkill,
)

from .onet_database import CODE, SOLDIERS, Database

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_onet")]

FIGURES = (
    OnetOccupation,
    AlternateTitle,
    SkillRating,
    PreparationShare,
    JobZone,
    InterestRating,
    TechnologySkill,
    RelatedOccupation,
    TaskStatement,
)
NURSES, LABORATORY, COMPUTERS = "29-1141", "29-2010", "15-1299"


def of(model, code: str, **values):
    """What Atlantis' O*NET says of an occupation."""
    return model.objects.filter(
        release__source__slug="onet-of-atlantis", occupation__soc_code=code, is_current=True, **values
    )


def rating(code: str, element: str = "2.A.1.a") -> SkillRating:
    return of(SkillRating, code, skill__element_id=element).get()


def everything() -> dict[str, set[tuple]]:
    found = {}
    for model in FIGURES:
        names = [
            field.attname for field in model._meta.fields if field.name not in {"id", "release", "missing"}
        ]
        rows = model.objects.filter(release__source__slug="onet-of-atlantis").values_list(*names)
        found[model.__name__] = set(rows)
    return found


def test_text_and_excel_give_the_same_figures(import_onet):
    database = Database()
    database.row("Knowledge", "29-1141.00", element="2.C.1.a", scale="IM")["Standard Error"] = ""
    receipt = import_onet(database, "xlsx")
    from_excel = everything()
    assert receipt.created == sum(map(len, from_excel.values()))
    assert all(from_excel.values())
    again = import_onet(database, "txt")
    assert (again.created, again.updated, again.retired) == (0, 0, 0)
    assert again.unchanged == receipt.created
    assert everything() == from_excel


def test_an_occupation_of_its_own_code_stands_alone(import_onet):
    database = Database()
    database.row("Skills", "29-1141.01", element="2.A.1.a", scale="IM")["Data Value"] = 1
    database.row("Job Zones", "29-1141.01")["Job Zone"] = 5
    import_onet(database)
    reading = rating(NURSES)
    assert (reading.importance, reading.importance_se) == (Decimal("4.00"), Decimal("0.3000"))
    assert (reading.level, reading.level_se, reading.parts) == (Decimal("4.00"), Decimal("0.4000"), 1)
    zone = of(JobZone, NURSES).get()
    assert (zone.lowest, zone.highest, zone.parts) == (3, 3, 1)


def test_a_broad_occupation_is_the_mean_of_its_parts_with_the_error_of_a_mean(import_onet):
    database = Database()
    reading = database.row("Skills", "29-2012.00", element="2.A.1.a", scale="IM")
    reading.update({"Data Value": 3.01, "Standard Error": 0.4})
    share = database.row("Education, Training, and Experience", "29-2012.00", scale="RW", category=2)
    share.update({"Data Value": 50.5, "Standard Error": 12})
    database.row("Interests", "29-2012.00", scale="OI", name="Social")["Data Value"] = 7
    import_onet(database)
    # (4.00 + 3.01) / 2 = 3.505, and √(0.3² + 0.4²) / 2 = 0.25.
    assert (rating(LABORATORY).importance, rating(LABORATORY).importance_se) == (
        Decimal("3.51"),
        Decimal("0.2500"),
    )
    assert rating(LABORATORY).parts == 2
    share = of(PreparationShare, LABORATORY, scale="experience", category=2).get()
    # √(3.5² + 12²) / 2
    assert (share.percent, share.standard_error, share.parts) == (Decimal("62.75"), Decimal("6.2500"), 2)
    assert of(InterestRating, LABORATORY, interest="social").get().rating == Decimal("5.25")


def test_an_occupation_without_data_of_its_own_is_the_mean_of_its_parts(import_onet):
    database = Database()
    database.row("Job Zones", "15-1299.09")["Job Zone"] = 5
    import_onet(database)
    assert rating(COMPUTERS).parts == 2
    zone = of(JobZone, COMPUTERS).get()
    assert (zone.lowest, zone.highest, zone.parts) == (3, 5, 2)


def test_a_mean_has_no_error_where_a_part_has_none(import_onet):
    database = Database()
    database.row("Skills", "29-2012.00", element="2.A.1.a", scale="LV")["Standard Error"] = ""
    import_onet(database)
    assert rating(LABORATORY).level_se is None
    assert rating(LABORATORY).importance_se is not None


def test_what_onet_advises_against_is_missing_as_unreliable(import_onet):
    database = Database()
    database.row("Skills", "29-1141.00", element="2.A.1.a", scale="IM")["Recommend Suppress"] = "Y"
    shares = "Education, Training, and Experience"
    database.row(shares, "29-1141.00", scale="OJ", category=3)["Recommend Suppress"] = "Y"
    import_onet(database)
    reading = rating(NURSES)
    assert (reading.importance, reading.importance_se, reading.level) == (None, None, Decimal("4.00"))
    assert reading.missing == {"importance": "unreliable"}
    share = of(PreparationShare, NURSES, scale="on_the_job", category=3).get()
    assert (share.percent, share.missing) == (None, {"percent": "unreliable"})


def test_the_level_of_what_is_not_relevant_does_not_apply(import_onet):
    database = Database()
    level = database.row("Skills", "29-1141.00", element="2.A.1.a", scale="LV")
    level.update({"Not Relevant": "Y", "Recommend Suppress": "Y", "Data Value": 0.1})
    import_onet(database)
    assert (rating(NURSES).level, rating(NURSES).missing) == (None, {"level": "not_applicable"})


def test_a_mean_leaves_out_what_onet_advises_against(import_onet):
    database = Database()
    for code in ("29-2011.00", "15-1299.08", "15-1299.09"):
        row = database.row("Skills", code, element="2.B.1.a", scale="LV")
        row.update({"Recommend Suppress": "Y", "Data Value": 7})
    import_onet(database)
    social = rating(LABORATORY, "2.B.1.a")
    assert (social.level, social.missing) == (Decimal("4.00"), {})
    assert (rating(COMPUTERS, "2.B.1.a").level, rating(COMPUTERS, "2.B.1.a").missing) == (
        None,
        {"level": "unreliable"},
    )


def test_skills_rank_by_importance_then_by_name_and_without_it_last(import_onet):
    database = Database()
    database.row("Skills", "29-1141.00", element="2.B.1.a", scale="IM")["Data Value"] = 4
    database.row("Skills", "29-1141.00", element="2.A.1.e", scale="IM")["Recommend Suppress"] = "Y"
    import_onet(database)
    ranked = of(SkillRating, NURSES, skill__kind="skill").order_by("rank")
    assert list(ranked.values_list("rank", "skill__name")) == [
        (1, "Reading Comprehension"),
        (2, "Social Perceptiveness"),
        (3, "Mathematics"),
    ]
    assert of(SkillRating, NURSES, skill__kind="knowledge", rank=1).get().skill.element_id == "2.C.1.a"


def test_mathematics_is_a_skill_and_a_field_of_knowledge_with_two_addresses(import_onet):
    import_onet(Database())
    skill, knowledge = (Skill.objects.get(element_id=element) for element in ("2.A.1.e", "2.C.4.a"))
    assert (skill.name, skill.kind) == ("Mathematics", "skill")
    assert (knowledge.name, knowledge.kind) == ("Mathematics", "knowledge")
    assert skill.slug != knowledge.slug


def test_a_skill_that_an_editor_made_by_hand_is_taken_for_onet_s(import_onet):
    database = Database()
    for row in database.files["Skills"]:
        if row["Element ID"] == "2.B.1.a":
            row.update({"Element ID": "2.B.9.z", "Element Name": "Juggling"})
    made = Skill.objects.create(name="Juggling", kind="skill", slug="juggling-for-a-living")
    import_onet(database)
    made.refresh_from_db()
    assert (made.element_id, made.slug) == ("2.B.9.z", "juggling-for-a-living")
    assert rating(NURSES, "2.B.9.z").skill == made


def test_answers_of_each_question_come_whole_and_licences_are_passed_over(import_onet):
    database = Database()
    rows = database.files["Education, Training, and Experience"]
    licence = {"Element ID": "2.D.4.a", "Scale ID": "IM", "Category": "", "Data Value": 3}
    rows.insert(4, {**rows[0], **licence})
    import_onet(database)
    for scale, answers in (("education", 12), ("experience", 11), ("on_site", 9), ("on_the_job", 9)):
        shares = of(PreparationShare, NURSES, scale=scale)
        assert list(shares.values_list("category", flat=True)) == list(range(1, answers + 1))
        assert sum(shares.values_list("percent", flat=True)) == 100


def test_titles_of_all_parts_come_together_once_and_without_the_occupation_s_own(import_onet):
    database = Database()
    for title, short in (("STAFF NURSE", "SN"), ("registered nurses", "")):
        row = {**database.files["Alternate Titles"][2], "Alternate Title": title, "Short Title": short}
        database.files["Alternate Titles"].append(row)
    import_onet(database)
    titles = of(AlternateTitle, NURSES, kind="alternate").order_by("title")
    assert list(titles.values_list("title", "short_title")) == [
        ("ICU Nurse", ""),
        ("Registered Nurse (RN)", "RN"),
        ("Staff Nurse", "SN"),
    ]
    assert of(AlternateTitle, NURSES, kind="reported").get().title == "Charge Nurse"


def test_technology_is_hot_or_in_demand_where_one_of_the_parts_says_so(import_onet):
    import_onet(Database())
    python = of(TechnologySkill, COMPUTERS).get()
    assert (python.name, python.is_hot, python.is_in_demand) == ("Python", True, True)


def test_related_occupations_are_ranked_anew_without_the_occupation_itself(import_onet):
    database = Database()
    rows = database.files["Related Occupations"]
    for code, other, rank in (("29-2012.00", "29-2011.00", 1), ("29-2012.00", "15-1299.08", 2)):
        row = {**rows[0], CODE: code, "Related O*NET-SOC Code": other, "Index": rank}
        rows.append({**row, "Relatedness Tier": "Primary-Long"})
    import_onet(database)
    nurses = of(RelatedOccupation, NURSES).values_list("rank", "related__soc_code", "tier")
    assert list(nurses) == [(1, LABORATORY, "primary_short"), (2, COMPUTERS, "primary_short")]
    # Both pairs rank second, so the code decides.
    laboratory = of(RelatedOccupation, LABORATORY).values_list("rank", "related__soc_code", "tier")
    assert list(laboratory) == [(1, COMPUTERS, "primary_long"), (2, NURSES, "primary_short")]


def test_descriptions_and_tasks_keep_the_onet_occupation_they_are_of(import_onet):
    import_onet(Database())
    described = of(OnetOccupation, NURSES).values_list("code", "description")
    assert list(described) == [
        ("29-1141.00", "They do the work of Registered Nurses."),
        ("29-1141.01", "They do the work of Acute Care Nurses."),
    ]
    tasks = of(TaskStatement, NURSES).values_list("onet_code", "task_id", "is_core")
    assert set(tasks) == {
        ("29-1141.00", 8823, True),
        ("29-1141.01", 8824, False),
        ("29-1141.01", 8825, False),
    }


def test_soldiers_are_rejected_with_file_line_and_reason(import_onet):
    receipt = import_onet(Database().add_soldiers())
    reason = "no occupation of the pay survey covers 55-3016.00"
    assert receipt.rejections == [
        {"line": 9, "reason": f"Occupation Data.xlsx: {reason}"},
        {"line": 6, "reason": f"Alternate Titles.xlsx: {reason}"},
    ]


def test_a_relation_to_soldiers_is_rejected_too(import_onet):
    database = Database()
    row = {**database.files["Related Occupations"][0], "Related O*NET-SOC Code": SOLDIERS, "Index": 9}
    database.files["Related Occupations"].append({**row, CODE: "29-2011.00"})
    receipt = import_onet(database)
    assert receipt.rejections[-1] == {
        "line": 6,
        "reason": "Related Occupations.xlsx: no occupation of the pay survey covers 55-3016.00",
    }


def test_columns_that_a_release_does_not_have_are_said_in_the_receipt(import_onet):
    database = Database()
    for file, column in (
        ("Skills", "Not Relevant"),
        ("Technology Skills", "In Demand"),
        ("Alternate Titles", "Short Title"),
    ):
        for row in database.files[file]:
            del row[column]
    receipt = import_onet(database)
    assert [warning.partition(" in this release")[0] for warning in receipt.warnings] == [
        "Alternate Titles.xlsx has no column 'Short Title'",
        "Skills.xlsx has no column 'Not Relevant'",
        "Technology Skills.xlsx has no column 'In Demand'",
    ]
    assert not of(TechnologySkill, COMPUTERS, is_in_demand=True).exists()
