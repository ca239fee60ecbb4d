"""Finding the one that a reader typed the name of, among careers or companies."""

from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet

from .choosing_places import MATCHES_SHOWN, nearness


@dataclass(frozen=True, slots=True)
class Choice:
    """What was typed, the one that it can only mean, or those that it may mean, by name and slug."""

    typed: str
    chosen: Model | None = None
    matches: tuple[tuple[str, str], ...] = ()


def choose(rows: QuerySet, field: str, typed: str) -> Choice:
    """What a typed name or slug stands for among rows whose names are in `field`; two queries at most."""
    typed = typed.replace("\0", "").strip()[:100]
    if not typed:
        return Choice("")
    if exact := rows.filter(Q(slug=typed.lower()) | Q(**{f"{field}__iexact": typed})).first():
        return Choice(getattr(exact, field), exact)
    for word in typed.replace(",", " ").replace("-", " ").split()[:8]:
        rows = rows.filter(**{f"{field}__icontains": word})
    found = [(getattr(row, field), row) for row in rows[: MATCHES_SHOWN + 1]]
    if len(found) == 1:
        return Choice(found[0][0], found[0][1])
    found.sort(key=lambda entry: nearness(typed, entry[0]))
    return Choice(typed, None, tuple((name, row.slug) for name, row in found[:MATCHES_SHOWN]))
