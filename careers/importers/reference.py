"""Occupations, areas and industries, which figures hang on: made or renamed by code, never deleted."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.text import slugify

from . import objects
from .base import ImportFailure


def upsert_by_code(model: type[Model], code_field: str, rows: Iterable[dict]) -> dict[str, int]:
    """Make or update rows by their code and return primary keys by code.

    A slug is given once, from the name, and stays: links must not break when a publisher renames.
    """
    rows = {row[code_field]: row for row in rows}
    _check_lengths(model, code_field, rows)
    existing = {getattr(item, code_field): item for item in model.objects.exclude(**{code_field: None})}
    taken = set(model.objects.values_list("slug", flat=True))
    changed, new = [], []
    fields = [name for name in next(iter(rows.values()), {}) if name not in {code_field, "slug"}]
    for code, row in rows.items():
        item = existing.get(code)
        if item is None:
            slug = free_slug(row["slug"], code, taken)
            new.append(model(**{**row, "slug": slug}))
        elif any(getattr(item, name) != row[name] for name in fields):
            for name in fields:
                setattr(item, name, row[name])
            changed.append(item)
    objects.create(new)
    if changed:
        objects.update(changed, fields)
    return dict(model.objects.exclude(**{code_field: None}).values_list(code_field, "pk"))


def _check_lengths(model: type[Model], code_field: str, rows: dict[str, dict]) -> None:
    """SQLite keeps a text of any length, and PostgreSQL refuses a long one without saying which."""
    for code, row in rows.items():
        for name in row.keys() - {"slug"}:
            limit = model._meta.get_field(name).max_length
            if limit and len(row[name]) > limit:
                raise ImportFailure(
                    f"the {name} of the {model._meta.verbose_name} {code[:20]!r} has {len(row[name]):,} "
                    f"characters, more than the {limit} that fit."
                )


def free_slug(name: str, code: str, taken: set[str]) -> str:
    """A slug from a name that no other row has; `taken` learns it. "-vs-" stays free for comparisons."""
    slug = (slugify(name) or slugify(code)).replace("-vs-", "-versus-")[:120].strip("-")
    if slug in taken:
        slug = f"{slug}-{slugify(code)}"
    taken.add(slug)
    return slug
