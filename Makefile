# Two commands matter: `make report` and `make test`. Both need only Python 3.11 and a package index.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: report test check corpus packs registers rules drafts picture picture-editor long fuzz bench bench-peer site wheel audit lock clean

report: $(VENV)/core
	$(BIN)/saralau report -o report/index.html

test: $(VENV)/dev
	$(BIN)/python -m pytest -n auto --dist loadgroup

# Everything that continuous integration holds beside the tests.
check: $(VENV)/dev
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/bandit -q -r src -c pyproject.toml
	$(BIN)/lint-imports

# What the official texts must give: needs ../shared.
corpus: $(VENV)/dev
	$(BIN)/python -m bench.corpus ../shared/corpus
	$(BIN)/python -m bench.portal ../shared/corpus
	$(BIN)/python -m bench.accuracy ../shared/corpus --all
	$(BIN)/python -m bench.lineage ../shared/corpus

packs: $(VENV)/core
	$(BIN)/python -m saralau.packs.building

# The registers of the pack, from the official texts in ../shared; run after any change of what is understood.
registers: packs
	$(BIN)/saralau register ../shared/corpus/kz/criminal-code.ru.2025.html --pack packs
	$(BIN)/saralau register ../shared/corpus/kz/criminal-code.ru.2020.md --pack packs
	$(BIN)/saralau register ../shared/corpus/kz/criminal-code.kk.2022.md --pack packs
	$(BIN)/python -m saralau.packs.building

# The pages on the linter's rules, from the rules.
rules: $(VENV)/core
	$(BIN)/python -m saralau.report.lint_rules docs

# What the fictional drafts in examples/drafts do to the Code in ../shared, without a word of it; run after any change of what
# is understood.
DRAFTS := $(patsubst examples/drafts/%.ru.md,%,$(wildcard examples/drafts/*.ru.md))
drafts: packs
	for name in $(DRAFTS); do \
		$(BIN)/saralau --ui ru draft impact ../shared/corpus/kz/criminal-code.ru.2025.html examples/drafts/$$name.ru.md \
			--patch examples/drafts/$$name.patch.yaml --cases examples/drafts/$$name.cases \
			--markdown examples/drafts/$$name.impact.md --no-words || exit 1; \
	done

# The picture in the README. Needs Chromium.
picture: report
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1100,1490 \
		--screenshot=docs/page.png file://$(CURDIR)/report/index.html

# The picture in docs/lsp.md. Needs Neovim, tmux and Chromium.
picture-editor:
	PATH=$(abspath $(BIN)):$$PATH $(BIN)/python -m bench.editor docs/editor.png

# The peers, in environments of their own; the faster one needs Python 3.12 or newer and is left out where there is none.
NEWER ?= $(firstword $(shell for p in python3.14 python3.13 python3.12 $(HOME)/.pyenv/versions/3.1[2-9]*/bin/python; do \
	$$p -c '' 2>/dev/null && echo $$p; done))
bench-peer: requirements/bench.txt requirements/bench-fast.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/bench.txt
ifneq ($(NEWER),)
	$(NEWER) -m venv .venv-bench-fast
	.venv-bench-fast/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/bench-fast.txt
endif

# Coverage-guided fuzzing in an environment of its own, from the fictional act in every format; findings stay in fuzz/.
SECONDS ?= 600
fuzz: $(VENV)/dev requirements/fuzz.txt
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/fuzz.txt
	.venv-fuzz/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/build.txt
	.venv-fuzz/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
	mkdir -p fuzz/corpus && $(BIN)/python -m bench.mutations --write fuzz/corpus
	cd fuzz && ../.venv-fuzz/bin/python ../bench/fuzz.py corpus -max_total_time=$(SECONDS) -max_len=100000 -print_final_stats=1

bench: $(VENV)/dev
	$(BIN)/python -m bench

# Fuzzing, scale and soak: minutes, not seconds; results go to bench/results with their date.
long: $(VENV)/dev
	$(BIN)/python -m pytest -m "long or property" --hypothesis-profile long -n auto
	$(BIN)/python -m bench.mutations --count 1000000 --seed $$(date +%Y%m%d) > bench/results/mutations-$$(date +%F).txt
	$(BIN)/python -m bench --long
	$(BIN)/python -m bench.scale
	$(BIN)/python -m bench.load --seconds 600 > bench/results/load-$$(date +%F).txt
	$(BIN)/python -m bench.hostile --seconds 540 > bench/results/hostile-$$(date +%F).txt

# The documentation as a site, in site/. A page that is absent, a link that leads nowhere, anything loaded from elsewhere fails.
site: $(VENV)/core .venv-site/ready
	$(BIN)/python -m bench.site stage build/docs
	.venv-site/bin/zensical build --clean --strict
	$(BIN)/python -m bench.site finish site

.venv-site/ready: requirements/site.txt
	$(PYTHON) -m venv .venv-site
	.venv-site/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $<
	@touch $@

# Sdist and wheel into dist/, built, looked into, installed elsewhere and used; the same by pipx and uvx.
wheel: $(VENV)/core .venv-ship/ready
	.ci/wheel

# Known weaknesses of what is locked. Ends with 3 and says so where the database does not answer: not run is not clean.
audit: .venv-ship/ready
	.ci/audit

.venv-ship/ready: requirements/ship.txt
	$(PYTHON) -m venv .venv-ship
	.venv-ship/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $<
	@touch $@

# What a shared server has: every extra but the cluster.
SERVING := --extra web --extra search --extra postgres --extra pdf --extra docs --extra charts --extra tables --extra mcp --extra lsp --extra survival --extra git

# The locks: only when pyproject.toml changes. Needs uv.
lock:
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml -o requirements/core.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 --group build -o requirements/build.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml --group dev -o requirements/dev.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml --group fuzz -o requirements/fuzz.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 --group site -o requirements/site.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 --group ship -o requirements/ship.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml $(SERVING) -c requirements/dev.txt -o requirements/serve.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 --group bench -o requirements/bench.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.12 --group bench-fast -o requirements/bench-fast.txt

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/core: $(VENV)/bin/python requirements/core.txt requirements/build.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements/core.txt
	$(PIP) install --require-hashes -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: $(VENV)/core requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) .venv-site .venv-ship build dist site report .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
