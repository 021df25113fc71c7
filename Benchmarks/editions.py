#!/usr/bin/env python3
"""Writes a seeded site of sprint notes, as a team would have it after some years.

    editions.py --editions 72 --out DIR [--seed 1]

DIR then holds a monthly edition for each month from January 2019 on, each with an update from each of
some four projects, steps whose outcomes the next edition tells, two events, two posts, an impact
story and figures; projects that go through all stages; registers and a glossary. It has the built-in
theme. Nothing in it is wrong, but some things are left open, as they are in real notes.
"""
import argparse
import pathlib
import random

from corpus import TAGS, WORDS, body, sentence, write

FIRST_YEAR = 2019
STAGES = ["commissioning", "exploration", "data-prep", "analysis", "delivery"]
NAMES = ["Ada", "Bola", "Carys", "Dev", "Esme", "Farid", "Greta", "Hugh", "Iona", "Jonas"]
SURNAMES = ["Abbot", "Birch", "Cole", "Dunmore", "Ellwood", "Finch", "Garside", "Holt"]
PEOPLE = [(f"{a}-{b}".lower(), f"{a} {b}") for a in NAMES for b in SURNAMES]
BODIES = [("county-council", "County Council", "council"), ("river-police", "River Police", "police"),
          ("city-university", "City University", "university"), ("fire-service", "Fire Service", "fire"),
          ("health-board", "Health Board", "board"), ("data-office", "Data Office", "government")]
TERMS = [("DPIA", "Data Protection Impact Assessment"), ("CSP", "Community Safety Partnership"),
         ("JSNA", "Joint Strategic Needs Assessment"), ("ISA", "Information Sharing Agreement")]

SITE = """name: Riverside Data
full-name: Riverside Centre for Data
tagline: Data for places
licence: OGL-UK-3.0
language: en-GB
timezone: Europe/London
base-url: https://notes.example.org/
contact:
  email: data@riverside.example.org
  purpose: More about the programme
programme:
  first-year-starts: 2019-01
  quarter-label: financial-year
sprints:
  cadence: monthly
sections:
  done: [What we did, Done]
  next: [What's next, Next]
  needs: [What we need, Needs]
evaluation:
  levels:
    - id: output
      name: Outputs
    - id: outcome
      name: Outcomes
accessibility-statement: /accessibility/
"""
LIFECYCLE = "stages:\n" + "".join(
    f"  - id: {stage}\n    number: {number}\n    name: {stage.capitalize()}\n"
    for number, stage in enumerate(STAGES, 1)) + """precision: month
shared-boundary-month: allow
gap: warn
endings:
  - id: delivered
    name: Delivered
  - id: closed
    name: Closed
"""
METRICS = """- id: blog.posts
  name: Blog posts published
  channel: blog
  level: output
  unit: posts
  additive: true
- id: blog.visitors
  name: Visitors to the blog
  channel: blog
  level: output
  unit: people
  additive: false
"""


def month(index):
    return f"{FIRST_YEAR + index // 12}-{index % 12 + 1:02d}"


def folded(rng, width=90):
    """A summary as authors write it, over two or three lines."""
    lines, line = [], ""
    for word in " ".join(plain(rng) for _ in range(rng.randint(2, 3))).split():
        if line and len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return ">\n" + "".join(f"  {each}\n" for each in lines + [line])


def plain(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(8, 16))]
    return " ".join(words).capitalize() + "."


class Project:
    def __init__(self, rng, number, start):
        self.id = f"{rng.choice(WORDS)}-{rng.choice(WORDS)}-{number}"
        self.title = f"{rng.choice(WORDS).capitalize()} {rng.choice(WORDS)} {number}"
        self.start = start
        self.begins, at = [], start
        for _ in STAGES:
            self.begins.append(at)
            at += rng.randint(1, 4)
        self.end = at - 1
        self.sponsor = rng.choice(PEOPLE)[0]
        self.analysts = [person for person, _ in rng.sample(PEOPLE, rng.randint(2, 6))]
        self.partner = rng.choice(BODIES)[0]
        self.about = body(rng)[:900].rsplit("\n\n", 1)[0] if rng.random() < 0.5 else plain(rng)
        self.open = []

    def text(self, last):
        stages = ""
        for number, stage in enumerate(STAGES):
            if self.begins[number] > last:
                break
            after = self.begins[number + 1] - 1 if number + 1 < len(STAGES) else self.end
            goes_on = self.end > last and after >= last
            end = "present" if goes_on else month(after)
            stages += f"  - stage: {stage}\n    from: {month(self.begins[number])}\n    to: {end}\n"
        ended = self.end <= last
        status = f"delivered\nended: {month(self.end)}" if ended else "active"
        analysts = "".join(f"  - {each}\n" for each in self.analysts)
        return (f"---\nid: {self.id}\ntitle: {self.title}\nstatus: {status}\n"
                f"aim: {self.title} that people can use.\nsponsors: [{self.sponsor}]\n"
                f"analysts:\n{analysts}partners: [{self.partner}]\nlifecycle:\n{stages}---\n\n"
                f"{self.about}\n")

    def update(self, rng, index):
        text = f"---\nproject: {self.id}\nsprint: {month(index)}\n---\n\n"
        if self.open:
            marks = "".join(
                f"- [x] #{step}\n" if rng.random() < 0.8 else
                f"- [-] #{step} {plain(rng).lower()}\n" for step in self.open)
            text += f"## Since last time\n\n{marks}\n"
        text += "## Done\n\n" + "".join(
            f"- {sentence(rng)} {sentence(rng)}\n" for _ in range(rng.randint(2, 4)))
        self.open = []
        if index == self.end - 1:
            return text + "\n## Next\n\nNone this sprint.\n\n## Needs\n\nNone this sprint.\n"
        text += "\n## Next\n\n"
        for number in range(rng.randint(2, 4)):
            step = f"{self.id}-{index}-{number}"
            self.open.append(step)
            text += f"- {plain(rng)[:-1]} {{#{step} due={month(index + 1)}}}\n"
        text += f"\n## Needs\n\n- {plain(rng)[:-1]} {{#{self.id}-{index}-need due={month(index + 1)}}}\n"
        self.open.append(f"{self.id}-{index}-need")
        return text


def projects_of(rng, editions):
    """Enough projects, one after the other, for some four to be active in each month."""
    found, number = [], 0
    for start in [-9, -6, -3] + list(range(0, editions, 3)):
        found.append(Project(rng, number, max(start, 0)))
        number += 1
    return found


def edition(rng, content, index, projects):
    at = month(index)
    active = [each for each in projects if each.start <= index < each.end]
    ended = [each for each in projects if index - 6 <= each.end <= index]
    folder = content / "sprints" / at
    lists = "projects:\n" + "".join(f"  - {each.id}\n" for each in active)
    if ended:
        lists += "past-work:\n" + "".join(f"  - {each.id}\n" for each in ended)
    term, full = rng.choice(TERMS)
    write(folder / "index.md",
          f"---\nid: {at}\ntitle: Sprint notes {at}\nperiod: {at}\npublished: {month(index + 1)}-05\n"
          f"summary: {folded(rng)}{lists}---\n\n{plain(rng)}\n\n{full} ({term}) {plain(rng).lower()}\n\n"
          f"::metrics{{channel=blog period={at}}}\n\n{body(rng)}\n::impact{{sprint={at}}}\n")
    for each in active:
        write(folder / "updates" / f"{each.id}.md", each.update(rng, index))
    write(content / "impact" / f"{at}-story.md",
          f"---\nid: {at}-story\ntitle: {rng.choice(WORDS).capitalize()} {index}\nsprint: {at}\n"
          f"level: outcome\nevidence: [{rng.choice(active).id}]\n---\n\n{sentence(rng)} {sentence(rng)}\n")
    for day, kind in [(8, "show-and-share"), (22, "network")]:
        name = f"{at}-{day:02d}-{kind}"
        write(content / "events" / f"{name}.md",
              f"---\nid: {name}\ntitle: {kind.replace('-', ' ').capitalize()} {index}\nkind: {kind}\n"
              f"date: {at}-{day:02d}\norganiser: riverside-data\nattendance: {rng.randint(12, 90)}\n"
              f"speakers:\n  - person: {rng.choice(PEOPLE)[0]}\n    role: Keynote\n"
              f"    subject: {plain(rng)[:-1]}\nsessions:\n  - led-by: {rng.choice(BODIES)[0]}\n"
              f"    subject: {plain(rng)[:-1]}\n---\n\n{sentence(rng)}\n")
    for day in (12, 26):
        title = f"{rng.choice(WORDS).capitalize()} {rng.choice(WORDS)} {index} {day}"
        write(content / "blog" / f"{at}-{day}-post.md",
              f"---\ntitle: {title}\ndate: {at}-{day}\nauthors: [{rng.choice(PEOPLE)[0]}]\n"
              f"summary: {plain(rng)}\ntags: [{', '.join(rng.sample(TAGS, 2))}]\n"
              f"projects: [{rng.choice(active).id}]\n---\n\n{body(rng)}")
    return (f"blog.posts,{at},2,exact,,{at},\n"
            f"blog.visitors,{at},{rng.randint(200, 900)},exact,,{at},\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--editions", type=int, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng, content = random.Random(arguments.seed), arguments.out / "content"
    projects = projects_of(rng, arguments.editions)
    rows = [edition(rng, content, index, projects) for index in range(arguments.editions)]
    for project in projects:
        write(content / "projects" / f"{project.id}.md", project.text(arguments.editions - 1))
    write(content / "site.yaml", SITE)
    write(content / "lifecycle.yaml", LIFECYCLE)
    write(content / "people.yaml", "".join(f"- id: {id}\n  name: {name}\n" for id, name in PEOPLE))
    write(content / "organisations.yaml",
          "- id: riverside-data\n  name: Riverside Data\n  kind: partnership\n"
          + "".join(f"- id: {id}\n  name: {name}\n  kind: {kind}\n" for id, name, kind in BODIES))
    write(content / "glossary.yaml", "- group: Terms\n  terms:\n" + "".join(
        f"    - abbreviation: {term}\n      full: {full}\n" for term, full in TERMS))
    write(content / "metrics/definitions.yaml", METRICS)
    write(content / "metrics/observations.csv",
          "metric,period,value,qualifier,item,edition,note\n" + "".join(rows))
    write(content / "pages/accessibility.md",
          "---\nid: accessibility\ntitle: Accessibility\n---\n\nThis statement is of this site.\n")


if __name__ == "__main__":
    main()
