"""What the W3C's checker says of pages, those of the desk among them."""

import json
import subprocess
from collections import defaultdict
from pathlib import Path

from django.contrib.auth.models import User
from django.test import Client

from tests.browser.desk_rows import rows, users
from tests.browser.test_desk_accessibility import PAGES as DESK


def desk() -> dict[str, bytes]:
    """Source by kind of page, as a superuser sees it."""
    users()
    client = Client()
    client.force_login(User.objects.get(username="head"), "django.contrib.auth.backends.ModelBackend")
    return {f"desk: {name}": client.get(address).content for name, address in (DESK | rows()).items()}


def complaints(checker: list[str], sources: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Errors and warnings by page. In one process for all: starting Java costs more than reading a page."""
    names = list(sources)
    for number, source in enumerate(sources.values()):
        (folder / f"{number}.html").write_bytes(source)
    command = [*checker, "--format", "json", "--exit-zero-always", folder]
    done = subprocess.run(command, capture_output=True, text=True)
    found = defaultdict(list)
    for message in json.loads(done.stderr)["messages"]:
        extract = " ".join(message.get("extract", "").split())
        found[names[int(Path(message["url"]).stem)]].append(f"{message['message']} {extract}")
    return found
