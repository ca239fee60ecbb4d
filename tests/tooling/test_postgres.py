"""The throwaway PostgreSQL serves while it is wanted and leaves nothing behind."""

from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests import postgres, programs

needs_postgres = pytest.mark.skipif(programs.postgres_bin() is None, reason="no initdb and pg_ctl")


@needs_postgres
def test_a_cluster_answers_and_is_gone_afterwards_even_when_interrupted():
    seen = {}

    def work_until_interrupted():
        with postgres.throwaway_cluster() as url, psycopg.connect(url) as connection:
            seen["url"] = url
            seen["folder"], seen["encoding"] = connection.execute(
                "select current_setting('data_directory'), current_setting('server_encoding')"
            ).fetchone()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work_until_interrupted()
    assert urlsplit(seen["url"]).hostname == "127.0.0.1"
    assert seen["encoding"] == "UTF8"
    assert not Path(seen["folder"]).parent.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(seen["url"])


def test_a_machine_without_postgres_is_told_apart_from_a_broken_one(monkeypatch):
    monkeypatch.setattr(programs, "postgres_bin", lambda: None)
    with pytest.raises(postgres.PostgresMissing), postgres.throwaway_cluster():
        pass


def test_a_cluster_that_cannot_be_made_says_what_postgres_said(monkeypatch, tmp_path):
    for name in ("initdb", "pg_ctl"):
        (tmp_path / name).write_text("#!/bin/sh\necho no space left\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    tmp_path.chmod(0o755)
    monkeypatch.setattr(programs, "postgres_bin", lambda: tmp_path)
    monkeypatch.setattr(postgres, "_unprivileged", dict)
    failure = pytest.raises(postgres.ClusterFailed, match="initdb failed: no space left")
    with failure, postgres.throwaway_cluster():
        pass
