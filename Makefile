# Each of these sets up all that it needs, in .venv, the first time; later it only starts.
#   make app     the workbook in the browser        make lab    the notebooks in JupyterLab
#   make room    the workbook for a room of people
#   make test    every check                        make bench  what is fast, measured
.PHONY: app room lab test bench clean

READY := .venv/.ready
BIN := .venv/bin
NOTEBOOKS := $(wildcard notebooks/ar/*.ipynb notebooks/en/*.ipynb)

# What was set up stays right until one of these, or the folder's own place, changes.
STATE := $(shell cat requirements.lock pyproject.toml | cksum) $(CURDIR)

app: set-up
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/shabakati-app $(OPTIONS)

room: set-up
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/shabakati-room $(OPTIONS)

lab: set-up
	@cd notebooks && exec env -u PYTHONDONTWRITEBYTECODE ../$(BIN)/jupyter lab \
		--config=../serving/lab/jupyter_lab_config.py $(OPTIONS)

test: set-up
	@$(BIN)/python tests/browser.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile --nbval-lax --nbval-sanitize-with tests/nbval.cfg \
		tests $(NOTEBOOKS)

bench: set-up
	@$(BIN)/python tests/browser.py
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes \
		-r benchmarks/requirements.lock
	@for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

clean:
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -rf benchmarks/out widgets/shabakati/static/vega.js
	find widgets serving tests benchmarks data -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: set-up
set-up:
	@if [ "$$(cat $(READY) 2>/dev/null)" != "$(STATE)" ] || ! $(BIN)/python -c '' 2>/dev/null; then \
		sh serving/set_up.sh && echo "$(STATE)" > $(READY); fi
	@$(BIN)/python -m shabakati.look.assets
