"""The first admin account is made once, and its password is shown once."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password

from config import first_admin

pytestmark = pytest.mark.django_db


def test_the_first_admin_can_sign_in_with_the_password_that_was_shown(client):
    typed = {"username": "admin", "password": first_admin.create()}
    assert client.post("/admin/login/?next=/admin/", typed).url == "/admin/"
    assert client.get("/admin/").wsgi_request.user.is_superuser


def test_the_first_password_satisfies_the_rules_for_passwords():
    validate_password(first_admin.create(), get_user_model()(username="admin"))


def test_a_second_start_makes_no_account_and_keeps_the_first_password():
    password = first_admin.create()
    assert first_admin.create() is None
    assert get_user_model().objects.get().check_password(password)


def test_no_account_is_made_where_somebody_else_is_superuser():
    get_user_model().objects.create_superuser("grace", password="x")
    assert first_admin.create() is None
    assert not get_user_model().objects.filter(username="admin").exists()


def test_two_installations_get_different_passwords():
    first = first_admin.create()
    get_user_model().objects.all().delete()
    assert first != first_admin.create()


def test_an_editor_who_is_called_admin_is_not_made_superuser():
    get_user_model().objects.create_user("admin", password="x")
    with pytest.raises(first_admin.NameTaken):
        first_admin.create()
    assert not get_user_model().objects.get(username="admin").is_superuser
