"""Whatever stands in the address, the answer is a page that says what is wrong; never an error of ours."""

from urllib.parse import urlencode

import pytest

from tests.site.html import parse

pytestmark = pytest.mark.django_db

LONG = "nurse " * 17_000  # 100 kB
TEXTS = [
    "'", '"', "' OR 1=1 --", "\x00", "nurse\x00", "\U0001f469‍⚕️", "ممرضة", "‮nurse", "%", "_", "\\", LONG,
    "{{ 7|add:7 }}", "\ud7ff", "ﷺ" * 500, "a " * 60, "\t\n\r", "-", "--", "İ",
]  # fmt: skip
NOT_PAY = ["abc", "NaN", "-NaN", "sNaN", "Infinity", "-inf", "1e999", "-5", "99999999999999", "\x00", "１２"]
ids = [ascii(text)[:20] for text in TEXTS]


def whole_page(response, status=200):
    assert response.status_code == status
    return parse(response)


@pytest.mark.parametrize("name", ["group", "sort", "page", "pay_min", "unknown"])
def test_no_text_in_any_place_of_the_query_breaks_the_list(client, name):
    # The twins read the address as the page does: each meets every third text.
    for number, text in enumerate(TEXTS):
        address = ("/careers/", "/careers.json", "/careers.csv")[number % 3]
        response = client.get(f"{address}?{urlencode({'q': 'zoologists', name: text})}")
        assert response.status_code < 500, (address, name, text[:20])


@pytest.mark.parametrize("text", TEXTS, ids=ids)
def test_no_search_breaks_the_list(client, text):
    whole_page(client.get("/careers/", {"q": text}))


@pytest.mark.parametrize("field", ["pay_min", "pay_max"])
@pytest.mark.parametrize("text", [text for text in NOT_PAY if text != "１２"])
def test_pay_that_is_no_amount_is_said_to_be_wrong(client, field, text):
    page = whole_page(client.get("/careers/", {field: text}))
    (error,) = page.one("details", css="filters").all("ul", css="errorlist")
    assert len(error.text.split()) > 2
    own = page.with_id(f"id_{field}")
    assert own.attrs.get("aria-invalid") == "true"
    assert error.attrs.get("id", "") in own.attrs.get("aria-describedby", "") != ""
    assert "open" in page.one("details", css="filters").attrs
    assert not page.all("table", css="data-table")


@pytest.mark.parametrize("twin", ["json", "csv"])
def test_a_twin_of_a_wrong_filter_says_so_instead_of_looking_empty(client, twin):
    response = client.get(f"/careers.{twin}?pay_min=abc")
    assert response.status_code == 400
    assert "pay_min" in response.content.decode()


def test_amounts_written_as_people_write_them_are_understood(client):
    plain = client.get("/careers.json?q=engineers&pay_min=60000").json()["count"]
    assert plain > 10
    for text in ("60000.00", " 60000 ", "6e4"):
        answer = client.get("/careers.json", {"q": "engineers", "pay_min": text})
        assert (answer.status_code, answer.json().get("count")) == (200, plain), text


def test_a_group_that_is_none_is_said_to_be_wrong(client):
    page = whole_page(client.get("/careers/?group=nowhere"))
    assert page.one("details", css="filters").all("ul", css="errorlist")


def test_a_lower_end_above_the_upper_end_finds_nothing_and_offers_a_way_on(client):
    page = whole_page(client.get("/careers/?pay_min=90000&pay_max=40000"))
    assert len(page.one("div", css="empty-state").links) == 2


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0", 1), ("-1", 1), ("9999999999999999999999", 17), ("18", 17), ("2", 2), ("abc", 1), ("1.5", 1),
        ("\x00", 1), ("²", 1), ("9" * 5000, 17), ("1e3", 1),
    ],
)  # fmt: skip
def test_a_page_that_is_none_becomes_the_nearest_that_is(client, number, shown):
    page = whole_page(client.get("/careers/", {"page": number}))
    assert page.one("p", css="pager-status").text == f"Page {shown} of 17"


@pytest.mark.parametrize("sort", [";drop", "--pay", "-", "pay,title", "pay;", "PAY", "annual_mean", "\x00"])
def test_an_order_that_is_none_becomes_the_usual_one(client, sort):
    usual = client.get("/careers.json?q=nurses").json()
    assert client.get("/careers.json", {"q": "nurses", "sort": sort}).json() == usual
    page = whole_page(client.get("/careers/registered-nurses/pay/", {"sort": sort}))
    assert [header.text for header in page.all("th") if header.attrs.get("aria-sort") == "descending"] == [
        "Mean pay", "Mean pay",
    ]  # fmt: skip


def test_an_order_that_is_none_is_not_carried_on(client):
    page = whole_page(client.get("/careers/?sort=;drop&page=2"))
    assert "drop" not in str([link.attrs for link in page.all("a", "link")])


def test_a_name_given_twice_and_a_thousand_names_are_answered(client):
    whole_page(client.get("/careers/?q=nurse&q=teacher&sort=pay&sort=title"))
    assert client.get("/careers/?" + "&".join(f"a{n}=1" for n in range(1500))).status_code in {200, 400}


@pytest.mark.parametrize("text", TEXTS, ids=ids)
def test_no_text_breaks_the_picker(client, text):
    for other in ("actors", text):
        response = client.get("/compare/", {"a": text, "b": other}, follow=True)  # "'" is in one title only
        whole_page(response)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
@pytest.mark.parametrize("address", ["/", "/careers/", "/careers/actors/", "/compare/", "/sources/"])
def test_other_methods_than_reading_break_nothing(client, method, address):
    assert getattr(client, method)(address).status_code < 500
