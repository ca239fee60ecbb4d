"""What the pages of a place and of an industry share: two rankings of occupations, and their twins."""

from django.urls import reverse
from django.utils.translation import gettext as _

from careers.charts.careers_here import best_paid_chart, unusual_chart
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes

from . import twins


def tables(found, where, *, in_national_prices=False):
    """Pictures and notes of the two rankings of a place or industry; `where` as "in Ohio"."""
    best, unusual = found.best_paid, found.unusual
    paid = [
        cell
        for item in best.careers
        for cell in (item.shown(in_national_prices=in_national_prices), item.nation, item.employment)
        if cell
    ]
    if in_national_prices:
        paid.append(found.price.cell)
    return {
        "best_chart": best_paid_chart("best-paid-bars", where, best, in_national_prices=in_national_prices),
        "best_notes": notes(paid),
        "unusual_chart": unusual_chart("unusual-bars", where, unusual),
        "unusual_notes": notes(cell for item in unusual.careers for cell in item.cells),
    }


def twin_links(name, *args):
    return [(label, reverse(f"careers:{name}", args=[*args, label.lower()])) for label in ("JSON", "CSV")]


def twin(kind, found, identity, url):
    """The figures of the whole, then those of each ranking's occupations."""
    lists = {
        "best_paid": found.best_paid.careers,
        "above_what_is_printed": found.best_paid.above,
        "unusually_common": found.unusual.careers,
    }
    if kind == "csv":
        rows = [[_("all occupations"), "", "", "here", *row] for row in csv_rows(found.cells.values())]
        for name, items in lists.items():
            for item in items:
                named = [name.replace("_", " "), item.career.title, item.career.soc_code]
                rows += [[*named, "here", *row] for row in csv_rows(item.cells)]
                rows += [[*named, "nation", *row] for row in csv_rows([item.nation] if item.nation else [])]
        return twins.csv_twin(("list", "career", "soc_code", "where", *CSV_COLUMNS), rows, found.slug)
    return twins.json_twin(
        {
            **identity,
            "slug": found.slug,
            "url": url,
            "figures": [cell.as_dict() for cell in found.cells.values()],
            "best_paid_floor": found.best_paid.floor,
            "unusually_common_floor": found.unusual.floor or found.unusual.reason,
            **{name: [_item(item) for item in items] for name, items in lists.items()},
        }
    )


def _item(item):
    career = item.career
    return {
        "title": career.title,
        "slug": career.slug,
        "soc_code": career.soc_code,
        "url": career.url,
        "figures": [cell.as_dict() for cell in item.cells],
        **({"nation": item.nation.as_dict()} if item.nation else {}),
    }
