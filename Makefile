# Each command sets up what it needs first: `make run`, `make test`, `make lint`, `make bench`.
BIN := .venv/bin
NEEDS := pyproject.toml packaging/constraints.txt packaging/setup.sh

.PHONY: run test lint bench clean

run: .venv/.ready-run
	$(BIN)/garita

test: .venv/.ready-dev
	$(BIN)/python -m pytest

lint: .venv/.ready-dev
	$(BIN)/ruff check app tests packaging
	$(BIN)/ruff format --check app tests packaging
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.ready-run
	$(BIN)/garita bench llm

.venv/.ready-run: $(NEEDS)
	packaging/setup.sh desktop,voice
	touch $@

.venv/.ready-dev: $(NEEDS)
	packaging/setup.sh dev,desktop,train,voice
	touch .venv/.ready-run $@

clean:
	rm -rf .venv build dist
