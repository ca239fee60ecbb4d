import pytest
from django.contrib.auth.models import Group, User

from careers.desk.roles import EDITOR, PUBLISHER


@pytest.fixture
def people(client):
    """A client for each role."""
    found = {}
    for role in (EDITOR, PUBLISHER):
        user = User.objects.create_user(role.lower(), is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        found[role] = type(client)()
        found[role].force_login(user)
    return found
