# Two commands a newcomer needs: `make demo` and `make test`. Both make their own environment.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGE := $(shell find valuegraph -type f -not -path '*/__pycache__/*') pyproject.toml README.md

.PHONY: demo test check format lint layers types docs goldens judges lowest benchmarks clean

demo: $(VENV)/.valuegraph ## from one text file to the wall: out/conserverie.yaml -> out/*.svg, *.png
	@mkdir -p out
	@$(BIN)/valuegraph example conserverie -o out/conserverie.yaml --force
	@$(BIN)/valuegraph example porter -o out/porter.yaml --force
	@$(BIN)/valuegraph draw out/conserverie.yaml -o out/conserverie.svg
	@$(BIN)/valuegraph draw out/conserverie.yaml -o out/conserverie.png
	@$(BIN)/valuegraph draw out/conserverie.yaml --view matrix -o out/conserverie-matrix.svg
	@$(BIN)/valuegraph draw out/conserverie.yaml --view matrix -o out/conserverie-matrix.png
	@$(BIN)/valuegraph draw out/conserverie.yaml -o out/conserverie.html
	@$(BIN)/valuegraph draw out/porter.yaml --view porter -o out/porter.svg
	@$(BIN)/valuegraph draw out/porter.yaml --view porter -o out/porter.png

test: $(VENV)/.test ## run every test against the installed wheel
	VALUEGRAPH_WHEEL=1 $(BIN)/pytest --numprocesses auto

check: format lint layers types test docs ## everything that must hold; what CI runs

format: $(VENV)/.lint
	$(BIN)/ruff format --check .

lint: $(VENV)/.lint
	$(BIN)/ruff check .

layers: $(VENV)/.lint
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.lint
	$(BIN)/mypy

docs: $(VENV)/.test ## generated pages and pictures are up to date
	$(BIN)/python docs/generate/all.py --check

goldens: $(VENV)/.test ## rewrite the golden files and make the contact sheet to look at
	$(BIN)/python tests/goldens/rewrite.py

judges: ## the npm packages that judge our outputs; tests that need them skip without
	npm install --prefix tests/node --no-package-lock --no-audit --no-fund --ignore-scripts

benchmarks: $(VENV)/.benchmarks ## time drawing and analysis beside their peers (about ten minutes)
	$(BIN)/python benchmarks/all.py

# The layout of drawings, the pages of the docs and the browser hang on no version we allow; the
# kept draw.io files do, by the last digit of an arc that fontTools turns into curves.
OURS_ALONE := $(foreach part,render/views render/focus render/theming render/kit render/webpage docs,--ignore=tests/$(part)) --ignore=tests/test_benchmarks.py --ignore=tests/test_goldens.py

lowest: ## run the tests with the oldest versions of the packages we allow
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --upgrade pip uv
	.venv-lowest/bin/uv pip install --quiet --python .venv-lowest --resolution lowest-direct ".[all]" --group test
	.venv-lowest/bin/pytest --numprocesses auto --quiet $(OURS_ALONE)

clean:
	rm -rf $(VENV) .venv-lowest out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 ou plus récent est nécessaire / Python 3.11 or later is needed"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.valuegraph: $(BIN)/python $(PACKAGE)
	rm -rf dist
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
	$(BIN)/python -m pip install --quiet dist/*.whl
	$(BIN)/python -m pip install --quiet --force-reinstall --no-deps dist/*.whl
	@touch $@

$(VENV)/.test: $(VENV)/.valuegraph pyproject.toml
	$(BIN)/python -m pip install --quiet "$$(ls dist/*.whl)[all]" --group test
	@touch $@

$(VENV)/.benchmarks: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group benchmarks
	@touch $@

$(VENV)/.lint: $(VENV)/.test pyproject.toml
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@
