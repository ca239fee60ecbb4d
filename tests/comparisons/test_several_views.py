"""Three to five careers on one page: columns, twins, and the steps to more, fewer and another order."""

import csv
import io
from itertools import permutations

import pytest

from tests.oracles.reference_page import ADDRESS
from tests.site.addresses import FIVE
from tests.site.html import parse, rows
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

A, B, C = "actors", "dancers", "registered-nurses"
TWO, THREE = f"/compare/{A}-vs-{B}/", f"/compare/{A}-vs-{B}-vs-{C}/"


def slugs_of(address):
    return address.strip("/").removeprefix("compare/").split("-vs-")


def canonical_of(page):
    (link,) = [link for link in page.all("link") if link.attrs["rel"] == "canonical"]
    return link.attrs["href"].removeprefix("http://testserver")


def steps_of(page):
    """Name of a career → what can be done with it → address."""
    steps = {}
    for item in page.one("ul", css="compare-steps").all("li"):
        steps[item.all("span")[0].text] = {text.split(":")[0]: url for text, url in item.links.items()}
    return steps


def figures_of(table):
    """The rows of figures, their header first, without what is said beneath them."""
    return [cells for cells in rows(table) if cells[0].tag == "th"]


@pytest.mark.parametrize("address", [THREE, FIVE])
def test_each_career_has_a_column_in_the_order_of_the_address(address):
    page = page_at(address)
    for table in page.all("table", css="compare-table"):
        assert list(table.one("thead").links.values()) == [f"/careers/{slug}/" for slug in slugs_of(address)]
        for _, *cells in figures_of(table):
            assert len(cells) == len(slugs_of(address))


@pytest.mark.parametrize("address", [THREE, FIVE])
def test_what_a_row_says_stands_beneath_its_figures(address):
    page = page_at(address)
    said = [row.text for table in page.all("table") for row in table.all("tr", css="compare-said")]
    told = response_at(address.rstrip("/") + ".json").json()["sections"]
    assert said == [
        f"{row['label']}: {row['verdict']}" for section in told for row in section["rows"] if row["verdict"]
    ]
    assert address == THREE or any("more than the next" in text for text in said)


@pytest.mark.parametrize("address", [THREE, FIVE])
def test_a_wide_table_scrolls_in_a_region_that_the_keyboard_reaches(address):
    page = page_at(address)
    regions = page.all("div", css="scroll-region")
    assert sum(len(region.all("table", css="compare-table-wide")) for region in regions) == len(
        page.all("table", css="compare-table-wide")
    )
    assert all(region.attrs["tabindex"] == "0" and region.attrs["aria-label"] for region in regions)


def test_the_ranges_of_pay_share_one_axis():
    (chart,) = page_at(FIVE).all("figure", css="range-chart")
    rows = chart.one("ul", css="chart-rows").all("li")
    labels = [row.one("span", css="chart-label").text for row in rows]
    told = [row.one("span", css="chart-value").text for row in rows]
    names = list(page_at(FIVE).all("table", css="compare-table")[0].one("thead").links)
    assert len(rows) > 2
    assert [name for name in names if name in labels] == labels
    assert all(text.startswith("$") for text in told)
    # The same axis behind each: a line a tick.
    ticks = len(chart.one("svg", css="chart-axis").all("text"))
    assert [len(row.all("line", css="chart-grid")) for row in rows] == [ticks] * len(rows)


@pytest.mark.parametrize("address", [THREE, FIVE])
def test_the_twins_hold_each_cell_of_the_page(address):
    slugs = slugs_of(address)
    said = response_at(address.rstrip("/") + ".json").json()
    assert [career["slug"] for career in said["careers"]] == slugs
    assert said["opening"] == [sentence.text for sentence in page_at(address).one("div", css="lede").all("p")]
    shown = [
        cell.one("p", css="figure-value").text
        for table in page_at(address).all("table", css="compare-table")
        for _, *cells in figures_of(table)
        for cell in cells
    ]
    told = [cell for section in said["sections"] for row in section["rows"] for cell in row["cells"]]
    assert [cell["text"] for cell in told] == shown
    lines = csv.DictReader(io.StringIO(response_at(address.rstrip("/") + ".csv").content.decode()))
    assert [line["text"] for line in lines] == shown


def test_all_orders_of_a_set_name_one_address():
    for some in permutations((A, B, C)):
        assert canonical_of(page_at(f"/compare/{'-vs-'.join(some)}/")) == THREE
    assert canonical_of(page_at(f"/compare/{B}-vs-{A}/")) == TWO


def test_the_reference_pair_keeps_its_order():
    turned = "/compare/front-office-coordinator-vs-patient-service-coordinator/"
    assert canonical_of(page_at(ADDRESS)) == canonical_of(page_at(turned)) == ADDRESS


def test_any_of_the_compared_can_be_taken_out_or_put_in_front():
    steps = steps_of(page_at(THREE))
    assert list(steps) == ["Actors", "Dancers", "Registered Nurses"]
    assert steps["Actors"] == {"Pin": f"{THREE}?pin={A}", "Remove": f"/compare/{B}-vs-{C}/"}
    assert steps["Dancers"] == {
        "Pin": f"{THREE}?pin={B}",
        "Move first": f"/compare/{B}-vs-{A}-vs-{C}/",
        "Remove": f"/compare/{A}-vs-{C}/",
    }
    assert steps["Registered Nurses"] == {
        "Pin": f"{THREE}?pin={C}",
        "Move first": f"/compare/{C}-vs-{A}-vs-{B}/",
        "Remove": TWO,
    }


def test_of_two_neither_can_be_taken_out():
    steps = steps_of(page_at(TWO)).values()
    assert not any("Remove" in step for step in steps)
    assert [step.get("Move first") for step in steps] == [None, f"/compare/{B}-vs-{A}/"]


@pytest.mark.parametrize("name", ["registered-nurses", "Registered Nurses", " registered nurses "])
def test_a_career_is_added_by_its_name(client, name):
    response = client.get(TWO, {"add": name})
    assert (response.status_code, response.url) == (302, THREE)


def test_a_name_that_fits_several_offers_the_longer_comparisons(client):
    page = parse(client.get(TWO, {"add": "nurse"}))
    assert page.one("div", css="notice").links["Registered Nurses"] == THREE
    (field,) = page.one("form", css="compare-form").all("input")
    assert (field.attrs["name"], field.attrs["value"]) == ("add", "nurse")
    assert canonical_of(page) == TWO


@pytest.mark.parametrize(
    ("address", "name", "said"),
    [
        (TWO, "actors", "“Actors” is in this comparison already."),
        (TWO, "xqzvw", "Nothing else has a name like “xqzvw”."),
        (FIVE, "dancers", "A comparison holds up to five."),
    ],
)
def test_a_career_that_cannot_be_added_is_explained(client, address, name, said):
    response = client.get(address, {"add": name})
    assert response.status_code == 200
    assert said in parse(response).one("div", css="notice").text


@pytest.mark.parametrize("name", ["", "  ", "\0", "a" * 5000, "<b>", "ü"])
def test_no_letters_break_the_form(client, name):
    assert client.get(TWO, {"add": name}).status_code == 200


def test_five_leave_no_room_for_another():
    assert page_at(FIVE).all("form", css="compare-form") == []


def test_one_of_five_named_twice_leads_to_the_four(client):
    four = "-vs-".join(slugs_of(FIVE)[:4])
    response = client.get(f"/compare/{four}-vs-{slugs_of(FIVE)[0]}/")
    assert (response.status_code, response.url) == (302, f"/compare/{four}/")


def test_five_take_as_many_queries_as_two(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as two:
        client.get(TWO)
    with django_assert_max_num_queries(20) as five:
        client.get(FIVE)
    assert len(five) <= len(two) + 1
