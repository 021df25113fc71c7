#!/usr/bin/env python3
"""Writes the data of the template benchmark into a folder; the same bytes every time."""
import json
import pathlib
import random
import sys

WORDS = (
    "survey ward council panel budget school carer bus route library flood clinic tenant "
    "household parish estimate forecast cohort sample baseline referral outreach"
).split()


def words(chance, count):
    return " ".join(chance.choice(WORDS) for _ in range(count))


def site():
    parts = ["Home", "Notes", "Projects", "Impact", "Contact"]
    return {
        "name": "County Insight & Analysis",
        "language": "en-GB",
        "url": "https://insight.example/",
        "year": 2026,
        "menu": [{"title": part, "url": f"/{part.lower()}/"} for part in parts],
        "contact": {"name": "Siân O'Hara", "email": "insight@example.org"},
    }


def blog():
    """A list of 100 posts inside a layout of two levels."""
    chance = random.Random(1)
    posts = []
    for number in range(100):
        title = words(chance, chance.randint(3, 6)).capitalize()
        posts.append({
            "title": title + (' <"draft" & more>' if number % 10 == 0 else ""),
            "url": f"/blog/{number:03}/",
            "date": f"2026-{12 - number // 10:02}-{28 - number % 28:02}",
            "summary": words(chance, 20) + (" - it's “done” & dusted." if number % 4 == 0 else "."),
            "tags": chance.sample(WORDS, chance.randint(0, 3)),
            "words": chance.randint(150, 2500),
            "pinned": number % 12 == 0,
        })
    page = {"title": "All posts", "url": "/blog/", "summary": "Everything we wrote, newest first."}
    return {"site": site(), "page": page, "posts": posts}


def table():
    """1000 rows of 10 numbers."""
    chance = random.Random(2)
    return {"rows": [[chance.randint(0, 99999) for _ in range(10)] for _ in range(1000)]}


def story(chance, number):
    return {
        "id": number,
        "title": words(chance, 6).capitalize(),
        "url": f"/impact/{number}/",
        "state": chance.choice(["done", "open", "planned"]),
        "weight": chance.randint(1, 8),
        "summary": words(chance, 24) + " <& more>.",
        "lead": {"name": words(chance, 2).title(), "url": f"/people/{number % 20}/"},
        "labels": [
            {"name": chance.choice(WORDS), "colour": f"#{chance.randrange(1 << 24):06x}"}
            for _ in range(chance.randint(1, 3))
        ],
        "image": None if number % 2 else {
            "src": f"/images/{number}.jpg", "width": 640, "height": 360, "alt": words(chance, 5)},
        "figures": [
            {"name": name, "value": chance.randint(0, 999) + 0.5, "change": chance.randint(-20, 20)}
            for name in ("reach", "replies", "hours")
        ],
    }


def edition():
    """An issue of 6 sections with 8 stories each."""
    chance = random.Random(3)
    sections = [
        {
            "id": f"part-{part}",
            "title": words(chance, 2).title(),
            "intro": words(chance, 30) + ".",
            "stories": [story(chance, part * 8 + number) for number in range(8)],
        }
        for part in range(6)
    ]
    people = [
        {"name": words(chance, 2).title(), "url": f"/people/{number}/", "notes": chance.randint(1, 60)}
        for number in range(20)
    ]
    return {
        "site": site(),
        "page": {"title": "September 2026", "url": "/sprints/2026-09/", "summary": "What was done."},
        "edition": {
            "number": 62, "from": "2026-09-01", "to": "2026-09-30",
            "goal": 'Finish the "carers" survey & share it',
            "sections": sections, "people": people,
            "previous": {"title": "August 2026", "url": "/sprints/2026-08/"}, "next": None,
        },
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (blog, table, edition):
        text = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
        (folder / f"{make.__name__}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
