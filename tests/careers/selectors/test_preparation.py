"""What entry takes and what people hold, as cells: the most common answer, the zone, the time."""

from decimal import Decimal

from careers.selectors.preparation import (
    asked_experience_cells,
    degree_cells,
    experience_cells,
    time_cells,
    zone_cells,
)

from .figures import degree, experience, projection, zone


def test_the_most_common_degree_is_the_largest_share_of_those_known():
    shares = [
        degree("bachelor", Decimal("40.2")),
        degree("master", Decimal("21.0")),
        degree("associate", None),
    ]
    cell = degree_cells(shares)["common_degree"]
    assert cell.text == "Bachelor's degree, 40.2%"
    assert cell.value == ("bachelor", Decimal("40.2"))
    assert cell.note == ""


def test_the_degrees_of_a_wider_group_are_said_to_be_of_one():
    cell = degree_cells([degree("bachelor", Decimal(40), is_group=True)])["common_degree"]
    assert "wider group" in cell.note


def test_degrees_that_are_withheld_say_why():
    assert degree_cells([degree("bachelor", None)])["common_degree"].reason_code == "suppressed"


def test_experience_is_the_answer_given_most_often_with_its_share():
    shares = [experience(6, Decimal("48.60")), experience(7, Decimal("51.40")), experience(8, Decimal(0))]
    cell = experience_cells(shares)["years_of_experience"]
    assert cell.text == "Over 2 up to 4 years, 51%"
    assert (cell.kind, cell.unit) == ("class", "answer given most often")
    assert "said a newcomer needs" in cell.note
    assert "O*NET occupations" not in cell.note


def test_of_two_answers_given_equally_often_the_shorter_is_shown():
    shares = [experience(8, Decimal(30)), experience(6, Decimal(30))]
    assert experience_cells(shares)["years_of_experience"].text.startswith("Over 1 up to 2 years")


def test_experience_says_of_how_many_occupations_it_is_the_mean():
    cell = experience_cells([experience(7, Decimal(31), parts=3)])["years_of_experience"]
    assert "The mean of 3 O*NET occupations" in cell.note


def test_where_the_answers_are_withheld_none_is_called_the_most_common():
    assert experience_cells([experience(7, None)]) == {}
    hidden = [experience(6, Decimal(30)), experience(7, Decimal(35)), experience(8, None)]
    assert experience_cells(hidden) == {}  # 35 may be withheld
    seen = [experience(6, Decimal(30)), experience(7, Decimal(36)), experience(8, None)]
    assert experience_cells(seen)["years_of_experience"].text == "Over 2 up to 4 years, 36%"


def test_the_class_of_the_projections_stands_in_and_says_that_it_is_coarse():
    cell = asked_experience_cells(projection("bachelor", "from_5_years"))["years_of_experience"]
    assert (cell.text, cell.kind) == ("5 years or more", "class")
    assert "A coarse class" in cell.note


def test_a_job_zone_has_its_number_and_its_words():
    assert zone_cells(zone(4))["job_zone"].text == "Zone 4, considerable preparation"
    cell = zone_cells(zone(3, 4, parts=6))["job_zone"]
    assert (cell.text, cell.value) == ("Zones 3 to 4, medium to considerable preparation", (3, 4))
    assert cell.note == "From 6 O*NET occupations that belong to it."
    assert zone_cells(zone(None))["job_zone"].reason_code == "suppressed"


def test_the_time_to_become_one_is_marked_as_computed_and_tells_its_parts():
    cell = time_cells(projection("bachelor", "under_5_years"))["time_to_become"]
    assert (cell.text, cell.unit, cell.kind) == ("4 to 9 years", "after high school", "range")
    assert cell.value == (Decimal(4), Decimal(9))
    assert cell.note.startswith("Computed here")
    assert "4 years of study" in cell.note
    assert "up to 5 years of experience" in cell.note


def test_without_one_of_the_three_classes_no_time_is_computed():
    assert time_cells(projection(None)) == {}
    assert time_cells(projection("bachelor", training=None)) == {}
