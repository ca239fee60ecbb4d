import re

import pytest

from tests.site.reading import have_sample_job


@pytest.fixture(autouse=True)
def _sample_job(request):
    """The job is there for tests that ask for its page themselves."""
    if re.search(r"\[job( as \w+)?\]", request.node.name):
        request.getfixturevalue("db")
        have_sample_job()
