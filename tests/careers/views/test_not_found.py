"""An address that names nothing leads to what it may have meant, whatever kind that is of."""

import pytest

from careers.views.errors import words_of
from tests.site.html import parse

pytestmark = pytest.mark.django_db


def offered(response) -> dict[str, str]:
    """Address → what is offered there, with its kind."""
    assert response.status_code == 404
    main = parse(response).one("main")
    lists = main.all("ul", css="link-list")
    assert len(lists) in {1, 2}
    return {item.one("a").attrs["href"]: item.text for item in lists[0].all("li")} if lists[1:] else {}


@pytest.mark.parametrize(
    ("address", "meant", "text"),
    [
        ("/regstered-nurses", "/careers/registered-nurses/", "Registered Nurses Career"),
        ("/txas/", "/places/texas/", "Texas Place"),
        ("/careers/texas/", "/places/texas/", "Texas Place"),
        ("/mayo-clinc/", "/companies/mayo-clinic/", "Mayo Clinic Company"),
        (
            "/careers/web-developer/salary/",
            "/careers/web-developers/",
            "Web Developers Career",
        ),
        ("/Registered_Nurses.html", "/careers/registered-nurses/", "Registered Nurses Career"),
    ],
)
def test_the_nearest_names_of_any_kind_are_offered(client, address, meant, text):
    assert offered(client.get(address, follow=True))[meant] == text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/careers/regstered-nurses/pay/", "regstered nurses"),
        ("/compare/actors-vs-dancrs/embed/", "actors"),
        ("/careers/actors.pdf", "actors"),
        ("/wp-login.php", ""),
        ("/.env", ""),
        ("/careers/", ""),
        ("/", ""),
        ("/a\0b/", "ab"),
    ],
)
def test_the_words_of_an_address_are_those_of_its_name(path, words):
    assert words_of(path) == words


def test_an_address_of_another_kind_of_site_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert offered(client.get("/wp-admin/setup-config.php")) == {}


def test_the_nearest_names_take_three_queries(client, django_assert_num_queries):
    with django_assert_num_queries(3):
        offered(client.get("/regstered-nurses/" + "nurses-" * 40))


def test_what_was_looked_for_can_be_searched_for(client):
    links = parse(client.get("/nowhere-&-else/")).one("main").links
    assert links["Search for “nowhere & else”"] == "/search/?q=nowhere%20%26%20else"
