"""The texts of the Republic's acts, made one by one: Markdown, as in laws kept in git, of an edition in a language."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from typing import NamedTuple

from bench.fictional.english import ENGLISH
from bench.fictional.kazakh import KAZAKH
from bench.fictional.republic import Change, Front, Republic, changes, front, history, republic
from bench.fictional.russian import RUSSIAN
from bench.fictional.tongue import Pattern, Tongue, capital, compiled, things
from saralau.corpus.units import Hints

TONGUES = {tongue.code: tongue for tongue in (KAZAKH, RUSSIAN, ENGLISH)}
_SPLIT = 300  # articles, from which the files of an act are one for each chapter


class Text(NamedTuple):
    """A text as a file that came from somewhere: its path, its bytes, what is known of it from where it lay."""

    name: str
    content: bytes
    hints: Hints


class Edition(NamedTuple):
    """A text with its place among others. `parts` are the pieces that stand in files of their own if the act is large."""

    front: Front
    language: str
    date: str  # ISO: when the newest amending act that it tells of was passed
    title: str
    by: int | None  # the act that made it
    parts: tuple[str, ...]


def texts(seed: int, acts: int, *, start: int = 0, every: bool = False, editions: int = 2) -> Iterator[Text]:
    """The texts of acts number `start` to `acts` in the order of time, each edition of each language.

    `every` gives all acts all three languages; else one in eight has more than one. Of the editions of an act the first and
    the newest `editions` - 1 are given.
    """
    state = republic(seed, acts)
    for act in range(start, acts):
        for text in editions_of(state, act, every=every, editions=editions):
            hints = Hints(text.front.iri, text.title, text.date, text.language)
            yield Text(f"{folder(text.front)}/{TONGUES[text.language].iso3}.md", "".join(text.parts).encode(), hints)


_TIERS = {"code": "codes", "law": "laws", "decree": "decrees", "resolution": "resolutions", "order": "orders"}


def folder(front: Front) -> str:
    """Where an act lies in the layout `<tier>/<YYYY>/<MMDD>-<slug>-<code>`, its code being its place among all acts."""
    return f"{_TIERS[front.kind]}/{front.date:%Y}/{front.date:%m%d}-{front.kind}-{front.act + 1}"


def editions_of(state: Republic, act: int, *, every: bool = False, editions: int = 2) -> Iterator[Edition]:
    """The texts of one act: its editions, the oldest first, each in the act's languages."""
    steps = history(state, act)
    last = len(steps)
    chosen = [0, *range(max(1, last - editions + 2), last + 1)] if editions > 1 else [last]
    for step in chosen:
        for language in languages(state, act, every):
            yield _edition(state, act, steps[:step], TONGUES[language])


def edition(state: Republic, act: int, step: int, language: str) -> Edition:
    """The text of an act after so many of the acts that amended it."""
    return _edition(state, act, history(state, act)[:step], TONGUES[language])


def languages(state: Republic, act: int, every: bool = False) -> Sequence[str]:
    """The languages of an act: Kazakh or Russian, of every eighth both, of every thirty-second English as well."""
    if every or not (mixed := _mixed(state.seed, act)) & 31:
        return ("kk", "ru", "en")
    if not mixed & 7:
        return ("kk", "ru")
    return ("kk",) if mixed & 8 else ("ru",)


def _mixed(seed: int, act: int) -> int:
    return ((act + seed) * 2654435761 >> 7) & 0xFFFF


# -- an edition -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Article:
    """An article as it stands: how often it has been worded anew, what was done to it."""

    number: str
    version: int = 0
    excluded: bool = False
    notes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Whoever writes one edition in one language; `random` is set anew for each article."""

    state: Republic
    front: Front
    tongue: Tongue
    random: Random
    earlier: int  # how many of the acts that are cited were passed before

    def sentence(self, patterns: Sequence[Pattern]) -> str:
        return self.tongue.fill(patterns[int(self.random.random() * len(patterns))], things(self.random))


def _edition(state: Republic, act: int, steps: Sequence[tuple[int, Sequence[Change]]], tongue: Tongue) -> Edition:
    told = front(state, act)
    articles = _standing(state.articles[act], steps)
    scribe = _Scribe(state, told, tongue, Random(0), _earlier(state, act))
    title = title_of(state, act, tongue)
    kind = told.kind
    opening = [f"# {title}", _requisites(told, tongue)]
    repealed = next((change for _, made in steps for change in made if change.effect == "repealed"), None)
    if repealed is not None:
        opening.append(tongue.note.format(said=_noted(scribe, [repealed])))
    scribe.random.seed(_key(state, act, 0, 0))
    if kind in ("law", "code"):
        preamble = tongue.preamble.replace("{this}", tongue.this[kind])
        opening.append(capital(tongue.fill(_pattern(preamble), things(scribe.random))))
    parts: list[str] = []
    lines = opening
    chapters = _chapters(len(articles)) if len(articles) >= 12 else []
    for place, article in enumerate(articles):
        if place in chapters:
            number = chapters.index(place) + 1
            if kind == "code" and number in (1, _special(chapters)):
                lines.append(f"## {tongue.code_parts[number > 1]}")
            scribe.random.seed(_key(state, act, -number, 0))
            if number > 1 and len(articles) >= _SPLIT:
                parts.append("\n\n".join(lines) + "\n\n")
                lines = []
            named = capital(scribe.sentence(tongue.chapter_titles))
            lines.append(f"## {tongue.chapter.format(number=number, title=named)}")
        special = kind == "code" and bool(chapters) and place >= chapters[_special(chapters) - 1]
        lines += _article(scribe, article, len(articles), place, offence=special)
    parts.append("\n\n".join(lines) + "\n")
    newest = steps[-1][0] if steps else None
    date = front(state, newest).date if newest is not None else told.date
    return Edition(told, tongue.code, date.isoformat(), title, newest, tuple(parts))


def _standing(count: int, steps: Sequence[tuple[int, Sequence[Change]]]) -> list[_Article]:
    """The articles of an act after the changes that have been made."""
    articles = {str(number): _Article(str(number)) for number in range(1, count + 1)}
    for _, made in steps:
        for change in made:
            if change.effect == "repealed":
                continue
            article = articles.setdefault(change.article, _Article(change.article))
            if article.excluded or (change.effect == "introduced" and article.notes):
                continue
            article.version += change.effect != "introduced"
            article.excluded = change.effect == "excluded"
            article.notes.append(change)
    return sorted(articles.values(), key=lambda article: tuple(map(int, article.number.split("-"))))


def _chapters(count: int) -> list[int]:
    """At which articles chapters begin: some twelve articles to a chapter."""
    return list(range(0, count, 12 if count < 200 else 17))


def _special(chapters: Sequence[int]) -> int:
    """The number of the chapter with which a code's special part begins."""
    return len(chapters) // 3 + 1


def _key(state: Republic, act: int, article: int, version: int) -> int:
    return (state.seed << 72) ^ (act << 40) ^ ((article & 0xFFFFFF) << 8) ^ version


def _earlier(state: Republic, act: int) -> int:
    return bisect_left(state.cited, act)


# -- an article -----------------------------------------------------------------------------------------------------


def _article(scribe: _Scribe, article: _Article, count: int, place: int, *, offence: bool) -> list[str]:
    tongue, random, kind = scribe.tongue, scribe.random, scribe.front.kind
    base, _, added = article.number.partition("-")
    random.seed(_key(scribe.state, scribe.front.act, int(base) * 4 + bool(added), 0))
    titled = kind in ("law", "code")
    notions = article.number == "1" and titled and not scribe.state.amends.get(scribe.front.act)
    drawn = things(random)
    which = int(random.random() * len(tongue.crimes))
    anchor = f'<a id="st{article.number}"></a>'
    heading = f"### {anchor}{tongue.article.format(number=article.number)}"
    if notions:
        heading += " " + tongue.notions_title.format(this_in=tongue.this_in[kind])
    elif titled:
        named = tongue.fill((tongue.crimes if offence else tongue.article_titles)[which], drawn)
        heading += " " + capital(named)
    lines = [heading]
    if article.excluded:
        return [*lines, tongue.note.format(said=_noted(scribe, article.notes[-1:]))]
    shape = random.random()
    if article.version:
        random.seed(_key(scribe.state, scribe.front.act, int(base) * 4 + bool(added), article.version))
    if notions:
        lines += _notions(scribe)
    elif offence:
        lines += _offence(scribe, drawn, which, article)
    elif scribe.state.amends.get(scribe.front.act) and place < len(scribe.state.amends[scribe.front.act]):
        lines += _amendments(scribe, place)
    else:
        lines += _rules(scribe, shape, article, count)
    if article.notes:
        lines += [tongue.note.format(said=_noted(scribe, group)) for group in _alike(article.notes)]
    return lines


def _notions(scribe: _Scribe) -> list[str]:
    tongue, random = scribe.tongue, scribe.random
    lines = [tongue.notions.format(this_in=tongue.this_in[scribe.front.kind])]
    last = random.randrange(4, 20)
    for number in range(1, last + 1):
        drawn = things(random)
        meaning = tongue.fill(tongue.meanings[number % len(tongue.meanings)], drawn[1:] + drawn[:1])
        lines.append(f"{number}) {tongue.said(drawn[0], 0)} – {meaning}{'.' if number == last else ';'}")
    return lines


def _rules(scribe: _Scribe, shape: float, article: _Article, count: int) -> list[str]:
    """An article of rules: in parts, or whole; some of its texts are lists."""
    kind, random = scribe.front.kind, scribe.random
    many = kind in ("law", "code")
    if shape < (0.35 if many else 0.88):
        return _body(scribe, 0, article, count)
    parts = 2 + int(random.expovariate(0.7 if many else 2.0))
    lines: list[str] = []
    for part in range(1, min(parts, 9) + 1):
        first, *rest = _body(scribe, part, article, count)
        lines += [f"{part}. {first}", *rest]
    return lines


def _body(scribe: _Scribe, part: int, article: _Article, count: int) -> list[str]:
    """The lines of a part (0 of an article without parts)."""
    tongue, random = scribe.tongue, scribe.random
    if random.random() < 0.22:
        last = 2 + int(random.expovariate(0.3))
        items = [scribe.sentence(tongue.items) for _ in range(min(last, 15))]
        return [
            capital(scribe.sentence(tongue.listing)),
            *(f"{number}) {item}{'.' if number == len(items) else ';'}" for number, item in enumerate(items, 1)),
        ]
    sentences = 1 + int(random.expovariate(0.5))
    return [" ".join([_sentence(scribe, part, article, count) for _ in range(min(sentences, 12))])]


def _sentence(scribe: _Scribe, part: int, article: _Article, count: int) -> str:
    tongue, random = scribe.tongue, scribe.random
    clause = scribe.sentence(tongue.clauses)
    while random.random() < 0.4:
        clause += tongue.joins[random.getrandbits(4) % len(tongue.joins)] + scribe.sentence(tongue.clauses)
    chance = random.random()
    if chance < 0.025 and scribe.earlier:
        clause = _other(scribe, clause)
    elif chance < 0.15 and part > 1:
        reference = tongue.near_references[random.getrandbits(1)]
        clause = reference.format(part=tongue.parts_said[(random.getrandbits(8) % (part - 1)) % 6], clause=clause)
    elif chance < 0.33 and count > 1 and scribe.front.kind in ("law", "code"):
        clause = _own(scribe, article, count, clause)
    return capital(clause) + "."


def _own(scribe: _Scribe, article: _Article, count: int, clause: str) -> str:
    """A reference to another article of the act, near rather than far."""
    tongue, random = scribe.tongue, scribe.random
    here = int(article.number.partition("-")[0])
    there = max(1, min(scribe.state.articles[scribe.front.act], here + int(random.gauss(0, 6))))
    form = 0 if random.random() < 0.7 else 1 + random.getrandbits(1)
    return tongue.own_references[form].format(
        article=there, this=tongue.this[scribe.front.kind], part=tongue.parts_said[random.getrandbits(1)], clause=clause
    )


def _other(scribe: _Scribe, clause: str) -> str:
    """A reference to an act passed before: few are cited often, most seldom."""
    tongue, random = scribe.tongue, scribe.random
    act = scribe.state.cited[int(scribe.earlier * random.random() ** 3)]
    article = 1 + random.getrandbits(16) % scribe.state.articles[act]
    form = tongue.other_references[int(random.random() * 3)]
    return form.format(article=article, act=cited(scribe.state, act, tongue), clause=clause)


def _amendments(scribe: _Scribe, place: int) -> list[str]:
    """An article of an amending act: what it does to one other."""
    tongue, state = scribe.tongue, scribe.state
    targets = state.amends[scribe.front.act]
    lines: list[str] = []
    for part, act in enumerate(targets[place:] if place == state.articles[scribe.front.act] - 1 else [targets[place]], 1):
        told = changes(state, act, scribe.front.act)
        lines.append(f"{part}. " + capital(tongue.amends.format(act=cited(state, act, tongue))))
        for number, change in enumerate(told, 1):
            done = tongue.changes[change.effect]
            said = tongue.fill(_pattern(done.replace("{article}", change.article)), things(scribe.random))
            lines.append(f"{number}) {said}{'.' if number == len(told) else ';'}")
    return lines


def _offence(scribe: _Scribe, drawn: Sequence[int], which: int, article: _Article) -> list[str]:
    """An offence with its graver kinds: the conduct, features, sanctions that grow."""
    tongue, random = scribe.tongue, scribe.random
    parts = 1 + int(random.random() * 4)
    label = "1. " if parts > 1 else ""
    lines = [
        label + tongue.punishable.format(conduct=capital(tongue.fill(tongue.conducts[which], drawn))),
        _sanction(scribe, 0),
    ]
    for part in range(2, parts + 1):
        features = random.sample(tongue.features, 1 + int(random.expovariate(0.6)) % 5)
        if len(features) == 1:
            lines.append(f"{part}. " + capital(tongue.same_one.format(feature=features[0])))
        else:
            lines.append(f"{part}. {tongue.same}")
            lines += [f"{number}) {feature};" for number, feature in enumerate(features[:-1], 1)]
            lines.append(f"{len(features)}) {features[-1]}{tongue.same_closing}{tongue.same_end}")
        lines.append(_sanction(scribe, part - 1))
    return lines


def _sanction(scribe: _Scribe, gravity: int) -> str:
    tongue, random = scribe.tongue, scribe.random
    fine, hours, years, low = (random.getrandbits(8) for _ in range(4))
    told = {
        "fine": tongue.fines[fine % len(tongue.fines)],
        "hours": tongue.hours[hours % len(tongue.hours)],
        "years": tongue.years[years % 3],
        "low": tongue.years[min(gravity, 2) + low % 2],
        "high": tongue.highs[min(gravity, 3)],
    }
    mild, grave = [0, 1, 2, 3, 4][: 2 + fine % 4], [5]
    chosen = mild if not gravity else grave if gravity > 1 or fine & 16 else [0, 5]
    said = tongue.either.join(tongue.punishments[number] for number in chosen).format(**told)
    if gravity and hours & 16:
        said = tongue.with_confiscation + said if tongue.confiscation_first else said + tongue.with_confiscation
    return tongue.sanction.format(punishments=said)


# -- names of acts --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 15)
def _pattern(form: str) -> Pattern:
    return compiled(form)[0]


def title_of(state: Republic, act: int, tongue: Tongue) -> str:
    """The title of an act; one that only amends is called by what it amends."""
    targets = state.amends.get(act)
    if targets:
        if len(targets) > 1:
            return tongue.amends_many
        return capital(tongue.amends_title.format(act=cited(state, targets[0], tongue)))
    random = Random(_key(state, act, 0xFFFFFF, 0))
    form = tongue.act_titles[int(random.random() * len(tongue.act_titles))]
    return capital(tongue.fill(form, things(random)))


def cited(state: Republic, act: int, tongue: Tongue) -> str:
    """An act as others name it: its kind, date, number and title."""
    told = front(state, act)
    return _named(tongue.cited, told, tongue, 1, title_of(state, act, tongue))


def _requisites(told: Front, tongue: Tongue) -> str:
    return _named(tongue.requisites, told, tongue, 0, "")


def _named(form: str, told: Front, tongue: Tongue, case: int, title: str) -> str:
    ministry = tongue.ministries[told.ministry]
    day = told.date
    return form.format(
        kind=tongue.kinds[told.kind][case].format(ministry=ministry),
        issuer=tongue.issuers.get(told.kind, "").format(ministry=ministry),
        date=tongue.date.format(day=day.day, month=tongue.months[day.month - 1], year=day.year),
        number=told.number,
        title=title,
    )


def _alike(notes: Sequence[Change]) -> list[list[Change]]:
    """Changes that one note tells of: amendments that follow one another; every other change has a note of its own."""
    groups: list[list[Change]] = []
    for change in notes:
        if groups and change.effect == groups[-1][-1].effect == "amended":
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def _noted(scribe: _Scribe, told: Sequence[Change]) -> str:
    """What an editors' note says: what was done, by which acts, when that enters into force."""
    tongue = scribe.tongue
    form = tongue.notes[told[0].effect]
    by, by_genitive = (_by(scribe, told, case) for case in (0, 1))
    return form.format(article=told[0].article, by=by, by_genitive=by_genitive)


def _by(scribe: _Scribe, made: Sequence[Change], case: int) -> str:
    tongue = scribe.tongue
    told = [front(scribe.state, change.by) for change in made]
    said = tongue.amending_kinds[told[0].kind][case].format(ministry=tongue.ministries[told[0].ministry])
    issuer, _, kind = said.rpartition("|")
    dated = "; ".join(
        tongue.dated.format(
            day=one.date.day, month=one.date.month, year=one.date.year, number=one.number, entry=_entry(change.on, tongue)
        )
        for one, change in zip(told, made, strict=True)
    )
    return tongue.by.format(issuer=f"{issuer} " if issuer else "", kind=kind, dated=dated)


def _entry(on: datetime.date | None, tongue: Tongue) -> str:
    if on is None:
        return tongue.entry_after
    return tongue.entry_on.format(day=on.day, month=on.month, year=on.year)
