# Two commands do everything: `make site` and `make test`. Both install what they need.

SWIFT_FLAGS = --explicit-target-dependency-import-check error
SOURCES = Sources Tests Package.swift

.PHONY: site build setup test lint unit format fuzz bench-templates clean

# Builds content/ and templates/ into output/.
site: build
	@.build/release/gazette build
	@echo "Open output/index.html, or serve the folder output, to see it."

# The program itself, for use.
build: setup
	@swift build $(SWIFT_FLAGS) -c release --static-swift-stdlib --product gazette

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

# The long run of the fuzz tests, each for GAZETTE_FUZZ_SECONDS; `make test` has a short one.
fuzz: setup
	GAZETTE_FUZZ_SECONDS=$${GAZETTE_FUZZ_SECONDS:-600} swift test $(SWIFT_FLAGS) --filter Fuzz

# Template rendering against MiniJinja and Jinja2, which go into a folder of their own.
BENCH = .build-bench
bench-templates: build
	@test -x $(BENCH)/python/bin/python || python3 -m venv $(BENCH)/python
	@$(BENCH)/python/bin/pip install --quiet minijinja==3.0.5 jinja2==3.1.6
	@python3 Benchmarks/templates/generate.py $(BENCH)/templates
	@$(BENCH)/python/bin/python Benchmarks/templates/bench.py .build/release/gazette $(BENCH)/templates

clean:
	rm -rf .build .build-bench
