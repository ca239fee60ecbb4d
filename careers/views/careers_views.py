"""The ways to look at a list of careers. A further one is a row in `VIEWS` with a function and a template."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.filters.asked import LIST
from careers.selectors import careers_list as selector
from careers.selectors.careers_list import COLUMNS

from . import careers_pictures, sorting
from .careers_search import CareersSearch, address

PAGE_SIZE = 50
IN_LIST = ("annual_mean", "employment", "growth")
IN_TABLE = tuple(COLUMNS)


@dataclass(frozen=True, slots=True)
class View:
    """`context` gives what its template needs of a search that found something.

    `twin` makes the machine-readable twin of a view that shows other figures than the list does.
    """

    label: str
    template: str
    context: Callable[[CareersSearch], dict]
    twin: Callable[[str, CareersSearch], HttpResponse] | None = None


def _rows(keys: tuple[str, ...]) -> Callable[[CareersSearch], dict]:
    """The careers of one page with these figures."""

    def context(search: CareersSearch) -> dict:
        asked = search.asked
        paginator = Paginator(search.careers, PAGE_SIZE)
        page = paginator.get_page(asked.page)
        rows = selector.rows(page.object_list, keys, search.area, search.level)
        named = [(_("Career"), "title", False)]
        named += [(*COLUMNS[key], True) for key in keys if COLUMNS[key][1]]
        return {
            "rows": rows,
            "columns": sorting.headings(named, asked.order, lambda by: address(asked.also(sort=by))),
            "more_columns": [COLUMNS[key][0] for key in keys if not COLUMNS[key][1]],
            "table_notes": selector.notes_of(rows),
            "page_obj": page,
            "page_range": paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "base_query": asked.also(page=1).query(),
        }

    return context


VIEWS = {
    LIST: View(gettext_lazy("List"), "careers/_list_rows.html", _rows(IN_LIST)),
    "table": View(gettext_lazy("Table"), "careers/_list_rows.html", _rows(IN_TABLE)),
    "plot": View(gettext_lazy("Plot"), "careers/_list_plot.html", careers_pictures.plot),
    "map": View(
        gettext_lazy("Map"), "careers/_list_map.html", careers_pictures.pay_map, careers_pictures.pay_map_twin
    ),
}
