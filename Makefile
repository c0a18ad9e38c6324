# make demo   installs everything, fills the invented demo city and serves it
# make test   installs everything and runs all tests
# uv is used when it is on the PATH, else python3 -m venv and pip

PYTHON ?= python3.11
VENV   := .venv
BIN    := $(VENV)/bin
LOCKS  := pyproject.toml hatch_build.py package.json package-lock.json requirements/base.txt requirements/data.txt

# who may open which address hangs on no database: asked once, on SQLite
SAME   := --ignore tests/web/test_every_url.py --ignore tests/web/test_register_of_others.py

export DJANGO_SETTINGS_MODULE = luoshi.settings

.PHONY: demo test check unit web postgres journeys bench lock messages clean

demo: $(VENV)/.installed
	@exec $(BIN)/luoshi demo

test: $(VENV)/.installed-dev check
	$(BIN)/python tests/support/browser.py
	$(BIN)/pytest -n 2 tests --ignore tests/journeys
	$(BIN)/python tests/support/postgres.py $(BIN)/pytest -n 2 tests/web $(SAME)
	$(BIN)/pytest tests/journeys

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit web: $(VENV)/.installed-dev
	$(BIN)/pytest -n 2 tests/$(subst unit,core,$@)

postgres: $(VENV)/.installed-dev
	$(BIN)/python tests/support/postgres.py $(BIN)/pytest -n 2 tests/web $(SAME)

journeys: $(VENV)/.installed-dev
	$(BIN)/python tests/support/browser.py
	$(BIN)/pytest tests/journeys

bench: $(VENV)/.installed-dev
	for script in bench/*.py; do $(BIN)/python $$script --quick; done

messages: $(VENV)/.installed-dev
	$(BIN)/python tests/support/messages.py
	$(BIN)/python hatch_build.py

lock:
	uv pip compile -q --universal --generate-hashes --no-annotate --no-header --python-version 3.11 pyproject.toml -o requirements/base.txt
	uv pip compile -q --universal --generate-hashes --no-annotate --no-header --python-version 3.11 --extra dev -c requirements/base.txt pyproject.toml -o requirements/dev.txt
	uv pip compile -q --universal --generate-hashes --no-annotate --no-header --python-version 3.11 --no-deps requirements/data.in -o requirements/data.txt

clean:
	rm -rf $(VENV) var src/luoshi/common/static/vendor

# --- installing: the stamp is newer than every file that says what to install

define install
	@if command -v uv >/dev/null; then \
	  uv venv -q --allow-existing --python $(PYTHON) $(VENV) && \
	  uv pip install -q --python $(VENV) --require-hashes -r requirements/$(1).txt && \
	  uv pip install -q --python $(VENV) --require-hashes --no-deps -r requirements/data.txt && \
	  uv pip install -q --python $(VENV) --no-deps -e . ; \
	else \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/$(1).txt && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements/data.txt && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e . ; \
	fi
endef

$(VENV)/.installed: $(LOCKS)
	@echo "Installing luoshi into $(VENV) …"
	$(call install,base)
	@touch $@

$(VENV)/.installed-dev: $(LOCKS) requirements/dev.txt
	@echo "Installing luoshi and its development tools into $(VENV) …"
	$(call install,dev)
	@touch $@ $(VENV)/.installed
