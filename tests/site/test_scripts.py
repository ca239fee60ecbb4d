"""The portal's own scripts: few, modules of the language itself, and served without what only people read."""

import re

from config.static_files import bare
from tests.architecture.test_boundaries import ROOT

KILOBYTE = 1024
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "static/js").rglob("*.js"))}


def test_all_scripts_together_are_under_25_kilobytes():
    sizes = {name: len(bare(script).encode()) for name, script in SCRIPTS.items()}
    assert sum(sizes.values()) < 25 * KILOBYTE, sizes


def test_every_script_is_loaded_as_a_module():
    loading = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "careers/admin").glob("*.py")]
    loaded = [line for path in loading for line in path.read_text(encoding="utf-8").splitlines()]
    loaded = [line for line in loaded if re.search(r"""['"]js/[\w{}]+\.js['"]""", line)]
    assert loaded
    assert [line for line in loaded if 'type="module"' not in line] == []


def test_a_script_is_served_without_its_remarks_and_means_what_it_meant():
    script = """
// Said to people.

const url = 'https://example.com'; // stays: it shares its line
/** What it gives. */
function twice(of) {
  return `${of}, ${of}`;
}
"""
    assert bare(script) == (
        "const url = 'https://example.com'; // stays: it shares its line\n"
        "function twice(of) {\nreturn `${of}, ${of}`;\n}\n"
    )


def test_no_text_of_a_script_goes_over_several_lines():
    lines = [(name, line) for name, script in SCRIPTS.items() for line in script.splitlines()]
    # A pattern may name the sign that such a text begins with.
    assert [each for each in lines if re.sub(r"/\[.*?\]/", "", each[1]).count("`") % 2] == []
