"""What the stories of the desk do in a browser, and the release that they import."""

from pathlib import Path

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from playwright.sync_api import Page

from careers.models import WageEstimate
from tests.careers.importers.oews_files import ALL_INDUSTRIES, DATA_TYPES, NATION, key_of
from tests.careers.importers.oews_files import Release as Edition

PASSWORD = "quiet-Harbour-27"


def sign_in(page: Page, name: str, role: str) -> None:
    """Somebody new of a role, who signs in where the desk asks for it."""
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Waiting for me").wait_for()


def work(page: Page) -> None:
    """What `manage.py work` does beside the server: check or load what waits.

    What the page asks in the meantime is held: Playwright lets it go on when the test does, so that two
    threads never speak to the one connection at once.
    """
    page.route("**/progress/**", lambda route: route.continue_())
    page.wait_for_load_state()
    call_command("work", once=True)


def said(page: Page) -> str:
    """What the desk answered to the last button."""
    return " ".join(page.locator(".messagelist").inner_text().split())


def filled(page: Page) -> dict[str, str]:
    """What the form of the page would send."""
    return page.locator("#content-main form").evaluate("form => Object.fromEntries(new FormData(form))")


def choose(page: Page, field: str, typed: str, named: str) -> None:
    """Pick a row in a field with suggestions."""
    page.locator(f".field-{field} .select2-selection").click()
    page.locator(".select2-search__field").fill(typed)
    page.locator(".select2-results__option").get_by_text(named, exact=False).first.click()


def newer_release(path: Path, label: str, wages: list[WageEstimate], **changes: str) -> Path:
    """A release as the survey publishes it: the pay of these occupations nationwide, the first's changed."""
    edition = Edition(label)
    edition.areas = [area for area in edition.areas if area[1] == NATION]
    edition.industries = [row for row in edition.industries if row[0] == ALL_INDUSTRIES]
    codes = [wage.occupation.soc_code.replace("-", "") for wage in wages]
    edition.occupations = [
        (code, wage.occupation.title, "3") for code, wage in zip(codes, wages, strict=True)
    ]
    edition.cells = {key_of(code): _printed(wage) for code, wage in zip(codes, wages, strict=True)}
    for name, value in changes.items():
        edition.put(key_of(codes[0]), value, names=(name,))
    return edition.write_sqlite(path)


def _printed(wage: WageEstimate) -> dict[str, tuple[str, str]]:
    values = {name: getattr(wage, name) for name in DATA_TYPES if wage.reason_for(name) != "not_applicable"}
    return {name: ("-", "8") if value is None else (str(value), "") for name, value in values.items()}
