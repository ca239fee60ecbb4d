"""Stories of the desk, walked through the real admin in a browser by people of its roles."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from careers.desk.roles import EDITOR, PUBLISHER
from careers.models import WageEstimate
from comparisons.models import CuratedComparison

from .desk import choose, filled, newer_release, said, work

pytestmark = pytest.mark.browser

NURSES, BOTH = "/careers/registered-nurses/", "/compare/registered-nurses-vs-actors/"


@pytest.fixture
def wages() -> list[WageEstimate]:
    found = WageEstimate.objects.current().national().select_related("occupation")
    return [found.get(occupation__soc_code=code) for code in ("29-1141", "27-2011")]


def test_a_salary_is_corrected_and_the_correction_outlives_a_newer_release(
    visit, at_desk, wages, tmp_path, settings
):
    settings.VAR_DIR = tmp_path / "var"
    given = f"${wages[0].annual_mean:,}"

    desk = at_desk("edith", EDITOR)
    desk.get_by_label("Find an occupation").fill("registered nurses")
    desk.get_by_role("button", name="Find").click()
    desk.get_by_role("link", name="Registered Nurses").first.click()
    desk.get_by_role("link", name="Correct this pay").click()
    desk.get_by_label("Figure").select_option("annual mean")
    desk.get_by_label("Right value").fill("104,000")
    desk.get_by_label("Reason").fill("A digit was misprinted.")
    desk.get_by_label("Source:", exact=True).fill("Letter of the Bureau, June 2026")
    desk.get_by_role("button", name="Correct it").click()
    assert "Annual mean corrected to $104,000. Readers see it, marked as corrected." in said(desk)

    reader = visit()
    for address in (NURSES, BOTH):
        page = reader.open(address)
        assert page.get_by_text("$104,000").first.is_visible()
        assert f"Corrected by the editors: the publisher gives {given}." in page.inner_text("main")

    publisher = at_desk("paula", PUBLISHER)
    publisher.get_by_role("link", name="Import jobs").click()
    publisher.get_by_role("link", name="Add import job").click()
    publisher.get_by_label("Importer").select_option("oews")
    file = newer_release(tmp_path / "oews.sqlite", "May 2031", wages, annual_mean="102500")
    publisher.get_by_label("File").set_input_files(file)
    publisher.get_by_role("button", name="Hand in and check").click()
    publisher.get_by_text("Waiting").first.wait_for()
    work(publisher)
    kept = "the publisher now gives $102,500; the correction to $104,000 is kept."
    publisher.get_by_role("button", name="Approve and load").wait_for()
    assert kept in publisher.inner_text("main")
    publisher.get_by_role("button", name="Approve and load").click()
    publisher.get_by_text("Approved").first.wait_for()
    work(publisher)
    publisher.get_by_text("Loaded.").wait_for()
    publisher.get_by_role("link", name="1 correction is in conflict with this release").click()
    assert "Registered Nurses" in publisher.inner_text("#result_list")

    for address in (NURSES, BOTH):
        page = reader.open(address)
        assert page.get_by_text("$104,000").first.is_visible()
        assert "Corrected by the editors: the publisher gives $102,500." in page.inner_text("main")
        assert "May 2031" in page.inner_text("main")

    desk.goto(f"{reader.server}/admin/")
    desk.get_by_role("link", name="Corrections").click()
    desk.get_by_role("link", name="In conflict").click()
    desk.get_by_role("link", name="Registered Nurses").click()
    told = desk.inner_text("main")
    assert "In conflict with May 2031" in told
    assert "$102,500" in told
    desk.get_by_role("link", name="Withdraw or keep it").click()
    desk.get_by_role("button", name="Keep").click()
    assert "Kept, whatever the publisher gives now." in said(desk)


def test_an_editor_writes_what_a_publisher_publishes_on_schedule(visit, at_desk, monkeypatch):
    editor = at_desk("edith", EDITOR)
    editor.get_by_role("link", name="Curated comparisons").click()
    editor.get_by_role("link", name="Add curated comparison").click()
    choose(editor, "first", "registered nurses", "Registered Nurses")
    choose(editor, "second", "actors", "Actors")
    editor.get_by_label("Title").fill("Ward or stage")
    editor.get_by_role("textbox", name="Introduction").fill("Both work nights.")
    assert editor.get_by_role("button", name="publish").count() == 0
    editor.get_by_role("button", name="Save and submit for review").click()
    assert "Ward or stage" in said(editor)
    refused = editor.request.post(editor.url, form={**filled(editor), "_publish": "1"})
    assert refused.status == 403

    publisher = at_desk("paula", PUBLISHER)
    publisher.get_by_role("link", name="Ward or stage").click()
    tomorrow = timezone.now() + timedelta(days=1)
    publisher.locator("#id_publish_at_0").fill(f"{tomorrow:%Y-%m-%d}")
    publisher.locator("#id_publish_at_1").fill(f"{tomorrow:%H:%M}")
    publisher.get_by_role("button", name="Save and publish").click()
    assert f"readers see it from {tomorrow:%Y-%m-%d %H:%M} UTC" in said(publisher)

    reader = visit()
    call_command("publish_due")
    assert "Ward or stage" not in reader.open("/compare/").inner_text("main")
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    call_command("publish_due")
    reader.open("/compare/").get_by_role("link", name="Ward or stage").click()
    assert "Both work nights." in reader.page.inner_text("main")

    editor.reload()
    editor.get_by_role("textbox", name="Verdict").fill("The ward pays better.")
    later = tomorrow + timedelta(days=1)
    editor.locator("#id_goes_live_at_0").fill(f"{later:%Y-%m-%d}")
    editor.locator("#id_goes_live_at_1").fill(f"{later:%H:%M}")
    editor.get_by_role("button", name="Save and submit for review").click()
    publisher.reload()
    assert publisher.get_by_role("textbox", name="Verdict").input_value() == "The ward pays better."
    publisher.get_by_role("button", name="Save and publish").click()
    assert f"goes live at {later:%Y-%m-%d %H:%M} UTC" in said(publisher)
    call_command("publish_due")
    assert "The ward pays better." not in reader.open(BOTH).inner_text("main")
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_due")
    assert "The ward pays better." in reader.open(BOTH).inner_text("main")


def test_two_editors_collide_and_neither_overwrites_the_other_unseen(at_desk, wages):
    nurses, actors = (wage.occupation for wage in wages)
    CuratedComparison.objects.create(
        title="Ward or stage", first=nurses, second=actors, introduction="Both work nights."
    )
    first, second = at_desk("edith", EDITOR), at_desk("ned", EDITOR)
    for page in (first, second):
        page.get_by_label("Find an occupation").fill("ward or stage")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("link", name="Ward or stage").click()
    first.get_by_label("Title").fill("Ward against stage")
    first.get_by_role("button", name="Save and continue editing").click()

    second.get_by_role("textbox", name="Verdict").fill("The ward pays better.")
    second.get_by_role("button", name="Save and continue editing").click()
    told = second.inner_text("main")
    assert "Nothing was saved: edith changed this while you were writing." in told
    assert "Ward against stage" in told
    second.get_by_label("Where both of us changed something, save mine").check()
    second.get_by_role("button", name="Save and continue editing").click()
    assert second.get_by_label("Title").input_value() == "Ward against stage"
    assert second.get_by_role("textbox", name="Verdict").input_value() == "The ward pays better."

    first.get_by_role("textbox", name="Verdict").fill("The stage is more fun.")
    first.get_by_role("button", name="Save and continue editing").click()
    assert "ned changed this while you were writing" in first.inner_text("main")
    first.get_by_role("link", name="drop mine and load it anew").click()
    assert first.get_by_role("textbox", name="Verdict").input_value() == "The ward pays better."
