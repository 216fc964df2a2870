# `make run` starts Uncramp, `make test` checks it; both set up all they need first. The rest is for people who work on it.
.DEFAULT_GOAL := run
.PHONY: run test check format soak bench screenshots messages wheel lock clean
bin := .venv/bin
python := $(bin)/python

run: ## Start Uncramp: make run ARGS="plan --days 2"
	@.ci/setup.sh app
	@$(python) -m desktop $(ARGS)

test: ## Set up, then run everything that CI runs; fewer made-up years than its 200: make test YEARS=2
	@.ci/setup.sh tests
	@$(MAKE) --no-print-directory check

check: ## What CI runs, without the set-up
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports
	$(python) -m pytest --cov -n auto --dist loadfile --ignore tests/test_packaging.py
	$(python) -m pytest tests/test_packaging.py
	YEARS=$(or $(YEARS),200) $(python) -m tests.desktop.simulation.soak

format: ## Put the code into shape
	$(bin)/ruff format .
	$(bin)/ruff check --fix .

soak: ## A day's load, days that fly, and thousands of made-up years: make soak DAYS=3 YEARS=1000 SEED=0
	@.ci/setup.sh tests
	@$(python) -m tests.desktop.whole.load
	@$(python) -m tests.desktop.whole.fast_time --installed $(or $(DAYS),3)
	@$(python) -m tests.desktop.simulation.soak

bench: ## Measure start, memory, idling and planning
	@.ci/setup.sh tests
	@$(python) -m tests.bench $(ARGS)

screenshots: ## Paint every window into docs/screenshots
	@.ci/setup.sh tests
	@$(python) -m tests.screenshots $(ARGS)

messages: ## Extract every sentence and bring the translations up to date; ARGS=pseudo makes the pseudo-locale
	@.ci/setup.sh tests
	@$(python) -m tests.messages $(ARGS)

wheel: ## Build the wheel into dist
	@.ci/setup.sh app
	@rm -rf build
	$(python) -m pip wheel --quiet --no-index --no-deps --no-build-isolation --wheel-dir dist .

lock: ## Resolve the dependencies anew
	@.ci/lock.sh

clean: ## Remove everything that was made here
	rm -rf .venv build dist *.egg-info .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
