"""Texts at the desk: written with buttons and keys, seen as readers will see them, linked by typing."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client

from careers.desk.roles import EDITOR
from careers.models import Page
from tests.browser.test_accessibility import RULES, axe  # noqa: F401
from tests.browser.test_layout import SIDEWAYS

pytestmark = pytest.mark.browser

PASSWORD = "quiet-Harbour-27"
ADD = "/admin/careers/page/add/"
SMALL = """() => [...document.querySelectorAll('.markdown-editor :is(button, input)')]
  .map(each => [each.id || each.textContent, each.getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.width, box.height) < 44).map(([name]) => name)"""


@pytest.fixture
def write(visit):
    """An editor's tab with a new page: `write(360)`."""
    editor = User.objects.create_user("edith", password=PASSWORD, is_staff=True)
    editor.groups.add(Group.objects.get(name=EDITOR))
    client = Client()
    client.force_login(editor)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value

    def open_form(width: int = 1440, address: str = ADD, **options):
        tab = visit(width, **options)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": tab.server}
        tab.page.context.add_cookies([cookie])
        return tab.open(address)

    return open_form


def body(page):
    return page.get_by_label("Body:")


def preview(page):
    return page.get_by_role("region", name="Preview: Body")


def press(page, name: str):
    page.get_by_role("toolbar", name="Formatting: Body").get_by_role("button", name=name, exact=True).click()


def test_a_text_is_formatted_with_buttons_and_shown_as_readers_will_see_it(write):
    page = write()
    page.get_by_label("Title:").fill("How to choose")
    body(page).press_sequentially("First")
    press(page, "Heading")
    page.keyboard.type("\nLook at the ")
    press(page, "Bold")
    page.keyboard.type("pay")
    press(page, "Bold")
    for name, text in (("Italic", "place"), ("Numbers", "growth")):
        page.keyboard.press("End")
        page.keyboard.type(f"\n{text}")
        page.keyboard.press("Shift+Home")
        press(page, name)
    page.keyboard.press("End")
    page.keyboard.type("\nschooling\n\n")
    press(page, "Quote")
    page.keyboard.type("So it is")
    written = "## First\nLook at the **pay**\n*place*\n\n1. growth\n2. schooling\n\n> So it is"
    assert body(page).input_value() == written
    shown = preview(page)
    shown.get_by_text("So it is").wait_for()
    assert shown.get_by_role("heading", level=2).inner_text() == "First"
    assert shown.locator("strong, em").all_inner_texts() == ["pay", "place"]
    assert shown.locator("ol > li").all_inner_texts() == ["growth", "schooling"]
    page.get_by_role("button", name="Save and continue editing").click()
    page.wait_for_url("**/change/")
    made = Page.objects.get(slug="how-to-choose")
    assert made.body.replace("\r", "") == written
    preview(page).get_by_text("So it is").wait_for()
    seen = preview(page).evaluate("region => region.innerText")
    page.get_by_role("link", name="Preview").click()
    assert page.locator("main .prose").evaluate("prose => prose.innerText") == seen


def test_an_occupation_is_linked_by_typing_its_name_and_everything_can_be_undone(write):
    page = write()
    body(page).press_sequentially("Ask [[")
    asked = page.get_by_role("combobox", name="Occupation to link to")
    asked.press_sequentially("registered nur")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type(" first.")
    assert body(page).input_value() == "Ask [Registered Nurses](/careers/registered-nurses/) first."
    page.keyboard.press("Shift+Home")
    page.keyboard.press("Control+k")
    page.get_by_role("textbox", name="Address to link to").fill("example.org/a (b)")
    page.keyboard.press("Escape")
    page.keyboard.press("End")
    page.keyboard.press("Control+k")
    page.get_by_role("textbox", name="Address to link to").fill("/careers/nowhere/")
    page.keyboard.press("Enter")
    page.keyboard.type("there")
    page.get_by_text(
        "The link to /careers/nowhere/ leads nowhere: there is no such occupation here."
    ).wait_for()
    links = preview(page).get_by_role("link")
    assert links.all_inner_texts() == ["Registered Nurses", "there"]
    assert {link.get_attribute("target") for link in links.all()} == {"_blank"}
    for _ in range(60):
        page.keyboard.press("Control+z")
    assert body(page).input_value() == ""
    preview(page).get_by_text("Nothing is written yet.").wait_for()


def test_the_toolbar_is_one_stop_of_the_tab_key_and_the_arrows_go_through_it(write):
    page = write()
    page.get_by_label("Slug:").focus()
    page.keyboard.press("Tab")
    names = []
    for _ in range(page.get_by_role("toolbar").get_by_role("button").count()):
        names.append(
            page.evaluate("() => document.activeElement.title || document.activeElement.textContent")
        )
        page.keyboard.press("ArrowRight")
    assert names == [
        "Bold (Ctrl+B)", "Italic (Ctrl+I)", "Heading", "Subheading", "List", "Numbers", "Quote",
        "Link (Ctrl+K)", "Occupation", "Preview",
    ]  # fmt: skip
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert not preview(page).is_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("- one\ntwo\n\nNot [[")
    page.keyboard.press("Escape")
    page.keyboard.type("x")
    assert body(page).input_value() == "- one\n- two\nNot [[x"
    page.reload()
    assert not preview(page).is_visible()


@pytest.mark.parametrize(("width", "dark"), [(360, True), (1440, False)])
def test_axe_finds_nothing_in_the_editor_and_nothing_is_too_wide_or_too_small(write, axe, width, dark):  # noqa: F811
    page = write(width, dark=dark)
    body(page).fill(f"## A\n\n> b\n\n|c|\n|-|\n|{'d' * 200}|\n\n[e](/careers/f/) <script>g</script>")
    page.get_by_text("leads nowhere").wait_for()
    assert "<script>g</script>" in preview(page).inner_text()
    press(page, "Occupation")
    page.keyboard.type("nurse")
    page.get_by_role("option").first.wait_for()
    # Not into style sheets: Django's import others, which the policy keeps from axe.
    found = axe.run(page, ".markdown-editor", options={**RULES, "preload": False})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate(SIDEWAYS) == 0
    assert page.evaluate(SMALL) == []


def test_without_javascript_and_without_the_server_a_text_is_written_all_the_same(write):
    page = write(java_script_enabled=False)
    page.get_by_label("Title:").fill("Plain")
    page.get_by_label("Slug:").fill("plain")
    body(page).fill("As **ever**")
    page.get_by_role("button", name="Save and continue editing").click()
    page.wait_for_url("**/change/")
    page = write(address=f"/admin/careers/page/{Page.objects.get(slug='plain').pk}/change/")
    preview(page).get_by_text("ever").wait_for()
    page.route("**/markdown/body/", lambda route: route.fulfill(status=200, body="no JSON"))
    body(page).press("End")
    page.keyboard.type(", again")
    page.get_by_text("There is no preview now.").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/page/")
    assert Page.objects.get(slug="plain").body == "As **ever**, again"


def test_what_was_typed_is_offered_again_after_a_session_ended_and_not_once_it_is_saved(write):
    page = write()
    put_back = page.get_by_role("button", name="Put it back")
    page.get_by_label("Title:").fill("Kept")
    body(page).press_sequentially("Hours of work")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_label("Username").fill("edith")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    put_back.click()
    assert body(page).input_value() == "Hours of work"
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Please correct the error").wait_for()
    page.goto(page.url)
    put_back.click()
    page.get_by_label("Title:").fill("Kept")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/page/")
    assert Page.objects.get(slug="kept").body == "Hours of work"
    page.goto(page.url + "add/")
    page.get_by_role("toolbar").wait_for()
    assert not put_back.is_visible()
