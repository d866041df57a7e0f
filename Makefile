# Handbill's commands. "make" alone lists them.
# CONTENT=dir and OUTPUT=dir build another practice's content elsewhere; PORT=, SITEURL=, DEBUG=1.
# AT="2026-12-24 09:00" builds, shows, checks, lists and posts offers as of then; never for publish.
# Credentials for deploy come from the environment, never from the command line.

help:      ## list the commands
devserver: ## build, show on http://127.0.0.1:8000, rebuild and reload on every save
serve:     ## show output/ as it is on http://127.0.0.1:8000
html:      ## build the preview into output/, to look at
publish:   ## build the site to upload into output/ (SITEURL=https://...)
deploy:    ## publish and upload (HOST= SITEURL= TO=; DRY=1 only says what would change; TAKE_OVER=1)
check:     ## look for problems in the content; list the facts that are missing
fix:       ## mend what can be mended safely, after showing it (YES=1: do not ask)
new-practice: ## ask six things, write a site to begin with, show it (NAME= TOWN= TELEPHONE= LANGUAGE= TRADE= COLOR= CONTENT= or REPOSITORY=)
import:    ## bring the pages of an old site, as starters (FILE=export.xml UPLOADS=, or FOLDER=saved-pages)
new-page:  ## write a new page (TITLE= SUMMARY= MENU=)
new-note:  ## write a new dated note (TITLE= SUMMARY= DATE=)
new-person: ## write a page for somebody who works here (NAME= ROLE= MODALITIES=)
new-offer: ## write a new offer (TITLE= STARTS= ENDS= SAVING= CODE= TERMS= MODALITIES= PAGES=)
offers:    ## list the offers, draw when they run, say what needs a look
posts:     ## make each offer ready to share: pictures, caption, e-mail, Google (SITEURL=https://...)
editor:    ## fetch the editor in the browser, for http://127.0.0.1:8000/admin/ (FOR=pages-cms)
clean:     ## delete output/ and what commands left behind; .venv stays
test:      ## run every test, a real browser included (ARGS="tests/core -k dates")
lint:      ## look for problems in the code
torture:   ## try to break builds and uploads, many more times than make test (SHORT=1: a few; ARGS=)
audit:     ## measure every page with Lighthouse, beside plain text (RUNS= PAGES= STYLES=)
bench:     ## time builds beside other generators, on the same pages (PAGES= ROUNDS= PEERS= MODES=)
pictures:  ## take pictures of every kind of page and all drawings into .cache/pictures, and the two screenshots
lock:      ## pin the dependencies of pyproject.toml again, with hashes

.PHONY: help devserver serve html publish deploy check fix new-practice import new-page new-note new-person new-offer offers posts editor clean test lint torture audit bench pictures lock

# What people type is text: make would read the "$2" of "save $25" as a variable of its own, and run
# what stands in "$(shell ...)". The shell gets it in the environment, so that it is one word to it,
# too. A folder whose name begins with a dash is no option.
READ := CONTENT OUTPUT PORT DEBUG TITLE STARTS ENDS CODE SAVING TERMS MODALITIES PAGES SITEURL HOST \
        EDITOR AT TO ENDPOINT PROJECT RELOAD GRACE DRY YES TAKE_OVER FOR RUNS STYLES ROUNDS SAVES PEERS \
        MODES ARGS SHORT
TYPED := $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name)))
TYPED += $(foreach name,$(READ),$(if $(filter environment,$(firstword $(origin $(name)))),$(name)))
$(foreach name,$(TYPED),$(eval override $(name) := $$(value $(name))))
$(foreach name,$(filter CONTENT OUTPUT,$(TYPED)),$(if $(filter -%,$(firstword $($(name)))),$(eval override $(name) := ./$$($(name)))))
export $(TYPED)
# Some systems have a NAME of their own, so these count only when they are typed after "make".
unexport $(filter-out $(TYPED),NAME TELEPHONE TOWN LANGUAGE TRADE COLOR ROLE SUMMARY MENU DATE FILE FOLDER UPLOADS REPOSITORY HANDBILL)

PYTHON  ?= python3
IN      := "$${CONTENT-content}"
OUT     := "$${OUTPUT-output}"
DOOR    := --port="$${PORT-8000}"
# A save in the preview must not change what "make publish" has made, unless OUTPUT= says so.
PREVIEW := $(if $(filter OUTPUT,$(TYPED)),--output $(OUT))
VENV    := .venv
BIN     := $(VENV)/bin
RUN     := $(BIN)/python -m
DETAILS := $(filter-out 0 no off false,$(DEBUG))
PELICAN  = $(RUN) plugins.build $(IN) -o $(OUT) $(if $(DETAILS),-D)

# Installs what a command needs into .venv, the first time and when the list of it has changed.
# With BIN= it installs nothing.
SITE = $(call installed,requirements.txt,site)
DEV  = $(call installed,requirements-dev.txt,dev)
# Node.js and npm, where the machine has none.
NODE = $(if $(shell command -v npm),,$(call installed,plugins/editor/requirements.txt,editor))
installed = $(if $(filter BIN,$(TYPED)),,@[ $(VENV)/$2 -nt $1 ] && [ -x $(BIN)/python ] || { $(OLD_PYTHON) $(PYTHON) plugins/desk/install.py $1 $(VENV)/$2; })
OLD_PYTHON = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
  echo 'Handbill needs Python 3.11 or newer. Install it, then run: make PYTHON=python3.11 ...'; exit 2; };

define do-help
@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile
endef

define do-devserver
$(SITE)
@exec $(RUN) plugins.desk devserver --content $(IN) $(PREVIEW) --settings pelicanconf.py $(DOOR)
endef

define do-serve
$(SITE)
@exec $(RUN) plugins.desk serve --content $(IN) --output $(OUT) $(DOOR)
endef

define do-html
$(SITE)
@$(PELICAN) -s pelicanconf.py
@printf '%s\n' "To look at it, type: make serve$(SAME), then open http://127.0.0.1:$${PORT-8000}/"
endef

define do-publish
$(SITE)
$(if $(filter github:%,$(EDITOR)),$(NODE))
@$(PELICAN) -s publishconf.py
@printf '%s\n' "Next: upload $${OUTPUT-output}/ to your host, by hand or with make deploy$(call again,$(filter CONTENT,$(AGAIN))) HOST=..., then open $${SITEURL:-it}"
endef

define do-deploy
$(SITE)
$(if $(filter github:%,$(EDITOR)),$(NODE))
@exec $(RUN) plugins.desk deploy --content $(IN) --output $(OUT) $(if $(DETAILS),--debug)
endef

define do-check
$(SITE)
@$(PELICAN) -s pelicanconf.py -e CHECK_ONLY=true
endef

define do-fix
$(SITE)
@exec $(RUN) plugins.desk fix --content $(IN) --output $(OUT)
endef

define do-new-practice
$(SITE)
@exec $(RUN) plugins.desk new-practice $(if $(filter CONTENT,$(TYPED)),--content $(IN))
endef

define do-import
$(SITE)
@$(RUN) plugins.desk import-site --content $(IN)
endef

do-new-offer = $(call new-file,offer)
do-new-page = $(call new-file,page)
do-new-note = $(call new-file,note)
do-new-person = $(call new-file,person)
define new-file
$(SITE)
@$(RUN) plugins.desk new-$1 --content $(IN)
endef

define do-offers
$(SITE)
@$(RUN) plugins.desk offers --content $(IN)
endef

define do-posts
$(SITE)
@$(RUN) plugins.desk posts --content $(IN) --folder posts
endef

define do-editor
$(SITE)
$(NODE)
@$(RUN) plugins.desk editor --content $(IN) $(DOOR) --for="$$FOR"
endef

define do-clean
rm -rf output posts .output.building .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
endef

define do-test
$(DEV)
@$(RUN) tests.browser.chromium
@$(RUN) tests.tools
@$(RUN) pytest $(ARGS)
endef

# One line for each tool: Python's style, its layout, its types; GitHub's workflows; then scripts and
# styles.
define do-lint
$(DEV)
@$(BIN)/ruff check .
@$(BIN)/ruff format --check .
@$(BIN)/mypy
@$(BIN)/zizmor --offline --no-progress --quiet .github
@$(BIN)/python -m tests.lint
endef

define do-torture
$(DEV)
@$(RUN) tests.browser.chromium
@$(RUN) tests.tools
@$(if $(SHORT),,TORTURE=1) $(RUN) pytest $(if $(SHORT),-m "torture and not long",-m "torture or counts or long" --timeout 0) $(ARGS)
endef

define do-audit
$(DEV)
@$(RUN) tests.audit
endef

define do-bench
$(DEV)
@$(RUN) tests.bench
endef

define do-pictures
$(DEV)
@$(RUN) tests.browser.chromium
@$(RUN) tests.browser.pictures
endef

define do-lock
$(DEV)
$(BIN)/uv pip compile $(LOCKING) pyproject.toml -o requirements.txt
$(BIN)/uv pip compile $(LOCKING) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
@$(RUN) plugins.desk.notices > .github/NOTICES.md
$(BIN)/uv pip compile $(LOCKING) --group editor -c requirements-dev.txt -o plugins/editor/requirements.txt
endef

define do-unknown
@echo 'There is no command "make $(goal)". Type "make" alone for a list.'; exit 2
endef

# The words for "make serve"; between double quotes when they have blanks.
AGAIN := $(filter $(TYPED),CONTENT OUTPUT PORT)
SAME = $(call again,$(AGAIN))
again = $(if $1, $(foreach name,$1,$(name)=$(call QUOTE,$(name))$$$(name)$(call QUOTE,$(name))))
QUOTE = $(if $(word 2,$($1)),\")
LOCKING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
           --no-emit-index-url --custom-compile-command 'make lock'

# When a recipe fails, make prints "*** [Makefile:80: html] Error 2" below our message, except for a
# file that "-include" names. So make includes .run/html, which never exists; its recipe is the
# command. The same recipe makes .done/html, which html depends on, so html fails in silence, too.
# -n, -q and -t would still run the command, so they include nothing. "make lint check" includes
# .run/lint+check.
GOALS := $(or $(MAKECMDGOALS),help)
ORDER := $(subst $() ,+,$(strip $(GOALS)))
.DEFAULT_GOAL := help
$(GOALS): .done/$(ORDER)
	@:
.run/% .done/%:
	$(foreach goal,$(subst +, ,$*),$(or $(do-$(goal)),$(do-unknown))$(newline))
ifeq (,$(strip $(foreach flag,n q t,$(findstring $(flag),$(firstword -$(MAKEFLAGS))))))
-include .run/$(ORDER)
endif

define newline


endef
