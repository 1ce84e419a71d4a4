# Plenary's targets: `make help` lists them from the comments behind the double hash.

PREFIX ?= /usr/local
CONFIGURATION = release
BINARY = .build/$(CONFIGURATION)/plenary
bindir = $(DESTDIR)$(PREFIX)/bin
sharedir = $(abspath $(DESTDIR)$(PREFIX))/share
datadir = $(sharedir)/plenary
manfile = $(sharedir)/man/man1/plenary.1
bashfile = $(sharedir)/bash-completion/completions/plenary
zshfile = $(sharedir)/zsh/site-functions/_plenary
fishfile = $(sharedir)/fish/vendor_completions.d/plenary.fish
# What the program itself reads; the man page and the completions have places of their own.
data = . -path ./man -prune -o -path ./completions -prune -o -path ./po -prune -o
sources = $(shell find Sources -type f)
# The messages of each language, compiled to where the program finds them in a checkout.
languages = $(patsubst Resources/po/%.po,%,$(wildcard Resources/po/*.po))
catalogues = $(languages:%=.build/locale/%/LC_MESSAGES/plenary.mo)

# How the release binary is linked. LINK=dynamic is for who packages it: the C libraries stay the system's, and so do
# their security fixes. "static" puts everything into it, the C library included, as a position-independent
# executable: it starts in half the time of one that looks for shared libraries, and runs where nothing else is
# installed. Debian's packages have the archives that it needs; elsewhere only Swift itself is linked statically.
LINK ?= $(if $(wildcard /etc/debian_version),static,dynamic)

# Relative relocations packed as a bit map save a fifth of the start, but glibc understands them only since 2.36.
relr := $(shell printf '2.36\n%s\n' "$$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)" | sort -CV && echo yes)
pack = $(if $(relr),-Xlinker -z -Xlinker pack-relative-relocs)

# A static executable must not carry a search path for libraries: glibc stops at once if it does.
link-static = --disable-local-rpath -Xswiftc -static-executable -Xswiftc -Xclang-linker -Xswiftc -static-pie
link-dynamic = --static-swift-stdlib
build-flags = -c $(CONFIGURATION) -debug-info-format none -Xswiftc -use-ld=lld -Xlinker -s $(pack) $(link-$(LINK))

# What the linker has just written lies in the kernel's memory in small pieces, and a start maps each of them. Read again
# from the disk, as after a restart of the machine, it lies there in large ones and starts a fifth sooner.
settle = dd of=$(BINARY) oflag=nocache conv=notrunc,fdatasync count=0 2>/dev/null && cat $(BINARY) > /dev/null

.DEFAULT_GOAL := build
.PHONY: build run test check docs messages bench terminals torture soak install uninstall clean help
.PHONY: dependencies test-dependencies bench-dependencies torture-dependencies

build: dependencies ## Build .build/release/plenary; LINK=dynamic for who packages it
	@[ -e $(BINARY) ] || echo "Building Plenary (about two minutes the first time)..."
	@swift build $(build-flags) --product plenary
	@$(settle) || true

run: build ## Build it and open the shipped conference; ARGS="..." is passed on
	@$(BINARY) $(ARGS)

# Tests from outside run the debug binary, or the release one that was linked as LINK asks.
tried = $(if $(filter file,$(origin LINK)),,PLENARY_BINARY=$(abspath $(BINARY)))
test: test-dependencies $(if $(tried),build) ## Run every test; ARGS="--filter NAME" some, LINK=dynamic on that binary
	@[ -d .build/debug ] || echo "Building Plenary and its tests (some minutes the first time)..."
	@$(tried) .ci/test $(ARGS)

check: test-dependencies ## Check format, layout, imports and documents, and that nothing gives a warning
	@.ci/check

docs: dependencies ## Write what README, manual and completions say of verbs, options and keys
	@.ci/docs

messages: ## Write the messages of the sources into Resources/po, for translators
	@.ci/messages update

# Behind the rules that install msgfmt; an installation needs no compiler when all is built.
build test: $(catalogues)

.build/locale/%/LC_MESSAGES/plenary.mo: Resources/po/%.po
	@mkdir -p $(@D)
	@msgfmt --check --output-file=$@ $<

bench: build bench-dependencies ## Measure it beside less and calcurse; IDLE=60 for a longer rest
	@swift build $(build-flags) --product Bench
	@.build/$(CONFIGURATION)/Bench $(if $(IDLE),--idle $(IDLE)) $(ARGS) $(BINARY)

terminals: build ## Try it by real keys in the terminals that are installed; ARGS="urxvt st" in some, PARTS="keys" a part
	@swift build $(build-flags) --product TerminalProbe
	@.ci/terminals $(BINARY) $(ARGS)

# Some twenty minutes in full. KILLS=100 SIGNALS=10 FAULTS=50 CUTS=10 OTHERS=0 is a short one, a failure names its seed.
KILLS ?= 10000
SIGNALS ?= 1000
FAULTS ?= 100000
CUTS ?= 200
OTHERS ?= 24

DAYS ?= 14
MINUTES ?= 60
soak: build test-dependencies ## Leave a kiosk to anybody: DAYS=14 simulated, MINUTES=60 real; fewer are shorter
	@swift build $(build-flags) --product Soak
	@.build/$(CONFIGURATION)/Soak --days $(DAYS) --minutes $(MINUTES) $(ARGS) $(BINARY) $(firstword $(wildcard Resources/conferences/*))

torture: build torture-dependencies ## Kill it, cut its power, fail its disk; KILLS=100 SIGNALS=10 ... is shorter
	@swift build $(build-flags) --product Torture
	@.build/$(CONFIGURATION)/Torture --kills $(KILLS) --signals $(SIGNALS) --faults $(FAULTS) --cuts $(CUTS) \
	  --others $(OTHERS) $(ARGS) $(BINARY)

# Built only when a source is newer, so that "sudo make install" does not need root to have Swift.
$(BINARY): Package.swift $(sources)
	@$(MAKE) --no-print-directory build

install: $(BINARY) $(catalogues) ## Install under PREFIX (/usr/local), itself put under DESTDIR
	install -d $(bindir)
	install -m 755 $(BINARY) $(bindir)/plenary
	cd Resources && find $(data) -type d -exec install -d $(datadir)/{} \;
	cd Resources && find $(data) -type f -exec install -m 644 {} $(datadir)/{} \;
	for language in $(languages); do install -D -m 644 .build/locale/$$language/LC_MESSAGES/plenary.mo \
	  $(sharedir)/locale/$$language/LC_MESSAGES/plenary.mo; done
	install -D -m 644 Resources/man/plenary.1 $(manfile)
	install -D -m 644 Resources/completions/plenary.bash $(bashfile)
	install -D -m 644 Resources/completions/_plenary $(zshfile)
	install -D -m 644 Resources/completions/plenary.fish $(fishfile)

uninstall: ## Remove what install has put there, and nothing else
	rm -f $(bindir)/plenary $(manfile) $(bashfile) $(zshfile) $(fishfile)
	rm -f $(languages:%=$(sharedir)/locale/%/LC_MESSAGES/plenary.mo)
	cd Resources && find $(data) -type f -exec rm -f $(datadir)/{} \;
	[ ! -d $(datadir) ] || find $(datadir) -depth -type d -empty -delete

clean: ## Remove everything that was built
	rm -rf .build

help: ## Show this list
	@echo "make TARGET, where TARGET is one of:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dependencies:
	@.ci/dependencies build run

test-dependencies:
	@.ci/dependencies build run test

bench-dependencies:
	@.ci/dependencies build run bench

torture-dependencies:
	@.ci/dependencies build run test torture
