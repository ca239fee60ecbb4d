import re

import pytest

from tests.site.reading import have_sample_job, have_sample_page


@pytest.fixture(autouse=True)
def _samples(request):
    """What the snapshot has none of is there for tests that ask for its page themselves."""
    job = re.search(r"\[job( as \w+)?\]", request.node.name)
    if job or "[page of the editors]" in request.node.name:
        request.getfixturevalue("db")
        have_sample_job() if job else have_sample_page()
