"""What the stylesheets promise: small, each thing said once, and readable to everyone in what they colour."""

import re
from collections import Counter
from pathlib import Path

import pytest

from config.static_files import flatten, squeeze
from config.styleguide.tokens import STYLES, colours, contrast

ROOT = STYLES.parents[1]
SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))
TEMPLATES = [path for path in (ROOT / "templates").rglob("*.html") if "admin" not in path.parts]
ADMIN = {"admin.css", "desk.css", "history.css", "markdown.css", "second_step.css"}
SHEETS = {
    str(path.relative_to(STYLES)): re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for path in sorted(STYLES.rglob("*.css"))
    if path.name not in ADMIN
}
COMPONENTS = {Path(name).stem: sheet for name, sheet in SHEETS.items() if name.startswith("components/")}
SOURCE_BYTES, SERVED_BYTES = 30_000, 24_000

TEXT = ("ink", "soft", "link", "visited", "alert")
GROUNDS = ("paper", "wash", "wash-strong")
DRAWN = ("edge", "focus", "outer", "inner", "bar", "other")
SCHEMES = ("light", "dark")
# Written by Python or JavaScript, not in a template.
WRITTEN_ELSEWHERE = (
    r"(on-)?map-\w+|bar-\d|bar-quiet|errorlist|helptext|suggestions|tray-held|htmx-request|icon"
)


def reaches(first: str, second: str, scheme: str) -> float:
    found = colours()
    return contrast(getattr(found[first], scheme), getattr(found[second], scheme))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_from_every_ground_by_seven_to_one(ground, scheme):
    assert {name: reaches(name, ground, scheme) for name in TEXT if reaches(name, ground, scheme) < 7} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_words_on_a_button_stand_out_by_seven_to_one(scheme):
    assert min(reaches("on-link", ground, scheme) for ground in ("link", "hover")) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_and_what_is_drawn_stand_out_by_three_to_one(scheme):
    assert {
        name: reaches(name, "paper", scheme) for name in DRAWN if reaches(name, "paper", scheme) < 3
    } == {}
    assert reaches("outer", "inner", scheme) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_code_of_a_state_can_be_read_on_every_shade_of_the_map(scheme):
    middle = "ink" if scheme == "light" else "paper"
    pairs = {"wash-strong": "ink", "map-2": "ink", "map-3": middle, "bar": "paper", "hover": "paper"}
    assert [shade for shade, text in pairs.items() if reaches(text, shade, scheme) < 7] == []


def test_contrast_is_that_of_the_standard():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # known to fail by a hair
    assert contrast("#abc", "#aabbcc") == 1


def test_the_stylesheets_of_all_public_pages_are_small():
    sizes = {name: (STYLES / name).stat().st_size for name in SHEETS}
    assert sum(sizes.values()) < SOURCE_BYTES, sizes


def test_the_one_stylesheet_that_a_reader_gets_is_smaller_yet():
    served = squeeze(flatten("site.css", lambda name: (STYLES / name).read_text(encoding="utf-8")))
    assert len(served.encode()) < SERVED_BYTES


def test_the_one_stylesheet_holds_every_other_once():
    imported = re.findall(r'^@import "([^"]+)";$', SHEETS["site.css"], re.MULTILINE)
    assert sorted(imported) == sorted(SHEETS.keys() - {"site.css"})


def test_a_stylesheet_of_a_component_has_the_name_of_its_template():
    assert {name for name in COMPONENTS if not (ROOT / f"templates/components/{name}.html").exists()} == set()


def test_every_class_that_is_styled_is_written_somewhere():
    written = "\n".join(path.read_text(encoding="utf-8") for path in [*TEMPLATES, *SCRIPTS])
    styled = {name for sheet in SHEETS.values() for name in re.findall(r"\.([a-z][\w-]*)", sheet)}
    styled -= {"css"}
    unused = {name for name in styled if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", written)}
    assert {name for name in unused if not re.fullmatch(WRITTEN_ELSEWHERE, name)} == set()


def test_no_two_rules_say_the_same():
    said = Counter()
    for sheet in SHEETS.values():
        for body in re.findall(r"\{([^{}]*)\}", sheet):
            declarations = sorted(filter(None, (part.strip() for part in body.split(";"))))
            if len(declarations) > 2:
                said["; ".join(declarations)] += 1
    assert {body: times for body, times in said.items() if times > 1} == {}


def test_a_colour_is_written_among_the_tokens_alone():
    # Logos are drawn for white paper.
    found = {name: re.findall(r"#[0-9a-f]{3,8}\b(?!-)", sheet) for name, sheet in SHEETS.items()}
    assert {name: held for name, held in found.items() if held and name != "tokens.css"} == {
        "pages/careers.css": ["#fff"]
    }


def test_every_token_is_used():
    declared = set(re.findall(r"^ +--([\w-]+):", SHEETS["tokens.css"], re.MULTILINE))
    used = {name for sheet in SHEETS.values() for name in re.findall(r"var\(--([\w-]+)", sheet)}
    assert declared - used == set()
