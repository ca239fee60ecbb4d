"""Editors write, publishers publish; both groups are there, and hold what the table of roles says."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser, Group, Permission, User

from careers.desk import roles
from careers.models import Figure, Release

pytestmark = pytest.mark.django_db


def member(*groups, **values) -> User:
    user = User.objects.create_user("-".join(groups).lower() or "nobody", is_staff=True, **values)
    user.groups.add(*Group.objects.filter(name__in=groups))
    return user


def held_by(name: str) -> set[str]:
    rows = Permission.objects.filter(group__name=name)
    return {
        f"{label}.{codename}" for label, codename in rows.values_list("content_type__app_label", "codename")
    }


def test_a_publisher_may_do_everything_an_editor_may_and_more():
    assert held_by(roles.EDITOR) < held_by(roles.PUBLISHER)
    assert held_by(roles.PUBLISHER) >= {roles.PUBLISH, roles.IMPORT, roles.MERGE}
    assert held_by(roles.EDITOR).isdisjoint({roles.PUBLISH, roles.IMPORT, roles.MERGE})


def test_no_role_writes_figures_releases_or_users():
    names = {model._meta.model_name for model in apps.get_models() if issubclass(model, Figure | Release)}
    names |= {"user", "group", "permission", "importreceipt", "session"}
    assert "wageestimate" in names
    for role in (roles.EDITOR, roles.PUBLISHER):
        held = {name.partition(".")[2] for name in held_by(role)}
        assert held.isdisjoint({f"{verb}_{name}" for verb in roles.KEEP for name in names})


def test_both_roles_look_at_everything_of_the_portal():
    names = {f"{model._meta.app_label}.view_{model._meta.model_name}" for model in apps.get_models()}
    of_portal = {name for name in names if name.partition(".")[0] in roles.APPS}
    for role in (roles.EDITOR, roles.PUBLISHER):
        assert of_portal <= held_by(role)


def test_every_line_of_the_table_of_roles_names_what_there_is():
    for name, table in ((name, table) for name, tables in roles.TABLES.items() for table in tables):
        for model, verbs in table.items():
            label, _, model_name = model.partition(".")
            assert apps.get_model(model)
            wanted = {f"{label}.{verb if '_' in verb else f'{verb}_{model_name}'}" for verb in verbs}
            assert wanted <= held_by(name)


def test_migrating_again_mends_the_groups_and_leaves_what_is_not_the_portals():
    editors, before = Group.objects.get(name=roles.EDITOR), held_by(roles.EDITOR)
    foreign = Permission.objects.get(codename="view_user")
    editors.permissions.add(foreign, Permission.objects.get(codename="delete_wageestimate"))
    editors.permissions.remove(Permission.objects.get(codename="change_page"))
    Group.objects.filter(name=roles.PUBLISHER).delete()
    for app in apps.get_app_configs():
        roles.grant(app, "default")
    assert held_by(roles.EDITOR) == before | {"auth.view_user"}
    assert held_by(roles.PUBLISHER) > before


def test_nothing_is_written_where_the_groups_are_as_they_shall_be(django_assert_num_queries):
    with django_assert_num_queries(5):  # the app's permissions, and each group with what it holds
        roles.grant(apps.get_app_config("careers"), "default")
    with django_assert_num_queries(0):
        roles.grant(apps.get_app_config("auth"), "default")


@pytest.mark.parametrize("is_the_rule", [False, True])
def test_who_wrote_may_publish_only_where_one_person_is_enough(settings, is_the_rule):
    settings.DESK_TWO_PERSON_RULE = is_the_rule
    publisher, editor = member(roles.PUBLISHER), member(roles.EDITOR)
    chief = User.objects.create_superuser("chief")
    for user in (publisher, chief):
        assert roles.may_publish(user, {editor.pk})
        assert roles.may_publish(user)
        assert roles.may_publish(user, {editor.pk, user.pk}) is not is_the_rule
    for user in (editor, AnonymousUser(), member(roles.PUBLISHER, roles.EDITOR, is_active=False)):
        assert not roles.may_publish(user)
        assert not roles.may_publish(user, {publisher.pk})
