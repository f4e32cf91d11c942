# Every target does its own set-up (scripts/setup.sh); more arguments go in ARGS: make test ARGS="-k cagr"
ARGS ?=
PY := .venv/bin/python
LOCK := uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-header
.DEFAULT_GOAL := help
.PHONY: site serve audit schema test check pictures bench-audit bench-numbers bench-search bench-page lock clean help

site:   ## build, verify and swap in site/
	@sh scripts/setup.sh site && $(PY) -m scripts site $(ARGS)

serve:  ## the site on this machine, live while data, docs or scripts change
	@sh scripts/setup.sh site && $(PY) -m scripts serve $(ARGS)

audit:  ## is the data right? every finding with file and line
	@sh scripts/setup.sh site && $(PY) -m scripts audit $(ARGS)

schema: ## write data/schemas/ anew from the model
	@sh scripts/setup.sh site && $(PY) -m scripts schema $(ARGS)

test:   ## the tests, in a real browser too
	@sh scripts/setup.sh test && $(PY) -m pytest -n auto --maxprocesses 2 --dist loadfile $(ARGS)

pictures: ## every page type as a picture, in pictures/: light, dark, phone, print
	@sh scripts/setup.sh test && $(PY) -m tests.pictures $(ARGS)

check:  ## lint, format, types, layers
	@sh scripts/setup.sh check && $(PY) -m ruff check . && $(PY) -m ruff format --check . && \
	$(PY) -m mypy && $(PY) -c "from importlinter.cli import lint_imports_command as lint; lint()" --cache-dir .cache/imports

bench-audit: ## what the audit of a thousand generated markets costs, in CPU seconds
	@sh scripts/setup.sh test && $(PY) -m tests.bench.audit $(ARGS)

bench-numbers: ## what the pages of claims add to a build of a hundred generated markets, in CPU seconds
	@sh scripts/setup.sh test && $(PY) -m tests.bench.numbers $(ARGS)

bench-search: ## what the index of the search weighs with a hundred markets
	@sh scripts/setup.sh test && $(PY) -m scripts site && $(PY) -m tests.bench.search_index $(ARGS)

bench-page: ## what a page costs its reader, and Lighthouse: make bench-page PAGE=markets/<market>/
	@sh scripts/setup.sh test && $(PY) -m scripts site && $(PY) -m tests.bench.page $(if $(PAGE),--page $(PAGE)) $(ARGS)

lock:   ## renew both locks from pyproject.toml, with uv; all versions anew: make lock ARGS=--upgrade
	$(LOCK) $(ARGS) pyproject.toml -o requirements.txt
	$(LOCK) $(ARGS) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:  ## remove what is generated (.venv and all data stay)
	rm -rf site pictures .cache docs/markets docs/compare docs/f docs/c docs/methodology/rules docs/_fragments docs/api docs/feeds docs/llms.txt docs/assets/cards docs/assets/fonts docs/assets/live.*

help:   ## this list
	@sed -n 's/^\([a-z-]*\): *## /  make \1	/p' Makefile
