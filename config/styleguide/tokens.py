"""The tokens of static/css/tokens.css, read from there, and how their colours stand against each other."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

STYLES = Path(settings.BASE_DIR) / "static" / "css"
DECLARATION = re.compile(r"^  --([\w-]+): (.+);$", re.MULTILINE)
COLOUR = re.compile(r"light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)")
LINEAR_BELOW = 0.04045


class Colour(NamedTuple):
    light: str
    dark: str


@cache
def tokens() -> dict[str, str]:
    """Each token by its name without dashes, as it is written."""
    return dict(DECLARATION.findall((STYLES / "tokens.css").read_text(encoding="utf-8")))


@cache
def colours() -> dict[str, Colour]:
    found = {name: COLOUR.fullmatch(value) for name, value in tokens().items()}
    return {name: Colour(*match.groups()) for name, match in found.items() if match}


def contrast(first: str, second: str) -> float:
    """From 1 to 21, by the formula of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """From 0 to 1, by https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= LINEAR_BELOW else ((share + 0.055) / 1.055) ** 2.4
