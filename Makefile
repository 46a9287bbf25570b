# All that one does with this project; `make` alone lists it.
# Needs GNU make, git and Python 3.11 or newer. The rest is installed, into .venv/ as far as it can be.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test coverage mutation a11y shots pictures bench soak spoil days monkey fuzz audit lock wheel wheels deb deb-check boot-check clean packages

VENV := .venv
BIN := $(VENV)/bin
LOCKS := packaging/requirements.lock packaging/requirements-build.lock
OUT ?= build/shots
ATHERIS_VERSION := 3.0.0
AUDITORS := bandit==1.9.4 pip-audit==2.10.1
# What bandit finds and has been looked at (docs/reliability.md, "Hostile"); any other kind ends `make audit` with a fault.
LOOKED_AT := B101,B108,B404,B603,B606

# One more than there are cores: some tests wait for programs that they have started.
TEST_PROCESSES ?= $(shell expr $$(nproc) + 1)

# The first Python at hand that is new enough.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

# Every file is checked against the hash in its lock, and nothing is compiled here.
PIP_INSTALL := $(BIN)/python -m pip install --disable-pip-version-check
LOCKED := --require-hashes --only-binary=:all:

help:  ## list what there is
	@sed -n 's/^\([a-z0-9-]*\):.*##  *\(.*\)/  make \1\t\2/p' Makefile | expand -t 18

setup: $(VENV)/installed  ## install all that the kiosk needs, into .venv/

run: setup  ## open the kiosk; on a desk: make run RUN_ARGS="--windowed 1280x800"
	$(BIN)/clinic-kiosk run $(RUN_ARGS)

test: $(VENV)/installed-dev  ## check everything: style, types, architecture, behaviour, the package; needs no screen
	-packaging/deb/fetch-wheels $(BIN)/python  # without them the tests of the package are skipped, and say so
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy kiosk main.py tests
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest --numprocesses $(TEST_PROCESSES) --dist worksteal $(TEST_ARGS)

coverage: $(VENV)/installed-dev  ## which lines and branches of content, session and PIN no test takes; at least 95 % of both together are taken
	rm -rf build/coverage && mkdir -p build/coverage
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest -q tests/content tests/session tests/device/test_pin.py tests/publishing
	find build/coverage -empty -delete  # left by programs that a test has killed
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

mutation: $(VENV)/installed-dev  ## make small mistakes in content, session and PIN: do the tests notice? (hours; fewer: make mutation MUTATION_ARGS="--sample 400")
	nice $(BIN)/python -m tests.mutation $(MUTATION_ARGS)

a11y: $(VENV)/installed-dev  ## run the tests of accessibility, and write docs/accessibility.md from what they say
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -m a11y --numprocesses auto --dist worksteal -p tests.accessibility.plugin --a11y docs/accessibility.md

shots: setup  ## a picture of every screen, in four ways, into build/shots/; needs no screen
	$(BIN)/clinic-kiosk shots $(OUT)/landscape --size 1920x1080
	$(BIN)/clinic-kiosk shots $(OUT)/portrait --size 1080x1920
	$(BIN)/clinic-kiosk shots $(OUT)/large-text --size 1920x1080 --text-size 200
	$(BIN)/clinic-kiosk shots $(OUT)/high-contrast --size 1920x1080 --theme contrast-dark

pictures: setup  ## all drawings of the content on one sheet: build/pictures.png; those of the staff guide: docs/pictures/
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures.sheet build/pictures.png
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.staff.pictures docs/pictures

bench: $(VENV)/installed-dev  ## measure speed and size beside Chromium, into docs/performance.md (an hour)
	$(BIN)/python -m tests.bench $(BENCH_ARGS)

soak: spoil days monkey  ## the three below, one after the other (many hours)

spoil: $(VENV)/installed-dev  ## 100,000 spoilt files and 2 x 200 power cuts; a smaller run: make spoil SPOIL_ARGS="--inputs 1000 --publishes 50 --kills 10"
	nice $(BIN)/python -m tests.soak $(SPOIL_ARGS)

days: $(VENV)/installed-dev  ## three months of working days at a simulated clock; fewer: make days DAYS_ARGS="--days 7"
	nice $(BIN)/python -m tests.soak.days $(DAYS_ARGS)

monkey: $(VENV)/installed-dev  ## a million random touches and keys (hours); fewer: make monkey MONKEY_ARGS="--actions 10000"
	nice $(BIN)/python -m tests.soak.monkey $(MONKEY_ARGS)

fuzz: $(VENV)/installed-dev  ## attack packs, settings, drawings, photographs, Markdown and PIN pad, 10 minutes each; fetches atheris into build/fuzz/ first
	test -d build/fuzz/atheris || $(PIP_INSTALL) --quiet --target build/fuzz atheris==$(ATHERIS_VERSION)
	PYTHONPATH=build/fuzz nice $(BIN)/python -m tests.fuzz $(FUZZ_ARGS)

audit: $(VENV)/installed-dev  ## known holes: in our own code (bandit), and in what it stands on (pip-audit, which asks over the network); fetches both into build/audit/ first
	test -x build/audit/bin/pip-audit || { $(BIN)/python -m venv build/audit && build/audit/bin/python -m pip install --disable-pip-version-check --quiet $(AUDITORS); }
	build/audit/bin/bandit --quiet --recursive kiosk main.py --skip $(LOOKED_AT)
	build/audit/bin/pip-audit --strict --progress-spinner off --disable-pip --require-hashes $(patsubst %,-r %,$(LOCKS) packaging/requirements-dev.lock)

wheel: setup  ## the wheel and the source archive, into dist/
	$(BIN)/python -m hatchling build -d dist

wheels: setup  ## fetch what the Debian package holds of others, for both of its Pythons, into build/wheels/ (0.5 GB, once)
	packaging/deb/fetch-wheels $(BIN)/python

deb: setup  ## the Debian package for this machine's kind, into dist/
	packaging/deb/build $(BIN)/python dist

deb-check: $(VENV)/installed-dev deb  ## install, upgrade, step back and purge the package in a bare Debian 13 and 12; needs root
	for suite in trixie bookworm; do tests/packaging/install-in-chroot dist $$suite || exit 1; done

boot-check: $(VENV)/installed-dev deb  ## boot the package in an emulated PC and break it, into docs/reliability.md (hours); needs root
	for suite in trixie bookworm; do $(BIN)/python -m tests.boot $$suite --deb "$$(ls -t dist/clinic-kiosk_*.deb | head -n 1)" --image --write $(BOOT_ARGS) || exit 1; done

clean:  ## take away all that make has made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

# --- installing -----------------------------------------------------------------------------------------------

DEBIAN_GROUPS = setup run x11
test: DEBIAN_GROUPS = setup run x11 test
deb-check: DEBIAN_GROUPS = setup run x11 boot
boot-check: DEBIAN_GROUPS = setup run x11 boot
coverage mutation a11y: DEBIAN_GROUPS = setup run x11 test
bench: DEBIAN_GROUPS = setup run x11 test bench

packages:
	@packaging/require-debian-packages $(DEBIAN_GROUPS)

$(VENV)/installed: pyproject.toml $(LOCKS) | packages
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it like this: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP_INSTALL) $(LOCKED) $(LOCKS:%=-r %)
	$(PIP_INSTALL) --no-index --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: packaging/requirements-dev.lock $(VENV)/installed
	$(PIP_INSTALL) $(LOCKED) -r $<
	@touch $@

# --- pinning --------------------------------------------------------------------------------------------------

UV_VERSION := 0.13.8
COMPILE := build/lock/bin/uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# The first lock holds everything; the others are held to it, so that all of them agree.
lock:  ## pin the newest versions that pyproject.toml allows, with their hashes
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --disable-pip-version-check uv==$(UV_VERSION)
	$(COMPILE) --group build --group dev pyproject.toml -o packaging/requirements-dev.lock
	$(COMPILE) -c packaging/requirements-dev.lock --group build -o packaging/requirements-build.lock
	$(COMPILE) -c packaging/requirements-dev.lock pyproject.toml -o packaging/requirements.lock
