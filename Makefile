# Needs Python 3.11 or later and make; everything else goes into .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench clean

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --constraint constraints.txt hfortix-fortios
	touch $@

demo: $(VENV)/.installed  ## validate, render, judge, plan, and push one school to emulated devices
	PATH="$(CURDIR)/$(BIN):$$PATH" sh demo/demo.sh

test: $(VENV)/.installed  ## every test; skips are printed with their reason
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.installed
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy

bench: $(VENV)/.installed  ## ratios against bare Jinja2 and PyAVD in the same run
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) build .netgen
