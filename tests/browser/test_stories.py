"""What people come for, done in a browser: with a mouse, with the keyboard alone, without JavaScript."""

import pytest

from tests.site.addresses import FIVE, REFERENCE

pytestmark = pytest.mark.browser

FOCUSED = "() => document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"
OUTLINED = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
}"""

# At the top of the window, or as near to it as the end of the page lets it come.
IS_REACHED = """text => {
  const heading = [...document.querySelectorAll('h2')].find(h2 => h2.textContent.trim() === text);
  const {scrollHeight, scrollTop, clientHeight} = document.documentElement;
  const {top} = heading.getBoundingClientRect();
  return Math.abs(top) < 2 || (top > 0 && top < clientHeight && scrollTop + clientHeight >= scrollHeight - 1);
}"""


def tab_to(page, text: str, most: int = 200) -> None:
    """Press Tab until what has the focus reads so; all of it must be seen to have the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINED), page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate(FOCUSED) == text:
            return
    raise AssertionError(f"{text!r} cannot be reached with the keyboard on {page.url}")


def test_a_career_and_the_source_of_a_figure_are_found_with_the_keyboard_alone(visit):
    page = visit().open("/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to main content"
    for _ in range(6):  # past the name of the site and the four ways of its navigation
        page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.name") == "q"
    page.keyboard.type("registered nurses")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=registered+nurses")
    tab_to(page, "Registered Nurses")
    page.keyboard.press("Enter")
    page.wait_for_url("**/careers/registered-nurses/")
    tab_to(page, "Source of Yearly salary")
    source = page.locator("details.figure-source").first
    assert not source.locator("dl").is_visible()
    page.keyboard.press("Enter")
    assert source.locator("dl").is_visible()
    tab_to(page, "BLS OEWS", most=1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/oews/")


def test_the_skip_link_leads_past_the_navigation(visit):
    page = visit().open("/careers/registered-nurses/")
    page.keyboard.press("Tab")
    assert page.locator(".skip-link").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_each_link_of_what_is_on_the_page_leads_to_its_heading(visit):
    """Much between is laid out only when it comes near; the heading stands at the top all the same."""
    tab = visit(width=360, reduced_motion="no-preference")
    headings = tab.open(REFERENCE).locator(".on-this-page a").all_text_contents()
    assert len(headings) > 5
    for heading in headings:
        page = tab.open(REFERENCE)  # anew: a browser remembers how high what it once laid out is
        page.locator(".on-this-page").get_by_role("link", name=heading, exact=True).click()
        page.wait_for_function(IS_REACHED, arg=heading)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [360, 1440])
def test_two_careers_are_chosen_and_compared(visit, javascript, width):
    page = visit(width, java_script_enabled=javascript).open("/compare/")
    page.get_by_label("First career").fill("nurse")
    page.get_by_label("Second career").fill("Actors")
    page.keyboard.press("Tab")  # closes the suggestions, which may lie over the button
    page.get_by_role("main").get_by_role("button", name="Compare").first.click()
    page.get_by_role("link", name="Registered Nurses", exact=True).click()
    page.wait_for_url("**/compare/registered-nurses-vs-actors/")
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_text("$58.29", exact=True).first.is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_list_is_narrowed_and_sorted_without_javascript(visit, width):
    page = visit(width, java_script_enabled=False).open("/careers/")
    if width == 360:
        page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Group").select_option("healthcare-practitioners-and-technical-occupations")
    page.get_by_label("Mean pay from").fill("200000")
    page.get_by_role("button", name="Show results").click()
    assert "Healthcare Practitioners" in page.get_by_role("heading", level=1).inner_text()
    if width == 1440:
        page.get_by_role("columnheader", name="Mean pay").get_by_role("link").click()
        first = page.locator("tbody tr").first
        assert "Pediatric Surgeons" in first.inner_text()
    assert page.locator("tbody tr").count() > 10


def test_a_phone_can_sort_too(visit):
    page = visit(360).open("/careers/")
    page.get_by_role("link", name="Mean pay").first.click()
    page.wait_for_url("**sort=-pay**")
    assert "Pediatric Surgeons" in page.locator("tbody tr").first.inner_text()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_comparison_reads_whole_with_pictures_and_sources(visit, javascript):
    page = visit(java_script_enabled=javascript).open(REFERENCE)
    assert page.get_by_text("2 to 4 years").first.is_visible()
    assert page.locator(".range-chart svg.chart-plot").count() == 2
    assert page.locator("svg.chart-plot line.range-outer").first.bounding_box()["width"] > 50
    page.locator("details.figure-source summary").first.click()
    page.get_by_role("link", name="Reference page").first.click()
    page.wait_for_url("**/sources/reference-page/")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_third_career_joins_two_and_the_first_leaves(visit, javascript):
    page = visit(360, java_script_enabled=javascript).open("/compare/actors-vs-dancers/")
    page.get_by_text("Add, remove, reorder or pin careers").click()
    page.get_by_label("Add a career").fill("nurse")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("link", name="Registered Nurses", exact=True).click()
    page.wait_for_url("**/compare/actors-vs-dancers-vs-registered-nurses/")
    if not javascript:  # with it, what was unfolded still is
        page.get_by_text("Add, remove, reorder or pin careers").click()
    page.get_by_role("listitem").filter(has_text="Actors").get_by_role("link", name="Remove").click()
    page.wait_for_url("**/compare/dancers-vs-registered-nurses/")


def test_on_a_phone_the_way_to_pin_a_career_unfolds_where_it_is_done(visit):
    page = visit(320).open("/compare/registered-nurses-vs-actors-vs-dancers/")
    page.get_by_role("link", name="Pin a career").press("Enter")
    page.get_by_role("listitem").filter(has_text="Dancers").get_by_role("link", name="Pin").press("Enter")
    page.wait_for_url("**/?pin=dancers")


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_five_careers_are_swiped_past_the_one_that_is_pinned(visit, width):
    page = visit(width).open(FIVE + "?pin=software-developers")
    region, label = page.locator(".scroll-region").first, page.locator("tbody th").first
    said, row = page.locator(".compare-said p").first, page.locator("tbody tr").first
    pinned, last = row.locator("td").first, row.locator("td").last
    assert pinned.get_attribute("data-name") == "Software Developers"
    kept = [each.bounding_box()["x"] for each in (label, said, pinned)]
    assert last.bounding_box()["x"] > width
    region.evaluate("region => region.scrollTo({left: 999, behavior: 'instant'})")
    assert [each.bounding_box()["x"] for each in (label, said, pinned)] == kept
    for each in (said, last):
        box = each.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    # Nothing shows through beneath what stays; each figure has the name of its career with it.
    assert pinned.bounding_box()["height"] == last.bounding_box()["height"]
    assert pinned.bounding_box()["x"] + pinned.bounding_box()["width"] <= last.bounding_box()["x"]
    named = "cell => getComputedStyle(cell, '::before').content"
    assert last.evaluate(named).startswith('"Bookkeeping, Accounting, and Auditing Clerks"')
    assert page.evaluate("() => document.documentElement.scrollWidth") == width


def test_a_mistyped_address_leads_back_to_the_career(visit):
    page = visit().open("/careers/regstered-nurses/")
    page.get_by_role("link", name="Registered Nurses", exact=True).click()
    page.wait_for_url("**/careers/registered-nurses/")


def test_no_cookie_is_kept_and_nothing_is_stored(visit):
    page = visit().open("/")
    page.get_by_role("link", name="Browse all careers").click()
    assert page.context.cookies() == []
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_a_comparison_prints_whole(visit):
    page = visit().open(REFERENCE)
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator("table.compare-table").count() == 4
    assert page.locator("table.compare-table").first.is_visible()


# The journeys of a reader who has no mouse. Whoever tabs sees where they are, and nothing holds them.


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def reader(visit, request):
    return visit(java_script_enabled=request.param)


def write(page, name: str, text: str) -> None:
    """Tab to the field of that name and write into it; with Enter its form is sent."""
    labelled = "() => document.activeElement.labels?.[0]?.textContent.trim()"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(labelled) == name:
            assert page.evaluate(OUTLINED), name
            page.keyboard.type(text)
            return
    raise AssertionError(f"{name!r} cannot be reached with the keyboard on {page.url}")


def send(page, address: str) -> None:
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_a_list_is_filtered_and_a_filter_taken_off_with_the_keyboard_alone(reader):
    page = reader.open("/careers/")
    write(page, "Mean pay from ($ a year)", "200000")
    send(page, "**/careers/?**pay_min=200000**")
    assert "$200,000" in page.get_by_role("heading", level=1).inner_text()
    tab_to(page, "Remove filter: paying $200,000 a year or more")
    send(page, "**/careers/")


def test_three_careers_are_compared_in_another_place_with_the_keyboard_alone(reader):
    page = reader.open("/compare/")
    write(page, "First career", "Actors")
    write(page, "Second career", "Dancers")
    send(page, "**/compare/actors-vs-dancers/")
    write(page, "Pay and jobs in", "Texas")
    send(page, "**/compare/actors-vs-dancers/?place=texas**")
    page.get_by_role("heading", name="in Texas", level=1).wait_for()
    tab_to(page, "Add, remove, reorder or pin careers")
    page.keyboard.press("Enter")
    write(page, "Add a career", "Registered Nurses")
    send(page, "**/compare/actors-vs-dancers-vs-registered-nurses/?place=texas**")
    page.get_by_role("heading", name="Registered Nurses in Texas", level=1).wait_for()
    tab_to(page, "Overview")
    send(page, "**#overview")
    page.keyboard.press("Tab")  # on from there: the region that scrolls
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Overview"


def test_the_source_of_a_figure_is_opened_and_the_figure_reported_with_the_keyboard_alone(reader):
    page = reader.open("/careers/actors/")
    tab_to(page, "Source of Hourly rate")
    page.keyboard.press("Enter")
    tab_to(page, "Report this figure", most=4)
    send(page, "**/report/?**")
    write(page, "What is wrong with it?", "The publisher prints another amount.")
    tab_to(page, "Send the report", most=1)
    send(page, "**/report/thanks/")
    assert page.get_by_role("heading", name="Thank you", level=1).is_visible()


def test_nothing_on_a_page_holds_the_keyboard(visit):
    page = visit().open(FIVE)
    page.evaluate("() => { document.querySelectorAll('details').forEach(part => { part.open = false }) }")
    seen = 0
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        seen += 1
    assert 100 < seen < 400  # all the way through, and out at the end
