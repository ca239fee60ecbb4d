"""The picture that stands for a page where it is shared: its name and its pay ranges, as PNG."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from .ranges import RangeChart, RangeRow

SIZE = WIDTH, HEIGHT = 1200, 630
EDGE = 64
PLOT = WIDTH - 2 * EDGE - 16  # an open end leads past it
# The colours of static/css/tokens.css by day.
PAPER, WASH, INK, SOFT = "#fff", "#f2f6f4", "#13201c", "#3f4d48"
LINE, OUTER, INNER = "#d3ddd9", "#699287", "#08433a"
COLOURS = 32  # what a palette of so many holds looks the same in a sixth of the bytes
TITLE_SIZES, TITLE_LINES = (60, 52, 44), 2
ROWS_FROM, ROWS_TO, HIGHEST_ROW, FACT_ROW = 186, 520, 132, 52
MORE = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One of the compared: its name, its figure in words, and its range where there is one to draw."""

    name: str
    text: str
    row: RangeRow | None = None


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    lines: tuple[Line, ...]
    facts: tuple[Line, ...]  # what is told beneath the axis
    ticks: tuple[tuple[float, str], ...]  # percent of the plot, amount
    source: str
    site: str


def card(
    title: str, lines: Sequence[Line], chart: RangeChart | None, site: str, facts: Sequence[Line] = ()
) -> Card:
    """`lines` in their order; the rows of the chart are matched to them by name."""
    rows = {row.label: row for row in chart.rows} if chart else {}
    drawn = tuple(
        Line(line.name, row.text if row and row.x_low is None else line.text, row)
        for line in lines
        for row in [rows.get(line.name)]
    )
    ticks, source = (chart.ticks, chart.source) if chart else ((), "")
    return Card(title, drawn, tuple(facts), ticks, source, site)


def draw(shown: Card) -> bytes:
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 12), fill=INNER)
    _title(pen, shown.title)
    room = ROWS_TO - ROWS_FROM - FACT_ROW * len(shown.facts)
    height = min(HIGHEST_ROW, room // max(len(shown.lines), 1))
    top = ROWS_FROM + (room - height * len(shown.lines)) // 2
    below = top + height * len(shown.lines)
    for number, line in enumerate(shown.lines):
        _line(pen, line, top + number * height, height, shown.ticks)
    for number, fact in enumerate(shown.facts):
        _words(pen, fact, below + 56 + number * FACT_ROW, 26)
    for percent, amount in shown.ticks:
        anchor = "lt" if percent < 4 else "rt" if percent > 96 else "mt"
        pen.text((_x(percent), below + 10), amount, fill=SOFT, font=_font(20), anchor=anchor)
    pen.rectangle((0, HEIGHT - 64, WIDTH, HEIGHT), fill=WASH)
    _bold(pen, (WIDTH - EDGE, HEIGHT - 32), shown.site, 24, "rm")
    room = WIDTH - 3 * EDGE - _width(shown.site, 24)
    pen.text((EDGE, HEIGHT - 32), _cut(shown.source, 22, room), fill=SOFT, font=_font(22), anchor="lm")
    file = io.BytesIO()
    picture.quantize(COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _title(pen: ImageDraw.ImageDraw, title: str) -> None:
    """In the largest size in which it needs no more than its lines, else cut."""
    for size in TITLE_SIZES:
        lines = list(_wrapped(title, size, WIDTH - 2 * EDGE))
        if len(lines) <= TITLE_LINES:
            break
    if len(lines) > TITLE_LINES:
        rest = " ".join(lines[TITLE_LINES - 1 :])
        lines = [*lines[: TITLE_LINES - 1], _cut(rest, size, WIDTH - 2 * EDGE)]
    top = 48 if len(lines) > 1 else 80
    for number, line in enumerate(lines):
        _bold(pen, (EDGE, top + number * (size + 8)), line, size, "lt")


def _line(pen: ImageDraw.ImageDraw, line: Line, top: int, height: int, ticks) -> None:
    """Its name and figure above its range."""
    size, bar = (28, 36) if height > 100 else (24, 26) if height > 76 else (22, 22)
    bar_top = top + height - bar - 6
    _words(pen, line, bar_top - size - 8, size)
    for percent, _amount in ticks if line.row else ():
        pen.line((_x(percent), bar_top - 4, _x(percent), bar_top + bar + 4), fill=LINE, width=2)
    if line.row:
        _range(pen, line.row, bar_top, bar)


def _words(pen: ImageDraw.ImageDraw, line: Line, top: int, size: int) -> None:
    room = WIDTH - 2 * EDGE - 24
    text = _cut(line.text, size - 2, room - min(_width(line.name, size), room * 2 // 5))
    name = _cut(line.name, size, room - _width(text, size - 2))
    _bold(pen, (EDGE, top), name, size, "lt")
    pen.text((WIDTH - EDGE, top + 1), text, fill=SOFT, font=_font(size - 2), anchor="rt")


def _range(pen: ImageDraw.ImageDraw, row: RangeRow, top: int, height: int) -> None:
    bottom = top + height
    for low, high, colour in (
        (row.x_low, row.x_high, OUTER),
        (row.x_p10, _end(row, row.x_p90), OUTER),
        (row.x_p25, _end(row, row.x_p75), INNER),
    ):
        if low is not None and high is not None:
            pen.rectangle((_x(low), top, max(_x(high), _x(low) + 2), bottom), fill=colour)
    if row.open_end:
        right, middle = _x(100), (top + bottom) // 2
        pen.polygon([(right + 2, top), (right + 14, middle), (right + 2, bottom)], fill=OUTER)
    middle = row.x_mean if row.x_median is None else row.x_median
    if middle is not None:
        pen.rectangle((_x(middle) - 5, top - 4, _x(middle) + 5, bottom + 4), fill=PAPER)
        pen.rectangle((_x(middle) - 2, top - 4, _x(middle) + 2, bottom + 4), fill=INK)


def _end(row: RangeRow, high: float | None) -> float | None:
    """What is above the highest amount printed reaches to the end of the plot."""
    return 100 if high is None and row.open_end else high


def _x(percent: float) -> int:
    return EDGE + round(PLOT * percent / 100)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(size)  # Aileron, which comes with Pillow


def _bold(pen: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int, anchor: str) -> None:
    """The font has one weight: a stroke around its letters makes the other."""
    width = 2 if size > 40 else 1
    pen.text(at, text, fill=INK, font=_font(size), anchor=anchor, stroke_width=width * 0.5, stroke_fill=INK)


def _width(text: str, size: int) -> int:
    return round(_font(size).getlength(text)) + 2


def _wrapped(text: str, size: int, room: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer, size) > room:
            yield line
            longer = word
        line = longer
    yield line


def _cut(text: str, size: int, room: int) -> str:
    """As many of its letters as there is room for."""
    if _width(text, size) <= room:
        return text
    letters = len(text)
    while letters and _width(text[:letters].rstrip() + MORE, size) > room:
        letters -= 1
    return text[:letters].rstrip() + MORE
