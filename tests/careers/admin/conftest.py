import pytest

from careers.models import Occupation, Release, StatedFact, WageEstimate

from .crowd import world
from .forms import posted


@pytest.fixture
def nurses(db):
    return Occupation.objects.get(soc_code="29-1141")


@pytest.fixture
def coordinator(db):
    """The job title of the reference page: it has a row in every table of the occupation's page."""
    return Occupation.objects.get(slug="patient-service-coordinator")


@pytest.fixture
def wage(nurses):
    return WageEstimate.objects.current().national().get(occupation=nurses)


@pytest.fixture
def time_to_become(coordinator):
    return StatedFact.objects.current().get(occupation=coordinator, topic=StatedFact.Topic.TIME_TO_BECOME)


@pytest.fixture
def around(db):
    """An occupation and a release of the tests' own, to make rows by the dozen for."""
    return world()


@pytest.fixture
def address():
    """The address of an admin page of a row, or of a model's list or add page."""
    from django.urls import reverse

    def address(target, page: str = "change") -> str:
        options = target._meta
        args = [] if isinstance(target, type) else [target.pk]
        return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=args)

    return address


@pytest.fixture
def add(admin_client, address):
    """Open the page of a figure, type the changes, and add it as one of another release, out of force."""

    def add(figure, **changes):
        page = admin_client.get(address(figure))
        release, _ = Release.objects.get_or_create(source=figure.release.source, label="of another day")
        data = posted(page, release=str(release.pk), is_current=None, **changes)
        return admin_client.post(address(type(figure), "add"), data)

    return add


@pytest.fixture
def added(db):
    """The figure that `add` made."""
    return lambda model: model.objects.get(release__label="of another day")
