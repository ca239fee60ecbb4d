"""The files to deploy by, the settings that are listed, and the program say the same."""

import os
import re
import shlex
import subprocess
import tomllib
from urllib.parse import urlsplit

import pytest
import yaml
from django.core.management import get_commands
from django.urls import resolve

from careers.desk.imports import uploads
from config import caching, databases, env, gunicorn
from config import settings as written
from tests.architecture.test_boundaries import ROOT

DEPLOY = ROOT / "deploy"
# Of the images and of Caddy, not of the portal.
OF_OTHERS = {"POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD", "NAMES", "PORTAL"}
SECRET = {"DJANGO_SECRET_KEY", "POSTGRES_PASSWORD"}
MEGA = 1_000_000
HOST = "careers.example.org"


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def compose() -> dict:
    return yaml.safe_load(text("compose.yaml"))


def listed() -> set[str]:
    return set(re.findall(r"^#?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))


def read() -> set[str]:
    """Every setting that the portal reads from its environment."""
    reading = re.compile(r'\benv\.(?:text|boolean|number|address|choice|names|is_set)\(\s*"([A-Z_]+)"')
    return {
        name for path in (ROOT / "config").rglob("*.py") for name in reading.findall(path.read_text("utf-8"))
    }


def test_every_setting_that_is_read_is_listed_and_no_other():
    assert read() == listed()


def test_a_setting_that_is_listed_with_a_value_may_be_set_to_it(monkeypatch):
    """Each line without its mark: what somebody takes out of the list is read without a complaint."""
    lines = re.findall(r"^#?([A-Z][A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
    for name, value in lines:
        monkeypatch.setenv(name, value)
    assert databases.configured(
        env.text("DATABASE_URL"),
        env.names("DATABASE_REPLICAS"),
        is_pooled=env.boolean("DATABASE_POOL", False),
    ).keys() == {"default", "replica1", "replica2"}
    assert (
        caching.configured(env.address("CACHE_URL", *caching.SCHEMES))["default"]["BACKEND"] == caching.SHARED
    )
    switches = re.findall(
        r'env\.boolean\("([A-Z_]+)", (True|False)\)', (ROOT / "config/settings.py").read_text()
    )
    told = dict(lines)
    assert {name: env.boolean(name, default != "True") for name, default in switches if told.get(name)} == {
        name: default == "True" for name, default in switches if told.get(name)
    }


def test_compose_sets_nothing_that_the_portal_does_not_read(compose):
    for name, service in compose["services"].items():
        unknown = set(service.get("environment", {})) - read() - OF_OTHERS
        assert unknown == set(), name
    asked = set(re.findall(r"\$\{([A-Z_]+)\}", text("compose.yaml")))
    assert asked <= read() | OF_OTHERS
    assert not [name for name in SECRET if re.search(rf"{name}: *[^\"$\s]", text("compose.yaml"))]


def test_compose_joins_the_services_that_there_are(compose):
    services = compose["services"]
    portal = services["web"]["environment"]
    database = urlsplit(portal["DATABASE_URL"])
    assert database.hostname in services
    assert database.path == f"/{services['database']['environment']['POSTGRES_DB']}"
    assert database.username == services["database"]["environment"]["POSTGRES_USER"]
    assert urlsplit(portal["CACHE_URL"]).hostname in services
    assert services["proxy"]["environment"]["PORTAL"] == f"web:{port()}"
    for service in services.values():
        assert set(service.get("depends_on", ())) <= services.keys()


@pytest.mark.parametrize("names", ["a.example.org,b.example.org", "a.example.org , b.example.org"])
def test_caddy_gets_the_names_of_the_site_one_by_one_however_they_are_listed(compose, names, tmp_path):
    """A comma without a space behind it is an error to it."""
    proxy = compose["services"]["proxy"]
    asked = re.findall(r"\{\$(\w+)\}", text("Caddyfile"))
    said = " ".join(f"${name}" for name in asked)
    (tmp_path / "caddy").write_text(f'#!/bin/sh\necho "{said}|$*"\n')
    (tmp_path / "caddy").chmod(0o755)
    # Compose takes one of two dollars away, and puts in what .env says.
    command = [word.replace("$$", "$") for word in proxy["command"]]
    environment = {**proxy["environment"], "NAMES": names, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    assert proxy["environment"]["NAMES"] == "${DJANGO_ALLOWED_HOSTS}"
    started = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    read, told = started.rstrip().split("|")
    assert read == f"a.example.org, b.example.org web:{port()}"
    assert told == f"run --config {proxy['volumes'][0].split(':')[1]}"


def test_the_worker_finds_what_web_processes_were_handed(compose, settings):
    (place,) = {tuple(compose["services"][name]["volumes"]) for name in ("web", "worker")}
    volume, _, folder = place[0].partition(":")
    assert volume in compose["volumes"]
    (root,) = re.findall(r"^WORKDIR (.+)$", text("Containerfile"), re.MULTILINE)
    assert uploads.folder() == settings.BASE_DIR / folder.removeprefix(f"{root}/")
    # Else the volume would be made as root's.
    assert (
        f"mkdir -p -m 700 {folder.removeprefix(f'{root}/')}" in text("Containerfile").split("USER careers")[1]
    )


def port() -> str:
    (found,) = re.findall(r"^EXPOSE (\d+)$", text("Containerfile"), re.MULTILINE)
    return found


def test_all_of_them_name_one_port():
    assert f'"--bind", "0.0.0.0:{port()}"' in text("Containerfile")
    assert f"ListenStream=127.0.0.1:{port()}" in text("careers.socket")
    assert f"proxy_pass http://127.0.0.1:{port()};" in text("nginx.conf")
    assert f"PORTAL=127.0.0.1:{port()}" in text("Caddyfile")


def commands() -> list[str]:
    """What is run by manage.py in any of the files, as far as the name of the command."""
    files = [*sorted(DEPLOY.iterdir()), ROOT / "docs/operate.md", ROOT / "README.md", ROOT / "docs/edit.md"]
    return [name for path in files for name in re.findall(r"manage\.py (\w+)", path.read_text("utf-8"))]


def test_every_command_that_they_name_is_one_of_the_portal():
    assert len(commands()) > 10
    assert set(commands()) <= get_commands().keys()


def test_what_serves_the_portal_is_what_is_configured(compose):
    assert "python:config.gunicorn" in text("Containerfile")
    assert "python:config.gunicorn" in text("careers.service")
    assert gunicorn.wsgi_app == "config.wsgi"
    assert "--require-hashes -r /tmp/requirements.txt" in text("Containerfile")
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    (used,) = set(re.findall(r"python:(\d+\.\d+)-", text("Containerfile")))
    assert [int(part) for part in used.split(".")] >= [
        int(part) for part in oldest.removeprefix(">=").split(".")
    ]


def test_no_secret_gets_into_the_container():
    ignored = (ROOT / ".containerignore").read_text("utf-8").split()
    assert {".env", ".git", "var"} <= set(ignored)
    assert "ENV DJANGO_SECRET_KEY" not in text("Containerfile")


def test_proxies_let_the_largest_import_in_and_say_who_asks():
    largest = written.IMPORT_MAX_BYTES / MEGA
    assert int(re.search(r"client_max_body_size (\d+)m", text("nginx.conf"))[1]) >= largest
    assert int(re.search(r"max_size (\d+)MB", text("Caddyfile"))[1]) >= largest
    for header in ("Host", "X-Forwarded-Proto", "X-Forwarded-For", "X-Request-ID"):
        assert f"proxy_set_header {header} " in text("nginx.conf")
    # A reader who is signed in gets a page of their own.
    assert text("nginx.conf").count("$cookie_sessionid") == 2


def test_whether_the_container_is_well_is_asked_so_that_the_portal_answers(
    compose, client, settings, monkeypatch
):
    """By the names that production answers to, and without being sent on to HTTPS."""
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = [HOST, "www.example.org"], True
    monkeypatch.setenv("DJANGO_ALLOWED_HOSTS", f"{HOST}, www.example.org")
    asked = []

    def urlopen(request, timeout):
        address = urlsplit(request.full_url)
        assert address.netloc == f"127.0.0.1:{port()}"
        asked.append(client.get(address.path, headers={"host": request.get_header("Host", address.netloc)}))

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    _, program, option, code = compose["services"]["web"]["healthcheck"]["test"]
    assert (program, option) == ("python", "-c")
    exec(code, {})
    assert [answer.status_code for answer in asked] == [200]
    assert resolve("/healthz")


def test_the_cache_is_bounded_and_writes_nothing_to_disk(compose):
    words = shlex.split(compose["services"]["cache"]["command"])
    given = dict(zip(words[1::2], words[2::2], strict=True))
    assert given["--maxmemory-policy"] == "volatile-lru"
    assert {"--save": "", "--appendonly": "no"}.items() <= given.items()
    assert f"--maxmemory {given['--maxmemory']} " in (ROOT / "docs/operate.md").read_text("utf-8")
