// Made by scripts/embed-theme from the folder templates; change it there.
// swift-format-ignore-file

extension BuiltInTheme {
  /// Every file of the theme, by name.
  static let files: [File] = [
    File(name: "assets/style.css", text: ##"""
:root {
  color-scheme: light dark;
  --ink: #16202c;
  --soft: #4a5866;
  --paper: #ffffff;
  --panel: #f2f5f8;
  --rule: #c9d2db;
  --accent: #0b5a8a;
  --done: #1d6b4f;
  --focus: #ffbf47;
  --measure: 42rem;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8edf2;
    --soft: #a9b6c3;
    --paper: #11171e;
    --panel: #1b242e;
    --rule: #364452;
    --accent: #7cc4f0;
    --done: #7fd1ae;
  }
}

* {
  box-sizing: border-box;
}

html {
  font: 100%/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  background: var(--paper);
  color: var(--ink);
  overflow-wrap: break-word;
}

body {
  margin: 0 auto;
  max-width: 68rem;
  padding: 0 1rem 3rem;
}

main,
.breadcrumbs {
  max-width: var(--measure);
}

h1,
h2,
h3,
h4 {
  line-height: 1.25;
  margin: 2rem 0 0.75rem;
  text-wrap: balance;
}

h1 {
  font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.5rem);
  margin-top: 1rem;
}

h2 {
  font-size: 1.5rem;
}

h3 {
  font-size: 1.2rem;
}

h4 {
  font-size: 1rem;
}

a {
  color: var(--accent);
  text-underline-offset: 0.15em;
}

a:hover {
  text-decoration-thickness: 0.15em;
}

:focus-visible {
  outline: 3px solid var(--focus);
  outline-offset: 2px;
}

.skip-link {
  left: -100vw;
  position: absolute;
}

.skip-link:focus {
  background: var(--focus);
  color: #16202c;
  left: 0;
  padding: 0.5rem 1rem;
  top: 0;
}

.site-header {
  border-bottom: 3px solid var(--accent);
  padding: 1rem 0 0.75rem;
}

.site-name {
  font-size: 1.5rem;
  font-weight: 700;
  margin: 0;
}

.site-name a {
  color: inherit;
  text-decoration: none;
}

.tagline {
  color: var(--soft);
  font-size: 1rem;
  font-weight: 400;
  margin-inline-start: 0.5rem;
}

.menu ul,
.footer-links,
.breadcrumbs ol,
.tags,
.pager ol {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  list-style: none;
  margin: 0.5rem 0 0;
  padding: 0;
}

.menu a,
.pager a,
.tags a,
.footer-links a {
  display: inline-block;
  padding: 0.25rem 0;
}

.menu [aria-current],
.pager [aria-current] {
  font-weight: 700;
  text-decoration: none;
}

.breadcrumbs {
  font-size: 0.9rem;
}

.breadcrumbs li + li::before {
  color: var(--soft);
  content: "›";
  margin-inline-end: 1.25rem;
}

.lure,
.question {
  font-size: 1.15rem;
}

.question {
  border-inline-start: 4px solid var(--rule);
  margin-inline: 0;
  padding-inline-start: 1rem;
}

.byline,
.detail,
.framework {
  color: var(--soft);
}

.detail {
  font-size: 0.95rem;
}

.notice,
.note,
.contents,
.lead {
  background: var(--panel);
  border-inline-start: 4px solid var(--accent);
  margin: 1.5rem 0;
  padding: 0.75rem 1rem;
}

.contents h2,
.note-title {
  font-size: 1rem;
  font-weight: 700;
  margin: 0;
}

.contents ol {
  margin: 0.5rem 0 0;
  padding-inline-start: 1.5rem;
}

.lead h2 {
  margin-top: 0;
}

.tag {
  border: 1px solid currentcolor;
  border-radius: 0.25rem;
  color: var(--accent);
  display: inline-block;
  font-size: 0.9rem;
  font-weight: 600;
  padding: 0 0.5rem;
}

.tag-delivered {
  color: var(--done);
}

.tag-closed {
  color: var(--soft);
}

.summary,
.glossary {
  border-top: 1px solid var(--rule);
  margin: 1rem 0;
}

.summary > div,
.glossary > div {
  border-bottom: 1px solid var(--rule);
  display: grid;
  gap: 0 1rem;
  grid-template-columns: minmax(6.75rem, 25%) 1fr;
  padding: 0.5rem 0;
}

.summary dt,
.glossary dt {
  font-weight: 700;
}

.summary dd,
.glossary dd {
  grid-column: 2;
  margin: 0;
}

.cards,
.board,
.links {
  list-style: none;
  padding: 0;
}

.card,
.project,
.event,
.story {
  border-top: 1px solid var(--rule);
  padding: 0.5rem 0 1rem;
}

.card :is(h2, h3) {
  font-size: 1.2rem;
  margin: 0.5rem 0 0.25rem;
}

.card p {
  margin: 0.25rem 0;
}

.links li {
  padding: 0.25rem 0;
}

.board {
  display: grid;
  gap: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
}

.board > li {
  background: var(--panel);
  padding: 0.75rem 1rem;
}

.board h3 {
  font-size: 1rem;
  margin: 0 0 0.5rem;
}

.board ul {
  list-style: none;
  margin: 0;
  padding: 0;
}

.board p {
  color: var(--soft);
  margin: 0;
}

.lifecycle {
  display: grid;
  gap: 0.5rem;
  grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
  list-style: none;
  padding: 0;
}

.stage {
  background: var(--panel);
  border-top: 5px solid var(--rule);
  font-size: 0.95rem;
  padding: 0.5rem;
}

.stage-done {
  border-top-color: var(--done);
}

.stage-current {
  border-top-color: var(--accent);
  box-shadow: inset 0 0 0 2px var(--accent);
}

.stage-name {
  display: block;
  font-weight: 700;
}

.stage-dates {
  color: var(--soft);
}

.steps li {
  margin-bottom: 0.5rem;
}

.tracked .detail {
  display: block;
}

.figures ul {
  margin: 0;
}

.figures li {
  padding: 0;
}

.figures .detail {
  font-weight: 400;
}

table {
  border-collapse: collapse;
  display: block;
  margin: 1rem 0;
  overflow-x: auto;
  width: 100%;
}

caption {
  font-weight: 700;
  text-align: start;
}

th,
td {
  border-bottom: 1px solid var(--rule);
  padding: 0.4rem 0.75rem 0.4rem 0;
  text-align: start;
  vertical-align: top;
}

pre {
  background: var(--panel);
  overflow-x: auto;
  padding: 0.75rem 1rem;
}

img {
  height: auto;
  max-width: 100%;
}

abbr[title] {
  text-decoration: underline dotted;
}

.heading-link {
  color: inherit;
  text-decoration: none;
}

.heading-link:hover,
.heading-link:focus {
  text-decoration: underline;
}

.pager {
  border-top: 1px solid var(--rule);
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1.5rem;
  margin-top: 2rem;
  padding-top: 1rem;
}

.pager ol {
  margin: 0;
}

.site-footer {
  border-top: 1px solid var(--rule);
  color: var(--soft);
  margin-top: 3rem;
  padding-top: 1rem;
}

@media print {
  .menu,
  .breadcrumbs,
  .skip-link,
  .contents,
  .pager {
    display: none;
  }

  body {
    max-width: none;
    padding: 0;
  }

  .project,
  .stage,
  .card,
  .changes ul,
  tr {
    break-inside: avoid;
  }
}
"""## + "\n"),
    File(name: "blog.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/posts.html' as parts %}
{% block content %}
<ul class="cards">
{% for post in posts %}{{ parts.card(post) }}{% endfor %}
</ul>
{% if page.pagination %}{{ parts.pager(page.pagination) }}{% endif %}
{% if site.tags and page.pagination and page.pagination.number == 1 %}
<nav aria-labelledby="tags">
<h2 id="tags">Tags</h2>
<ul class="tags">{% for term in site.tags %}<li><a href="{{ term.url }}">{{ term.name }} ({{ term.count }})</a></li>{% endfor %}</ul>
</nav>
{% endif %}
{% endblock %}
"""## + "\n"),
    File(name: "board.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/projects.html' as parts %}
{% import 'partials/steps.html' as step_parts %}
{% block content %}
<p class="byline">As at {{ edition.period_label }}. Read the <a href="{{ edition.url }}">whole edition</a>.</p>
<section aria-labelledby="asks">
<h2 id="asks">{{ site.section_needs }}</h2>
{% for group in edition.asks %}
<h3>{{ group.label }}</h3>
{{ step_parts.list(group.steps) }}
{% else %}
<p>Nothing is needed.</p>
{% endfor %}
</section>
{% if edition.decisions %}
<section aria-labelledby="decisions">
<h2 id="decisions">Waiting for a decision</h2>
{% for group in edition.decisions %}
<h3>{{ group.label }}</h3>
{{ step_parts.list(group.steps) }}
{% endfor %}
</section>
{% endif %}
<section aria-labelledby="dates">
<h2 id="dates">Dates</h2>
{% for group in edition.dates %}
<h3>{{ group.label }}</h3>
{{ step_parts.list(group.steps) }}
{% else %}
<p>Nothing has a date.</p>
{% endfor %}
</section>
<section aria-labelledby="stages">
<h2 id="stages">Stages</h2>
{% if edition.stage_moves %}
<ul>
{% for move in edition.stage_moves %}
<li><a href="{{ move.project.url }}">{{ move.project.title }}</a>: {{ move.text }}</li>
{% endfor %}
</ul>
{% else %}
<p>No project came into another stage.</p>
{% endif %}
{% if edition.projects %}
<table>
<caption>Where each project stands</caption>
<thead><tr><th scope="col">Project</th><th scope="col">Stage</th><th scope="col">Months in it</th></tr></thead>
<tbody>
{% for project in edition.projects %}
<tr><th scope="row"><a href="{{ project.url }}">{{ project.title }}</a></th><td>{{ parts.tag(project) }}</td><td>{% if project.current_stage %}{{ project.current_stage.months }}{% else %}–{% endif %}</td></tr>
{% endfor %}
</tbody>
</table>
{% endif %}
</section>
{% endblock %}
"""## + "\n"),
    File(name: "components/events.html", text: ##"""
{% from 'partials/events.html' import facts %}
{# The events of a period: `::events{period=2021-09}`. #}
{% macro events(period: period) -%}
{% for event in site.events|reverse if event.date|within(period) %}
<article class="event">
<h3><a href="{{ event.url }}">{{ event.title }}</a></h3>
{{ event.body }}
{{ facts(event) }}
</article>
{% else %}
<p>There were no events.</p>
{% endfor %}
{%- endmacro %}
"""## + "\n"),
    File(name: "components/glossary.html", text: ##"""
{# The abbreviations known at the edition, or all of them elsewhere: `::glossary`. #}
{% macro glossary() -%}
{% set groups = page.edition.glossary if page.edition else site.glossary %}
{% for group in groups %}
<h3>{{ group.name }}</h3>
<dl class="glossary">
{% for term in group.terms %}
<div><dt>{{ term.abbreviation }}</dt><dd>{{ term.full }}{% if term.note %} – {{ term.note }}{% endif %}</dd></div>
{% endfor %}
</dl>
{% endfor %}
{%- endmacro %}
"""## + "\n"),
    File(name: "components/impact.html", text: ##"""
{# The impact stories that an edition tells: `::impact{sprint=2021-09}`. #}
{% macro impact(sprint: edition) -%}
{% for story in sprint.stories %}
<article class="story">
<h3><a href="{{ story.url }}">{{ story.title }}</a></h3>
{{ story.body }}
<p class="detail">{% if story.beneficiary %}For {{ story.beneficiary.name }}. {% endif %}{% if story.evidence %}Evidence from {% for project in story.evidence %}<a href="{{ project.url }}">{{ project.title }}</a>{% if not loop.last %}, {% endif %}{% endfor %}.{% endif %}{% if story.expected %} Expected in {{ story.expected|date('%B %Y') }}.{% endif %}</p>
</article>
{% else %}
<p>No impact was reported.</p>
{% endfor %}
{%- endmacro %}
"""## + "\n"),
    File(name: "components/metrics.html", text: ##"""
{# Values and changes of one or more channels: `::metrics{channel=blog period=2021-07/2021-09}`. #}
{% macro metrics(channel: list[string], period: period) -%}
{% set observations = page.edition.observations if page.edition else site.observations %}
{% set comparisons = page.edition.comparisons if page.edition else site.comparisons %}
<table class="metrics">
<caption>Figures, {{ period|label }}</caption>
<thead><tr><th scope="col">What</th><th scope="col">When</th><th scope="col">Value</th></tr></thead>
<tbody>
{% for entry in observations if entry.channel in channel and entry.period|within(period) %}
<tr><th scope="row">{{ entry.name }}{% if entry.item %}: {{ entry.item }}{% endif %}</th><td>{{ entry.period_label }}</td><td>{{ entry.value }} {{ entry.unit }}</td></tr>
{% endfor %}
{% for entry in comparisons if entry.channel in channel and entry.period|within(period) %}
<tr><th scope="row">{{ entry.name }}</th><td>{{ entry.period_label }}{% if entry.against %}, against {{ entry.against }}{% endif %}</td><td>{{ entry.change }}</td></tr>
{% endfor %}
</tbody>
</table>
{%- endmacro %}
"""## + "\n"),
    File(name: "components/note.html", text: ##"""
{# A remark set apart from the text: `:::note` to `:::`. #}
{% macro note(title: string = 'Note') -%}
<aside class="note"><p class="note-title">{{ title }}</p>
{{ caller() }}
</aside>
{%- endmacro %}
"""## + "\n"),
    File(name: "components/past-work.html", text: ##"""
{% import 'partials/projects.html' as parts %}
{# The ended projects that an edition lists: `::past-work`. #}
{% macro past_work() -%}
{% set projects = page.edition.past_work if page.edition else site.past_projects %}
<ul class="cards">
{% for project in projects %}
<li class="card" id="{{ project.id }}">
<h3><a href="{{ project.url }}">{{ project.title }}</a></h3>
<p>{{ parts.tag(project) }}</p>
{{ parts.purpose(project) }}
</li>
{% endfor %}
</ul>
{%- endmacro %}
"""## + "\n"),
    File(name: "components/projects.html", text: ##"""
{% import 'partials/projects.html' as parts %}
{# The updates of an edition's projects: `::projects{sprint=2021-09}`. #}
{% macro projects(sprint: edition) -%}
{% for project in sprint.projects %}
<section class="project" id="{{ project.id }}" aria-labelledby="{{ project.id }}-title">
<h3 id="{{ project.id }}-title"><a href="{{ project.url }}">{{ project.printed_title or project.title }}</a></h3>
<p>{{ parts.tag(project) }}</p>
{{ parts.purpose(project) }}
{{ parts.people(project) }}
{% for update in sprint.updates if update.project.id == project.id %}
{{ parts.update(update) }}
{% else %}
<p>There is no update for this sprint.</p>
{% endfor %}
<h4>Lifecycle</h4>
{{ parts.lifecycle(project) }}
</section>
{% endfor %}
{%- endmacro %}
"""## + "\n"),
    File(name: "components/term.html", text: ##"""
{# A term that the glossary explains: `:term[ISP]`. #}
{% macro term(label: string) -%}
{% for group in site.glossary %}{% for term in group.terms if term.abbreviation == label %}<a class="term" href="{{ term.url }}">{{ term.abbreviation }}</a>{% endfor %}{% endfor %}
{%- endmacro %}
"""## + "\n"),
    File(name: "edition.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/changes.html' as parts %}
{% block og_type %}article{% endblock %}
{% block main %}
<article class="edition">
<h1>{{ page.title }}</h1>
<p class="byline">{{ edition.period_label }}{% if edition.published %}, published <time datetime="{{ edition.published }}">{{ edition.published|date('%-d %B %Y') }}</time>{% endif %}{% if edition.quarter and edition.quarter.name %}. Reports <a href="{{ edition.quarter.url }}">{{ edition.quarter.name }}, {{ edition.quarter.label }}</a>.{% endif %}</p>
<p class="lure">{{ edition.summary }}</p>
<p class="notice">This is the edition of {{ edition.period_label }}. Read <a href="{{ site.latest_url }}">the latest edition</a>.</p>
{% if site.framework %}
<p class="framework">{{ site.framework }}</p>
{% endif %}
{% if page.headings %}
<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
{% if edition.changes %}
<li><a href="#changes-since-{{ edition.changes.since.id }}">What changed since {{ edition.changes.since.period_label }}</a></li>
{% endif %}
{% for heading in page.headings if heading.level == 2 %}
<li><a href="#{{ heading.id }}">{{ heading.text }}</a></li>
{% endfor %}
</ol>
</nav>
{% endif %}
{% if edition.changes %}
{{ parts.changes(edition.changes) }}
{% endif %}
{{ page.content }}
{% if edition.corrections %}
<section aria-labelledby="corrections">
<h2 id="corrections">Corrections</h2>
<ul>
{% for correction in edition.corrections %}
<li><time datetime="{{ correction.date }}">{{ correction.date|date('%-d %B %Y') }}</time>: {{ correction.text }}</li>
{% endfor %}
</ul>
</section>
{% endif %}
<p class="board-link"><a href="{{ edition.board_url }}">For boards: what projects need, and what is due</a></p>
{% if edition.previous %}
<nav class="pager" aria-label="Editions"><a rel="prev" href="{{ edition.previous.url }}">{{ edition.previous.title }}</a></nav>
{% endif %}
</article>
{% endblock %}
"""## + "\n"),
    File(name: "editions.html", text: ##"""
{% extends 'layouts/base.html' %}
{% block content %}
<ol class="cards">
{% for edition in site.editions %}
<li class="card">
<h2><a href="{{ edition.url }}">{{ edition.title }}</a></h2>
<p class="byline">{{ edition.period_label }}{% if edition.quarter %}, with the figures of {{ edition.quarter.label }}{% endif %}</p>
<p>{{ edition.summary }}</p>
</li>
{% endfor %}
</ol>
{% endblock %}
"""## + "\n"),
    File(name: "engagement.html", text: ##"""
{% extends 'layouts/base.html' %}
{% block content %}
<p class="byline">{% if report.quarter.name %}The programme's {{ report.quarter.name }}. {% endif %}Reported in {% for edition in report.editions %}{% if not loop.first %} and {% endif %}<a href="{{ edition.url }}">{{ edition.title }}</a>{% endfor %}.</p>
<p>Beside what was stated stands what it comes to when it is worked out from the events and months on file. Neither replaces the other.</p>
{% for level in report.levels %}
<section aria-labelledby="level-{{ loop.index }}">
<h2 id="level-{{ loop.index }}">{{ level.name }}</h2>
<table class="figures">
<caption>{{ level.name }}, {{ report.quarter.label }}</caption>
<thead><tr><th scope="col">What</th><th scope="col">Stated</th><th scope="col">Worked out</th></tr></thead>
<tbody>
{% for metric in level.metrics %}
<tr>
<th scope="row">{{ metric.name }} <span class="detail">{{ metric.unit }}</span></th>
<td>{{ stated(metric) }}</td>
<td>{{ worked(metric) }}</td>
</tr>
{% endfor %}
</tbody>
</table>
</section>
{% else %}
<p>No figures are on file for this quarter.</p>
{% endfor %}
{% endblock %}

{# What was stated of a metric: for the quarter, for parts of it, against earlier periods. #}
{% macro stated(metric: metric_figures) -%}
{% if metric.stated or metric.parts or metric.comparisons %}
<ul class="links">
{% for entry in metric.stated %}
<li>{{ entry.value }}{% if entry.item %}, {{ entry.item }}{% endif %}</li>
{% endfor %}
{% for entry in metric.parts %}
<li>{{ entry.value }} <span class="detail">{{ entry.period_label }}{% if entry.item %}, {{ entry.item }}{% endif %}</span></li>
{% endfor %}
{% for entry in metric.comparisons %}
<li>{{ entry.change }}{% if entry.against %} <span class="detail">against {{ entry.against }}</span>{% endif %}</li>
{% endfor %}
</ul>
{% else %}
Nothing
{% endif %}
{%- endmacro %}

{# What a metric comes to, and how far that is from what was stated. #}
{% macro worked(metric: metric_figures) -%}
{% if metric.worked %}{{ metric.worked }} <span class="detail">{{ metric.basis }}</span>{% if metric.difference %}. <strong>{{ metric.difference }}</strong>{% endif %}{% elif metric.basis %}<span class="detail">{{ metric.basis }}</span>{% else %}<span class="detail">no parts on file</span>{% endif %}
{%- endmacro %}
"""## + "\n"),
    File(name: "event.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/events.html' as parts %}
{% block content %}
{{ event.body }}
{{ parts.facts(event) }}
{% if event.link %}
<p><a href="{{ event.link }}">Join or read more</a></p>
{% endif %}
{% if event.projects %}
<section aria-labelledby="projects">
<h2 id="projects">Projects</h2>
<ul class="links">{% for project in event.projects %}<li><a href="{{ project.url }}">{{ project.title }}</a></li>{% endfor %}</ul>
</section>
{% endif %}
{% endblock %}
"""## + "\n"),
    File(name: "events.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/events.html' as parts %}
{% block content %}
<ul class="cards">
{% for event in site.events %}
<li class="card">
<h2><a href="{{ event.url }}">{{ event.title }}</a></h2>
{{ parts.facts(event) }}
</li>
{% endfor %}
</ul>
{% endblock %}
"""## + "\n"),
    File(name: "glossary.html", text: ##"""
{% extends 'layouts/base.html' %}
{% block content %}
{% for group in site.glossary %}
<section aria-labelledby="group-{{ loop.index }}">
<h2 id="group-{{ loop.index }}">{{ group.name }}</h2>
<dl class="glossary">
{% for term in group.terms %}
<div id="{{ term.anchor }}"><dt>{{ term.abbreviation }}</dt>
<dd>{{ term.full }}{% if term.note %} – {{ term.note }}{% endif %}</dd>
{% if term.plain_meaning %}
<dd>{{ term.plain_meaning }}</dd>
{% endif %}
{% if term.project %}
<dd>Project: <a href="{{ term.project.url }}">{{ term.project.title }}</a></dd>
{% endif %}
{% if term.uses %}
<dd class="detail">Used in {% for use in term.uses %}<a href="{{ use.url }}">{{ use.title }}</a>{% if not loop.last %}, {% endif %}{% endfor %}</dd>
{% endif %}
</div>
{% endfor %}
</dl>
</section>
{% endfor %}
{% endblock %}
"""## + "\n"),
    File(name: "home.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/projects.html' as parts %}
{% import 'partials/events.html' as event_parts %}
{% block title %}{{ site.full_name or site.name }}{% endblock %}
{% block main %}
<h1>{{ page.title }}</h1>
{% if site.latest_edition %}
<section class="lead" aria-labelledby="latest">
<h2 id="latest"><a href="{{ site.latest_edition.url }}">{{ site.latest_edition.title }}</a></h2>
<p>{{ site.latest_edition.summary }}</p>
</section>
{% endif %}
{% if site.project_stages %}
<section aria-labelledby="stages">
<h2 id="stages">Projects by stage</h2>
<ol class="board">
{% for group in site.project_stages %}
<li>
<h3>{{ group.stage.name }}</h3>
{% if group.projects %}
<ul>{% for project in group.projects %}<li><a href="{{ project.url }}">{{ project.title }}</a></li>{% endfor %}</ul>
{% else %}
<p>None</p>
{% endif %}
</li>
{% endfor %}
</ol>
</section>
{% endif %}
{% if site.recent_posts %}
<section aria-labelledby="posts">
<h2 id="posts">From the blog</h2>
<ul class="cards">
{% for post in site.recent_posts %}
<li class="card">
<h3><a href="{{ post.url }}">{{ post.title }}</a></h3>
<p><time datetime="{{ post.date }}">{{ post.date|date('%-d %B %Y') }}</time></p>
<p>{{ post.summary }}</p>
</li>
{% endfor %}
</ul>
</section>
{% endif %}
{% if site.events %}
<section aria-labelledby="events">
<h2 id="events">Events</h2>
<ul class="cards">
{% for event in site.events[:4] %}
{{ event_parts.card(event) }}
{% endfor %}
</ul>
</section>
{% endif %}
{% if site.feeds %}
<section aria-labelledby="subscribe">
<h2 id="subscribe">Subscribe</h2>
<ul>
{% for feed in site.feeds %}
<li><a href="{{ feed.url }}" type="{{ feed.media_type }}">{{ feed.title }}</a></li>
{% endfor %}
</ul>
</section>
{% endif %}
{% endblock %}
"""## + "\n"),
    File(name: "impact.html", text: ##"""
{% extends 'layouts/base.html' %}
{% block content %}
<ul class="cards">
{% for story in site.stories %}
<li class="card">
<h2><a href="{{ story.url }}">{{ story.title }}</a></h2>
<p class="byline"><span class="tag">{{ story.level_name }}</span> {{ story.edition.period_label }}{% if story.beneficiary %}, for {{ story.beneficiary.name }}{% endif %}</p>
{{ story.body }}
</li>
{% endfor %}
</ul>
{% endblock %}
"""## + "\n"),
    File(name: "layouts/base.html", text: ##"""
<!doctype html>
<html lang="{{ page.language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ page.title }} – {{ site.name }}{% endblock %}</title>
{% if page.summary %}
<meta name="description" content="{{ page.summary }}">
{% endif %}
<link rel="canonical" href="{{ page.canonical }}">
<link rel="stylesheet" href="{{ 'assets/style.css'|asset }}">
{% for feed in site.feeds %}
<link rel="alternate" type="{{ feed.media_type }}" title="{{ feed.title }}" href="{{ feed.url }}">
{% endfor %}
{% if page.pagination and page.pagination.previous %}
<link rel="prev" href="{{ page.pagination.previous }}">
{% endif %}
{% if page.pagination and page.pagination.next %}
<link rel="next" href="{{ page.pagination.next }}">
{% endif %}
<meta property="og:type" content="{% block og_type %}website{% endblock %}">
<meta property="og:title" content="{{ page.title }}">
<meta property="og:url" content="{{ page.canonical }}">
<meta property="og:site_name" content="{{ site.full_name or site.name }}">
{% if page.summary %}
<meta property="og:description" content="{{ page.summary }}">
{% endif %}
</head>
<body>
<a class="skip-link" href="#main">Skip to main content</a>
{% include 'partials/header.html' %}
{% if page.breadcrumbs %}
<nav class="breadcrumbs" aria-label="Breadcrumb">
<ol>
{% for crumb in page.breadcrumbs %}
<li><a href="{{ crumb.url }}">{{ crumb.title }}</a></li>
{% endfor %}
</ol>
</nav>
{% endif %}
<main id="main" tabindex="-1">
{% block main %}
<h1>{{ page.title }}</h1>
{% block content %}{{ page.content }}{% endblock %}
{% endblock %}
</main>
{% include 'partials/footer.html' %}
</body>
</html>
"""## + "\n"),
    File(name: "next.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/steps.html' as parts %}
{% block content %}
{% for group in site.open_steps %}
<section aria-labelledby="group-{{ loop.index }}">
<h2 id="group-{{ loop.index }}">{{ group.label }}</h2>
{{ parts.list(group.steps) }}
</section>
{% else %}
<p>Nothing is open.</p>
{% endfor %}
{% endblock %}
"""## + "\n"),
    File(name: "not-found.html", text: ##"""
{% extends 'layouts/base.html' %}
{% block content %}
<p>There is no page at this address. If you typed it, check it for mistakes. If you followed a link, the page may have moved.</p>
<p>Start again from the <a href="{{ site.url }}">home page</a>.</p>
{% endblock %}
"""## + "\n"),
    File(name: "page.html", text: ##"""
{% extends 'layouts/base.html' %}
"""## + "\n"),
    File(name: "partials/changes.html", text: ##"""
{# What changed since the edition before: by project, then the programme's steps and the figures. #}
{% macro changes(changes: changes) -%}
<section class="changes" aria-labelledby="changes-since-{{ changes.since.id }}">
<h2 id="changes-since-{{ changes.since.id }}">What changed since <a href="{{ changes.since.url }}">{{ changes.since.period_label }}</a></h2>
{% for group in changes.projects %}
<h3><a href="{{ group.project.url }}">{{ group.project.title }}</a></h3>
{{ list(group.changes) }}
{% endfor %}
{% if changes.programme %}
<h3>The programme</h3>
{{ list(changes.programme) }}
{% endif %}
{% if changes.figures %}
<h3>Figures</h3>
{{ list(changes.figures) }}
{% endif %}
</section>
{%- endmacro %}

{# Changes, a sentence each. #}
{% macro list(changes: list[change]) -%}
<ul>
{% for change in changes %}
<li class="change change-{{ change.kind }}">{{ change.text }}</li>
{% endfor %}
</ul>
{%- endmacro %}
"""## + "\n"),
    File(name: "partials/events.html", text: ##"""
{# The day or days of an event. #}
{% macro when(event: event) -%}
<time datetime="{{ event.date }}">{{ event.date|date('%-d %B %Y') }}</time>{% if event.end %} to <time datetime="{{ event.end }}">{{ event.end|date('%-d %B %Y') }}</time>{% endif %}{% if event.start %}, {{ event.start }}{% endif %}
{%- endmacro %}

{# What is known of an event, as a summary list. #}
{% macro facts(event: event) -%}
<dl class="summary">
<div><dt>When</dt><dd>{{ when(event) }}{% if event.is_cancelled %} <strong>Cancelled</strong>{% endif %}</dd></div>
{% if event.place %}
<div><dt>Where</dt><dd>{{ event.place }}</dd></div>
{% endif %}
{% if event.organiser %}
<div><dt>Organiser</dt><dd>{{ event.organiser.name }}</dd></div>
{% endif %}
{% if event.host %}
<div><dt>Host</dt><dd>{{ event.host.name }}</dd></div>
{% endif %}
{% if event.theme %}
<div><dt>Theme</dt><dd>{{ event.theme }}</dd></div>
{% endif %}
{% if event.topics %}
<div><dt>Topics</dt><dd>{{ event.topics|join(', ') }}</dd></div>
{% endif %}
{% for speaker in event.speakers if speaker.person %}
<div><dt>{{ speaker.role or 'Speaker' }}</dt><dd>{{ speaker.person.name }}{% if speaker.person.organisation %}, {{ speaker.person.organisation.name }}{% endif %}{% if speaker.subject %}: {{ speaker.subject }}{% endif %}</dd></div>
{% endfor %}
{% for session in event.sessions %}
<div><dt>Session</dt><dd>{{ session.subject }}{% if session.led_by %}, led by {{ session.led_by.name }}{% endif %}</dd></div>
{% endfor %}
{% if event.attendance is not none %}
<div><dt>Attendance</dt><dd>{{ event.attendance }}</dd></div>
{% endif %}
{% if event.audience %}
<div><dt>Audience</dt><dd>{{ event.audience }}</dd></div>
{% endif %}
</dl>
{%- endmacro %}

{# One line for a list of events. #}
{% macro card(event: event) -%}
<li class="card">
<h3><a href="{{ event.url }}">{{ event.title }}</a></h3>
<p>{{ event.kind_label }}, {{ when(event) }}{% if event.is_cancelled %} <strong>Cancelled</strong>{% endif %}{% if event.attendance is not none %}: {{ event.attendance }} attended{% endif %}</p>
</li>
{%- endmacro %}
"""## + "\n"),
    File(name: "partials/footer.html", text: ##"""
<footer class="site-footer">
{% if site.invitation or site.formula %}
<p class="formula">{% if site.invitation %}{{ site.invitation }}{% endif %}{% if site.formula %} <span>{{ site.formula }}</span>{% endif %}</p>
{% endif %}
{% if site.contact %}
<p>{{ site.contact.purpose or 'Contact' }}: <a href="mailto:{{ site.contact.email }}">{{ site.contact.email }}</a></p>
{% endif %}
<ul class="footer-links">
{% if site.accessibility_url %}
<li><a href="{{ site.accessibility_url }}">Accessibility statement</a></li>
{% endif %}
{% if site.privacy_url %}
<li><a href="{{ site.privacy_url }}">Privacy</a></li>
{% endif %}
{% for feed in site.feeds %}
<li><a href="{{ feed.url }}" type="{{ feed.media_type }}">{{ feed.title }}</a></li>
{% endfor %}
</ul>
{% if site.licence %}
<p>{% if site.licence.link %}Content is available under the <a rel="license" href="{{ site.licence.link }}">{{ site.licence.name }}</a>.{% else %}Content is available under the {{ site.licence.name }}.{% endif %}</p>
{% endif %}
{% if page.updated %}
<p>Last changed <time datetime="{{ page.updated }}">{{ page.updated|date('%-d %B %Y') }}</time>.</p>
{% endif %}
</footer>
"""## + "\n"),
    File(name: "partials/header.html", text: ##"""
<header class="site-header">
<p class="site-name"><a href="{{ site.url }}">{{ site.name }}</a>{% if site.tagline %} <span class="tagline">{{ site.tagline }}</span>{% endif %}</p>
{% if site.menu %}
<nav class="menu" aria-label="Main">
<ul>
{% for entry in site.menu %}
<li><a href="{{ entry.url }}"{% if entry.url == page.url %} aria-current="page"{% endif %}>{{ entry.title }}</a></li>
{% endfor %}
</ul>
</nav>
{% endif %}
</header>
"""## + "\n"),
    File(name: "partials/posts.html", text: ##"""
{# Who wrote a post and when. #}
{% macro byline(post: post) -%}
<p class="byline"><time datetime="{{ post.date }}">{{ post.date|date('%-d %B %Y') }}</time>{% if post.authors %} by {% for author in post.authors %}<a href="{{ author.url }}" rel="author">{{ author.name }}</a>{% if not loop.last %}, {% endif %}{% endfor %}{% endif %} · {{ post.reading_minutes }} {{ 'minute' if post.reading_minutes == 1 else 'minutes' }} to read</p>
{%- endmacro %}

{# One entry of a list of posts. #}
{% macro card(post: post) -%}
<li class="card">
<h2><a href="{{ post.url }}">{{ post.title }}</a></h2>
{{ byline(post) }}
<p>{{ post.summary }}</p>
</li>
{%- endmacro %}

{# The way through a list that is cut into pages. #}
{% macro pager(pagination: pagination) -%}
{% if pagination.total > 1 %}
<nav class="pager" aria-label="Pages">
{% if pagination.previous %}
<a rel="prev" href="{{ pagination.previous }}">Newer posts</a>
{% endif %}
<ol>
{% for entry in pagination.pages %}
{% if loop.previtem is defined and entry.number > loop.previtem.number + 1 %}
<li>…</li>
{% endif %}
<li><a href="{{ entry.url }}" aria-label="Page {{ entry.number }}"{% if entry.number == pagination.number %} aria-current="page"{% endif %}>{{ entry.number }}</a></li>
{% endfor %}
</ol>
{% if pagination.next %}
<a rel="next" href="{{ pagination.next }}">Older posts</a>
{% endif %}
</nav>
{% endif %}
{%- endmacro %}
"""## + "\n"),
    File(name: "partials/projects.html", text: ##"""
{# The question a project asks, or what it aims at. #}
{% macro purpose(project: project) -%}
{% if project.question %}<p class="question">{{ project.question }}</p>{% elif project.aim %}<p class="question">{{ project.aim }}</p>{% endif %}
{%- endmacro %}

{# Where a project stands, in a few words. #}
{% macro tag(project: project) -%}
{% if project.ended %}<span class="tag tag-{{ project.status }}">{{ project.status_label }} {{ project.ended|date('%B %Y') }}</span>
{%- elif project.current_stage %}<span class="tag">{{ project.current_stage.name }}{% if project.current_stage.part %}: {{ project.current_stage.part }}{% endif %}</span>
{%- else %}<span class="tag">{{ project.status_label }}</span>{% endif %}
{%- endmacro %}

{# Who sponsors a project, who works on it and with whom. #}
{% macro people(project: project) -%}
{% if project.sponsors or project.analysts or project.partners %}
<dl class="summary">
{% if project.sponsors %}
<div><dt>{{ 'Sponsor' if project.sponsors|length == 1 else 'Sponsors' }}</dt><dd>{{ project.sponsors|map(attribute='name')|join(', ') }}</dd></div>
{% endif %}
{% if project.analysts %}
<div><dt>{{ 'Analyst' if project.analysts|length == 1 else 'Analysts' }}</dt><dd>{{ project.analysts|map(attribute='name')|join(', ') }}</dd></div>
{% endif %}
{% if project.partners %}
<div><dt>{{ 'Partner' if project.partners|length == 1 else 'Partners' }}</dt><dd>{{ project.partners|map(attribute='name')|join(', ') }}</dd></div>
{% endif %}
</dl>
{% endif %}
{%- endmacro %}

{# Every stage of the lifecycle in order: done, current or not started, with its months. #}
{% macro lifecycle(project: project) -%}
{% if project.has_lifecycle %}
<ol class="lifecycle">
{% for state in project.stages %}
<li class="stage stage-{{ state.progress }}"{% if state.progress == 'current' %} aria-current="step"{% endif %}>
<span class="stage-name">{{ state.name }}{% if state.part %} ({% if state.part_code %}{{ state.part_code }} {% endif %}{{ state.part }}){% endif %}</span>
{% if state.from %}
<span class="stage-dates"><time datetime="{{ state.from }}">{{ state.from|date('%b %Y') }}</time> to {% if state.to %}<time datetime="{{ state.to }}">{{ state.to|date('%b %Y') }}</time>{% else %}present{% endif %}</span>
{% else %}
<span class="stage-dates">Not started</span>
{% endif %}
</li>
{% endfor %}
</ol>
{% endif %}
{%- endmacro %}

{# Next steps or needs, each with what is known of it. #}
{% macro steps(steps: list[step]) -%}
<ul class="steps">
{% for step in steps %}
<li>{{ step.text }}{% if step.from %} <span class="detail">From {{ step.from }}.</span>{% endif %}{% if step.owner %} <span class="detail">{{ step.owner.name }}.</span>{% endif %}{% if step.due %} <span class="detail">Due {{ step.due }}.</span>{% endif %}</li>
{% endfor %}
</ul>
{%- endmacro %}

{# A heading of a level that the caller knows. #}
{% macro heading(level: int, text: string) -%}
{% if level == 2 %}<h2>{{ text }}</h2>{% elif level == 3 %}<h3>{{ text }}</h3>{% else %}<h4>{{ text }}</h4>{% endif %}
{%- endmacro %}

{# The three sections of an update. Headings are of the given level. #}
{% macro update(update: update, level: int = 4) -%}
{% if update.nothing_to_report %}
<p>Nothing to report: {{ update.nothing_to_report }}</p>
{% endif %}
{% if update.has_done %}
{{ heading(level, site.section_done) }}
<div class="done">{{ update.done }}</div>
{% endif %}
{% if update.next %}
{{ heading(level, site.section_next) }}
{{ steps(update.next) }}
{% endif %}
{% if update.needs %}
{{ heading(level, site.section_needs) }}
{{ steps(update.needs) }}
{% elif update.asks_needs %}
{{ heading(level, site.section_needs) }}
<p>None given for this sprint.</p>
{% endif %}
{%- endmacro %}

{# One line for a list of projects. #}
{% macro card(project: project) -%}
<li class="card">
<h3><a href="{{ project.url }}">{{ project.title }}</a></h3>
<p>{{ tag(project) }}</p>
{{ purpose(project) }}
</li>
{%- endmacro %}
"""## + "\n"),
    File(name: "partials/steps.html", text: ##"""
{# Steps and needs of several projects, each with whose it is, when it is due and where it is from. #}
{% macro list(steps: list[step]) -%}
<ul class="steps tracked">
{% for step in steps %}
<li>{{ step.text }} <span class="detail">{% if step.project %}<a href="{{ step.project.url }}">{{ step.project.title }}</a>{% else %}The programme{% endif %}{% if step.kind == 'need' %}, needed{% endif %}{% if step.due %}, due {{ step.due }}{% endif %}{% if step.owner %}, {{ step.owner.name }}{% endif %}, from <a href="{{ step.edition.url }}">{{ step.edition.period_label }}</a></span></li>
{% endfor %}
</ul>
{%- endmacro %}
"""## + "\n"),
    File(name: "post.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/posts.html' as parts %}
{% block og_type %}article{% endblock %}
{% block main %}
<article class="post">
<h1>{{ page.title }}</h1>
{{ parts.byline(post) }}
<p class="lure">{{ post.summary }}</p>
{% if post.image %}
<img class="lead-image" src="{{ post.image }}" alt="{{ post.image_alt or '' }}">
{% endif %}
{{ page.content }}
{% if post.external_url %}
<p>First published at <a href="{{ post.external_url }}">{{ post.external_url }}</a>.</p>
{% endif %}
{% if post.projects %}
<section aria-labelledby="projects">
<h2 id="projects">Projects in this post</h2>
<ul class="links">{% for project in post.projects %}<li><a href="{{ project.url }}">{{ project.title }}</a></li>{% endfor %}</ul>
</section>
{% endif %}
{% if post.tags %}
<ul class="tags" aria-label="Tags">{% for term in post.tags %}<li><a href="{{ term.url }}" rel="tag">{{ term.name }}</a></li>{% endfor %}</ul>
{% endif %}
</article>
{% if post.newer or post.older %}
<nav class="pager" aria-label="Posts">
{% if post.older %}<a rel="prev" href="{{ post.older.url }}">Older: {{ post.older.title }}</a>{% endif %}
{% if post.newer %}<a rel="next" href="{{ post.newer.url }}">Newer: {{ post.newer.title }}</a>{% endif %}
</nav>
{% endif %}
{% endblock %}
"""## + "\n"),
    File(name: "project.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/projects.html' as parts %}
{% import 'partials/events.html' as event_parts %}
{% block content %}
<p>{{ parts.tag(project) }}</p>
{{ parts.purpose(project) }}
{{ parts.people(project) }}
{{ project.about }}
{% if project.closed_because %}
<p>{{ project.closed_because }}</p>
{% endif %}
{% if project.has_lifecycle %}
<section aria-labelledby="lifecycle">
<h2 id="lifecycle">Lifecycle</h2>
{{ parts.lifecycle(project) }}
</section>
{% endif %}
{% if project.update %}
<section aria-labelledby="update">
<h2 id="update">Latest update</h2>
<p class="byline">From the edition <a href="{{ project.update.edition.url }}">{{ project.update.edition.title }}</a></p>
{{ parts.update(project.update, 3) }}
</section>
{% endif %}
{% if project.open_steps or project.open_needs %}
<section aria-labelledby="open">
<h2 id="open">Still open</h2>
{% if project.open_steps %}
<h3>{{ site.section_next }}</h3>
{{ parts.steps(project.open_steps) }}
{% endif %}
{% if project.open_needs %}
<h3>{{ site.section_needs }}</h3>
{{ parts.steps(project.open_needs) }}
{% endif %}
</section>
{% endif %}
{% if project.stories %}
<section aria-labelledby="impact">
<h2 id="impact">Impact</h2>
<ul class="links">{% for story in project.stories %}<li><a href="{{ story.url }}">{{ story.title }}</a></li>{% endfor %}</ul>
</section>
{% endif %}
{% if project.events %}
<section aria-labelledby="events">
<h2 id="events">Events</h2>
<ul class="cards">{% for event in project.events %}{{ event_parts.card(event) }}{% endfor %}</ul>
</section>
{% endif %}
{% if project.posts %}
<section aria-labelledby="posts">
<h2 id="posts">Blog posts</h2>
<ul class="links">{% for post in project.posts %}<li><a href="{{ post.url }}">{{ post.title }}</a></li>{% endfor %}</ul>
</section>
{% endif %}
{% if project.updates|length > 1 %}
<section aria-labelledby="history">
<h2 id="history">Earlier updates</h2>
<ul class="links">{% for update in project.updates[1:] %}<li><a href="{{ update.edition.url }}#{{ project.id }}">{{ update.edition.title }}</a></li>{% endfor %}</ul>
</section>
{% endif %}
{% if project.related %}
<section aria-labelledby="related">
<h2 id="related">Related projects</h2>
<ul class="links">{% for other in project.related %}<li><a href="{{ other.url }}">{{ other.title }}</a></li>{% endfor %}</ul>
</section>
{% endif %}
{% endblock %}
"""## + "\n"),
    File(name: "projects.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/projects.html' as parts %}
{% block content %}
{% for group in site.project_stages if group.projects %}
<section aria-labelledby="stage-{{ group.stage.id }}">
<h2 id="stage-{{ group.stage.id }}">{{ group.stage.name }}</h2>
<ul class="cards">{% for project in group.projects %}{{ parts.card(project) }}{% endfor %}</ul>
</section>
{% endfor %}
{% if site.unstaged_projects %}
<section aria-labelledby="unstaged">
<h2 id="unstaged">In no stage</h2>
<ul class="cards">{% for project in site.unstaged_projects %}{{ parts.card(project) }}{% endfor %}</ul>
</section>
{% endif %}
{% if site.pipeline %}
<section aria-labelledby="pipeline">
<h2 id="pipeline">Pipeline</h2>
<ul class="cards">{% for project in site.pipeline %}{{ parts.card(project) }}{% endfor %}</ul>
</section>
{% endif %}
{% if site.past_projects %}
<section aria-labelledby="past">
<h2 id="past">Past work</h2>
<ul class="cards">{% for project in site.past_projects %}{{ parts.card(project) }}{% endfor %}</ul>
</section>
{% endif %}
{% endblock %}
"""## + "\n"),
    File(name: "story.html", text: ##"""
{% extends 'layouts/base.html' %}
{% block og_type %}article{% endblock %}
{% block content %}
<dl class="summary">
<div><dt>Level</dt><dd>{{ story.level_name }}</dd></div>
{% if story.beneficiary %}
<div><dt>For</dt><dd>{{ story.beneficiary.name }}</dd></div>
{% endif %}
{% if story.places %}
<div><dt>Where</dt><dd>{{ story.places|join(', ') }}</dd></div>
{% endif %}
{% if story.stage %}
<div><dt>Stage</dt><dd>{{ story.stage|capitalize }}</dd></div>
{% endif %}
{% if story.expected %}
<div><dt>Expected</dt><dd>{{ story.expected|date('%B %Y') }}</dd></div>
{% endif %}
<div><dt>Told in</dt><dd><a href="{{ story.edition.url }}">{{ story.edition.title }}</a></dd></div>
</dl>
{{ story.body }}
{% if story.evidence %}
<section aria-labelledby="evidence">
<h2 id="evidence">Evidence from</h2>
<ul class="links">{% for project in story.evidence %}<li><a href="{{ project.url }}">{{ project.title }}</a></li>{% endfor %}</ul>
</section>
{% endif %}
{% endblock %}
"""## + "\n"),
    File(name: "taxonomy.html", text: ##"""
{% extends 'layouts/base.html' %}
{% block content %}
<ul class="links">{% for term in terms %}<li><a href="{{ term.url }}">{{ term.name }}</a> ({{ term.count }})</li>{% endfor %}</ul>
{% endblock %}
"""## + "\n"),
    File(name: "term.html", text: ##"""
{% extends 'layouts/base.html' %}
{% import 'partials/posts.html' as parts %}
{% block content %}
<p>{{ term.count }} {{ 'post' if term.count == 1 else 'posts' }}</p>
<ul class="cards">
{% for post in posts %}{{ parts.card(post) }}{% endfor %}
</ul>
{% if page.pagination %}{{ parts.pager(page.pagination) }}{% endif %}
{% endblock %}
"""## + "\n"),
  ]
}
