"""What stands under a table is told apart from what stands under the next."""

import pytest

from tests.site.html import parse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("url", ["/careers/registered-nurses/education/", "/places/california/"])
def test_the_notes_of_each_table_have_a_name_of_their_own(client, url):
    found = parse(client.get(url)).all("section", css="table-notes")
    names = [notes.attrs["aria-label"] for notes in found]
    assert len(names) > 1
    assert len(set(names)) == len(names)
