"""An editor does not wait for an import, which holds the figures of its source until it is over."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

NOT_AVAILABLE = "55P03"  # of PostgreSQL, where somebody else holds a row
BUSY = _("An import is at work on these figures just now. Nothing was changed: try again in a few minutes.")


def at_once(write: Callable) -> Callable:
    """In one transaction; refused in words where rows that it takes by `taken` are held.

    Whoever waits holds a thread that readers need.
    """

    @wraps(write)
    def written_or_refused(*arguments, **named):
        try:
            with transaction.atomic():
                return write(*arguments, **named)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != NOT_AVAILABLE:
                raise
            raise ValidationError(BUSY) from error

    return written_or_refused


def taken(rows: QuerySet) -> QuerySet:
    """Held from now on, or not at all. SQLite holds no rows: one writer waits for the other there."""
    return rows.select_for_update(of=("self",), nowait=connection.features.has_select_for_update_nowait)
