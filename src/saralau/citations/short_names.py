"""What a text calls the acts that it has named: "(hereinafter the Law)", "(hereinafter the Istanbul Convention)"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from saralau.citations.naming import Mention
from saralau.citations.works import Work
from saralau.documents import Span
from saralau.languages.model import Naming

_MOST = 40  # short names that one text may define


class ShortNames:
    """The short names of one text, learnt as it is read: `kinds` by the kind that stands alone, `named` by a pattern."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.kinds: dict[str, Work] = {}
        self.named: dict[str, Work] = {}

    def applied(self, mentions: tuple[Mention, ...], folded: str, span: Span) -> tuple[Mention, ...]:
        """The mentions of a paragraph with those by short names, and without the words that define one."""
        defining = [words for mention in mentions if (words := self._defined(mention, folded)) is not None]
        if not self.named and not defining:
            return mentions
        told = _apart((mention for mention in mentions if not mention.bare), defining)
        called = [
            Mention(Span(*hit.span()), work, work.kind)
            for pattern, work in self.named.items()
            for hit in re.compile(pattern).finditer(folded, span.start, span.end)
        ]
        more = _apart(called, [*defining, *(mention.span for mention in told)])
        bare = _apart((mention for mention in mentions if mention.bare), [*defining, *(mention.span for mention in more)])
        return tuple(sorted((*told, *more, *bare), key=lambda mention: mention.span))

    def _defined(self, mention: Mention, folded: str) -> Span | None:
        """The words behind a mention that give its act a short name, if there are any; the name is learnt."""
        short = self.naming.short.match(folded, mention.span.end) if mention.work is not None else None
        if short is None or mention.work is None:
            return None
        name = short.group(1).strip()
        kinds = [kind for kind, words in self.naming.kinds.items() if re.fullmatch(words, name)]
        self.kinds |= dict.fromkeys(kinds, mention.work)
        if not kinds and len(self.named) < _MOST:
            self.named[_pattern(name)] = mention.work
        return Span(*short.span())


def _pattern(name: str) -> str:
    """Finds a name again with other endings."""
    stems = [re.escape(word) if len(word) < 5 else re.escape(word[:-2]) + r"\w{0,5}" for word in name.split()]
    return r"(?<!\w)" + r"\s{1,3}".join(stems) + r"(?:-\w{1,6})?(?!\w)"


def _apart(mentions: Iterable[Mention], spans: Sequence[Span]) -> list[Mention]:
    """Mentions that share no words with any of the spans."""
    ordered = sorted(spans)
    starts = [span.start for span in ordered]
    reach = list(accumulate((span.end for span in ordered), max))
    return [
        mention
        for mention in mentions
        if not (before := bisect.bisect_left(starts, mention.span.end)) or reach[before - 1] <= mention.span.start
    ]
