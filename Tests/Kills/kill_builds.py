#!/usr/bin/env python3
"""Kills builds at random instants and looks at what readers would see.

    kill_builds.py --gazette .build/release/gazette [--kills 100] [--posts 300] [--seed 1]

Each round edits a site, starts a build and kills it. Then every page must be whole: the one
before the edits or the one after, to the byte. The next build must bring the new site, equal to a
clean build of it.
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
AT = "2021-10-20"


def post(number, words):
    return (f"---\ntitle: Post {number}, {words}\ndate: 2020-{number // 28 % 12 + 1:02}-"
            f"{number % 28 + 1:02}\nauthors: [ecda]\nsummary: About {number}.\n"
            f"tags: [all, Tag {number % 7}]\n---\n\nText {words} of post {number}, for ECC.\n")


def write_post(site, number, words):
    name = f"2020-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}-post-{number}.md"
    (site / "content" / "blog" / name).write_text(post(number, words), encoding="utf-8")


def build(gazette, site, output):
    return [gazette, "build", "--source", str(site), "--output", str(output), "--at", AT]


def read(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in
                                          path.relative_to(folder).parts)}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazette", type=pathlib.Path, required=True)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--posts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    gazette = str(arguments.gazette.resolve())
    chance = random.Random(arguments.seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="gazette-kills-"))
    site, output, clean = work / "site", work / "output", work / "clean"
    states = {"old": 0, "new": 0, "mixed, then mended": 0, "finished": 0}
    try:
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, site / name)
        for number in range(arguments.posts):
            write_post(site, number, "first")
        start = time.monotonic()
        subprocess.run(build(gazette, site, output), check=True, stdout=subprocess.DEVNULL)
        whole = time.monotonic() - start
        before = read(output)
        for kill in range(arguments.kills):
            for _ in range(chance.choice([1, 5, 40])):
                write_post(site, chance.randrange(arguments.posts), f"of kill {kill}")
            if chance.random() < 0.3:
                template = site / "templates" / "post.html"
                template.write_text(template.read_text() + f"{{# {kill} #}}\n")
            if chance.random() < 0.2:
                victim = chance.choice(sorted((site / "content" / "blog").glob("2020-*.md")))
                victim.unlink()
            shutil.rmtree(clean, ignore_errors=True)
            shutil.rmtree(work / "again", ignore_errors=True)
            shutil.copytree(site, work / "again", ignore=shutil.ignore_patterns(".gazette"))
            subprocess.run(build(gazette, work / "again", clean), check=True,
                           stdout=subprocess.DEVNULL)
            after = read(clean)
            process = subprocess.Popen(build(gazette, site, output), stdout=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, whole * 1.2))
            process.kill()
            status = process.wait()
            seen = read(output)
            for path, content in seen.items():
                if content not in (before.get(path), after.get(path)):
                    sys.exit(f"kill {kill}: {path} is neither the old page nor the new one")
            state = ("finished" if status == 0 else "old" if seen == before
                     else "new" if seen == after else "mixed, then mended")
            states[state] += 1
            subprocess.run(build(gazette, site, output), check=True, stdout=subprocess.DEVNULL)
            if read(output) != after:
                sys.exit(f"kill {kill}: the next build did not bring the new site")
            before = after
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(", ".join(f"{count} {state}" for state, count in states.items()))


if __name__ == "__main__":
    main()
