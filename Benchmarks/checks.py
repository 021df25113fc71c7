#!/usr/bin/env python3
"""Measures checks of a seeded site beside a full build of it.

    checks.py --gazette .build/release/gazette [--pages 1000] [--runs 11] [--work DIR] [--own-theme]
    checks.py --gazette .build/release/gazette --editions 96 [--runs 11] [--work DIR]

The site is the blog of corpus.py or the sprint notes of editions.py. It has the built-in theme; the
blog with --own-theme the small one that builds are compared by.

Prints a table of medians: wall and CPU milliseconds, and both as parts of a full build's, of a copy of
the site, measured right before each run. What is known is removed before each run that has to do
without.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
INSTANT = ["--at", "2027-06-01"]


def measure(command):
    """Wall and CPU milliseconds of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"checks: {' '.join(command)} failed")
    return (time.monotonic() - start) * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def settle():
    """Waits until files are old enough to be known by their dates."""
    time.sleep(2.2)


class Site:
    def __init__(self, gazette, folder):
        self.gazette, self.folder = str(gazette.resolve()), folder
        posts = sorted((folder / "content/blog").iterdir())
        self.post = posts[len(posts) // 2]
        self.text = self.post.read_text(encoding="utf-8")

    def build(self, number):
        output = self.folder.parent / f"output-{number}"
        return [self.gazette, "build", "--source", str(self.folder), "--output", str(output)] + INSTANT

    def check(self, _):
        return [self.gazette, "check", "--source", str(self.folder), "--format", "json"] + INSTANT

    def forget(self, _):
        shutil.rmtree(self.folder / ".gazette", ignore_errors=True)

    def rebuild(self, _):
        self.forget(_)
        measure(self.build("known"))

    def edit_words(self, number):
        self.post.write_text(f"{self.text}\nEdited {number}.\n", encoding="utf-8")

    def edit_title(self, number):
        self.post.write_text(self.text.replace("title: ", f"title: New {number} ", 1), encoding="utf-8")

    def restore(self):
        self.post.write_text(self.text, encoding="utf-8")
        settle()
        measure(self.check(0))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazette", type=pathlib.Path, required=True)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--editions", type=int)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--own-theme", action="store_true")
    arguments = parser.parse_args()
    memory = pathlib.Path("/dev/shm")
    base = arguments.work or (memory if memory.is_dir() else pathlib.Path(tempfile.gettempdir()))
    work = pathlib.Path(tempfile.mkdtemp(prefix="gazette-checks-", dir=base))
    try:
        write_site(arguments, work)
        shutil.copytree(work / "gazette", work / "copy/gazette")
        run(Site(arguments.gazette, work / "gazette"),
            Site(arguments.gazette, work / "copy/gazette"), arguments.runs)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def write_site(arguments, work):
    if arguments.editions:
        command = ["editions.py", "--editions", str(arguments.editions), "--out", work / "gazette"]
    else:
        command = ["corpus.py", "--pages", str(arguments.pages), "--out", work]
    subprocess.run([sys.executable, HERE / command[0], *command[1:]], check=True)
    if not arguments.editions and not arguments.own_theme:
        shutil.rmtree(work / "gazette/templates")


def run(site, copy, runs):
    print("| | wall ms | CPU ms | wall, of a full build | CPU, of a full build |\n"
          "| --- | --: | --: | --: | --: |")
    settle()
    row("full build", copy, site.forget, site.build, runs)
    row("check, nothing known", copy, site.forget, site.check, runs)
    row("check, the first after a build", copy, site.rebuild, site.check, runs)
    site.restore()
    row("check, words of one post edited", copy, site.edit_words, site.check, runs)
    site.restore()
    row("check, title of one post edited", copy, site.edit_title, site.check, runs)
    site.restore()
    row("check, nothing changed since the last check", copy, lambda _: None, site.check, runs)


def row(name, copy, prepare, command, runs):
    results, builds = [], []
    for number in range(runs):
        copy.forget(number)
        builds.append(measure(copy.build(f"{name}-{number}")))
        prepare(number)
        results.append(measure(command(number)))
    wall, cpu = (statistics.median(column) for column in zip(*results))
    parts = [statistics.median(part / whole for part, whole in zip(*pair))
             for pair in zip(zip(*results), zip(*builds))]
    print(f"| {name} | {wall:.0f} | {cpu:.0f} | {parts[0]:.2f} | {parts[1]:.2f} |", flush=True)


if __name__ == "__main__":
    main()
