"""What a search says first: how much of each kind fits, and what is nearest."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.selectors.search_results import ONE_OF, SearchResults


def opening(found: SearchResults) -> str:
    """“203 careers and 6 industries fit. Nearest career: Civil Engineers.”; '' where nothing is found."""
    if not found.total:
        return ""
    numbers = [_number(kind, label, total) for kind, label, total in found.counts]
    fit = ngettext("{found} fits.", "{found} fit.", found.total).format(found=formatting.listing(numbers))
    kind, __, total = found.counts[0]
    if total == 1:
        return fit
    nearest = found.careers[0].row.title if found.careers else found.kinds[0].pages[0].title
    return _("{fit} Nearest {kind}: {title}.").format(
        fit=fit, kind=ONE_OF[kind].lower(), title=nearest.removesuffix(".")
    )


def _number(kind: str, label: str, total: int) -> str:
    name = ONE_OF[kind] if total == 1 else label
    return f"{formatting.count(total)} {name.lower()}"
