"""What the desk adds to Django's admin stays small: its styles are rules upon the tokens of the site."""

import re

from config.static_files import flatten, squeeze
from config.styleguide.tokens import STYLES

KILOBYTE = 1024
SHEETS = {name: (STYLES / name).read_text(encoding="utf-8") for name in
          ("admin.css", "desk.css", "history.css", "markdown.css")}  # fmt: skip


def test_the_styles_of_the_desk_stay_small():
    sizes = {
        name: len(squeeze(sheet.replace('@import "tokens.css";', "")).encode())
        for name, sheet in SHEETS.items()
    }
    assert sum(sizes.values()) < 10.75 * KILOBYTE, sizes


def test_the_desk_takes_its_colours_from_the_tokens_of_the_site():
    """What it names itself are grounds that the site has none of, and what stands on them."""
    named = {name: set(re.findall(r"#[0-9a-f]{3,6}\b", sheet)) for name, sheet in SHEETS.items()}
    assert {name for name, colours in named.items() if colours} == {"admin.css"}
    used = {token for sheet in SHEETS.values() for token in re.findall(r"var\((--[\w-]+)\)", sheet)}
    given = flatten("admin.css", lambda name: (STYLES / name).read_text(encoding="utf-8"))
    assert [token for token in used - {"--button-fg"} if f"{token}:" not in given] == []
