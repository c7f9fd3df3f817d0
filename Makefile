# What there is to do with this package; a line with two hashes is what `make help` prints.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

# Debian packages beyond the Swift toolchain, one a line, by what wants them.

# The product: the transport, cassettes, the reader of cassettes of VCR and vcrpy, the server.
BUILT_WITH := \
  pkg-config \
  libcurl4-openssl-dev \
  libxml2-dev \
  libyaml-dev \
  libmicrohttpd-dev

# Tests: the server of those of TLS and HTTP/2, the shells that complete, the reader of the manual page, and peers in Python.
TESTED_WITH := \
  nghttp2-server \
  openssl \
  zsh \
  fish \
  mandoc \
  python3-venv

# The peers of `make bench`.
MEASURED_WITH := \
  g++ \
  libsimdjson-dev

PACKAGES := $(BUILT_WITH) $(TESTED_WITH) $(MEASURED_WITH)

# Whoever only wants to use the product, or to see it, need not wait for the rest.
build demo install lint format: PACKAGES := $(BUILT_WITH)
test prove consumer docs golden fuzz: PACKAGES := $(BUILT_WITH) $(TESTED_WITH)

# The folders and files that are formatted, where they exist.
FORMATTED := $(wildcard Package.swift Sources Plugins Tests Benchmarks Fuzz)

# The shared data, for the heavy checks.
DATA := $(or $(TYPECAST_DATA),../shared/data)

# The build of the heavy checks: what users ship, with the tests and the programs that the checks drive.
OPTIMISED := -c release -Xswiftc -enable-testing

# The heavy checks, one a line; $$built is the folder of the probes. Each says what it did, and fails if it finds
# something. All tests run once more, since optimisation may break what holds without it.
define PROOFS
swift test $(OPTIMISED) --skip-build > .build/optimised.log 2>&1 || { grep -v ' started\.$$' .build/optimised.log; false; }; tail -1 .build/optimised.log | grep 'with [1-9][0-9]* tests'
Tests/Differential/patterns.sh "$$built/PatternProbe" "$(DATA)"
"$$built/VerdictProbe" Tests/Verdicts/exceptions.txt "$(DATA)"
TYPECAST_DATA="$(DATA)" Tests/Differential/validation.sh "$$built/ValidationProbe"
Tests/Generated/suite.sh "$$built/SuiteWriter" "$(DATA)"
Tests/Generated/realSchemas.sh "$$built/RealSchemaProbe" "$(DATA)"
TYPECAST_DATA="$(DATA)" Fuzz/run.sh all 10
Tests/Consumer/consumer.sh
Tests/Install/install.sh
endef
export PROOFS

# Where `make install` puts the tool: below PREFIX, and that below DESTDIR where a package is made of it.
PREFIX ?= /usr/local
DESTDIR ?=

# Not every shell writes out a home folder behind an equals sign.
override PREFIX := $(patsubst ~/%,$(HOME)/%,$(PREFIX))

# What it puts there, and the words that make the tool print each but itself.
define INSTALLED
share/bash-completion/completions/typecast completions bash
share/zsh/site-functions/_typecast completions zsh
share/fish/vendor_completions.d/typecast.fish completions fish
share/man/man1/typecast.1 help --man
endef
export INSTALLED

# A tool that is installed runs where there is no Swift. Apple's systems have it themselves.
STATIC := $(if $(filter Darwin,$(shell uname)),,--static-swift-stdlib)

# The build of it has a folder of its own: other flags would make everything else be built anew.
INSTALL_BUILD := .build/install

# What tests asked for that is not on this machine.
LEFT := $(CURDIR)/.build/left-this-machine

# The test targets that write goldens.
GOLDEN_TESTS := TypecastCommandsTests|ReportGoldenTests|DiagnosticsGoldenTests|SketchGoldenTests|PromptGoldenTests|$(strip \
  )ProjectionGoldenTests|DialectTests|SwiftGoldenTests|CompilerDiagnosticsTests|ErrorTableTests|$(strip \
  )ErrorCorpusGoldenTests|AnswerCassetteTests|RequestGoldenTests|DemoTests|SchemasTests

# Debug builds always count the lines that run, so that a run of the tests builds nothing anew. SwiftPM says itself where
# tests write the counts; those of other programs are not of interest.
COUNTING := --enable-code-coverage
export LLVM_PROFILE_FILE := /dev/null

SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

# What comes before a command that writes below PREFIX: sudo where the nearest folder that is there may not be written to.
WRITER = $(shell folder="$(DESTDIR)$(PREFIX)"; while [ ! -e "$$folder" ]; do folder=$$(dirname "$$folder"); done; \
  [ -w "$$folder" ] || echo $(SUDO))

# The packages that dpkg does not have; nothing where there is no dpkg to ask.
missing = $(strip $(if $(shell command -v dpkg-query),$(foreach package,$(PACKAGES),$(if $(filter \
  installed,$(shell dpkg-query -W -f='$${db:Status-Status}' $(package) 2>/dev/null)),,$(package)))))

.PHONY: help setup ready build demo test prove consumer install uninstall docs lint format bench fuzz golden

help: ## Lists every habit.
	@sed -n -E 's/^([a-z]+):[^#]*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name text; do \
	  printf '  make %-9s %s\n' "$$name" "$$text"; done

setup: ## Installs what is missing, and says what it does.
	@command -v swift >/dev/null || { \
	  echo "The Swift toolchain is missing. Install Swift 6.3 or later from https://www.swift.org/install/, then run make again."; \
	  exit 1; }
	@if ! command -v apt-get >/dev/null; then \
	  echo "There is no apt-get here. Install these packages, or what your system calls them: $(PACKAGES)"; \
	elif [ -z "$(missing)" ]; then \
	  echo "Nothing is missing."; \
	else \
	  echo "Installing with apt-get: $(missing)"; \
	  { $(SUDO) apt-get update -q && \
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(missing); } || { \
	    echo "That did not work. Let somebody who may, as root or with sudo, run this, then run make again:" >&2; \
	    echo "  apt-get update && apt-get install --no-install-recommends $(missing)" >&2; exit 1; }; \
	fi

# Before every other habit: a machine with Swift alone gets the rest by itself.
ready:
	@if ! command -v swift >/dev/null; then $(MAKE) setup; \
	elif [ -n "$(missing)" ]; then \
	  $(MAKE) setup PACKAGES="$(PACKAGES)" || echo "Going on without: $(missing). What needs them will fail."; \
	fi

build: ready ## Builds everything in debug.
	swift build --build-tests $(COUNTING)

demo: ready ## Shows a value's whole way; MODEL=ollama:NAME asks a model.
	@[ -d .build ] || echo "Compiling Schemas/ and what it needs (swift build); the first time takes some minutes."
	swift build --product Demo $(COUNTING)
	@"$$(swift build --show-bin-path)/Demo" $(MODEL)

test: ready ## Runs all tests; do they run enough code, and name all goldens?
	@mkdir -p .build && rm -f $(LEFT)
	TYPECAST_LOOPBACK_ONLY="$(LEFT)" swift test $(COUNTING)
	@if [ -s $(LEFT) ]; then echo "Tests asked for servers elsewhere:"; sort -u $(LEFT); exit 1; fi
	"$$(swift build --show-bin-path)/typecast" gates code
	"$$(swift build --show-bin-path)/typecast" cassette orphans

prove: ready ## Runs heavy checks: against other tools, and a short fuzz.
	@if [ ! -d "$(DATA)" ]; then \
	  echo "The shared data is not at $(DATA): nothing to prove with. Set TYPECAST_DATA to it."; \
	  [ "$$TYPECAST_REQUIRE_DATA" != 1 ]; exit; \
	fi; \
	set -e; swift build $(OPTIMISED) --build-tests; built=$$(swift build $(OPTIMISED) --show-bin-path); \
	while read -r proof; do echo "== $$proof"; eval "$$proof" < /dev/null; done <<< "$$PROOFS"; \
	echo "Every heavy check passed."

consumer: ready ## Uses the package as its users do, from a clone with a tag.
	Tests/Consumer/consumer.sh

docs: ready ## Builds the reference of the API as a site in .build/docs.
	swift build $(COUNTING)
	Documentation/reference/build.sh "$$(swift build --show-bin-path)/Modules" .build/docs

install: ready ## Installs tool, completions, manual; PREFIX=/usr/local.
	swift build -c release --product typecast $(STATIC) --scratch-path $(INSTALL_BUILD)
	@set -e; below="$(DESTDIR)$(PREFIX)"; \
	tool=$$(swift build -c release --scratch-path $(INSTALL_BUILD) --show-bin-path)/typecast; \
	$(WRITER) mkdir -p "$$below/bin"; \
	$(WRITER) install -s -m 755 "$$tool" "$$below/bin/typecast"; echo "$$below/bin/typecast"; \
	while read -r file words; do \
	  "$$tool" $$words > $(INSTALL_BUILD)/file; \
	  $(WRITER) mkdir -p "$$(dirname "$$below/$$file")"; \
	  $(WRITER) install -m 644 $(INSTALL_BUILD)/file "$$below/$$file"; echo "$$below/$$file"; \
	done <<< "$$INSTALLED"

uninstall: ## Takes away what make install with the same PREFIX put there.
	@while read -r file _; do \
	  $(WRITER) rm -f "$(DESTDIR)$(PREFIX)/$$file"; \
	done <<< "bin/typecast"$$'\n'"$$INSTALLED"

lint: ready ## Checks the format of all Swift files.
	swift format lint --strict --recursive $(FORMATTED)

format: ready ## Formats all Swift files.
	swift format --in-place --recursive $(FORMATTED)

bench: ready ## Prints our figures beside those of other libraries.
	Benchmarks/run

fuzz: ready ## Fuzzes readers of hostile input, each for FUZZ_SECONDS=600.
	Fuzz/run.sh all $(or $(FUZZ_SECONDS),600)

golden: ready ## Writes goldens and pages anew; read the change, then keep it.
	swift build --build-tests $(COUNTING)
	-TYPECAST_GOLDEN=write swift test --skip-build --filter '$(GOLDEN_TESTS)'
	git status --short Golden Documentation
