"""The search box: suggestions as one types, with the keyboard, with a mouse, and without JavaScript."""

import re

import pytest

from tests.browser.test_accessibility import RULES, axe  # noqa: F401
from tests.browser.test_layout import SIDEWAYS

pytestmark = pytest.mark.browser

FOCUSED = "() => document.activeElement.id"
CARET = "input => input.selectionStart"
SMALL = """() => [...document.querySelectorAll('[role=option]')]
  .filter(option => option.getBoundingClientRect().height < 44).length"""


def box(page):
    return page.get_by_role("combobox", name="Search the portal")


def options(page):
    return page.get_by_role("option")


def type_in(page, text: str, field=None):
    """In one go: between keys on a busy machine the server would be asked for half of the text as well."""
    (field or box(page)).fill(text)
    options(page).first.wait_for()


def chosen(page) -> str:
    """The option that the field says is active; it alone is selected."""
    active = page.evaluate("() => document.activeElement.getAttribute('aria-activedescendant')")
    selected = page.locator("[role=option][aria-selected=true]")
    if active is None:
        assert selected.count() == 0
        return ""
    assert selected.evaluate_all("found => found.map(option => option.id)") == [active]
    return selected.locator(".suggestion").inner_text()


def test_a_career_is_chosen_with_the_keyboard(visit):
    page = visit().open("/")
    type_in(page, "registered nur")
    assert chosen(page) == ""
    page.keyboard.press("ArrowDown")
    assert chosen(page) == "Registered Nurses"
    assert page.evaluate(FOCUSED) == "site-search"
    page.keyboard.press("Enter")
    page.wait_for_url("**/careers/registered-nurses/")


def test_without_a_choice_what_was_typed_is_searched(visit):
    page = visit().open("/")
    type_in(page, "nurs")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=nurs")
    assert box(page).input_value() == "nurs"
    assert page.evaluate(FOCUSED) == ""


def test_the_arrows_go_round_by_way_of_the_field(visit):
    page = visit().open("/")
    type_in(page, "engineer")
    titles = page.locator(".suggestion").all_inner_texts()
    seen = []
    for _ in range(len(titles) + 2):
        page.keyboard.press("ArrowDown")
        seen.append(chosen(page))
    assert seen == [*titles, "", titles[0]]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert chosen(page) == titles[-1]


@pytest.mark.parametrize(("key", "caret"), [("Home", 0), ("End", 8), ("ArrowLeft", 7), ("ArrowRight", 8)])
def test_keys_that_move_within_the_text_go_back_to_it(visit, key, caret):
    page = visit().open("/")
    type_in(page, "engineer")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert chosen(page) == ""
    assert box(page).evaluate(CARET) == caret
    assert options(page).first.is_visible()


def test_escape_closes_the_list_and_keeps_the_text(visit):
    page = visit().open("/")
    type_in(page, "nurs")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not page.get_by_role("listbox").is_visible()
    assert (box(page).get_attribute("aria-expanded"), chosen(page)) == ("false", "")
    assert box(page).input_value() == "nurs"
    page.keyboard.press("ArrowDown")
    options(page).first.wait_for()
    page.keyboard.press("Alt+ArrowUp")
    assert not page.get_by_role("listbox").is_visible()


def test_leaving_or_emptying_the_field_closes_the_list(visit):
    page = visit().open("/")
    type_in(page, "nurs")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Search"
    assert not page.get_by_role("listbox").is_visible()
    box(page).fill("")
    type_in(page, "nurs")
    box(page).fill("")
    options(page).first.wait_for(state="detached")


def test_a_suggestion_is_pressed_with_a_mouse_or_a_finger(visit):
    page = visit(360, has_touch=True).open("/")
    type_in(page, "registered nur")
    assert page.evaluate(SMALL) == 0
    options(page).filter(has_text="Registered Nurses").first.tap()
    page.wait_for_url("**/careers/registered-nurses/")


def test_what_can_be_seen_is_said_too(visit):
    page = visit().open("/")
    assert box(page).get_attribute("aria-expanded") == "false"
    type_in(page, "registered nur")
    field, listed = box(page), page.get_by_role("listbox", name="Suggestions")
    assert field.get_attribute("aria-autocomplete") == "list"
    assert field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-controls") == listed.get_attribute("id")
    said = page.locator("#suggest-status")
    assert said.inner_text() == f"{options(page).count()} suggestions"
    box(page).fill("qxzvk")
    page.wait_for_function("() => document.getElementById('suggest-status').textContent === 'No suggestions'")
    assert field.get_attribute("aria-expanded") == "false"


# Key after key at once, however slow the machine.
KEYS = """(field, text) => {
  for (let end = 1; end <= text.length; end++) {
    field.value = text.slice(0, end);
    field.dispatchEvent(new Event('input'));
  }
}"""


def test_keys_in_quick_succession_ask_the_server_once(visit):
    page = visit().open("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/suggest" in request.url else None)
    box(page).focus()
    box(page).evaluate(KEYS, "carpenter")
    options(page).first.wait_for()
    assert [re.sub(r".*q=", "", url) for url in asked] == ["carpenter"]


def test_a_server_that_does_not_answer_leaves_a_plain_form(visit):
    page = visit().open("/")
    page.route("**/suggest*", lambda route: route.fulfill(status=200, body="no JSON"))
    with page.expect_response("**/suggest*"):
        box(page).press_sequentially("nurs", delay=10)
    assert box(page).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=nurs")


@pytest.mark.parametrize("width", [360, 1440])
def test_without_javascript_the_form_searches(visit, width):
    page = visit(width, java_script_enabled=False).open("/")
    page.get_by_label("Search the portal").fill("registerd nurze")
    page.get_by_role("search").get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=registerd+nurze")
    page.get_by_role("link", name="Search instead for registerd nurze").click()
    page.get_by_role("link", name="Registered Nurses", exact=True).click()
    page.wait_for_url("**/careers/registered-nurses/")


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("address", ["/", "/compare/"])
def test_axe_finds_nothing_in_an_open_list_nor_does_it_widen_the_page(visit, axe, width, address):  # noqa: F811
    page = visit(width).open(address)
    type_in(page, "nurs", page.locator("#compare-b") if address == "/compare/" else None)
    page.keyboard.press("ArrowDown")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = axe.run(page, options=RULES)
        assert found.violations_count == 0, (scheme, found.generate_report())
    assert page.evaluate(SIDEWAYS) == 0
    left, right = page.get_by_role("listbox").evaluate(
        "list => [list.getBoundingClientRect().left, innerWidth - list.getBoundingClientRect().right]"
    )
    assert min(left, right) >= 0


def test_the_list_moves_nothing_on_the_page(visit):
    page = visit(360).open("/")
    before = page.get_by_role("heading", level=1).bounding_box()
    type_in(page, "nurs")
    assert page.get_by_role("heading", level=1).bounding_box() == before


def test_two_careers_are_picked_from_suggestions(visit):
    page = visit().open("/compare/")
    for label, typed, title in (("First career", "registered nu", "Registered Nurses"),
                                ("Second career", "actor", "Actors")):  # fmt: skip
        field = page.get_by_role("combobox", name=label)
        type_in(page, typed, field)
        options(page).filter(has=page.get_by_text(title, exact=True)).first.click()
        assert field.input_value() == title
        assert not page.get_by_role("listbox").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/registered-nurses-vs-actors/")


def test_a_comparison_suggests_places_and_careers_also_after_it_was_changed(visit):
    page = visit().open("/compare/actors-vs-dancers/")
    type_in(page, "texas", page.get_by_role("combobox", name="Pay and jobs in"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#compare-place").input_value() == "Texas"
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/actors-vs-dancers/?place=texas")
    page.get_by_text("Add, remove, reorder or pin careers").click()
    type_in(page, "registered nu", page.get_by_role("combobox", name="Add a career"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/actors-vs-dancers-vs-registered-nurses/?place=texas")


def test_what_is_suggested_is_shown_as_text(visit):
    page = visit().open("/")
    hostile = {
        "title": "<img src=x onerror=alert(1)>",
        "url": "/careers/",
        "kind": "<b>Career</b>",
        "how": "",
    }
    page.route("**/suggest*", lambda route: route.fulfill(json={"query": "x", "suggestions": [hostile]}))
    type_in(page, "x")
    assert options(page).inner_text().split("\n") == [hostile["title"], hostile["kind"]]
    assert page.get_by_role("listbox").locator("img, b").count() == 0
