"""Every fact of the reference page, cell by cell, on the page that compares its two job titles."""

import csv
import io
import re

import pytest

from tests.oracles.reference_page import (
    ADDRESS,
    FIRST,
    ITS_WORDS,
    PAY,
    ROWS,
    SECOND,
    SECTIONS,
    SKILLS,
    TIME,
)
from tests.site.html import rows
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

JSON, CSV = ADDRESS.rstrip("/") + ".json", ADDRESS.rstrip("/") + ".csv"
each_row = pytest.mark.parametrize(
    ("section", "label", "first", "second"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS]
)


def label_of(header) -> str:
    """A row's label without the hint beside it."""
    return " ".join("".join(child for child in header.children if isinstance(child, str)).split())


def table_of(section):
    tables = page_at(ADDRESS).all("table", css="compare-table")
    return next(table for table in tables if table.one("caption").text == section)


def cells_of(section, label):
    return next(cells[:2] for header, *cells in rows(table_of(section)) if label_of(header) == label)


def opening() -> str:
    return page_at(ADDRESS).one("p", css="lede").text


def sentence_with(text: str) -> str:
    found = [sentence for sentence in re.split(r"(?<=\.) (?=[A-Z0-9])", opening()) if text in sentence]
    assert len(found) == 1, (text, found)
    return found[0]


def words(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", text.lower().replace("'", "").replace("’", "")).split())


def test_the_sections_come_in_the_order_of_the_reference_page():
    headings = [heading.text for heading in page_at(ADDRESS).one("main").all("h2")]
    assert headings[:5] == ["Overview", "What they do", "Pay", "Education", "Demographics"]
    tables = page_at(ADDRESS).all("table", css="compare-table")
    assert [table.one("caption").text for table in tables] == list(SECTIONS)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_rows_of_a_section_come_first_and_in_its_order(section):
    labels = [label_of(header) for header, *_ in rows(table_of(section))]
    wanted = [label for label, *_ in SECTIONS[section]]
    assert labels[: len(wanted)] == wanted
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("section", SECTIONS)
def test_the_columns_are_the_two_job_titles_in_the_order_of_the_address(section):
    columns = table_of(section).one("thead").all("th")
    assert [column.text for column in columns[1:3]] == [FIRST, SECOND]
    assert [link for column in columns for link in column.links.values()] == [
        "/careers/patient-service-coordinator/",
        "/careers/front-office-coordinator/",
    ]


@each_row
def test_both_cells_of_a_row_say_what_the_reference_page_says(section, label, first, second):
    assert [cell.one("p", css="figure-value").text for cell in cells_of(section, label)] == [first, second]


@each_row
def test_each_cell_names_its_source(section, label, first, second):
    for cell in cells_of(section, label):
        source = cell.one("details", css="figure-source")
        assert source.links["Reference page"] == "/sources/reference-page/"
        assert "undated copy" in source.text


@each_row
def test_a_cell_without_a_figure_says_why_and_a_cell_with_one_does_not(section, label, first, second):
    for cell, value in zip(cells_of(section, label), (first, second), strict=True):
        reasons = [reason.text for reason in cell.all("p", css="figure-reason")]
        if value == "-":
            (reason,) = reasons
            assert len(reason.split()) > 3
        else:
            assert reasons == []


def test_the_opening_says_how_long_each_takes():
    sentence = sentence_with(TIME[FIRST])
    order = [sentence.index(text) for text in (TIME[FIRST], FIRST, TIME[SECOND], SECOND)]
    assert order == sorted(order)


def test_the_opening_says_who_earns_more_and_by_how_much():
    sentence = sentence_with(PAY[FIRST])
    assert sentence.startswith(FIRST)
    assert re.search(r"\bmore than\b|\bhigher than\b", sentence)
    assert sentence.index(PAY[FIRST]) < sentence.index(PAY[SECOND]) < sentence.rindex(SECOND)
    assert "$1,910" in sentence
    assert re.search(r"\b(5\.8|5\.82|6)%", sentence)


def test_the_opening_names_the_top_three_skills_of_each():
    sentence = sentence_with(SKILLS[FIRST][2])
    first_half, second_half = sentence[: sentence.index(SECOND)], sentence[sentence.index(SECOND) :]
    assert FIRST in first_half
    for half, skills in ((first_half, SKILLS[FIRST]), (second_half, SKILLS[SECOND])):
        places = [half.index(skill) for skill in skills]
        assert places == sorted(places)


def test_what_each_does_is_told_in_our_own_words():
    main = page_at(ADDRESS).one("main")
    names = [heading.text for heading in main.all("h3")]
    assert names == [f"{FIRST}s", f"{SECOND}s"]
    texts = [prose.text for prose in main.all("div", css="prose") if prose.attrs["class"] == "prose"]
    assert len(texts) == 2
    assert all(len(re.findall(r"\.(?: |$)", text)) in range(2, 7) for text in texts)


@pytest.mark.parametrize("address", [ADDRESS, JSON, CSV, *(f"/careers/{slug}/" for slug in (
    "patient-service-coordinator", "front-office-coordinator"))])  # fmt: skip
def test_no_sentence_of_the_reference_page_is_copied(address):
    said = words(response_at(address).content.decode())
    assert [phrase for phrase in ITS_WORDS if phrase in said] == []


def test_turned_round_the_columns_change_places_and_the_winner_stays():
    turned = page_at("/compare/front-office-coordinator-vs-patient-service-coordinator/")
    columns = turned.all("table", css="compare-table")[0].one("thead").all("th")
    assert [column.text for column in columns[1:3]] == [SECOND, FIRST]
    assert sentence_with(PAY[FIRST]) in turned.one("p", css="lede").text


def figures_in_json() -> list[tuple]:
    sections = response_at(JSON).json()["sections"]
    return [
        (section["title"], row["label"], column, figure)
        for section in sections
        for row in section["rows"]
        for column, figure in zip((FIRST, SECOND), row["cells"], strict=True)
    ]


def figures_in_csv() -> list[tuple]:
    titles = {section["section"]: section["title"] for section in response_at(JSON).json()["sections"]}
    lines = csv.DictReader(io.StringIO(response_at(CSV).content.decode()))
    return [(titles[line["section"]], line["label"], line["career"], line) for line in lines]


@pytest.mark.parametrize("figures", [figures_in_json, figures_in_csv], ids=["JSON", "CSV"])
def test_a_twin_holds_the_same_facts_in_the_same_order(figures):
    found = [(section, label, career, figure["text"]) for section, label, career, figure in figures()]
    wanted = [
        (section, label, career, text)
        for section, label, *texts in ROWS
        for career, text in zip((FIRST, SECOND), texts, strict=True)
    ]
    assert [fact for fact in found if fact in set(wanted)] == wanted


@pytest.mark.parametrize("figures", [figures_in_json, figures_in_csv], ids=["JSON", "CSV"])
def test_every_figure_of_a_twin_has_source_release_unit_and_reason(figures):
    assert len(figures()) >= 2 * len(ROWS)
    for section, label, career, figure in figures():
        where = (section, label, career)
        assert figure["source"] == "Reference page", where
        assert figure["release"] == "undated copy", where
        assert figure["area"] == "", where
        assert bool(figure["unit"]) or figure["kind"] in {"name", "class", "rating"}, where
        assert (figure["text"] == "-") == bool(figure["missing_reason"]), where
        assert bool(figure["missing_reason"]) == bool(figure["missing_reason_text"]), where
        assert figure["value"] in {None, ""} if figure["text"] == "-" else figure["value"] != "", where


def test_the_json_twin_holds_numbers_as_numbers():
    values = {
        (section, label, column): figure["value"] for section, label, column, figure in figures_in_json()
    }
    assert values["Overview", "Yearly salary", FIRST] == 34754
    assert values["Overview", "Hourly rate", SECOND] == 15.79
    assert values["Overview", "Growth rate", SECOND] == -5
    assert values["Pay", "Salary range", FIRST] == [27000, 43000]
    assert values["Demographics", "Gender ratio", FIRST] == [["Male", 13.4], ["Female", 86.6]]
    assert values["Demographics", "Race ratio", SECOND][5] == ["American Indian and Alaska Native", 1]


def test_the_json_twin_opens_with_the_sentences_of_the_page():
    assert " ".join(response_at(JSON).json()["opening"]) == opening()
