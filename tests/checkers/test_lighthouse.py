"""Lighthouse on its phone over slow 4G: full marks, and 98 at least for performance."""

import json
import subprocess
from pathlib import Path

import pytest

from tests import programs
from tests.site.addresses import REFERENCE

PROGRAM = Path(__file__).with_name("lighthouse.mjs")
WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {
    "home": "/",
    "careers": "/careers/",
    "career": "/careers/registered-nurses/",
    "comparison": REFERENCE,
    "job": "/jobs/1-registered-nurse/",
    "company": "/companies/mayo-clinic/",
    "place": "/places/texas/",
    "search": "/search/?q=engineering",
}
# What somebody searched for belongs into no index: the page asks crawlers itself to leave it out.
KEPT_OUT = {"search"}


def test_lighthouse_gives_full_marks_to_each_main_kind_of_page(served):
    node = programs.lighthouse()
    if node is None:
        pytest.skip("Lighthouse is not installed")
    pages = [
        {"name": name, "url": served + address, "wanted": WANTED, "isKeptOut": name in KEPT_OUT}
        for name, address in PAGES.items()
    ]
    done = subprocess.run(
        [node, PROGRAM, programs.chromium()], input=json.dumps(pages), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [page["name"] for page in found] == list(PAGES)
    assert [
        page for page in found if any(page["scores"][name] < least for name, least in WANTED.items())
    ] == []
