"""How the portal is served: `gunicorn --config python:config.gunicorn --bind 127.0.0.1:8000`."""

import gc
import signal

wsgi_app = "config.wsgi"
worker_class = "gthread"
workers = 2
threads = 4
# Loaded once, before the workers fork: a faster start, shared memory, and no half-loaded worker that a
# Ctrl-C can leave hanging.
preload_app = True
loglevel = "warning"
# Its socket would lie in the home folder, shared by every server of the user.
control_socket_disable = True
graceful_timeout = 5  # seconds; a page takes a fraction of one


def on_starting(server):
    """All that Django loads with the first page, so that a new worker answers at once.

    Which code that is, is asked here too: a later worker runs the same, whatever is on disk by then.
    """
    from django.conf import settings
    from django.template.loader import get_template
    from django.urls import reverse

    from config.code_version import code_version

    code_version()
    for name in ("careers:list", "comparisons:index", "admin:index"):
        reverse(name)
    (folder,) = settings.TEMPLATES[0]["DIRS"]
    for path in sorted(folder.rglob("*.html")):
        get_template(str(path.relative_to(folder)))


def when_ready(server):
    print(f"Serving on {', '.join(map(str, server.LISTENERS))} (Ctrl-C stops)", flush=True)  # noqa: T201


def post_worker_init(worker):
    from config import observe

    observe.start()
    # What is kept for a version of the data is much, and no garbage while it is current: to look through all
    # of it after every few pages took a fifth of the time of a comparison.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    # Ctrl-C reaches the workers too, and then once more through the master. Shutting down the threads
    # twice at once deadlocks a gthread worker until it is killed, so the master alone decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def worker_exit(server, worker):
    from django.db import connections

    # Threads of a pool that is not closed keep a process for seconds that is to end.
    for connection in connections.all():
        if hasattr(connection, "close_pool"):
            connection.close_pool()
