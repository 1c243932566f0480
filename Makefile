# Needs Debian 12+ or Ubuntu 24.04+ with: python3-venv make ca-certificates.
# Everything else is fetched into this folder, locked by hash. See docs/reference/commands.md.

PYTHON ?= python3
PORT ?= 8000
N ?= 200
SECONDS ?= 90
T ?= tests/tiendo
STRICT ?=
QUICK ?=
export STRICT
HOUSE = @command -v $(PYTHON) >/dev/null || \
	{ echo "Không tìm thấy $(PYTHON): sudo apt install python3-venv / $(PYTHON) was not found: sudo apt install python3-venv" >&2; exit 1; }; \
	$(PYTHON) tools/check_python.py && exec $(PYTHON) -m tools

.PHONY: run test quick postgresql setup lock messages screenshots pictures reference benchmarks rewrites fuzz faults clean

run: ## set everything up and start the product with the worked example (PORT=8000)
	$(HOUSE) run --port $(PORT)

test: ## set everything up and check everything (STRICT=1: what the machine lacks is a failure)
	$(HOUSE) test

quick: ## what a day's work needs, in three minutes: style, types, walls, tests on SQLite without a browser
	$(HOUSE) test --quick

postgresql: ## run the tests in T on a throw-away PostgreSQL only (T=tests/tiendo)
	$(HOUSE) on-postgresql $(T)

setup: ## fetch everything that `make test` needs, and run nothing
	$(HOUSE) setup

lock: ## lock the requirements anew, with hashes
	$(HOUSE) lock

messages: ## compile the catalogues and say what is missing in Vietnamese
	$(HOUSE) in-venv python -m tiendo.messages
	$(HOUSE) in-venv python -m tiendo.messages check

screenshots: ## write every page in both languages and widths to a folder outside the checkout
	$(HOUSE) setup
	$(HOUSE) in-venv python -m tests.browser.screenshots

pictures: export PICTURES = 1
pictures: ## follow every how-to page in the browser and write its pictures anew (docs/how-to/pictures)
	$(HOUSE) setup
	$(HOUSE) in-venv python -m pytest tests/browser/test_how_to.py tests/browser/test_how_to_beside.py -q

reference: ## write docs/reference/ anew: commands, rights, statuses, registers, rules of law from the product itself
	$(HOUSE) in-venv python -m tools.reference

benchmarks: ## run every benchmark; each ends with one line of JSON (QUICK=1: small data)
	$(HOUSE) benchmarks $(if $(QUICK),--quick)

rewrites: export REWRITES = $(N)
rewrites: ## read N rewritten plans (N=200)
	$(HOUSE) in-venv python -m pytest tests/vanban/test_metamorphic.py -q

fuzz: ## damage documents of every format and have them read (SECONDS=90)
	$(HOUSE) in-venv python -m tests.fuzz --seconds $(SECONDS)

faults: ## kill every deed between any two of its writes, and let people meet (SECONDS=90)
	$(HOUSE) in-venv python -m tests.tiendo.faults --everywhere --seconds $(SECONDS)

clean: ## take away what set-up brought; the data in var/ stays
	$(HOUSE) clean
