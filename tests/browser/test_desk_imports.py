"""What comes in at the desk comes in whole or not at all, and goes out again: walked in a browser."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from playwright.sync_api import Page

from careers.desk.imports import signs
from careers.desk.roles import PUBLISHER
from careers.importers import base
from careers.models import Company, WageEstimate

from .desk import newer_release, said

pytestmark = pytest.mark.browser

NURSES = "/careers/registered-nurses/"


class Killed(BaseException):
    """As SIGKILL ends it: nothing is tidied up but the transaction, which the database ends."""


@pytest.fixture
def wages() -> list[WageEstimate]:
    found = WageEstimate.objects.current().national().select_related("occupation")
    return [found.get(occupation__soc_code=code) for code in ("29-1141", "27-2011")]


@pytest.fixture
def handed_in(at_desk, wages, tmp_path, settings) -> Page:
    """The page of an import of a newer release, checked, before a publisher who may approve it."""
    settings.VAR_DIR = tmp_path / "var"
    page = at_desk("paula", PUBLISHER)
    # How it comes on by itself is another story; here it is looked at when there is something to see.
    page.route("**/progress/**", lambda route: route.fulfill(status=204))
    page.get_by_role("link", name="Import jobs").click()
    page.get_by_role("link", name="Add import job").click()
    page.get_by_label("Importer").select_option("oews")
    file = newer_release(tmp_path / "oews.sqlite", "May 2031", wages, annual_mean="102500")
    page.get_by_label("File").set_input_files(file)
    page.locator("input[name=_save]").click()
    page.get_by_text("Waiting to be checked.").wait_for()
    work(page)
    return page


def work(page: Page) -> None:
    """What `manage.py work` does beside the server, and the page of the import after it."""
    call_command("work", once=True)
    page.reload()


def load(page: Page) -> None:
    page.get_by_role("button", name="Approve and load").click()
    page.get_by_text("Approved, waiting to be loaded.").wait_for()
    work(page)


def shows(reader, figure: str) -> bool:
    return reader.open(NURSES).get_by_text(figure).first.is_visible()


def test_a_bad_spreadsheet_is_refused_row_by_row_with_nothing_changed(visit, at_desk, tmp_path):
    company = Company.objects.filter(status="published").order_by("name").first()
    sheet = tmp_path / "companies.csv"
    page = at_desk("paula", PUBLISHER)
    page.get_by_role("link", name="Companies", exact=True).click()
    page.get_by_role("link", name="Bring in a sheet").click()
    page.get_by_label("Only check it").uncheck()

    good = f"slug,name,website\n{company.slug},Lamps of Pharos,\n"
    sheet.write_text(f"{good}wick,,\nglass,Glass,nowhere\n")
    page.get_by_label("CSV or XLSX").set_input_files(sheet)
    page.get_by_role("button", name="Hand in").click()
    page.get_by_text("Nothing was changed.").wait_for()
    rows = page.locator("table.panel tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["3", "4"]
    assert "name: This field is required." in rows[0]
    assert "website: Enter a valid URL." in rows[1]
    company.refresh_from_db()
    assert company.name != "Lamps of Pharos"
    assert not Company.objects.filter(slug__in=("wick", "glass")).exists()

    sheet.write_text(good)
    page.get_by_label("CSV or XLSX").set_input_files(sheet)
    page.get_by_label("Why").fill("It was renamed.")
    page.get_by_label("Only check it").uncheck()
    page.get_by_role("button", name="Hand in").click()
    page.get_by_text("Brought in: 0 new, 1 changed, 0 as they were.").wait_for()
    reader = visit()
    address = company.get_absolute_url()
    assert reader.open(address).locator("h1").inner_text() == company.name  # readers see no draft
    page.goto(f"{reader.server}/admin/careers/company/{company.pk}/change/")
    assert page.get_by_label("Name", exact=False).first.input_value() == "Lamps of Pharos"
    page.get_by_role("button", name="Save and publish").click()
    assert "Published the change." in said(page)
    assert reader.open(address).locator("h1").inner_text() == "Lamps of Pharos"


def test_an_import_killed_midway_leaves_the_site_as_it_was(visit, handed_in, wages, monkeypatch):
    given, reader = f"${wages[0].annual_mean:,}", visit()

    def die(*args):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(base, "_verify", die)  # all of its rows are written; its transaction is not over
        with pytest.raises(Killed):
            load(handed_in)
    assert shows(reader, given)
    with monkeypatch.context() as patch:
        patch.setattr(signs, "DEAD_AFTER", timedelta(0))
        handed_in.reload()
        assert "gives no sign any more. Nothing was changed" in handed_in.inner_text("main")
        work(handed_in)  # the next worker tells it, and has nothing to do
    assert "Failed; nothing was changed" in handed_in.inner_text("main")

    handed_in.get_by_role("button", name="Check again").click()
    handed_in.get_by_text("Waiting to be checked.").wait_for()
    work(handed_in)
    load(handed_in)
    assert "Loaded." in handed_in.inner_text("main")
    assert shows(reader, "$102,500")


def test_a_release_is_rolled_back_and_forward_again(visit, handed_in, wages):
    given, reader = f"${wages[0].annual_mean:,}", visit()
    load(handed_in)
    assert shows(reader, "$102,500")

    handed_in.goto(f"{reader.server}/admin/careers/release/?q=May+2031")
    handed_in.get_by_role("link", name="May 2031").click()
    handed_in.get_by_role("button", name="Roll back").click()
    assert "Asked for." in said(handed_in)
    assert shows(reader, "$102,500")
    work(handed_in)
    assert "2 figures went out of force" in handed_in.inner_text("main")
    assert shows(reader, given)
    handed_in.get_by_role("button", name="Roll forward again").click()
    handed_in.get_by_text("Asked for.").wait_for()
    work(handed_in)
    handed_in.get_by_role("button", name="Roll back").wait_for()
    assert shows(reader, "$102,500")
