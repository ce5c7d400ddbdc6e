# Two commands do everything on a machine with Python and make: `make demo` and `make test`.

PYTHON ?= python3
ENV ?= .venv
BIN := $(ENV)/bin
UD ?= ../shared/ud
DEMO := .demo

.PHONY: demo test lint types check bench samples soak wheel model clean

# Makes an environment, installs, reads samples/ into a fresh tracker, and shows what is outstanding and overdue.
demo: $(ENV)/.installed
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@printf '\n$$ actiontracker ingest samples\n\n'
	@$(BIN)/actiontracker ingest samples --db $(DEMO)/actiontracker.db
	@printf '\n$$ actiontracker list --sort ref --limit 15\n\n'
	@$(BIN)/actiontracker list --sort ref --limit 15 --db $(DEMO)/actiontracker.db
	@printf '\n$$ actiontracker overdue --limit 15\n\n'
	@$(BIN)/actiontracker overdue --limit 15 --db $(DEMO)/actiontracker.db

# Makes an environment with the tools of development, then every gate.
test: $(ENV)/.installed-dev lint types check

lint: $(ENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(ENV)/.installed-dev
	$(BIN)/mypy

check: $(ENV)/.installed-dev
	$(BIN)/pytest -n auto

# The table of ratios in the README.
bench: $(ENV)/.installed-dev
	$(BIN)/python -m benchmarks

# Rebuilds the DOCX and PDF samples from their content.
samples: $(ENV)/.installed-dev
	$(BIN)/python samples/build.py

wheel: $(ENV)/.installed-dev
	$(BIN)/python -m build --wheel

# Trains the language model from the public treebanks in $(UD); about an hour on two cores. See models/README.md.
model: $(ENV)/.installed-dev
	$(BIN)/python models/train.py $(UD) --out models/minutes_syntax

$(ENV)/.installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(ENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(ENV)/.installed-dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(ENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(ENV)/.installed

clean:
	rm -rf $(ENV) $(DEMO) dist build

# All the real minutes beside the checkout, and eight processes at one tracker for a minute.
soak: $(ENV)/.installed-dev
	ACTIONTRACKER_SOAK=1 $(BIN)/pytest tests/test_shared.py tests/test_store_desks.py
