"""The account that opens the admin of a new installation."""

import secrets

from django.contrib.auth import get_user_model

NAME = "admin"


class NameTaken(Exception):
    """No superuser exists, and the name of the first one belongs to somebody else."""


def create() -> str | None:
    """Make the first superuser and return its password; None where a superuser exists already."""
    users = get_user_model()._default_manager
    if users.filter(is_superuser=True).exists():
        return None
    if users.filter(username=NAME).exists():
        raise NameTaken
    password = secrets.token_urlsafe(15)
    users.create_superuser(NAME, password=password)
    return password
