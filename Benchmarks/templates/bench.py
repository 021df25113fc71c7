#!/usr/bin/env python3
"""Renders the benchmark pages with Gazette, MiniJinja and Jinja2 in turn and prints rates and ratios.

  bench.py PROGRAM DATA [--seconds N]

Templates are compiled and data is loaded beforehand; one thread; the best of three rounds of a
third of the time each. MiniJinja is the Rust engine behind its Python binding, which looks up
the data in Python's dictionaries. Gazette's pages are compared with Jinja2's first.
"""
import argparse
import html.parser
import importlib.metadata
import json
import pathlib
import re
import subprocess
import time

import jinja2
import minijinja

PAGES = pathlib.Path(__file__).resolve().parent / "pages"
NAMES = ["blog", "table", "edition"]


class Outline(html.parser.HTMLParser):
    """What a reader gets of a page: its tags, attributes and words, however they were escaped."""

    def __init__(self, text):
        super().__init__()
        self.parts = []
        self.in_script = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.in_script = tag == "script"
        self.parts.append((tag, sorted(attributes)))

    def handle_endtag(self, tag):
        self.in_script = False
        self.parts.append(("/" + tag, []))

    def handle_data(self, text):
        if self.in_script:
            text = json.dumps(json.loads(text))
        for word in text.split():
            self.parts.append((word, None))


def best(render, seconds):
    render()
    rate = 0.0
    for _ in range(3):
        count, start = 0, time.perf_counter()
        while (elapsed := time.perf_counter() - start) < seconds / 3:
            render()
            count += 1
        rate = max(rate, count / elapsed)
    return rate


def jinja2_page(name):
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(PAGES), autoescape=True, auto_reload=False)
    return environment.get_template(name + ".html").render


def minijinja_page(name):
    environment = minijinja.Environment(
        loader=lambda file: (PAGES / file).read_text(encoding="utf-8"))
    return lambda data: environment.render_template(name + ".html", **data)


def gazette(program, command, name, folder, *options):
    return subprocess.run(
        [program, "template", command, name + ".html", "--root", PAGES,
         "--data", folder / (name + ".json"), *options],
        check=True, capture_output=True, text=True).stdout


def measure(program, folder, seconds):
    """Returns the rates of each engine by page, and how long Gazette compiles each page."""
    rates, compiling = {}, {}
    for name in NAMES:
        data = json.loads((folder / (name + ".json")).read_text(encoding="utf-8"))
        reference = jinja2_page(name)
        if Outline(gazette(program, "render", name, folder)).parts != Outline(reference(data)).parts:
            raise SystemExit(f"{name}: Gazette's page differs from Jinja2's")
        printed = gazette(program, "bench", name, folder, "--seconds", str(seconds))
        figures = dict(re.findall(r"^(\w+): (\S+)$", printed, re.M))
        binding = minijinja_page(name)
        rates[name] = {
            "Gazette": float(figures["renders_per_second"]),
            "MiniJinja": best(lambda: binding(data).encode(), seconds),
            "Jinja2": best(lambda: reference(data).encode(), seconds),
        }
        compiling[name] = float(figures["compile_seconds"])
    return rates, compiling


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=6)
    options = parser.parse_args()
    rates, compiling = measure(options.program, options.data, options.seconds)
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}" for name in ("minijinja", "jinja2"))
    print(f"renders a second, one thread; {versions}\n")
    print("| page | Gazette | MiniJinja | Jinja2 | Gazette/MiniJinja | Gazette/Jinja2 | compiled in |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, rate in rates.items():
        mine = rate["Gazette"]
        print(
            f"| {name} | {mine:.0f} | {rate['MiniJinja']:.0f} | {rate['Jinja2']:.0f}"
            f" | {mine / rate['MiniJinja']:.1f} | {mine / rate['Jinja2']:.1f}"
            f" | {compiling[name] * 1e6:.0f} µs |")


if __name__ == "__main__":
    main()
