# The two commands: `make serve` and `make test`. Everything else: `make help`.

.DEFAULT_GOAL := help
.PHONY: help setup serve site test bench audit pictures check lock clean

# ARGS goes to the command that a target runs: make test ARGS="-k guard".
ARGS ?=

help: ## this list
	@echo 'make TARGET [EDITION_PAPERS=DIR] [PORT=8000] [ARGS="..."]'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' Makefile
	@echo 'EDITION_PAPERS is the folder with the source texts (default: papers).'

setup: ## make .venv from requirements.lock (again only when the lock has changed)
	@sh scripts/setup.sh

serve: setup ## serve the site on 127.0.0.1:PORT, rebuilt when a file changes
	@sh scripts/serve.sh

site: setup ## build the site into site/
	@sh scripts/run.sh mkdocs build --strict $(ARGS)

test: setup ## run all tests (as root: install Debian's Chromium if there is none)
	@sh scripts/test.sh $(ARGS)

bench: setup ## measure searching (ARGS="--others --grow": beside other engines, with more text)
	@sh scripts/bench.sh $(ARGS)

audit: setup ## measure the site with the Nu checker, axe and Lighthouse (needs npm, Java)
	@sh scripts/audit.sh $(ARGS)

pictures: setup ## write screenshots of the kinds of pages to build/screenshots (ARGS="home paper": of these)
	@sh scripts/screenshots.sh $(ARGS)

check: setup ## check the editors' files
	@sh scripts/run.sh edition check $(ARGS)

lock: ## write requirements.lock from requirements.in (needs uv; ARGS=--upgrade for newer versions)
	@sh scripts/lock.sh $(ARGS)

clean: ## remove what was built (not .venv)
	@rm -rf build site .pytest_cache .hypothesis
	@find tools tests -name __pycache__ -type d -prune -exec rm -rf {} +
