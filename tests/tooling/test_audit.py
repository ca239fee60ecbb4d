"""Known faults of packages fail the audit; that none could be looked up is said, not taken for none."""

import subprocess

import pytest

from tools import audit

SOUND = {"name": "django", "version": "5.2.1", "vulns": []}
FAULTY = {"name": "x", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}
SKIPPED = {"name": "y", "skip_reason": "not found"}


def test_a_known_fault_fails_and_is_named_with_its_remedy():
    code, lines = audit.judged([SOUND, FAULTY])
    assert (code, lines[0]) == (1, "x 1: CVE-1, mended in 2")


def test_packages_without_known_faults_pass_and_who_was_not_looked_up_is_named():
    code, lines = audit.judged([SOUND, SKIPPED])
    assert (code, lines) == (0, ["Not looked up: y", "1 packages audited, 0 known faults."])


def test_where_nothing_could_be_looked_up_the_step_by_hand_is_told():
    assert audit.judged([SKIPPED]) == (0, [audit.BY_HAND])


@pytest.mark.parametrize("fault", [OSError, ValueError, subprocess.TimeoutExpired("pip", 1)])
def test_a_machine_that_reaches_nothing_is_told_the_same(monkeypatch, capsys, fault):
    def ask():
        raise fault

    monkeypatch.setattr(audit, "ask", ask)
    assert audit.main() == 0
    assert "pip-audit --disable-pip -r requirements-dev.txt" in capsys.readouterr().out
    assert (audit.ROOT / "requirements-dev.txt").exists()
