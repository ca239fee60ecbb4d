"""Careers are gathered, compared, changed in place, framed elsewhere and printed, in a browser."""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.test_accessibility import RULES, axe  # noqa: F401
from tests.browser.test_layout import SIDEWAYS
from tests.site.addresses import FIVE

pytestmark = pytest.mark.browser

SHIFTS = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().map(entry => entry.value)))
    .observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => done([])));
})"""

PAIR = "/compare/actors-vs-dancers/"
STORED = "() => localStorage.getItem('careers-to-compare')"
FOCUSED = "() => document.activeElement.id || document.activeElement.tagName"
# A mark on the window that a new page does not have.
MARK, MARKED = "() => { window.isStill = true }", "() => window.isStill === true"


def store(page, text: str) -> None:
    page.evaluate("text => localStorage.setItem('careers-to-compare', text)", text)
    page.reload()


def gather(page, *careers: tuple[str, str]) -> None:
    store(page, json.dumps([{"slug": slug, "title": title} for slug, title in careers]))


def tray_of(page):
    return page.get_by_role("region", name="Careers to compare")


def named_in(page) -> list[str]:
    return page.locator(".tray-list a").all_text_contents()


@pytest.mark.parametrize("width", [360, 1440])
def test_careers_are_gathered_while_browsing_and_compared(visit, width):
    page = visit(width).open("/careers/")
    assert not tray_of(page).is_visible()
    page.get_by_role("button", name="Add to comparison: Actuaries").click()
    assert tray_of(page).get_by_text("Add one more to compare.").is_visible()
    page.goto(page.url + "registered-nurses/")
    page.get_by_role("button", name="Add to comparison: Registered Nurses").click()
    assert page.locator("#tray-status").inner_text() == "Registered Nurses: ready to compare"
    page.reload()
    assert named_in(page) == ["Actuaries", "Registered Nurses"]
    assert page.get_by_role("button", name="Take out of comparison: Registered Nurses").is_visible()
    assert page.evaluate(SIDEWAYS) == 0
    tray_of(page).get_by_role("link", name="Compare").click()
    page.wait_for_url("**/compare/actuaries-vs-registered-nurses/")
    if width == 360:
        tray_of(page).get_by_text("To compare:").click()
    tray_of(page).get_by_role("button", name="Remove: Actuaries").click()
    assert named_in(page) == ["Registered Nurses"]
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == (
        "Remove: Registered Nurses"
    )
    tray_of(page).get_by_role("button", name="Clear all").click()
    assert not tray_of(page).is_visible()
    assert page.evaluate(FOCUSED) == "main"
    assert page.evaluate(STORED) is None
    assert page.context.cookies() == []


def test_the_tray_is_the_same_in_every_tab(visit):
    page = visit().open("/careers/")
    other = page.context.new_page()
    other.goto(page.url + "actors/")
    page.get_by_role("button", name="Add to comparison: Actors").click()
    other.get_by_role("button", name="Take out of comparison: Actors").click()
    page.get_by_role("button", name="Add to comparison: Actors").wait_for()
    assert not tray_of(page).is_visible()


def test_a_sixth_career_is_not_taken_and_it_is_said_why(visit):
    page = visit().open("/careers/")
    for button in page.get_by_role("button", name=re.compile("^Add to comparison")).all()[:6][::-1]:
        button.click()
    assert len(named_in(page)) == 5
    assert tray_of(page).get_by_text("Five are the most").is_visible()
    assert "Five careers are the most" in page.locator("#tray-status").inner_text()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "7",
        '{"slug": "actors"}',
        '[null, 1, [], {}, "actors"]',
        '[{"slug": "../admin", "title": "Admin"}, {"slug": 5, "title": "Five"}]',
        '[{"slug": "actors", "title": "  "}, {"slug": "actors"}, {"slug": "a b", "title": "A"}]',
    ],
)
def test_whatever_else_is_stored_leaves_the_tray_empty_and_working(visit, text):
    page = visit().open("/careers/")
    store(page, text)
    assert not tray_of(page).is_visible()
    page.get_by_role("button", name="Add to comparison: Actors").click()
    assert named_in(page) == ["Actors"]


def test_what_is_stored_is_shown_as_text(visit):
    page = visit().open("/careers/")
    gather(page, ("actors", "<img src=x onerror=alert(1)>"), ("actors", "Actors"), ("dancers", "<b>Dancers"))
    assert named_in(page) == ["Actors", "<b>Dancers"]
    assert page.locator(".tray-list :is(img, b)").count() == 0


def test_without_javascript_nothing_of_the_tray_shows(visit):
    for address in ("/careers/", "/careers/actors/"):
        page = visit(java_script_enabled=False).open(address)
        assert page.locator(".tray-add").first.bounding_box() is None
        assert not page.locator("#tray").is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_tray_hides_neither_the_footer_nor_what_has_the_focus(visit, width):
    page = visit(width).open("/careers/actors/")
    gather(page, ("actors", "Actors"), ("dancers", "Dancers"), ("models", "Models"))
    page.get_by_role("link", name="Places", exact=True).focus()
    page.keyboard.press("Tab")
    tray = tray_of(page).bounding_box()
    focused = page.evaluate("() => document.activeElement.getBoundingClientRect().bottom")
    assert focused <= tray["y"]
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    footer = page.locator("footer").bounding_box()
    assert footer["y"] + footer["height"] <= tray_of(page).bounding_box()["y"] + 1


@pytest.mark.parametrize("address", ["/careers/", "/careers/actors/"])
def test_nothing_moves_when_the_tray_comes_up(visit, address):
    page = visit(360).open(address)
    gather(page, ("actors", "Actors"), ("dancers", "Dancers"))
    assert tray_of(page).is_visible()
    assert sum(page.evaluate(SHIFTS)) < 0.01


@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_in_the_tray(visit, axe, width):  # noqa: F811
    page = visit(width).open("/careers/")
    gather(page, *((f"career-{number}", f"Career {number}") for number in range(5)))
    page.evaluate("() => { document.querySelector('.tray-fold').open = true }")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = axe.run(page, context="#tray", options=RULES)
        assert found.violations_count == 0, (scheme, found.generate_report())


@pytest.mark.parametrize("javascript", [True, False], ids=["in place", "page by page"])
def test_a_comparison_is_changed_with_its_address_and_back_again(visit, javascript):
    page = visit(java_script_enabled=javascript).open(PAIR)
    if javascript:
        page.evaluate(MARK)
    page.get_by_role("link", name="Hide equal rows").click()
    page.wait_for_url("**?rows=different")
    page.get_by_label("Pay and jobs in").fill("Texas")
    page.keyboard.press("Tab")  # closes the suggestions, which may lie over the button
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**place=texas**")
    page.get_by_role("heading", name="in Texas", level=1).wait_for()
    page.get_by_text("Add, remove, reorder or pin careers").click()
    page.get_by_label("Add a career").fill("registered-nurses")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**/compare/actors-vs-dancers-vs-registered-nurses/**")
    page.get_by_role("heading", name=re.compile("Registered Nurses.* in Texas"), level=1).wait_for()
    assert "Registered Nurses" in page.locator("#breadcrumbs").inner_text()
    assert "Registered Nurses" in page.title()
    if javascript:
        assert page.evaluate(MARKED)
    page.go_back()
    page.wait_for_url(re.compile(r"/compare/actors-vs-dancers/\?(?=.*place=texas)(?=.*rows=different)"))
    page.get_by_role("heading", name="Actors vs Dancers in Texas", level=1, exact=True).wait_for()
    page.go_forward()
    page.get_by_role("heading", name=re.compile("Registered Nurses"), level=1).wait_for()


def test_the_focus_stays_with_a_control_that_stays_and_goes_to_the_heading_otherwise(visit):
    page = visit().open(PAIR)
    page.get_by_role("link", name="Hide equal rows").press("Enter")
    page.get_by_role("link", name="Show equal rows").wait_for()
    page.wait_for_function("() => document.activeElement.id === 'compare-rows'")
    page.wait_for_function("() => document.querySelector('body > [role=status]:last-child').textContent")
    page.get_by_text("Add, remove, reorder or pin careers").click()
    dancers = page.locator(".compare-steps").get_by_role("listitem").filter(has_text="Dancers")
    dancers.get_by_role("link", name="Pin").press("Enter")
    dancers.get_by_role("link", name="Unpin").wait_for()
    page.wait_for_function("() => document.activeElement.textContent.includes('Unpin')")
    dancers.get_by_role("link", name="Move first").press("Enter")
    page.wait_for_url("**/compare/dancers-vs-actors/**")
    page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    assert dancers.get_by_role("link", name="Unpin").is_visible()  # what was unfolded still is


def test_a_control_that_leads_out_of_the_comparison_loads_that_page_whole(visit):
    page = visit().open(PAIR + "?add=xyzzy")
    page.evaluate(MARK)
    page.get_by_role("link", name="Browse all careers").click()
    page.wait_for_url("**/careers/")
    page.get_by_role("heading", name="Careers", exact=True).wait_for()
    assert not page.evaluate(MARKED)


@pytest.fixture
def elsewhere():
    """Another site: `elsewhere(html)` puts a page there and gives its address."""
    running = []

    def put(html: str) -> str:
        class Page(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(html.encode())

            def log_message(self, *_):
                pass

        running.append(ThreadingHTTPServer(("127.0.0.1", 0), Page))
        Thread(target=running[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{running[-1].server_port}/"

    yield put
    for server in running:
        server.shutdown()
        server.server_close()


def test_another_site_frames_the_overview_and_nothing_else(visit, elsewhere):
    tab = visit()
    page = tab.page.context.new_page()  # not watched: that it loads frames of the portal is no complaint
    addresses = [f"{tab.server}{address}" for address in (PAIR + "embed/", PAIR, "/careers/")]
    page.goto(elsewhere("".join(f'<iframe title="Careers" src="{url}"></iframe>' for url in addresses)))
    framed = page.frame_locator("iframe >> nth=0")
    framed.get_by_role("heading", name="Actors vs Dancers").wait_for()
    shown = sorted(frame.url for frame in page.frames[1:])
    assert shown == ["chrome-error://chromewebdata/"] * 2 + addresses[:1]
    with page.context.expect_page() as opened:
        framed.get_by_role("link", name="The full comparison").click()
    opened.value.wait_for_url("**" + PAIR)


@pytest.mark.parametrize("width", [718, 1050], ids=["upright", "across"])
def test_five_careers_print_on_one_sheet_with_a_source_for_each_figure(visit, width):
    page = visit(width).open(FIVE)
    gather(page, ("actors", "Actors"), ("dancers", "Dancers"))
    page.emulate_media(media="print")
    assert page.evaluate(SIDEWAYS) == 0
    for table in page.locator("table.compare-table").all():
        assert table.evaluate("table => table.scrollWidth <= table.clientWidth")
        assert (
            table.evaluate("""table => [...table.querySelectorAll('th, td')]
          .filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)""")
            == []
        )
    sources = page.locator("table.compare-table details.figure-source dd").filter(has_text="OEWS")
    assert sources.first.is_visible()
    for chrome in (".site-nav", ".site-search", "footer", ".compare-controls", "#tray", "#share"):
        assert not page.locator(chrome).first.is_visible(), chrome
