"""What editors do with companies: logos, names that move, several that are one."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from careers import models as m

from .crowd_of_companies import PIXEL
from .forms import posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def companies():
    names = ("Harbour Clinic", "Harbor Clinic")
    return m.Company.objects.bulk_create(
        m.Company(name=name, slug=name.lower().replace(" ", "-")) for name in names
    )


@pytest.fixture
def upload(admin_client, address, companies):
    """Give the first company a logo on its own page."""

    def upload(content: bytes, name: str = "logo.gif"):
        page = admin_client.get(address(companies[0]))
        row = page.context["inline_admin_formsets"][-1].formset.forms[0]
        form = posted(page) | {f"{row.prefix}-file": SimpleUploadedFile(name, content)}
        return admin_client.post(address(companies[0]), form)

    return upload


def test_a_logo_is_uploaded_with_its_company_and_replaced(upload, companies):
    assert upload(PIXEL).status_code == 302
    logo = m.CompanyLogo.objects.get(company=companies[0])
    assert Image.open(io.BytesIO(bytes(logo.png))).format == "PNG"
    wide = io.BytesIO()
    Image.new("RGB", (600, 300)).save(wide, "JPEG")
    assert upload(wide.getvalue(), "logo.jpg").status_code == 302
    logo.refresh_from_db()
    assert (logo.width, logo.height) == (256, 128)


def test_the_logo_of_a_draft_is_seen_by_editors_only(upload, companies, admin_client, address, client):
    upload(PIXEL)
    m.Company.objects.update(status=m.Status.DRAFT)
    shown = admin_client.get(address(companies[0])).content.decode()
    source = re.search(r'<img src="([^"]+/logo.png[^"]*)"', shown)[1]
    assert admin_client.get(source).headers["Content-Type"] == "image/png"
    assert client.get(source).status_code == 302
    assert client.get(f"/companies/{companies[0].slug}/logo.png").status_code == 404


def test_an_svg_is_refused_as_a_logo_and_nothing_is_saved(upload):
    assert "SVG can hold scripts and is not taken" in said(upload(b"<svg/>", "logo.svg"))
    assert not m.CompanyLogo.objects.exists()


def test_a_logo_page_of_its_own_asks_for_an_image(admin_client, address, companies):
    answer = admin_client.post(address(m.CompanyLogo, "add"), {"company": companies[0].pk})
    assert "Choose an image." in said(answer)


def test_a_legal_name_of_another_company_is_refused_whatever_its_form(admin_client, address, companies):
    m.CompanyName.objects.create(
        company=companies[0], name="Harbour Clinic, Inc.", kind="legal", key="harbour clinic"
    )
    form = {"company": companies[1].pk, "name": "THE HARBOUR CLINIC LLC", "kind": "legal"}
    answer = admin_client.post(address(m.CompanyName, "add"), form)
    assert "Another company has this legal or former name." in said(answer)
    assert admin_client.post(address(m.CompanyName, "add"), form | {"kind": "trade"}).status_code == 302
    assert m.CompanyName.objects.get(name=form["name"]).key == "harbour clinic"


def test_a_name_moves_to_another_company(admin_client, address, companies):
    name = m.CompanyName.objects.create(company=companies[0], name="Harbor LLC", kind="legal", key="harbor")
    page = admin_client.get(address(name))
    form = posted(page, company=str(companies[1].pk))
    assert admin_client.post(address(name), form).status_code == 302
    name.refresh_from_db()
    assert (name.company, name.key) == (companies[1], "harbor")


def test_companies_are_merged_once_the_one_that_stays_is_chosen(admin_client, address, companies):
    stays, goes = companies
    form = {"action": "merge", "_selected_action": [stays.pk, goes.pk]}
    asked = admin_client.post(address(m.Company, "changelist"), form)
    assert "Which one stays?" in asked.content.decode()
    assert "Choose the company that stays." in (
        admin_client.post(address(m.Company, "changelist"), form | {"post": "yes"}).content.decode()
    )
    assert m.Company.objects.filter(pk=goes.pk).exists()
    done = admin_client.post(
        address(m.Company, "changelist"), form | {"post": "yes", "into": stays.pk}, follow=True
    )
    assert "Harbor Clinic merged into Harbour Clinic." in done.content.decode()
    assert not m.Company.objects.filter(pk=goes.pk).exists()
    assert stays.names.get().name == "Harbor Clinic"
    gone = m.Company.history.get(id=goes.pk, history_type="-")
    assert gone.history_change_reason == "Merged into Harbour Clinic: Harbor Clinic."
    history = admin_client.get(address(stays, "history")).content.decode()
    assert "Company deleted" in history
    assert "Harbor Clinic" in history


def test_companies_of_which_a_draft_waits_are_not_merged(admin_client, address, companies):
    stays, goes = companies
    m.Draft.objects.create(target=goes, content={"summary": "New."}, base={"summary": ""})
    form = {"action": "merge", "_selected_action": [stays.pk, goes.pk], "post": "yes", "into": stays.pk}
    answer = admin_client.post(address(m.Company, "changelist"), form, follow=True)
    assert "publish or discard the draft of Harbor Clinic first" in answer.content.decode()
    assert m.Company.objects.filter(pk=goes.pk).exists()


def test_one_company_is_not_merged(admin_client, address, companies):
    form = {"action": "merge", "_selected_action": [companies[0].pk]}
    answer = admin_client.post(address(m.Company, "changelist"), form, follow=True)
    assert "Nothing was merged" in answer.content.decode()
