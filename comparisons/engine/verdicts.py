"""What a row says in words about the figures of more than two careers; pure."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.selectors.cells import Cell

from .differences import Show, more, untested
from .ranking import Group, Ranking, Relation, rank

TOGETHER = {
    Relation.EQUAL: gettext_lazy("Equal"),
    Relation.SAME: gettext_lazy("About the same"),
    Relation.BLURRED: gettext_lazy("Not told apart within the sampling errors"),
    Relation.UNPRINTED: gettext_lazy("Not ranked, with pay above what the publisher prints"),
}
ALL_TOGETHER = {
    Relation.EQUAL: gettext_lazy("Equal."),
    Relation.SAME: gettext_lazy("About the same: within the sampling error."),
    Relation.BLURRED: gettext_lazy("No career is ahead of all others beyond the sampling error."),
    Relation.UNPRINTED: gettext_lazy("Not ranked: pay above what the publisher prints cannot be ranked."),
}


def verdict(cells: Sequence[Cell], names: Sequence[str], show: Show) -> str:
    """Who is ahead and by how much, who is about the same, and who cannot be ranked and why."""
    found = rank(cells)
    if len(cells) - len(found.missing) < 2:
        return ""
    return " ".join((*_order(found, cells, names, show), *_not_ranked(found, names)))


def _order(found: Ranking, cells: Sequence[Cell], names: Sequence[str], show: Show) -> list[str]:
    if not found.groups:
        return []
    first = found.groups[0]
    if len(found.groups) == 1 and not found.unlike and not found.missing:
        return [str(ALL_TOGETHER[first.relation])]
    said = [] if found.leader is None else [_ahead(found, cells, names, show)]
    return [*said, *(_together(group, names) for group in found.groups if len(group.members) > 1)]


def _ahead(found: Ranking, cells: Sequence[Cell], names: Sequence[str], show: Show) -> str:
    leader, following = found.ranked[:2]
    extent = more(cells[leader], cells[following], show)
    mind = untested([cells[place] for place in found.ranked])
    return _("{names}: {extent} than the next, {names_2}.{mind}").format(
        names=names[leader], extent=extent, names_2=names[following], mind=mind
    )


def _together(group: Group, names: Sequence[str]) -> str:
    return f"{TOGETHER[group.relation]}: {'; '.join(names[place] for place in group.members)}."


def _not_ranked(found: Ranking, names: Sequence[str]) -> list[str]:
    if not found.groups:
        return [_("Not ranked: {unlike}.").format(unlike=found.unlike[0][1])]
    by_reason: dict[str, list[str]] = defaultdict(list)
    for place, reason in found.unlike:
        by_reason[reason].append(names[place])
    return [
        _("Not ranked: {join} ({reason}).").format(join="; ".join(apart), reason=reason)
        for reason, apart in by_reason.items()
    ]
