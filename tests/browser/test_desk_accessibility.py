"""Every kind of page of the desk passes axe (WCAG 2.2 A and AA, best practices) and fits a small phone.

In one tab each, on a phone by day and on a large screen by night: what a page looks like, and what it says
to whoever hears it. The keyboard's own story is at the end.
"""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page

from careers.models import Page as PageOfText

from .conftest import Visit
from .desk_rows import PASSWORD, rows, users
from .test_accessibility import OPEN_EVERYTHING, RULES

pytestmark = pytest.mark.browser

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What begins within the window and ends outside it, where no part of the page can be scrolled to its end.
CUT_OFF = """
() => [...document.querySelectorAll("#content :is(a, p, select, input, textarea, label)")].filter((each) => {
  const isSeen = each.checkVisibility({visibilityProperty: true}) && !each.closest(".visually-hidden");
  const box = each.getBoundingClientRect();
  const canScroll = (part) => part.id !== "content" && part.matches("#content *")
    && (/auto|scroll/.test(getComputedStyle(part).overflowX) || canScroll(part.parentElement));
  const isCut = box.width > 1 && box.right > document.documentElement.clientWidth + 1;
  return isSeen && isCut && !canScroll(each);
}).map((each) => each.outerHTML.slice(0, 120))
"""
# What is pressed and measures less than 24 px; in a sentence a link is as high as its line.
SMALL = """
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((each) => {
  const box = each.getBoundingClientRect();
  const isShown = box.width > 1 && box.height > 1 && each.checkVisibility({visibilityProperty: true});
  const isInText = getComputedStyle(each).display === "inline" && each.matches(":is(p, li, td, dd, .help) *");
  return isShown && !isInText && Math.round(Math.min(box.width, box.height)) < 24
    && !each.matches(".visually-hidden, .sortoptions *");
}).map((each) => each.outerHTML.slice(0, 120))
"""
PAGES = {
    "desk": "/admin/",
    "found": "/admin/?q=nurse",
    "nothing found": "/admin/?q=xyzzy",
    "lists of an app": "/admin/careers/",
    "password": "/admin/password_change/",
    "two-step sign-in": "/admin/second-step/",
    "list with filters": "/admin/careers/company/?status__exact=published&o=1",
    "list searched in vain": "/admin/careers/wageestimate/?q=xyzzy",
    "list of conflicts": "/admin/careers/correction/?state=conflict",
    "list of accounts": "/admin/auth/user/",
    "new page": "/admin/careers/page/add/",
    "new posting": "/admin/careers/posting/add/",
    "import form": "/admin/careers/importjob/add/",
    "sheet": "/admin/careers/page/sheet/",
    "not found": "/admin/careers/nothing/",
}


def sign_in(page: Page, name: str = "head", password: str = PASSWORD) -> None:
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def collide(page: Page, made: dict[str, str]) -> None:
    page.goto(made["published page with a draft"])
    page.get_by_label("Title").fill("About us")
    PageOfText.objects.filter(slug="about-the-tests").update(title="About them")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Nothing was saved").wait_for()


def ask_for_what_is_required(page: Page, made: dict[str, str]) -> None:
    page.goto(made["correcting"])
    page.get_by_label("Right value").fill("1")
    page.locator("form[method=post] [required]").first.evaluate("field => { field.form.noValidate = true }")
    page.get_by_role("button", name="Correct it").click()
    page.get_by_text("Nothing was changed.").wait_for()


def choose_two(page: Page, action: str) -> None:
    page.goto("/admin/careers/company/")
    for number in (0, 1):
        page.locator(".action-select").nth(number).check()
    page.get_by_label("Action:").select_option(label=action)
    page.get_by_role("button", name="Go").click()
    page.get_by_role("button", name="Go").wait_for(state="detached")


def merge(page: Page, made: dict[str, str]) -> None:
    choose_two(page, "Merge into one company")


def delete_several(page: Page, made: dict[str, str]) -> None:
    choose_two(page, "Delete selected companies")


def preview(page: Page, made: dict[str, str]) -> None:
    page.goto(made["published page with a draft"])
    page.goto(page.get_by_role("link", name="Preview as it was last saved").get_attribute("href"))


ARRIVALS: dict[str, Callable[[Page, dict[str, str]], None]] = {
    "collision": collide,
    "form with errors": ask_for_what_is_required,
    "merging companies": merge,
    "deleting several": delete_several,
    "preview": preview,
}


@pytest.fixture(scope="module")
def axe():
    return Axe()


def faults(tab: Visit, axe: Axe) -> Iterator[str]:
    """What is wrong with the page that is open, what the browser complained of among it."""
    page = tab.page
    page.evaluate(OPEN_EVERYTHING)
    found = axe.run(page, options=RULES)
    for violation in found.response["violations"]:
        yield from (f"{violation['id']}: {node['html'][:160]}" for node in violation["nodes"])
    if page.evaluate(SIDEWAYS) > 0:
        yield f"{page.evaluate(SIDEWAYS)} px too wide"
    yield from (f"too small: {each}" for each in page.evaluate(SMALL))
    yield from tab.complaints
    tab.complaints.clear()


# What colours make of a page does not hang on its width, nor its layout on the scheme.
@pytest.mark.parametrize(("width", "dark"), [(360, False), (1440, True)], ids=["small", "large"])
def test_every_kind_of_page_of_the_desk_is_for_everyone(visit, server, axe, width, dark):
    users()
    made = rows()
    tab = visit(width, dark=dark, base_url=server)
    page = tab.open("/admin/")
    found = {"sign-in": list(faults(tab, axe))}
    sign_in(page)
    for name, address in (PAGES | made).items():
        page.goto(address)
        found[name] = list(faults(tab, axe))
    for name, arrive in ARRIVALS.items():
        arrive(page, made)
        found[name] = list(faults(tab, axe))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_beside_the_sidebar_of_a_tablet_nothing_is_cut_off(visit, server):
    users()
    made = rows()
    page = visit(768, base_url=server).open("/admin/")
    sign_in(page)
    found = {}
    for name, address in (PAGES | made).items():
        page.goto(address)
        found[name] = page.evaluate(CUT_OFF)
    assert {name: cut for name, cut in found.items() if cut} == {}


def test_who_is_locked_out_is_told_so_on_a_page_for_everyone(visit, server, axe):
    tab = visit(360, dark=True, base_url=server)
    page = tab.open("/admin/")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in(page, "nobody", "wrong")
    page.get_by_text("Nobody can sign in this way for now").wait_for()
    tab.complaints.clear()  # the browser's own, of the status that says so
    assert list(faults(tab, axe)) == []


def test_a_list_is_filtered_by_the_keyboard_alone_and_says_what_each_field_is_for(visit, server):
    users()
    page = visit(base_url=server).open("/admin/login/?next=/admin/careers/wageestimate/")
    page.keyboard.type("head")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Wage estimates").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
    field = page.get_by_role("combobox", name="By occupation")
    field.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "By occupation"
    page.keyboard.type("registered nurses")
    page.locator(".select2-results__option--highlighted", has_text="Registered Nurses").wait_for()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("select2-selection")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**occupation__id__exact=**")
    page.locator(".select2-selection__rendered", has_text="Registered Nurses").wait_for()
