"""Nobody can do by address what they cannot do by button, and every button that is shown works."""

import re
from urllib.parse import urlparse

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import Group, User
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, resolve, reverse

from careers.desk import roles
from careers.models import Company, CompanyName, Occupation, Status, WageEstimate
from tests.comparisons.curating import DRAFT, comparison_of
from tests.site.html import parse

from .crowd import MAKERS, crowd
from .forms import posted

pytestmark = pytest.mark.django_db

# The pages of one's own account, which belong to no role.
OF_ONES_OWN = {"index", "login", "logout", "password_change", "password_change_done", "jsi18n"}
OF_ONES_OWN |= {"second_step", "second_step_code"}
MORE_THAN_LOOKED_AT = sorted({*roles.EDITORS, *roles.PUBLISHERS})
LOOKED_AT = [f"careers.{name}" for name in ("wageestimate", "projection", "area", "release", "source")]
MODELS = [apps.get_model(name) for name in (*MORE_THAN_LOOKED_AT, *LOOKED_AT)]
# A publisher's pages are drawn where they may differ from an editor's.
CASES = [(model, roles.EDITOR) for model in MODELS]
CASES += [(apps.get_model(name), roles.PUBLISHER) for name in (*roles.PUBLISHERS, "careers.wageestimate")]
each_model_of_a_role = pytest.mark.parametrize(
    ("model", "role"), CASES, ids=lambda value: getattr(value, "__name__", value)
)


def as_one(role: str | None) -> Client:
    user = User.objects.create_user(f"of {role}", is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor():
    return as_one(roles.EDITOR)


def every_address() -> list[str]:
    """Of every page of the admin that has a name, but those of one's own account."""
    found = []
    for pattern in _patterns(admin.site.get_urls()):
        if not pattern.name or pattern.name in OF_ONES_OWN:
            continue
        arguments = dict.fromkeys(pattern.pattern.regex.groupindex, 1)
        if "app_label" in arguments:
            arguments["app_label"] = "careers"
        try:
            found.append(reverse(f"admin:{pattern.name}", kwargs=arguments))
        except NoReverseMatch:  # a word where a number does not fit
            words = dict.fromkeys(arguments, "a") | ({"key": 1} if "key" in arguments else {})
            found.append(reverse(f"admin:{pattern.name}", kwargs=words))
    return found


def _patterns(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _patterns(pattern.url_patterns)
        else:
            yield pattern


def test_who_is_not_signed_in_gets_to_the_sign_in_only(client):
    addresses = every_address()
    assert len(addresses) > 5 * len(MODELS)
    for address in addresses:
        for ask in (client.get, client.post):
            response = ask(address)
            assert response.status_code == 302, address
            assert urlparse(response.url).path == reverse("admin:login"), address


def answer_of(user: User, method: str, address: str) -> int | str:
    """The status or where it leads, of the page alone: some six hundred are asked for."""
    request = getattr(RequestFactory(), method)(address)
    request.user, request.session, request.resolver_match = user, {}, resolve(address)
    request._messages, request._dont_enforce_csrf_checks = FallbackStorage(request), True
    view, arguments, named = request.resolver_match
    try:
        response = view(request, *arguments, **named)
    except PermissionDenied:
        return 403
    except Http404:
        return 404
    return getattr(response, "url", response.status_code)


def test_staff_without_a_role_see_and_do_nothing():
    user = User.objects.create_user("someone", is_staff=True)
    # To the start page goes who asks for the history of what is not there.
    refusals = {403, 404, 405, reverse("admin:index")}
    for address in every_address():
        for method in ("get", "post"):
            assert answer_of(user, method, address) in refusals, address
    assert "Your account opens no list yet." in parse(as_one(None).get("/admin/")).text


def row_of(model, around):
    return model.objects.order_by("pk").last() or (crowd(model, around) and model.objects.latest("pk"))


@each_model_of_a_role
def test_each_role_has_the_buttons_that_answer_and_no_others(model, role, around, address):
    client, row = as_one(role), row_of(model, around)
    assert model in MAKERS or row
    listed, opened = client.get(address(model, "changelist")), client.get(address(row))
    assert listed.status_code == opened.status_code == 200
    listed, opened = listed.content.decode(), opened.content.decode()
    for button, target in (
        ('class="addlink"' in listed.partition('id="content-main"')[2], address(model, "add")),
        (bool(re.search(r'<(?:input|button)[^>]*type="submit"[^>]*name="_', opened)), address(row)),
        ('class="deletelink"' in opened, address(row, "delete")),
    ):
        if button:
            assert client.get(target).status_code == 200, target
        else:
            assert client.post(target).status_code == 403, target
    for added in set(re.findall(r'href="([^"]+/add/[^"]*)"', opened)):
        assert client.get(added.replace("&amp;", "&")).status_code == 200, added


def test_what_the_table_of_roles_denies_is_denied_by_address(editor, address, around):
    """The table itself, and not only that buttons and answers agree."""
    for model in (WageEstimate, Occupation, apps.get_model("careers.release"), User, Group):
        row = row_of(model, around)
        assert editor.post(address(row)).status_code == 403
        assert editor.post(address(model, "add")).status_code == 403
        assert editor.post(address(row, "delete"), {"post": "yes"}).status_code == 403
        assert type(row).objects.filter(pk=row.pk).exists()


def act(client, address, action, *rows, **more):
    listed = address(type(rows[0]), "changelist")
    chosen = {"action": action, ACTION_CHECKBOX_NAME: [row.pk for row in rows], **more}
    return client.post(listed, chosen, follow=True)


def offered(client, address, model) -> set[str]:
    found = re.findall(r'<option value="(\w+)"', client.get(address(model, "changelist")).content.decode())
    return set(found) & set(dir(admin.site.get_model_admin(model)))


def two_companies() -> list[Company]:
    return [Company.objects.create(name=f"Zymology {n}", slug=f"zymology-{n}") for n in (1, 2)]


def test_companies_are_merged_by_publishers(editor, address):
    one, two = two_companies()
    assert "merge" not in offered(editor, address, Company)
    act(editor, address, "merge", one, two, post="yes", into=one.pk)
    assert Company.objects.filter(pk=two.pk).exists()
    publisher = as_one(roles.PUBLISHER)
    assert "merge" in offered(publisher, address, Company)
    act(publisher, address, "merge", one, two, post="yes", into=one.pk)
    assert not Company.objects.filter(pk=two.pk).exists()


def test_an_editor_publishes_no_comparison_by_action_or_by_form(editor, address):
    comparison = comparison_of("dancers", "actors", status=DRAFT)
    assert offered(editor, address, type(comparison)).isdisjoint({"publish", "make_drafts"})
    act(editor, address, "publish", comparison)
    page = editor.get(address(comparison))
    assert editor.post(address(comparison), posted(page, added={"status": "published"})).status_code == 302
    comparison.refresh_from_db()
    assert comparison.status == DRAFT


EDITORIAL = ["company", "occupationtext", "page", "posting"]


@pytest.mark.parametrize("name", EDITORIAL)
def test_an_editor_types_no_status_of_anything(editor, address, around, name):
    row = row_of(apps.get_model(f"careers.{name}"), around)
    for status in (Status.DRAFT, Status.PUBLISHED):
        type(row).objects.filter(pk=row.pk).update(status=status)
        other = Status.DRAFT if status == Status.PUBLISHED else Status.PUBLISHED
        typed = posted(editor.get(address(row)), added={"status": other})
        assert editor.post(address(row), typed).status_code == 302
        row.refresh_from_db()
        assert row.status == status
        for step in ("_publish", *(("_archive", "_return_to_draft") if status == Status.PUBLISHED else ())):
            typed = posted(editor.get(address(row)), added={step: "1"})
            assert editor.post(address(row), typed).status_code == 403
            row.refresh_from_db()
            assert row.status == status


@pytest.mark.parametrize("role", [roles.EDITOR, roles.PUBLISHER])
def test_no_role_takes_figures_out_of_force_or_deletes_them(role, address, wage):
    client = as_one(role)
    assert offered(client, address, WageEstimate) == set()
    for action in ("take_out_of_force", "delete_selected"):
        act(client, address, action, wage, post="yes")
    wage.refresh_from_db()
    assert wage.is_current


@pytest.mark.parametrize("role", [roles.EDITOR, roles.PUBLISHER])
def test_parts_of_a_published_company_are_a_publishers(role, address):
    company, _ = two_companies()
    client = as_one(role)
    for status, may in ((Status.DRAFT, True), (Status.PUBLISHED, role == roles.PUBLISHER)):
        Company.objects.filter(pk=company.pk).update(status=status)
        opened = client.get(address(company))
        shown = [inline.has_add_permission for inline in opened.context["inline_admin_formsets"]]
        assert shown == [may] * 4
        # What the form of a publisher would send, whoever sends it.
        added = {"names-TOTAL_FORMS": "1", "names-0-name": f"Zym {status}", "names-0-kind": "trade"}
        client.post(address(company), posted(opened, added={"names-INITIAL_FORMS": "0", **added}))
        assert CompanyName.objects.filter(name=f"Zym {status}").exists() is may
        CompanyName.objects.all().delete()


def test_a_part_is_not_moved_to_a_published_company_through_its_own_page(editor, address):
    company, other = two_companies()
    name = CompanyName.objects.create(company=company, name="Zym", key="zym", kind="trade")
    assert editor.get(address(name)).status_code == 200
    typed = {"company": other.pk, "name": "Zym", "kind": "trade"}
    assert editor.post(address(name), typed).status_code == 403
    name.refresh_from_db()
    assert name.company == company
