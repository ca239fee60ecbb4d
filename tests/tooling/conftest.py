import pytest
from django.contrib.auth.models import User
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.second_step import devices
from tests.tooling.codes import PASSWORD, sign_in


@pytest.fixture
def grace(db):
    return User.objects.create_superuser("grace", password=PASSWORD)


@pytest.fixture
def with_app(grace):
    """Grace, who has set up the second step, and her recovery codes."""
    devices.begin(grace)
    TOTPDevice.objects.update(confirmed=True)
    return devices.new_codes(grace)


@pytest.fixture
def signed_in(client, grace):
    sign_in(client)
    return client
