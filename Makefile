# make demo    the main job on the bundled seminar
# make test    everything: style, types, layers, tests, notebook, wheel
# Both make their own environment; another interpreter: make demo PYTHON=python3.12

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
WHEEL_VENV := .wheel-venv
PIP    := -m pip --disable-pip-version-check install --quiet
PACKAGING := setup.cfg pyproject.toml
# Named one by one: outside a git checkout nothing else keeps ruff out of the environments.
CODE   := vndirective corpora models tests benchmarks

# What is tested is what was installed, not what happens to lie on the path.
unexport PYTHONPATH PYTHONHOME

.PHONY: demo test lint types pytest notebook wheel bench figures report models corpora clean
.DELETE_ON_ERROR:

demo: $(VENV)/installed
	$(BIN)/vndirective demo

test: lint types pytest notebook wheel

lint: $(VENV)/installed-dev
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/lint-imports

types: $(VENV)/installed-dev
	$(BIN)/mypy

pytest: $(VENV)/installed-dev
	$(BIN)/pytest

# The outputs are thrown away: the stored notebook has none.
notebook: $(VENV)/installed-dev
	$(BIN)/jupyter-execute --timeout=300 notebooks/directive.ipynb

# The demo, out of the built wheel, in an environment that has never seen this folder.
wheel: $(VENV)/installed-dev $(WHEEL_VENV)/installed
	rm -rf build dist
	$(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --wheel-dir dist .
	$(WHEEL_VENV)/bin/python $(PIP) --force-reinstall --no-deps dist/*.whl
	$(WHEEL_VENV)/bin/python -m pip --disable-pip-version-check check
	out=$$(mktemp -d) && cd "$$out" \
	    && "$(CURDIR)/$(WHEEL_VENV)/bin/vndirective" demo --out "$$out/demo" \
	    && test -s "$$out/demo/coverage.html" && test -s "$$out/demo/tasks.xlsx" \
	    && rm -rf "$$out"

bench: $(VENV)/installed-dev
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/reading.py

# docs/figures.md; real documents too where VNDIRECTIVE_TEXTS names their folder.
figures: $(VENV)/installed-dev
	$(BIN)/python benchmarks/figures.py

# Extractions gained, lost and changed since the last commit of main.
report: $(VENV)/installed-dev
	$(BIN)/python benchmarks/report.py

# Remake what the data packages ship, from the texts of the corpora.
corpora: $(VENV)/installed-dev
	$(BIN)/python corpora/build.py

models: $(VENV)/installed-dev
	$(BIN)/python models/build.py
	$(BIN)/python models/lunar.py

clean:
	rm -rf $(VENV) $(WHEEL_VENV) build dist out *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- environments -------------------------------------------------------------------------------

define fresh_venv
@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or later is needed, this is " + sys.version.split()[0] + ": give one with PYTHON=...")'
rm -rf $(1)
$(PYTHON) -m venv $(1)
endef

$(VENV)/made:
	$(call fresh_venv,$(VENV))
	@touch $@

$(VENV)/installed: $(PACKAGING) | $(VENV)/made
	@echo "Installing into $(VENV); the first time takes a few minutes."
	$(BIN)/python $(PIP) -e .
	@touch $@

$(VENV)/installed-dev: $(PACKAGING) | $(VENV)/made
	@echo "Installing into $(VENV); the first time takes a few minutes."
	$(BIN)/python $(PIP) -e ".[dev]"
	@touch $@ $(VENV)/installed

# Made anew whenever the requirements change, so that it holds nothing that they do not name.
$(WHEEL_VENV)/installed: $(PACKAGING)
	$(call fresh_venv,$(WHEEL_VENV))
	@echo "Installing into $(WHEEL_VENV); the first time takes a few minutes."
	$(WHEEL_VENV)/bin/python $(PIP) .
	@touch $@
