"""What is logged: each request with its id, slow queries, faults; no secret, and nobody's address."""

import json
import logging
import sys

import pytest
from django.db import connection
from django.test import RequestFactory

from config import logs

SECRET = "Zk3vQ8sLr0YpXw6NfTb1HgMd9CjUa5E"


@pytest.fixture
def secret(settings):
    settings.SECRET_KEY = SECRET
    logs._secrets.cache_clear()
    yield SECRET
    logs._secrets.cache_clear()


def written(message: str, *arguments, fault=None, **told) -> dict:
    record = logging.makeLogRecord(
        {"name": "portal", "levelname": "INFO", "msg": message, "args": arguments, "exc_info": fault, **told}
    )
    line = logs.Json().format(record)
    assert "\n" not in line
    return json.loads(line)


@pytest.mark.parametrize(
    "message",
    [
        f"the key is {SECRET}",
        f"postgresql://portal:{SECRET}@127.0.0.1/portal refused",
        "postgresql://portal:hunter2secret@db/portal refused",
        "PASSWORD=hunter2secret",
        "{'password': 'hunter2secret', 'name': 'grace'}",
        "Authorization: Bearer hunter2secret",
        "Cookie: sessionid=hunter2secret",
        "GET /preview/hunter2secret/",
        "connecting with api_key=hunter2secret&page=1",
    ],
)
def test_no_log_holds_a_secret_wherever_it_came_from(secret, message):
    try:
        raise ValueError(message)
    except ValueError:
        fault = sys.exc_info()
    told = written("failed: %s", message, fault=fault, path=message)
    assert told["exception"].startswith("Traceback")
    line = logs.Line("{message}", style="{").format(
        logging.makeLogRecord({"msg": message, "exc_info": fault})
    )
    for text in (json.dumps(told), line):
        assert secret not in text
        assert "hunter2secret" not in text


def test_what_is_no_secret_stays_as_it_is(secret):
    told = written("%s pages for passengers, 12 tokens", 3, ms=1.5)
    assert told["message"] == "3 pages for passengers, 12 tokens"
    assert (told["level"], told["logger"], told["ms"]) == ("INFO", "portal", 1.5)


@pytest.mark.django_db
def test_a_request_is_one_line_with_its_id_and_without_who_asked_or_what_for(client, caplog):
    caplog.set_level("INFO", "portal.requests")
    answer = client.get("/companies/?q=hush", REMOTE_ADDR="192.0.2.77")
    (record,) = [each for each in caplog.records if each.name == "portal.requests"]
    told = json.loads(logs.Json().format(record))
    assert (told["method"], told["path"], told["status"]) == ("GET", "/companies/", 200)
    assert told["queries"] > 0
    assert told["ms"] >= told["query_ms"] > 0
    assert len(answer["X-Request-ID"]) == 16
    assert "192.0.2" not in str(told)
    assert "hush" not in str(told)


def test_who_runs_it_is_written_to_when_a_page_fails_once_and_without_what_was_sent(
    settings, mailoutbox, secret
):
    settings.ADMINS = [("operator@example.org", "operator@example.org")]
    request = RequestFactory().post("/report/", {"message": "hush"}, REMOTE_ADDR="192.0.2.77")
    for _ in range(2):
        try:
            raise ValueError(f"failed with {secret}")
        except ValueError:
            fault = {"exc_info": True, "extra": {"request": request, "status_code": 500}}
            logging.getLogger("django.request").error("Internal Server Error: %s", "/report/", **fault)
    (mail,) = mailoutbox
    assert mail.subject.endswith("Internal Server Error: /report/")
    assert mail.to == ["operator@example.org"]
    assert "ValueError" in mail.body
    for told in (secret, "hush", "192.0.2"):
        assert told not in mail.body


@pytest.mark.parametrize(
    ("is_behind_proxy", "given", "is_taken"),
    [(True, "6f1c-given.by_proxy", True), (False, "6f1c-given", False), (True, "a\nb forged line", False)],
)
def test_only_a_trusted_proxy_names_a_request(settings, is_behind_proxy, given, is_taken):
    settings.BEHIND_PROXY = is_behind_proxy
    request = RequestFactory().get("/", headers={"X-Request-ID": given})
    assert (logs.request_id(request) == given) is is_taken


@pytest.mark.django_db
def test_a_slow_query_is_logged_without_what_was_asked_for(settings, caplog):
    settings.SLOW_QUERY_MS = 0
    logs.watch(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", ["hush"])
    record = caplog.records[-1]
    assert record.getMessage().startswith("Slow query: SELECT %s")
    assert "hush" not in caplog.text
    assert record.database == "default"
