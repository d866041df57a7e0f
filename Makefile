# Handbill's commands. "make" alone lists them.
# CONTENT=dir and OUTPUT=dir build another practice's content elsewhere; PORT=, SITEURL=, DEBUG=1.
# AT="2026-12-24 09:00" builds, shows, checks, lists and posts offers as of then; never for publish.
# Credentials for deploy come from the environment, never as words of a command.

PYTHON  ?= python3
CONTENT ?= content
OUTPUT  ?= output
PORT    ?= 8000
# A save in the preview must not change what "make publish" has made, unless OUTPUT= says so.
PREVIEW := $(if $(filter file,$(origin OUTPUT)),.cache/preview,$(OUTPUT))
VENV    := .venv
BIN     := $(VENV)/bin
RUN     := $(BIN)/python -m
PELICAN  = $(RUN) plugins.build "$(CONTENT)" -o "$(OUTPUT)" $(if $(DEBUG),-D)
# As typed: make would read the "$2" of "save $25" as a variable of its own.
override TITLE := $(value TITLE)
override SAVING := $(value SAVING)
override TERMS := $(value TERMS)
override CODE := $(value CODE)
override MODALITIES := $(value MODALITIES)
override PAGES := $(value PAGES)
override AT := $(value AT)
override TO := $(value TO)
override RELOAD := $(value RELOAD)
export TITLE STARTS ENDS CODE SAVING TERMS MODALITIES PAGES SITEURL HOST AT
export TO ENDPOINT PROJECT RELOAD GRACE DRY

.DEFAULT_GOAL := help
.PHONY: help devserver serve html publish deploy check test torture audit bench new-offer offers posts pictures clean lock
.DELETE_ON_ERROR:

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

devserver: $(VENV)/site ## build, show on http://127.0.0.1:8000, rebuild and reload on every save
	@exec $(RUN) plugins.desk devserver --content "$(CONTENT)" --output "$(PREVIEW)" --settings pelicanconf.py --port $(PORT)

serve: $(VENV)/site ## show output/ as it is on http://127.0.0.1:8000
	@exec $(RUN) plugins.desk serve --content "$(CONTENT)" --output "$(OUTPUT)" --port $(PORT)

html: $(VENV)/site ## build the preview into output/
	@$(PELICAN) -s pelicanconf.py

publish: $(VENV)/site ## build the site to upload into output/ (SITEURL=https://...)
	@$(PELICAN) -s publishconf.py

deploy: $(VENV)/site ## publish and upload (HOST= SITEURL= TO=, see README; DRY=1 only says what changes)
	@exec $(RUN) plugins.desk deploy --content "$(CONTENT)" --output "$(OUTPUT)" $(if $(DEBUG),--debug)

check: $(VENV)/dev ## look for problems in content and code; list facts that are not known yet
	@$(PELICAN) -s pelicanconf.py -e CHECK_ONLY=true
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

test: $(VENV)/dev ## run every test, a real browser included (ARGS="tests/core -k dates")
	@$(RUN) tests.browser.chromium
	@$(RUN) tests.tools
	@$(RUN) pytest $(ARGS)

torture: $(VENV)/dev ## run the tests that try to break builds and uploads, each many more times (ARGS=)
	@$(RUN) tests.browser.chromium
	@TORTURE=1 $(RUN) pytest --timeout 0 tests/torture tests/desk/deploy/ $(ARGS)

audit: $(VENV)/dev ## measure every page with Lighthouse, beside plain text (RUNS= PAGES= STYLES=)
	@CONTENT="$(CONTENT)" RUNS="$(RUNS)" STYLES="$(STYLES)" $(RUN) tests.audit

bench: $(VENV)/dev ## time builds beside other generators, on the same pages (PAGES= ROUNDS= PEERS= MODES=)
	@PAGES="$(PAGES)" ROUNDS="$(ROUNDS)" SAVES="$(SAVES)" PEERS="$(PEERS)" MODES="$(MODES)" $(RUN) tests.bench

new-offer: $(VENV)/site ## write a new offer (TITLE= STARTS= ENDS= SAVING= CODE= TERMS= MODALITIES= PAGES=)
	@$(RUN) plugins.desk new-offer --content "$(CONTENT)"

offers: $(VENV)/site ## list the offers, draw when they run, say what is worth a look
	@$(RUN) plugins.desk offers --content "$(CONTENT)"

posts: $(VENV)/site ## show each offer as a post for Google, to paste (SITEURL=https://...)
	@$(RUN) plugins.desk posts --content "$(CONTENT)"

pictures: $(VENV)/dev ## take pictures of every kind of page, into .cache/pictures, and those of the README
	@$(RUN) tests.browser.chromium
	@$(RUN) tests.browser.pictures

clean: ## delete output/ and what commands left behind; .venv stays
	rm -rf output .output.building .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

lock: $(VENV)/dev ## pin the dependencies of pyproject.toml anew, with hashes
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

LOCKING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
           --no-emit-index-url --custom-compile-command 'make lock'

# A file in .venv says what is installed; it is older than a changed lock file.
$(VENV)/site: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the site needs into $(VENV) (once, about a minute)"
	@$(RUN) pip install --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the checks need into $(VENV) (once, about a minute)"
	@$(RUN) pip install --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/site

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Handbill needs Python 3.11 or newer. Install it, then run: make PYTHON=python3.11 ...'; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo 'Python is here, its venv module is not. On Debian or Ubuntu: apt-get install python3-venv'; exit 2; }
	@$(PYTHON) -m venv $(VENV)
