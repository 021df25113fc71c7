#!/usr/bin/env python3
"""Writes a corpus of Markdown bodies that use every extension.

    generate.py FOLDER [--documents N] [--bytes N] [--seed N] [--only BLOCK...]

The same arguments give the same bytes. Documents are 3.4 kB on average by default.
"""
import argparse
import os
import random

WORDS = """the of and to in a is that for it was on are as with they be at this have from or one had
by word but not what all were we when your can said there use an each which she do how their if will
up other about out many then them these so some her would make like him into time has look two more
write go see number no way could people my than first water been call who oil its now find long down
day did get come made may part analysis project data sharing governance partner council police model
evidence sponsor delivery quarter engagement""".split()
ABBREVIATIONS = ["DEC", "DPIA", "ISP", "ONS", "NHS", "ECC", "SETDAB"]


class Writer:
    def __init__(self, random, only=()):
        self.random = random
        self.only = only

    def words(self, count):
        pick = [self.random.choice(WORDS) for _ in range(count)]
        return " ".join(pick)

    def sentence(self):
        pick = self.random.random()
        text = self.words(self.random.randint(6, 14))
        more = self.words(self.random.randint(2, 5))
        last = self.words(self.random.randint(2, 6))
        middle = (
            f"*{more}*" if pick < 0.12 else f"**{more}**" if pick < 0.22
            else f"`{more.replace(' ', '_')}`" if pick < 0.30
            else f"[{more}](../projects/{self.random.choice(WORDS)}.md)" if pick < 0.38
            else f"[{more}](https://example.org/{self.random.choice(WORDS)})" if pick < 0.44
            else f"[{more}][ref]" if pick < 0.47 else f"~~{more}~~" if pick < 0.49
            else f":term[{self.random.choice(ABBREVIATIONS)}]" if pick < 0.51
            else f"the {self.random.choice(ABBREVIATIONS)} and {more}" if pick < 0.62
            else f'"{more}"' if pick < 0.68 else f"it's {more} -- {last}" if pick < 0.74 else more)
        return f"{text.capitalize()} {middle} {last}."

    def paragraph(self):
        text = " ".join(self.sentence() for _ in range(self.random.randint(2, 4)))
        lines, line = [], ""
        for word in text.split(" "):
            if len(line) + len(word) > 98:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        return "\n".join(lines + [line])

    def items(self, count):
        markers = ["", "", "[x] ", "[ ] ", "[>] "]
        return "\n".join(
            f"- {self.random.choice(markers)}{self.words(7)} DPO {{#{self.random.choice(WORDS)}-{n} "
            f"due=2021-1{n % 3}}}" if n % 2 else f"- {self.sentence()}" for n in range(count))

    def table(self):
        rows = [f"| {self.words(2)} | `{self.words(1)}\\|x` | {self.random.randint(1, 9999)} |"
                for _ in range(4)]
        return "\n".join(["| Measure | *Unit* | Value |", "|---|:-:|--:|"] + rows)

    def document(self, size):
        parts = [self.paragraph(), f"See https://example.org/{self.words(1)} and footnotes.[^a]"]
        blocks = {
            "headings": lambda n: f"## {self.words(4).capitalize()} {{#section-{n}}}\n\n{self.paragraph()}",
            "lists": lambda n: f"### {self.words(3).capitalize()}\n\n{self.items(5)}",
            "tables": lambda n: self.table(),
            "leaves": lambda n: f"::metrics{{channel=blog period=2021-07/2021-09 n={n}}}",
            "containers": lambda n: f":::note[{self.words(2)}]\n{self.paragraph()}\n:::",
            "alerts": lambda n: f"> [!NOTE]\n> {self.sentence()}\n> {self.sentence()}",
            "figures": lambda n:
                f"![{self.words(4)}](images/{self.words(1)}.svg \"{self.words(5)}\")",
            "code": lambda n:
                f"```python\nfor row in rows:\n    print({self.words(1)}, \"{n}\")\n```",
            "numbers": lambda n: f"1. {self.sentence()}\n2. {self.sentence()}\n   - {self.words(5)}",
            "paragraphs": lambda n: self.paragraph(),
        }
        blocks = [blocks[name] for name in self.only or blocks]
        number = 0
        while sum(map(len, parts)) < size - 220:
            parts.append(blocks[number % len(blocks)](number))
            number += 1
        parts.append(f"[^a]: {self.sentence()}\n\n[ref]: https://example.org/ref \"{self.words(2)}\"")
        return "\n\n".join(parts) + "\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder")
    arguments.add_argument("--documents", type=int, default=10000)
    arguments.add_argument("--bytes", type=int, default=3400)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", nargs="+", default=(), metavar="BLOCK",
                           help="such as tables, lists, paragraphs; all kinds by default")
    options = arguments.parse_args()
    writer = Writer(random.Random(options.seed), options.only)
    os.makedirs(options.folder, exist_ok=True)
    for number in range(options.documents):
        path = os.path.join(options.folder, f"{number:06}.md")
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(writer.document(options.bytes))


if __name__ == "__main__":
    main()
