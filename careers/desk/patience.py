"""An editor does not wait for an import, which holds the figures of its source until it is over."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

SECONDS = 5
NOT_AVAILABLE = "55P03"  # of PostgreSQL, where what somebody else holds was waited for as long
BUSY = _("An import is at work on these figures just now. Nothing was changed: try again in a few minutes.")


def at_once(write: Callable) -> Callable:
    """In one transaction, which waits some seconds for rows that are held, and then refuses in words.

    Whoever waits longer holds a thread that readers need. SQLite knows no rows that are held: there one
    waits for another as its own timeout says.
    """

    @wraps(write)
    def written_or_refused(*arguments, **named):
        try:
            with transaction.atomic():
                if connection.vendor == "postgresql":
                    _wait_at_most(f"{SECONDS}s")
                done = write(*arguments, **named)
                if connection.vendor == "postgresql":
                    _wait_at_most("0")  # what else the request does, waits as ever
                return done
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != NOT_AVAILABLE:
                raise
            raise ValidationError(BUSY) from error

    return written_or_refused


def _wait_at_most(time: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [time])
