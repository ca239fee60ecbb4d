"""The connections of one process, and how long a page waits where the server does not answer.

psycopg's own pool tries again after one second, then two, then four, and lets each page wait as long: a short
restart costs seconds, and a page that cannot be had is refused only after them. Here a page tries over and
over, but only while the server may be coming back; after that it is refused at once.
"""

import logging
from selectors import EVENT_WRITE, DefaultSelector
from time import monotonic

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import ConnStatus, PGconn
from psycopg_pool import ConnectionPool, PoolTimeout

logger = logging.getLogger(__name__)

STEP = 0.05  # seconds between two looks at what came of an attempt
# Seconds for which it may be coming back: where nobody listens, as between the stop and the start of a
# restart; and where it listens, but is starting or stopping.
REFUSED, STARTING = 0.5, 2
ASKED_FOR = ("host", "hostaddr", "port", "dbname", "user", "sslmode", "connect_timeout")


class Server:
    """What the last attempt to reach it came to; one for all threads of a process."""

    def __init__(self, name: str):
        self.name = name
        self.away_since: float | None = None
        self.failed_at = 0.0
        self.patience = 0.0

    def connect(self, conninfo: str = "", **arguments) -> psycopg.Connection:
        try:
            connection = psycopg.Connection.connect(conninfo, **arguments)
        except psycopg.OperationalError:
            self._is_away(arguments)
            raise
        self.answered()
        return connection

    def answered(self) -> None:
        if self.away_since is not None:
            self.away_since = None
            logger.warning("The database %s answers again.", self.name)

    def _is_away(self, arguments: dict) -> None:
        self.patience = STARTING if is_there(arguments) else REFUSED
        self.failed_at = monotonic()
        if self.away_since is None:
            self.away_since = self.failed_at
            logger.warning("The database %s does not answer.", self.name)

    def is_given_up(self, began: float) -> bool:
        """Whether who has waited since `began` need not wait for it any longer.

        It was away for too long, and was asked again meanwhile; where it says nothing at all, an attempt
        takes seconds.
        """
        now, since = monotonic(), self.away_since
        is_asked = self.failed_at >= began or now - began > REFUSED
        return since is not None and now - since > self.patience and is_asked


def is_there(arguments: dict) -> bool:
    """Whether anybody listens, be it to say that it is starting, stopping or full.

    libpq's own `ping` holds all threads of the process until it is answered. A server that stops answers
    nobody while another of these threads is greeting it: both stood still for a minute.
    """
    asked = make_conninfo(**{name: arguments[name] for name in ASKED_FOR if name in arguments})
    attempt, end = PGconn.connect_start(asked.encode()), monotonic() + REFUSED
    try:
        while attempt.status == ConnStatus.STARTED and monotonic() < end:
            with DefaultSelector() as selector:
                selector.register(attempt.socket, EVENT_WRITE)
                if selector.select(STEP):
                    attempt.connect_poll()
        return attempt.status not in (ConnStatus.BAD, ConnStatus.STARTED)
    finally:
        attempt.finish()


class Pool(ConnectionPool):
    def __init__(self, *, name: str, **options):
        self.server = Server(name)
        # An attempt that failed is over: whoever still waits makes the next.
        super().__init__(name=name, open=False, connection_class=self.server, reconnect_timeout=0, **options)

    def getconn(self, timeout: float | None = None) -> psycopg.Connection:
        began = monotonic()
        end = began + (self.timeout if timeout is None else timeout)
        while True:
            try:
                connection = super().getconn(STEP)
            except PoolTimeout:
                if self.server.is_given_up(began):
                    raise PoolTimeout(f"the database {self.name} does not answer") from None
                if monotonic() > end:
                    raise PoolTimeout(f"all connections to the database {self.name} are taken") from None
                continue
            try:
                self.check_connection(connection)
            except psycopg.Error:
                self.putconn(connection)  # which drops it, and makes another in its place
            else:
                self.server.answered()
                return connection
