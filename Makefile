# make map      what is missing is installed, the program built, the sample reports mapped into out/
# make test     what is missing is installed, the program and the tests built, the tests run
# make install  program, data, manual and completions below PREFIX
# Each works alone from a clean clone; the folder may have spaces in its name.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PREFIX ?= /usr/local
DESTDIR ?=
OUT ?= out
SWIFT ?= swift

SWIFT_RELEASE := $(SWIFT) build -c release --product cordon
# Swift's own libraries go into the program: it then starts without a Swift installation, and sooner.
ifeq ($(shell uname -s),Linux)
  SWIFT_RELEASE += --static-swift-stdlib
endif
PROGRAM := .build/release/cordon

DEBIAN_PACKAGES := libgeos-dev libproj-dev libsqlite3-dev zlib1g-dev pkg-config
BREW_PACKAGES := geos proj zlib pkg-config

.PHONY: all build map test dependencies manual install uninstall format lint clean

all: build

build: dependencies
	@$(SWIFT_RELEASE)

map: build
	@$(PROGRAM) map seeds --out "$(OUT)"

# The index is built once, by the optimised program; the tests, built for debugging, find it ready.
test: build
	@export CORDON_DATA="$$PWD/data" CORDON_BINARY="$$PWD/$(PROGRAM)"; \
	"$$CORDON_BINARY" gazetteer build; \
	$(SWIFT) build --build-tests; \
	$(SWIFT) test --skip-build --parallel --quiet

dependencies:
	@if ! command -v $(SWIFT) >/dev/null; then \
	  echo "make: Swift 6.1 or later is needed; see https://www.swift.org/install" >&2; exit 1; \
	fi; \
	if command -v apt-get >/dev/null; then \
	  missing=(); \
	  for package in $(DEBIAN_PACKAGES); do \
	    state=$$(dpkg-query -W -f='$${db:Status-Status}' "$$package" 2>/dev/null || true); \
	    [ "$$state" = installed ] || missing+=("$$package"); \
	  done; \
	  if [ $${#missing[@]} -gt 0 ]; then \
	    echo "installing $${missing[*]}" >&2; \
	    apt=(apt-get); [ "$$(id -u)" -eq 0 ] || apt=(sudo apt-get); \
	    export DEBIAN_FRONTEND=noninteractive; \
	    "$${apt[@]}" install -qq -y --no-install-recommends "$${missing[@]}" >/dev/null 2>&1 \
	      || { "$${apt[@]}" update -qq && \
	           "$${apt[@]}" install -qq -y --no-install-recommends "$${missing[@]}" >/dev/null; }; \
	  fi; \
	elif command -v brew >/dev/null; then \
	  for package in $(BREW_PACKAGES); do \
	    brew list --versions "$$package" >/dev/null || brew install --quiet "$$package"; \
	  done; \
	else \
	  echo "make: install GEOS, PROJ and zlib with their headers, then run make again" >&2; exit 1; \
	fi

# The date is the last change's, so that the same sources give the same pages.
manual: build
	@$(SWIFT) build --product generate-manual >/dev/null; \
	rm -rf .build/manual .build/share/man; mkdir -p .build/manual .build/share/man; \
	.build/debug/generate-manual $(PROGRAM) --multi-page --output-directory .build/manual \
	  --date "$$(git log -1 --format=%cs 2>/dev/null || date +%F)"; \
	for page in .build/manual/*.1; do \
	  awk -f Sources/CordonCommand/Manual/sections.awk "$$page" > ".build/share/man/$$(basename "$$page")"; \
	done

# Under sudo there may be no Swift: then what was built before is installed.
install:
	@if command -v $(SWIFT) >/dev/null; then \
	  $(MAKE) --no-print-directory manual; \
	elif [ ! -x $(PROGRAM) ] || [ ! -d .build/share/man ]; then \
	  echo "make: run 'make manual' as a user who has Swift, then 'make install' again" >&2; exit 1; \
	fi; \
	root="$(DESTDIR)$(PREFIX)"; \
	install -d "$$root/bin" "$$root/share/cordon" "$$root/share/man/man1" \
	  "$$root/share/bash-completion/completions" "$$root/share/zsh/site-functions" \
	  "$$root/share/fish/vendor_completions.d"; \
	install -m 755 -s $(PROGRAM) "$$root/bin/cordon"; \
	rm -rf "$$root/share/cordon/data"; \
	cp -R data "$$root/share/cordon/data"; \
	install -m 644 .build/share/man/*.1 "$$root/share/man/man1/"; \
	$(PROGRAM) --generate-completion-script bash \
	  > "$$root/share/bash-completion/completions/cordon"; \
	$(PROGRAM) --generate-completion-script zsh > "$$root/share/zsh/site-functions/_cordon"; \
	$(PROGRAM) --generate-completion-script fish \
	  > "$$root/share/fish/vendor_completions.d/cordon.fish"

uninstall:
	@root="$(DESTDIR)$(PREFIX)"; \
	rm -rf "$$root/bin/cordon" "$$root/share/cordon" "$$root"/share/man/man1/cordon{,.*}.1 \
	  "$$root/share/bash-completion/completions/cordon" "$$root/share/zsh/site-functions/_cordon" \
	  "$$root/share/fish/vendor_completions.d/cordon.fish"

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

clean:
	@rm -rf .build "$(OUT)"
