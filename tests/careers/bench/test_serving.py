"""The server that is measured: what is asked of it, and what it is said to have done."""

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import repeat
from threading import Thread

import pytest
from django.core.management import CommandError, call_command

from careers.bench.serving import Answer, Ask, NotServed, Served, Speed
from careers.management.commands.bench_pages import BARE, cold_pages, compared, in_turn
from careers.models import Occupation
from comparisons.addresses import address


def test_a_reader_asks_for_a_page_or_whether_their_copy_still_holds():
    assert Ask("/careers/").lines() == b"GET /careers/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    assert b'If-None-Match: W/"x"\r\n\r\n' in Ask("/careers/", 'W/"x"').lines()


def test_comparisons_are_asked_for_where_they_are():
    assert compared(["actors", "dancers"]) == address(["actors", "dancers"])


@pytest.mark.django_db
def test_what_is_asked_for_anew_is_right_and_the_same_in_each_run(client):
    slugs = list(Occupation.objects.detailed().order_by("pk").values_list("slug", flat=True))
    pages = cold_pages(slugs)
    assert pages == cold_pages(slugs)
    for kind, addresses in pages.items():
        assert len(addresses) == len(set(addresses)) > 800, kind
        for some in addresses[:3]:
            assert client.get(some).status_code == 200, some


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b"x" * 300_000
        self.send_response(200 if self.path == "/careers/" else 404)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", 'W/"x"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def portal():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    yield Served(server.server_port, os.getpid())
    server.shutdown()
    server.server_close()


def test_a_whole_answer_is_read_and_counted(portal):
    assert portal.ask(Ask("/careers/")) == Answer(200, 'W/"x"', 300_000)
    speed = portal.speed(repeat(Ask("/careers/")), seconds=0.1)
    assert speed.per_second > 10


def test_another_answer_than_the_one_measured_stops_it(portal):
    with pytest.raises(NotServed, match="/nowhere/ answers 404"):
        portal.speed(repeat(Ask("/nowhere/")), seconds=0.1)


@pytest.mark.django_db
def test_nothing_is_measured_before_there_are_careers():
    Occupation.objects.detailed().update(level=Occupation.Level.BROAD)
    with pytest.raises(CommandError, match="load_snapshot"):
        call_command("bench_pages")


def test_a_page_is_measured_beside_the_bare_view_from_one_moment_to_the_next(portal, monkeypatch):
    measured = []

    def speed(self, turns, seconds, status=200):
        path = next(turns).path
        measured.append(path)
        return Speed(answers=100 if path == BARE else 10, seconds=seconds, worked=seconds / 2)

    monkeypatch.setattr(Served, "speed", speed)
    bare, page = in_turn(portal, [Ask("/one/"), Ask("/two/")], 1.0)
    assert measured == [BARE, "/one/", BARE, "/two/"]
    assert (bare.per_second, page.per_second) == (200, 20)
    assert (bare.work, page.work) == (2.5, 25)
