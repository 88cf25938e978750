# What a newcomer and CI run. On Windows: py -m venv .venv, then the lines below with .venv\Scripts\.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve demo test check words benchmark

# The documentation site, built and served; prints its address.
serve: .venv/docs-installed
	$(BIN)/designsys docs serve

# The example service: a 転出届 on Flask.
demo: .venv/docs-installed
	$(BIN)/python docs_site/demo/app.py

# Everything CI judges: style and types, then all tests in two processes.
test: .venv/dev-installed .cache/vnu/node_modules check
	.ci/browser
	$(BIN)/python -m pytest -n 2 --durations=10

# Style and types.
check: .venv/dev-installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# The words that macros print: collect them from the templates, merge them into each language, compile.
words: .venv/dev-installed
	$(BIN)/python -m designsys.catalogues

# Ratios against govuk-frontend-jinja, measured in one run.
benchmark: .venv/dev-installed
	$(BIN)/python tests/benchmarks/rendering.py

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

.venv/docs-installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[docs,theme,flask]'
	touch $@

.venv/dev-installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ .venv/docs-installed

# The Nu HTML Checker: its npm package carries the jar, which Java runs.
.cache/vnu/node_modules:
	npm install --silent --no-fund --no-audit --prefix .cache/vnu vnu-jar
