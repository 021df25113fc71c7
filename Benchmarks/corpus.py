#!/usr/bin/env python3
"""Writes one seeded blog in two layouts, Gazette's and Hugo's, with the same work in both.

    corpus.py --pages 1000 --out DIR [--seed 1]

DIR/gazette and DIR/hugo then hold the same posts (250 to 900 words of Markdown with headings,
lists, links, code and tables; YAML front matter with tags and authors), the same small theme, lists
of 20 posts a page, pages for every tag and author, feeds with full text and a sitemap.
"""
import argparse
import datetime
import pathlib
import random

WORDS = """data team board stage report method paper review month project partner council service
police health school housing street river county model chart table figure number share change
question answer evidence finding analysis forecast survey sample cluster region network session
meeting workshop ethics consent privacy record quality check version source format field column
budget plan goal risk issue outcome impact measure value trend season weather transport traffic
library museum garden market bridge station office letter notice public local early open clear
simple useful steady careful honest quick slow small large recent common better likely""".split()
TAGS = [f"{a}-{b}" for a in "methods data people ethics impact events tools maps".split()
        for b in "one two three four five".split()]
AUTHORS = [f"author-{n:02d}" for n in range(1, 21)]


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(6, 18))]
    words[0] = words[0].capitalize()
    spot = rng.randrange(1, len(words) - 1)
    style = rng.random()
    if style < 0.08:
        words[spot] = f"**{words[spot]}**"
    elif style < 0.16:
        words[spot] = f"*{words[spot]}*"
    elif style < 0.22:
        words[spot] = f"`{words[spot]}`"
    elif style < 0.28:
        words[spot] = f"[{words[spot]}](https://example.org/{words[spot]})"
    return " ".join(words) + "."


def body(rng):
    parts, count, goal = [], 0, rng.randint(250, 900)
    while count < goal:
        kind = rng.random()
        if kind < 0.12:
            part = f"## {rng.choice(WORDS).capitalize()} {rng.choice(WORDS)}"
        elif kind < 0.22:
            part = "\n".join(f"- {sentence(rng)}" for _ in range(rng.randint(3, 6)))
        elif kind < 0.26:
            part = "```\n" + "\n".join(f"{rng.choice(WORDS)} = {rng.randint(1, 99)}"
                                       for _ in range(4)) + "\n```"
        elif kind < 0.30:
            rows = "\n".join(f"| {rng.choice(WORDS)} | {rng.randint(1, 999)} |" for _ in range(4))
            part = f"| Name | Value |\n| --- | --- |\n{rows}"
        elif kind < 0.34:
            part = f"> {sentence(rng)}"
        else:
            part = " ".join(sentence(rng) for _ in range(rng.randint(2, 6)))
        parts.append(part)
        count += len(part.split())
    return "\n\n".join(parts) + "\n"


def posts(pages, seed):
    rng = random.Random(seed)
    day = datetime.date(2024, 12, 31)
    for number in range(pages):
        date = day - datetime.timedelta(days=number // 4)
        title = f"{rng.choice(WORDS).capitalize()} {rng.choice(WORDS)} {number}"
        yield {
            "name": f"{date}-post-{number:06d}", "title": title, "date": date,
            "tags": rng.sample(TAGS, rng.randint(1, 4)), "author": rng.choice(AUTHORS),
            "summary": sentence(rng).replace("*", "").replace("`", "").split("[")[0].strip(),
            "body": body(rng),
        }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def front_matter(post):
    return (f"---\ntitle: {post['title']}\ndate: {post['date']}\nauthors: [{post['author']}]\n"
            f"summary: {post['summary']}\ntags: [{', '.join(post['tags'])}]\n---\n\n")


HERE = pathlib.Path(__file__).resolve().parent / "theme"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    gazette, hugo = arguments.out / "gazette", arguments.out / "hugo"
    for post in posts(arguments.pages, arguments.seed):
        text = front_matter(post) + post["body"]
        write(gazette / "content/blog" / f"{post['name']}.md", text)
        write(hugo / "content/blog" / f"{post['name']}.md", text)
    write(gazette / "content/site.yaml",
          "name: Benchmark\nbase-url: https://bench.example.org/\ntimezone: UTC\n")
    write(gazette / "content/people.yaml",
          "".join(f"- id: {name}\n  name: {name}\n" for name in AUTHORS))
    for source in sorted(HERE.rglob("*")):
        if source.is_file():
            relative = source.relative_to(HERE)
            target = gazette / "templates" if relative.parts[0] == "gazette" else hugo
            write(target.joinpath(*relative.parts[1:]), source.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
