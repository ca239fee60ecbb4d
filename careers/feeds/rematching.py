"""Matching postings anew, where the names of occupations have changed since they were read."""

from functools import cache, partial

from django.db import transaction
from django.utils import timezone

from careers.importers import objects
from careers.models import Posting
from careers.search import index

from . import matching

BATCH = 200  # rows a query; SQLite bounds the values in one
MATCHED = ["occupation", "match_confidence", "matched_title"]


def rematch() -> int:
    """How many postings got another match; what an editor chose stays, and a second run changes nothing."""
    changed = 0
    if not _by_title().exists():
        return changed
    vocabulary = matching.load_vocabulary()
    found = cache(partial(matching.match, vocabulary=vocabulary))
    outdated = _outdated(found)
    for start in range(0, len(outdated), BATCH):
        with transaction.atomic():
            # Again, and locked: an editor may have chosen since.
            rows = list(
                _by_title()
                .select_for_update()
                .filter(pk__in=outdated[start : start + BATCH])
                .defer("description")
            )
            for row in rows:
                match = found(row.title)
                row.occupation_id, row.match_confidence, row.matched_title = _values(match)
                row.changed_at = timezone.now()
            objects.update(rows, [*MATCHED, "changed_at"])
            transaction.on_commit(partial(index.refresh_postings, [row.pk for row in rows]), robust=True)
        changed += len(rows)
    return changed


def _by_title():
    return Posting.objects.filter(is_occupation_chosen=False)


def _outdated(found) -> list[int]:
    stored = _by_title().order_by("pk").values_list("pk", "title", *MATCHED).iterator()
    return [pk for pk, title, *match in stored if tuple(match) != _values(found(title))]


def _values(match: matching.Match) -> tuple[int | None, int | None, str]:
    return match.occupation_id, match.confidence if match.occupation_id else None, match.matched_title
