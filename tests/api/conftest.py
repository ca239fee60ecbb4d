from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from careers.models import Posting
from tests.careers.advertised import advertise

NUMBER = 11


@pytest.fixture(autouse=True)
def jobs(db) -> list[Posting]:
    """Open jobs, some of one day; the snapshot itself has none."""
    today = localdate()
    return [
        advertise(posted_on=today - timedelta(days=number // 3), **({"pk": 1} if number == 0 else {}))
        for number in range(NUMBER)
    ]
