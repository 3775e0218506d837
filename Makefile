# The commands of the project. Each makes the virtual environment it needs in this checkout.

PYTHON ?= python3
BIN := .venv/bin

# Tests start many processes, which load compiled modules in half the time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test lint types docs wheel oldest conformance catalogue-table migrating-table cli-page catalogue test-speed bench bench-check soak clean
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/.installed: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,arrow,async,cli,import,otel,sandbox,speed,testing]'
	@touch $@

demo: $(BIN)/.installed ## create, list, page and stream sessions against the local sandbox
	$(BIN)/python docs/examples/proxy_sessions.py

test: $(BIN)/.installed ## run the tests and the examples in docstrings, a process for each core
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not conformance" $(ARGS)
	@echo "Left out: the conformance tests, which need Node. 'make conformance' runs them."

.venv-oldest/.installed: setup.cfg tests/oldest.txt
	$(PYTHON) -m venv .venv-oldest
	.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check --constraint tests/oldest.txt \
		--editable '.[arrow,async,cli,import,otel,sandbox,speed,testing]' opentelemetry-sdk hypothesis pytest sybil trustme \
		PySocks aioresponses backports.zstd brotli distributed ipython mocket pandas polars pook vcrpy
	@touch $@

oldest: .venv-oldest/.installed ## run the tests with the oldest versions that are allowed
	.venv-oldest/bin/python -m pytest -p no:cacheprovider -m "not conformance" $(ARGS) \
		tests/declare tests/encode tests/send tests/decode tests/data \
		tests/exporting tests/display tests/operations tests/faults tests/importer tests/sandbox tests/testing \
		tests/command_line

lint: $(BIN)/.installed ## check style and formatting
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(BIN)/.installed ## check types with mypy and pyright, both strict
	$(BIN)/mypy
	$(BIN)/pyright

docs: $(BIN)/.installed ## build the documentation, warnings as errors
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

wheel: $(BIN)/.installed ## build the wheel and try it in an empty environment
	$(BIN)/python tests/wheel/try_wheel.py

conformance: $(BIN)/.installed tests/conformance/node_modules ## let servers we did not write judge the requests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[conformance]'
	$(BIN)/python -m pytest -m conformance tests/conformance $(ARGS)

tests/conformance/node_modules: tests/conformance/package-lock.json
	cd tests/conformance && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

catalogue-table: $(BIN)/.installed tests/conformance/node_modules ## write docs/catalogue.md from what the judges say
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[conformance]'
	$(BIN)/python -m tests.conformance.catalogue_page

migrating-table: $(BIN)/.installed ## write the tables of docs/migrating.md from a comparison with twilio-python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[conformance]'
	$(BIN)/python -m tests.conformance.migrating_page

cli-page: $(BIN)/.installed ## write what the commands of docs/cli.md print
	$(BIN)/python -m tests.docs.cli_page

catalogue: $(BIN)/.installed tests/conformance/node_modules ## write resources/twilio from Twilio's OpenAPI documents
	$(BIN)/python -m restmap import tests/conformance/node_modules/@twilio/cli-core/src/services/twilio-api \
		--into resources.twilio --naming resources.twilio.openapi:TwilioNaming --line-length 100

test-speed: $(BIN)/.installed ## run what reads answers with the speed extra, for every body
	RESTMAP_SPEED=always $(BIN)/python -m pytest tests/decode tests/send tests/faults tests/operations tests/sandbox $(ARGS)

bench: $(BIN)/.installed ## measure beside other clients: docs/benchmarks.md (ARGS=--quick only shows)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks $(ARGS)

bench-check: $(BIN)/.installed ## say which ratios are no longer those of docs/benchmarks.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks check

soak: $(BIN)/.installed ## 50,000 requests with 5 % faults, for leaks
	$(BIN)/python -W error::ResourceWarning -m tests.faults.soak

clean: ## remove what the commands made
	rm -rf .venv .venv-oldest tests/conformance/node_modules docs/_build build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .coverage
