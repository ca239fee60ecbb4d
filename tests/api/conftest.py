from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from careers.models import Posting
from tests.careers.advertised import advertise

NUMBER = 11


@pytest.fixture(autouse=True)
def jobs(db) -> list[Posting]:
    """Open jobs, some of one day; the snapshot itself has none. The first is the one of the examples."""
    today = localdate()
    return [
        advertise(pk=1 + number, posted_on=today - timedelta(days=number // 3)) for number in range(NUMBER)
    ]
