"""Postings in a CSV file whose columns the module describes."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.feeds.formats import csv_file, find
from careers.feeds.records import Document, PlaceRecord, Reading, Unreadable

FULL = {
    "external_id": "7",
    "title": "Medical assistant",
    "description": "Greet & weigh.\n\nTake notes.",
    "apply_url": "https://jobs.example/7",
    "company": "Harbour Clinic",
    "places": "Tacoma, WA; Lyon, France; Oregon",
    "remote": "Yes",
    "remote_in": "Washington",
    "pay_min": "48,000",
    "pay_max": "52000.50",
    "pay_unit": "Year",
    "currency": "",
    "employment_types": "full_time; PART_TIME",
    "posted_on": "2026-11-20",
    "valid_through": "",
    "identifier": "HC-7",
    "url": "https://jobs.example/about/7",
    "direct_apply": "no",
}


def document(*rows: dict) -> Document:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return Document("jobs.csv", text.getvalue().encode())


def test_every_column_is_read():
    assert set(FULL) == {*csv_file.REQUIRED, *csv_file.OPTIONAL}
    assert all(name in csv_file.__doc__ for name in FULL), "and described"
    (found,) = find("csv").read(document(FULL)).postings
    assert found.description == "<p>Greet &amp; weigh.</p><p>Take notes.</p>"
    assert found.places == (
        PlaceRecord("Tacoma", "WA"), PlaceRecord("Lyon", "", "France"), PlaceRecord("", "Oregon"),
    )  # fmt: skip
    assert (found.pay_min, found.pay_max) == (Decimal(48_000), Decimal("52000.50"))
    assert (found.pay_unit, found.currency) == ("year", "USD")
    assert found.employment_types == ("FULL_TIME", "PART_TIME")
    assert (found.posted_on, found.valid_through) == (date(2026, 11, 20), None)
    assert (found.is_remote, found.remote_in, found.is_direct_apply) == (True, "Washington", False)


def test_the_required_columns_are_enough():
    (found,) = csv_file.read(document({name: FULL[name] for name in csv_file.REQUIRED})).postings
    assert (found.pay_unit, found.currency, found.places, found.posted_on) == ("", "", (), None)


@pytest.mark.parametrize(
    ("column", "said", "remedy"),
    [("pay_min", "about 5", "write a number"), ("posted_on", "11/25/2026", "write a day"),
     ("valid_through", "2026-02-30", "write a day"), ("remote", "maybe", "write yes or no"),
     ("pay_max", "1,00", "write a number")],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_rejects_its_line_with_column_and_remedy(column, said, remedy):
    reading = csv_file.read(document({**FULL, column: said}, {**FULL, "external_id": "8"}))
    assert [each.external_id for each in reading.postings] == ["8"]
    (rejected,) = reading.rejected
    assert rejected.item == "7"
    assert column in rejected.reason
    assert remedy in rejected.reason


def test_a_line_of_another_width_is_rejected_by_its_number():
    reading = csv_file.read(Document("x.csv", document(FULL).content + b"8,too short\r\n\r\n"))
    assert len(reading.postings) == 1
    assert [each.item for each in reading.rejected] == ["line 5"], "the first has three lines of text"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "no column 'external_id'"), (b"title\nx", "no column 'external_id'"),
     (b"external_id,title,description,apply_url\n1,Caf\xe9,x,y", "Line 2 is not UTF-8"),
     (b'external_id,title,description,apply_url\n"1', "is no CSV")],
)  # fmt: skip
def test_what_is_no_such_file_is_refused_with_the_remedy(content, said):
    with pytest.raises(Unreadable, match=said):
        csv_file.read(Document("x.csv", content))


@given(st.lists(st.fixed_dictionaries({name: st.text(max_size=5) for name in FULL}), min_size=1, max_size=3))
def test_any_cells_are_read_or_rejected(rows):
    reading = csv_file.read(document(*rows))
    assert isinstance(reading, Reading)
    assert len(reading.postings) + len(reading.rejected) <= len(rows)
