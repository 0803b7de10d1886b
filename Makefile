# Everything runs from a virtual environment in .venv that holds what requirements-dev.lock says.
# Nothing else is needed than make, a POSIX shell, git and Python 3.11 or newer.

PYTHON ?= python3
WANTED := Python 3.11 or newer is needed; name one: make PYTHON=python3.12 run
PY := .venv/bin/python
DURING := $(PY) -m newsroom.embedded during
TEMPLATES := articles/templates newsroom/templates
# Tests that start servers share a worker (their xdist_group); the others have nothing in common.
PYTEST_OPTIONS ?= --numprocesses auto --maxprocesses 4 --dist loadgroup

.DEFAULT_GOAL := help
.PHONY: help venv browser translation run test chaos lint audit bench bench-large bench-engine tour clean
.NOTPARALLEL:

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: venv ## Run the newsroom with its demo, until Ctrl-C
	@$(PY) manage.py run

test: venv browser translation ## Run every test
	@$(DURING) $(PY) -m pytest $(PYTEST_OPTIONS)

chaos: venv ## Save 500 articles while everything breaks, then count (about 5 minutes)
	@$(PY) -m tests.processes.chaos

lint: venv ## Read the code without running it
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy articles newsroom corpus
	PYTHONPATH=. $(PY) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	find $(TEMPLATES) -name '*.html' -exec $(PY) -m djhtml --check {} +
	find $(TEMPLATES) -name '*.html' -exec .venv/bin/djade --check {} +
	git ls-files -z '*.py' '*.md' '*.html' '*.toml' '*.css' '*.js' ':!articles/engine/data' | xargs -0 $(PY) -m codespell_lib
	$(PY) -m pip check
	$(DURING) $(PY) manage.py makemigrations --check --dry-run

audit: venv browser ## Check packages, the pages (Lighthouse, axe, vnu), last the API with 20,000 requests (ONLY=pages)
	@$(PY) -m audit $(ONLY)

bench: venv ## Measure reading and publishing among 10,000 articles (ARTICLES=…)
	@$(DURING) $(PY) -m bench $(if $(ARTICLES),--articles $(ARTICLES))

bench-large: venv ## Measure among 1,000,000 articles too: about 70 GB of disk, more than an hour
	@$(DURING) $(PY) -m bench --articles 1000000

bench-engine: venv ## Measure how fast the engine reads
	@$(DURING) $(PY) -m bench --engine

tour: venv ## Walk through one article from arrival to page, part by part (FILE=…)
	@$(DURING) sh -c '$(PY) manage.py migrate --verbosity 0 && $(PY) manage.py tour "$$@"' tour $(if $(FILE),"$(FILE)")

clean: ## Stop everything that runs here and remove its data
	@if [ -x $(PY) ]; then $(PY) -m newsroom.supervision stop; $(PY) -m newsroom.embedded clean >/dev/null; fi
	@rm -rf .data .pytest_cache .mypy_cache .ruff_cache .import_linter_cache htmlcov test-results

venv:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) was not found. $(WANTED)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is $$($(PYTHON) -V 2>&1). $(WANTED)" >&2; exit 1; }
	@$(PYTHON) .ci/environment.py

translation: venv
	@$(PY) -m tests.translation.tools

browser: venv
	@$(PY) -m tests.browser.chromium
