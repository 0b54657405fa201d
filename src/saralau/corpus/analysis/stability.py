"""How acts change: by their editors' notes, year by year, and from one edition in hand to the next."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from saralau.corpus.analysis.model import PLACE, Analysis, Column, Row, Table
from saralau.corpus.analysis.subject import Subject

_WORK = (Column("iri", "VARCHAR", "the act's address"), Column("language", "VARCHAR", "of the texts"))
_STABILITY = (
    *_WORK,
    Column("editions", "BIGINT", "editions in hand"),
    Column("first", "VARCHAR", "the oldest of them"),
    Column("last", "VARCHAR", "the newest"),
    Column("articles", "BIGINT", "articles in the newest"),
    Column("amendments", "BIGINT", "what its notes report and its text shows: an amending act at a provision"),
    Column("announced", "BIGINT", "what they report and the text does not show yet"),
    Column("amending_acts", "BIGINT", "different acts among `amendments`, told by date and number"),
    Column("articles_amended", "BIGINT", "articles at which there are `amendments`"),
    Column("first_amended", "VARCHAR", "the day on which the earliest of those acts was passed; null without any"),
    Column("last_amended", "VARCHAR", "the same for the latest"),
    Column("changed", "BIGINT", "articles whose letters differ from edition to edition, each time; null without another"),
    Column("added", "BIGINT", "articles that an edition has and the one before has not; null without another"),
    Column("removed", "BIGINT", "articles that the next edition has not; null without another"),
    Column("articles_changed", "BIGINT", "different articles among `changed`; null without another"),
)  # fmt: skip
_AMENDMENTS = (
    *_WORK,
    Column("year", "BIGINT", "in which the amending acts were passed"),
    Column("amendments", "BIGINT", "what the newest text's notes report and it shows"),
    Column("amending_acts", "BIGINT", "different acts among them"),
    Column("articles", "BIGINT", "different articles among them"),
)
_NOTED = (
    *PLACE,
    Column("date", "VARCHAR", "of the amending act"),
    Column("act", "VARCHAR", "its date and number"),
    Column("article", "VARCHAR", "of the provision; null above articles"),
    Column("changes", "BOOLEAN", "whether the text is otherwise because of it"),
    Column("announced", "BOOLEAN", "whether the text does not show it yet"),
)
_WORDINGS = (*PLACE, Column("article", "VARCHAR", "its number"), Column("digest", "VARCHAR", "checksum of its letters"))
_BY_WORK = """
WITH texts AS (SELECT iri, language, edition, max(sha256) AS sha256 FROM wordings GROUP BY iri, language, edition),
ordered AS (SELECT *, row_number() OVER (PARTITION BY iri, language ORDER BY edition) AS number,
                   count(*) OVER (PARTITION BY iri, language) AS editions FROM texts),
standing AS (SELECT ordered.iri, ordered.language, ordered.edition, number, editions, article, digest,
                    lag(number) OVER article AS before, lead(number) OVER article AS after,
                    lag(digest) OVER article AS was
             FROM wordings JOIN ordered USING (iri, language, edition, sha256)
             WINDOW article AS (PARTITION BY ordered.iri, ordered.language, article ORDER BY number)),
compared AS (
  SELECT iri, language, editions, min(edition) AS first, max(edition) AS last,
         count(*) FILTER (number = editions) AS articles,
         count(*) FILTER (before = number - 1 AND was <> digest) AS changed,
         count(DISTINCT article) FILTER (before = number - 1 AND was <> digest) AS articles_changed,
         count(*) FILTER (number > 1 AND before IS DISTINCT FROM number - 1) AS added,
         count(*) FILTER (number < editions AND after IS DISTINCT FROM number + 1) AS removed
  FROM standing GROUP BY iri, language, editions),
reported AS (
  SELECT iri, language, count(*) FILTER (changes) AS amendments, count(*) FILTER (announced) AS announced,
         count(DISTINCT act) FILTER (changes) AS amending_acts,
         count(DISTINCT article) FILTER (changes) AS articles_amended,
         min(date) FILTER (changes) AS first_amended, max(date) FILTER (changes) AS last_amended
  FROM noted WHERE newest GROUP BY iri, language)
SELECT iri, language, editions, first, last, articles, coalesce(amendments, 0) AS amendments,
       coalesce(announced, 0) AS announced, coalesce(amending_acts, 0) AS amending_acts,
       coalesce(articles_amended, 0) AS articles_amended, first_amended, last_amended,
       CASE WHEN editions > 1 THEN changed END AS changed, CASE WHEN editions > 1 THEN added END AS added,
       CASE WHEN editions > 1 THEN removed END AS removed,
       CASE WHEN editions > 1 THEN articles_changed END AS articles_changed
FROM compared LEFT JOIN reported USING (iri, language) ORDER BY iri, language
"""
_BY_YEAR = """
SELECT iri, language, date[:4]::BIGINT AS year, count(*) AS amendments, count(DISTINCT act) AS amending_acts,
       count(DISTINCT article) AS articles
FROM noted WHERE newest AND changes GROUP BY iri, language, year ORDER BY iri, language, year
"""
_OTHER = re.compile(r"[\W_]+")


def rows(subject: Subject) -> Mapping[str, Iterable[Row]]:
    """What notes report, and the wording of each article."""
    return {"noted": _noted(subject), "wordings": _wordings(subject)}


def _noted(subject: Subject) -> Iterator[Row]:
    for one in subject.amendments:
        yield {
            "date": one.date,
            "act": f"{one.date} {one.number}",
            "article": one.address.main.short if one.address else None,
            "changes": one.changes,
            "announced": one.announced,
        }


def _wordings(subject: Subject) -> Iterator[Row]:
    """A checksum of the letters of each article or point, title and labels included: marks and mark-up change nothing."""
    folded = subject.act.folded
    said: dict[str, list[str]] = {}
    for main in subject.act.mains():
        if main.number and main.address:
            spans = (*main.heading, *(span for unit in main.walk() for span in (*unit.text, *unit.closing)))
            said.setdefault(main.address.main.short, []).extend(folded[start:end] for start, end in spans)
    for number, words in said.items():
        letters = _OTHER.sub("", "".join(words))
        yield {"article": number, "digest": hashlib.sha256(letters.encode()).hexdigest()[:24]}


STABILITY = Analysis(
    "stability",
    (
        Table("stability", "How each act changes: a row for each act in each language.", _STABILITY, _BY_WORK),
        Table("amendments", "By its newest text's notes, year by year: a row for each year.", _AMENDMENTS, _BY_YEAR),
    ),
    rows,
    (Table("noted", "Amendments.", _NOTED), Table("wordings", "Articles.", _WORDINGS)),
)
