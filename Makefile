# make demo    parse an article and print it            ARTICLE=path
# make test    every test and every example of the docs
# make help    the rest

PYTHON ?= python3
VENV ?= .venv
ARTICLE ?= examples/wire.txt
GOLD ?= ../shared/gold
ARTICLES ?= examples
EVAL ?=
BENCH ?=
FUZZ ?=
MINUTES ?= 5
EXAMPLES ?= 100000
KILLED ?= 20000
MUTANTS ?= 1000

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
STAMP := $(VENV)/.installed
# The products of two cores' threads are slower than one core's on matrices as small as ours.
export OPENBLAS_NUM_THREADS ?= 1
export OMP_NUM_THREADS ?= 1

.PHONY: help demo test eval bench lint types docs wheel clean fuzz soak mutants coverage

help:
	@echo 'make demo [ARTICLE=path]     parse an article and print it for a reader'
	@echo 'make test                    run every test and every example of the docs'
	@echo 'make eval [GOLD=folder]      score against gold, fail below evaluation/floors.json'
	@echo '                             EVAL="--halves" or EVAL="--update"'
	@echo 'make bench [ARTICLES=folder] measure speed and memory against bare natasha'
	@echo '                             BENCH="--check" or BENCH="--json"'
	@echo 'make fuzz [MINUTES=5]        feed the fuzz targets for so long each'
	@echo 'make soak [EXAMPLES=100000]  the properties over many examples, then KILLED=20000 articles'
	@echo '                             while their workers are killed'
	@echo 'make mutants [MUTANTS=1000]  change the code of quotes and attribution, see what tests miss'
	@echo 'make coverage                branches that no test takes'
	@echo 'make lint types docs wheel   the other checks of .ci/run'
	@echo 'PYTHON=python3.12 VENV=.venv-3.12 choose the interpreter and where it is installed'

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	touch $@

# One stamp for each extra, so that the demo needs no test tools and nothing is installed twice.
$(STAMP)-%: $(STAMP)
	$(PIP) install --editable '.[$*]'
	touch $@

demo: $(STAMP)
	@$(BIN)/runews parse '$(ARTICLE)'

test: $(STAMP)-test
	$(BIN)/python -m pytest

eval: $(STAMP)
	$(BIN)/python -m evaluation '$(GOLD)' $(EVAL)

bench: $(STAMP)
	$(BIN)/python -m benchmarks '$(ARTICLES)' $(BENCH)

fuzz: $(STAMP)-fuzz
	$(BIN)/python -m fuzz --minutes $(MINUTES) $(FUZZ)

soak: $(STAMP)-test
	$(BIN)/python -m soak.properties --examples $(EXAMPLES)
	$(BIN)/python -m soak.workers --articles $(KILLED)

mutants: $(STAMP)-mutants
	$(BIN)/python -m soak.mutants --mutants $(MUTANTS)

# Tracing slows the code down, so what measures seconds or what an import loads is left out.
coverage: $(STAMP)-test
	$(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered \
		-k 'not seconds_at_most and not importing_loads'

lint: $(STAMP)-lint
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(STAMP)-lint $(STAMP)-test
	$(BIN)/mypy

docs: $(STAMP)-docs
	$(BIN)/python -m sphinx -W --keep-going -b html docs docs/_build/html

# The wheel in an environment of its own, as a user gets it: no setuptools, every warning an error.
wheel:
	.ci/smoke '$(PYTHON)'

clean:
	rm -rf $(VENV) build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis mutants
