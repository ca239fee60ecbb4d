"""Invented values for every state that a component has; nothing here is a figure of anyone."""

from datetime import date
from types import SimpleNamespace as Sample

from django import forms
from django.core.paginator import Paginator

from careers.charts.bars import Row, bars
from careers.charts.scatter import scatter
from careers.charts.us_map import ABOVE, SHEET, THIN, PlaceValue, us_map
from careers.corrected import Mark
from careers.selectors.cells import Cell

SAID = {
    "source_name": "Sample source",
    "release": "May 2025",
    "source_url": "#figures",
    "area": "United States",
}
MARK = Mark("$61,200", "A sample reason.", "Sample evidence", "#figures", date(2026, 1, 5))
NAMES = ("Bakers", "Dancers", "Editors", "Electricians", "Registered Nurses")
SOURCES = (("Sample source, May 2025", "#pictures"),)


def figure(key: str, label: str, text: str, **more) -> Cell:
    return Cell(key=key, label=label, text=text, **{**SAID, **more})


def missing(label: str, reason: str) -> Cell:
    return figure("mean_pay", label, "-", missing=True, reason=reason)


def figures() -> list[Cell]:
    dollars = {"unit": "US dollars a year", "kind": "mean"}
    return [
        figure("mean_pay", "A figure", "$62,340", **dollars),
        figure(
            "mean_pay", "With a note and an error", "$61,900", note="A sample note on it.", rse=1.2, **dollars
        ),
        figure("mean_pay", "Corrected", "$62,500", corrected=MARK, **dollars),
        figure("mean_pay", "Top-coded", "at least $239,200", at_least=True, **dollars),
        figure("mean_pay", "That leads on", "Sample City, TX", url="#figures"),
        missing("Suppressed", "The publisher withholds it: too few people to name."),
        missing("Not collected", "This source does not ask for it."),
        figure(
            "mean_pay", "A passage", "What a figure says in more than forty characters is read as a sentence."
        ),
    ]


def section(names: tuple[str, ...]) -> Sample:
    def row(label: str, hint: str, verdict: str, cells: list[Cell], *differences: str) -> Sample:
        cells = [cells[at % len(cells)] for at in range(len(names))]
        said = [*differences, *("",) * len(names)][: len(names)] if differences else ()
        told = list(zip(cells, said, strict=True)) if said else ()
        return Sample(label=label, hint=hint, verdict=verdict, cells=cells, differences=said, told=told)

    shown = figures()
    return Sample(
        title=f"Sample comparison of {len(names)}",
        has_verdicts=True,
        rows=[
            row(
                "Yearly salary", "Mean pay before tax", "Alike within the error.", shown[:2], "", "$440 less"
            ),
            row("Corrected beside missing", "", "", [shown[2], shown[5]]),
            row("In words", "What workers hold", "Not alike: one is of a wider group.", [shown[4], shown[7]]),
        ],
    )


def columns(count: int) -> list[Sample]:
    return [Sample(title=name, url="#tables") for name in NAMES[:count]]


def ranges(chart_id: str, title: str, *rows: dict, **more) -> Sample:
    """A picture of pay ranges; what a row does not say is missing."""
    named = ("p10", "p25", "median", "p75", "p90", "mean", "low", "high", "market")
    blank = {f"x_{name}": None for name in named}
    blank |= {"open_end": False, "is_above": False, "is_span": False, "marks": ()}
    ticks = [(at, f"${at * 1000:,}") for at in range(0, 101, 20)]
    said = {"id": chart_id, "title": title, "desc": "", "source": "Sample source", "source_url": "#pictures"}
    said |= {"ticks": ticks, "has_percentiles": True, "has_stated": True, "sources": (), "notes": ()}
    return Sample(**said | more, rows=[Sample(**blank | row, ticks=ticks) for row in rows])


WHOLE = {"label": "All percentiles", "text": "$31,000 to $84,000, median $52,000"}
WHOLE |= {"x_p10": 31, "x_p25": 42, "x_median": 52, "x_p75": 66, "x_p90": 84, "x_mean": 56}
OPEN = {
    "label": "Top-coded",
    "text": "$44,000 to at least $100,000",
    "x_p10": 44,
    "x_p25": 70,
    "x_median": 92,
}
OPEN |= {"open_end": True}
STATED = {
    "label": "As a source states it",
    "text": "$20,000 to $45,000",
    "x_low": 20,
    "x_high": 45,
    "x_mean": 33,
}
OFFER = {"label": "Sample offer", "text": "$40,000 to $75,000", "x_low": 40, "x_median": 60, "x_high": 75}
OFFER |= {"x_market": 70, "is_above": True}
JOB = {"is_span": True, "x_low": 55, "x_high": 70, "marks": (55, 70)}


def pictures() -> dict:
    grown = [
        Row("Grows", 12, "12%"),
        Row("Shrinks", -7, "-7%"),
        Row("All occupations", 3, "3%", is_quiet=True),
    ]
    grown.append(Row("Missing", None, "-", reason="The source has none.", remark="not projected"))
    said = {"source": "Sample source, May 2025", "source_url": "#pictures", "row_name": "Career"}
    styles = range(1, 6)
    groups = [
        Sample(
            name=name,
            bars=[
                Sample(label=NAMES[style - 1], text=f"{share // style}%", width=share // style, style=style,
                       reason="", remark="")
                for style in styles
            ],
        )
        for name, share in (("Speaking", 90), ("Science", 60))
    ]  # fmt: skip
    parts = ((1, "Women"), (2, "Men"), (3, "Not told"))
    halves = [
        Sample(x=0, width=55, style=1),
        Sample(x=55, width=35, style=2),
        Sample(x=90, width=10, style=3),
    ]
    stacked = [
        Sample(label=name, text="Women 55%, men 35%", segments=halves, remark="") for name in NAMES[:2]
    ]
    shared = {"desc": "", "scale": "From 0 to 100%.", "notes": ("A sample note.",), "sources": SOURCES}
    shared |= {"row_name": "Skill", "value_name": "Importance", "names": NAMES, "is_patterned": True}
    return {
        "range": ranges("ranges", "The middle half earn $42,000 to $66,000", WHOLE, OPEN, STATED),
        "stated": ranges("stated", "The job states more than the median", WHOLE | JOB),
        "offers": ranges("offers", "Offers stay below the market", OFFER, sources=SOURCES),
        "bars": bars("bars", "Most grow", grown, value_name="Growth", **said),
        "stacked": Sample(id="stacked", title="Women lead", parts=parts, rows=stacked, **shared),
        "grouped": Sample(id="grouped", title="Speaking matters most to all", groups=groups, **shared),
        "map": us_map("map", "Pay is highest in California", list(_states()), best="california",
                      best_text="the highest", desc="", source="Sample source", source_url="#pictures"),
        "scatter": scatter("scatter", list(_dots())),
    }  # fmt: skip


def _states():
    for number, slug in enumerate(SHEET["states"]):
        unshaded = {3: THIN, 4: ABOVE}.get(number, "")
        value = None if number == 5 else 30_000 + 997 * number
        yield PlaceValue(slug, value, f"${value or 0:,}", f"${value or 0:,}", "#pictures", unshaded=unshaded)


def _dots():
    for number in range(60):
        pay, growth = 25_000 + 2_000 * number, (number * 7) % 23 - 8
        title = f"Sample career {number}"
        yield Sample(
            title=title,
            slug="bakers",
            pay=pay,
            growth=growth,
            pay_is_floor=number > 55,
            corrected=(),
            employment=number,
        )


class Filters(forms.Form):
    """Every kind of field that a list is narrowed by, one of them with an error."""

    q = forms.CharField(label="Job, title or SOC code")
    place = forms.CharField(label="Place", help_text="A state or a local area.", required=False)
    group = forms.ChoiceField(label="Group", choices=[("", "Any"), ("a", "Sample")], required=False)
    kinds = forms.MultipleChoiceField(
        label="Kinds",
        choices=[("a", "One kind"), ("b", "Another kind")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    keep = forms.BooleanField(label="Keep what is not known", help_text="Or leave it out.", required=False)


def filters() -> dict:
    form = Filters({})
    folded = [Sample(title="Folded away", is_open=True, fields=[form["kinds"], form["keep"]])]
    return {"form": form, "in_sight": [form["q"], form["place"], form["group"]], "folded": folded}


def page_of_many():
    paginator = Paginator(range(500), 25)
    return paginator.page(4), paginator.get_elided_page_range(4, on_each_side=1, on_ends=1)
