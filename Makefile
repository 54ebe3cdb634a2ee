# The two commands to know: `make demo` and `make test`. Each sets up what it needs in .venv, from
# Python 3.11 or later alone; `make PYTHON=…` names another Python than the first one that will do.

PYTHON =
PY = .venv/bin/python
FACETRAIL = $(PY) -m facetrail
INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check
COMPILE = .venv/lock/bin/python -m piptools compile --quiet --strip-extras --no-header \
  --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# Runs the first Python that will do with the arguments that follow, or says what is missing.
define WITH_PYTHON
found=; \
for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
  if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
  then found=$$python; break; fi; \
done; \
if [ -z "$$found" ]; then \
  echo 'facetrail needs Python 3.11 or later with venv and ensurepip, and found none.' >&2; \
  echo 'Install one (Debian: python3 python3-venv) or name it: make PYTHON=/path/to/python3' >&2; \
  exit 1; \
fi; \
$$found
endef

# A virtual environment works only where it was made: one copied with a checkout is made anew.
ifneq ($(shell cat .venv/made-in 2>/dev/null),$(CURDIR))
.PHONY: .venv/made-in
endif

.DEFAULT_GOAL = help
.PHONY: help demo test format lint types imports tests output docs bench mutants noise lock clean

help:
	@echo 'make demo     draw the models in models/ and list their privacy threats'
	@echo 'make test     all that must hold: make format lint types imports tests'
	@echo 'make output   write the committed output/ anew'
	@echo 'make docs     write the generated pages of docs/ anew'
	@echo 'make bench    measure the start, the pictures and the rules against others'
	@echo 'make mutants  see whether the examples of the rules notice a change in the rules'
	@echo 'make noise    count the threats an element beside what pytm reports'
	@echo 'make lock     resolve the exact versions in requirements/ anew'
	@echo 'make clean    remove what the others made, but for output/ and docs/'

demo: .venv/run-ready
	@$(FACETRAIL) render
	@echo 'Open a report.html in a browser; map.svg beside it is the picture alone.'

test: format lint types imports tests

format: .venv/dev-ready
	@echo 'Format'
	@$(PY) -m ruff format --check --quiet .

lint: .venv/dev-ready
	@echo 'Lint'
	@$(PY) -m ruff check --quiet .

types: .venv/dev-ready
	@echo 'Types'
	@$(PY) -m mypy --no-error-summary

imports: .venv/dev-ready
	@echo 'Imports'
	@.venv/bin/lint-imports --no-logo

tests: .venv/dev-ready
	@echo 'Tests'
	@$(PY) -m pytest

output: .venv/run-ready
	@rm -rf .venv/output
	@$(FACETRAIL) render --quiet --output .venv/output
	@rm -rf output && mv .venv/output output

docs: .venv/dev-ready
	@$(PY) -m facetrail.cli.manual > .venv/commands.md
	@mv .venv/commands.md docs/commands.md
	@$(PY) -m facetrail.cli.control_manual > .venv/controls.md
	@mv .venv/controls.md docs/controls.md
	@rm -rf .venv/rules
	@$(PY) -m facetrail.cli.rule_manual .venv/rules
	@rm -rf docs/rules && mv .venv/rules docs/rules
	@COLUMNS=80 $(PY) -m tests.refresh_manual docs
	@$(PY) -m bench.accuracy docs/accuracy.md

bench: .venv/dev-ready
	@$(PY) -m bench.measure

mutants: .venv/dev-ready
	@$(PY) -m bench.mutants

noise: .venv/dev-ready
	@$(PY) -m bench.noise

lock:
	@$(WITH_PYTHON) -m venv --clear .venv/lock
	@.venv/lock/bin/pip install --quiet --disable-pip-version-check pip-tools==7.6.2
	@$(COMPILE) --output-file requirements/run.txt pyproject.toml
	@$(COMPILE) --output-file requirements/dev.txt requirements/dev.in
	@rm -rf .venv/lock

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/made-in:
	@echo 'Making .venv'
	@$(WITH_PYTHON) -m venv --clear .venv
	@echo '$(CURDIR)' > $@

.venv/run-ready: requirements/run.txt pyproject.toml .venv/made-in
	@echo 'Installing facetrail and what it needs into .venv'
	@$(INSTALL) -r requirements/run.txt
	@$(INSTALL) --no-deps --editable .
	@touch $@

.venv/dev-ready: requirements/dev.txt .venv/run-ready
	@echo 'Installing the tools of development into .venv'
	@$(INSTALL) -r requirements/dev.txt
	@touch $@
