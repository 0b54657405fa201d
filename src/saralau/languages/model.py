"""What a language has to say about law: a frozen record per question, filled in by one file per language.

All patterns match *folded* text (see `folding`), so they are written in lower case, with Cyrillic letters only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from saralau.messages import InputError

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """How the language writes numbers in words, in every case that statutes use.

    `cardinals` maps each form to its value; "thousand" and "hundred" multiply what stands before them. `ordinals` maps each
    inflected ordinal to its value; `ordinal_said` is the form in which a part of an article is cited.
    """

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_said: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Orders:
    """How the language frames acts without articles: orders, resolutions, and the rules that they approve in annexes.

    `formula` is searched at the end of a line: the verb that orders. `kinds` begins (or ends) a line that is the title of
    such an act, `rules` one that is the title of what it approves. `annex` is a whole line that opens an annex, with its
    `number`; `approved` one that opens it by saying that what follows was approved. Where the act to which an annex belongs
    is named above that line, the last line above it ends as `above` says, the first begins as `above_first` says. `inner` is
    searched in the heading of an annex: that it belongs to rules, not to the act that approved them. `cited` is such rules
    beside a reference to a point of them, matched behind it, or searched before it where numbers stand first: their name is
    the group `rules`, a word for "these" the group `this`. `approving` is searched between them and the act that approved
    them.
    """

    formula: re.Pattern[str]
    kinds: re.Pattern[str]
    rules: re.Pattern[str]
    annex: re.Pattern[str]
    approved: re.Pattern[str]
    inner: re.Pattern[str]
    cited: re.Pattern[str]
    approving: re.Pattern[str]
    above: re.Pattern[str] = NEVER
    above_first: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True)
class Structure:
    """How the language writes the frame of an act. Patterns are matched at the start of a folded line.

    `divisions` maps a level (a value of `acts.Kind`) to its heading, outermost first; group 1, where there is one, is
    the number. `article` has the number in group 1 and ends where the title begins.
    """

    divisions: Mapping[str, re.Pattern[str]]
    article: re.Pattern[str]
    part: re.Pattern[str]
    point: re.Pattern[str]
    bare_point: re.Pattern[str]  # a point that has lost its bracket
    own_note: re.Pattern[str]  # opens a note that is law
    editor_note: re.Pattern[str]  # opens an editor's note, whatever it says
    either_note: re.Pattern[str] | None  # opens one or the other; `amending` tells which
    amending: re.Pattern[str]  # searched: words by which an editor's note reports an amending act
    excluded: re.Pattern[str]  # what stands in the place of an excluded unit
    excluded_article: re.Pattern[str]  # searched in the note under an article's bare heading
    annex: re.Pattern[str]  # a whole line that opens an annex; group 1, where there is one, is its number
    closing: re.Pattern[str]  # searched: a line that closes a list of points instead of continuing the last one
    own_notes: re.Pattern[str] = NEVER  # opens such a note in the plural: it announces more than one item
    orders: Orders | None = None  # how acts without articles are framed, if that is encoded


@dataclass(frozen=True, slots=True)
class Citing:
    """How the language names provisions inside an act. Patterns are matched at a place in folded text.

    `units` maps "article", "part", "point" and, where the language has them, "subpoint", "indent" (an unnumbered paragraph),
    "note", "paragraph", "chapter", "section" and "annex" to every form of the word; "brief" is one letter for an article or,
    behind one, a part, and "brief_point" for a point, which mean nothing alone. With subpoints, a point's number has a
    bracket and a part may be called a point without one. `this` stands before a unit ("of this article");
    `own_act` follows a reference to the act itself. `joints` are the words and marks that join members of a list.
    `widest_last` tells whether the language climbs from the point to the article ("point 1 of part 2 of article 3").
    `number_first` tells that the number stands before its unit. `filler` are words between units that mean nothing there.
    `stems` are, with blanks between, the beginnings of all words with which a reference can begin, save numbers and
    ordinals: units and `this`, and `own_act` where it comes first.
    """

    stems: str
    units: Mapping[str, str]
    this: str
    own_act: str
    joints: str
    number: str
    widest_last: bool
    ranges: str  # marks and words between the ends of a range
    number_first: bool = False
    filler: str | None = None
    holder: re.Pattern[str] | None = None  # searched in the word of a chapter: whether it holds the article behind it
    gazette: re.Pattern[str] | None = None  # what stands before the number of an item in an official gazette
    except_before: re.Pattern[str] = NEVER  # what stands before provisions that are taken out of what was named
    except_after: re.Pattern[str] = NEVER
    added: re.Pattern[str] = NEVER  # between what is supplemented and what is added to it
    see_before: re.Pattern[str] = NEVER  # before provisions of the act that was named last ("see art. 2")
    see_after: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """How the language names acts. Patterns are searched in folded text.

    `months` maps a number to the stem of a month's name; `date` has the groups `day`, `month` (where `{months}` stands) and
    `year`, or `year` alone. `kinds` and `issuers` map a code to every form of the word. `filler` are words that may stand
    between the parts of a name and say nothing. `own` are words before an act that mean the one in which they stand. `short`
    follows a name and gives a short one in group 1; `titled` matches quoted words that are the title of an act.
    `offices` is who gave an act, with all words up to its date; it counts only behind another part of a name. `stems` are
    the beginnings of `kinds`, `issuers` and `own`; "" stands for all words.
    """

    months: Mapping[int, str]
    dates: tuple[str, ...]
    kinds: Mapping[str, str]
    issuers: Mapping[str, str]
    filler: str
    own: str
    short: re.Pattern[str]
    offices: str = "(?!)"
    titled: re.Pattern[str] = NEVER
    amends: re.Pattern[str] = NEVER  # words by which an act says that it amends others
    repeals: re.Pattern[str] = NEVER  # searched in a line that names acts: that they lose force
    no_longer: re.Pattern[str] = NEVER  # searched: words by which it says that others no longer hold
    passing: re.Pattern[str] = NEVER  # searched: words of a heading or a line on the passage from old law to new
    stems: str = ""


@dataclass(frozen=True, slots=True)
class Offending:
    """How the language builds an offence upon another, and how it speaks of guilt.

    `same_act` is searched in a disposition ("the same act"). A citation extends what it names if `extending_before` ends
    right before it or `extending_after` begins right behind it. The conduct's name stands first in a part (`head_first`) or
    last; `qualifying` tells that its repetition is qualified, matched behind a name that stands first, searched before one
    that stands last. `sanction_inside` finds the start of a sanction that shares a line with the disposition.
    """

    same_act: re.Pattern[str]
    extending_before: re.Pattern[str] | None
    extending_after: re.Pattern[str] | None
    head_first: bool
    qualifying: re.Pattern[str]
    excepting: re.Pattern[str]  # searched before a citation: "save the cases provided for by ..."
    sanction_words: tuple[str, ...]  # stems that only a sanction uses
    sanction_inside: re.Pattern[str]
    alternatives: re.Pattern[str]  # joins alternatives in a sentence of features
    formulae: re.Pattern[str]  # words of drafting that qualify nothing by themselves
    proviso: re.Pattern[str] | None  # opens a condition that follows the name of the conduct
    negligence: re.Pattern[str]
    intent: re.Pattern[str]
    knowing: re.Pattern[str]  # of one circumstance, which makes no act intentional that is punished for a careless result


@dataclass(frozen=True, slots=True)
class Form:
    """One way to threaten one punishment: a template that is read and, the other way round, said.

    `{min}`, `{max}`, `{fixed}` stand for numbers in words, `{sum}` for one of `Punishing.sums`, `{word}` for any one word;
    `[...]` is read but not said; `<a|b>` is read as either and said as the first. A space stands for any white space, or
    for none.
    `kind` is a value of `offences.Kind`; None takes the kind of the neighbouring punishment. `same` marks "the same term".
    """

    kind: str | None
    template: str
    unit: str | None = None
    same: bool = False
    life: bool = False
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Punishing:
    """How the language threatens punishment. Everything is a template or a pattern over folded text.

    `verb` opens or closes the sanction; `either` separates alternatives; `optional` maps what makes an additional punishment
    optional to the kinds it agrees with (empty: any). A condition is `condition[0]`, a citation, `condition[1]`;
    the `said` forms render it, `next` where another condition went before, `elsewhere` where the point is another part's.
    `slips` are misprints that published texts have and the templates forgive.
    `circumstances` maps a code to its words. `names_first` tells that principal punishments come before additional ones.
    `meaningless` are (pattern, replacement) pairs applied to both sides before a rendered sanction is compared.
    """

    forms: tuple[Form, ...]
    sums: Mapping[str, str]
    verb: str
    either: str
    optional: Mapping[str, tuple[str, ...]]
    condition: tuple[str, str]
    condition_said: str
    condition_next: str
    condition_elsewhere: str
    circumstances: Mapping[str, str]
    joints: str
    names_first: bool
    slips: tuple[str, ...]
    meaningless: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Amending:
    """How editors' notes tell what an amending act did. Patterns over folded text, in which a blank stands for any white
    space or none, because published notes glue words together.

    `effects` maps what an act did (introduced, amended, reworded, excluded, replaced_words, repealed, elsewhere: only the
    text in the other language) to its words, which stand before the act; `announced` tells that the text does not show it
    yet. `title`, `whole_text`, `act`, `preamble`, `contents` and `units` name what it did it to, besides the units of
    `Citing`. `in_force` are ways to tell when it enters into force, `excepted` parts of it that do so on another day:
    {count} stands for a number, {date} for a date, {article} for an article. `ruling` opens a court's ruling, `verdict`
    says what it found and `contrary` that it found against the law. `opening` and `filler` are words that say nothing here.
    """

    opening: str
    effects: Mapping[str, str]
    announced: str
    title: str
    filler: str
    in_force: tuple[tuple[str, str], ...] = ()
    excepted: str | None = None
    whole_text: str | None = None
    act: str | None = None
    preamble: str | None = None
    contents: str | None = None
    units: Mapping[str, str] = field(default_factory=dict)
    ruling: str | None = None
    verdict: str | None = None
    contrary: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Defining:
    """How the language defines terms. Patterns over folded text.

    `titles` is searched in the titles of articles whose points define terms, `listing` in the words with which a point of an
    act without articles opens a list of them; there a dash parts the term from what it
    means. `forms` are sentences that define elsewhere, matched at the beginning of a line: the group `term`, and the group
    `definiens`, which is empty where the definiens runs from there to the end of the sentence. `opening` stands before
    them and says nothing. `genus_first` tells whether the noun that tells the kind opens the definiens or closes it;
    `passed` are words that may stand between it and that end: its attributes and what joins them. Two ways are as often no
    definitions, and only tell that a term may be defined: `dashed` is matched behind a term with which a line begins,
    `named_last` searched before one that ends a sentence.
    """

    titles: re.Pattern[str]
    opening: re.Pattern[str]
    forms: tuple[re.Pattern[str], ...]
    genus_first: bool
    passed: re.Pattern[str]
    listing: re.Pattern[str] = NEVER
    dashed: re.Pattern[str] = NEVER
    named_last: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True, eq=False)
class Inflecting:
    """How words of the language change at their end, enough to find a word again in another form; no dictionary.

    `ending` is searched at the end of a word and cut off, again and again if they are strung together (`chained`);
    `shortest` letters stay. `rest` is what may then be left of an ending. `alternations` are (end, its one spelling) of what
    is left, `irregular` are whole words.
    """

    ending: re.Pattern[str]
    shortest: int
    chained: bool = False
    rest: str = ""
    alternations: tuple[tuple[str, str], ...] = ()
    irregular: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Drafting:
    """How drafters of the language amend an act: their formulas, and what an amended text says. Over folded text.

    `forms` are (kind, template) pairs; see `drafts.formulas` for the kinds and for what stands in a template. `thing` is a
    word for quoted words ("the words", "figures"), `joint` what joins quoted words in a list, `after_words` what may follow
    a closing quotation mark in a sentence; `several` is matched where a thing stands that is said in the plural. `verbs` are
    searched: what makes a sentence an instruction. `title`, `whole_text` and `contents` name a heading, the whole text and
    the table of contents; `sentence` names a sentence of a unit, `{ordinal}` its number; `marks` are (pattern, mark) pairs
    of marks that are named in words. `filler` are words beside a target that say nothing. `frame` is matched at the
    beginning of a paragraph: what a law that amends says besides its instructions. `abbreviated` is searched at the end of
    words whose full stop ends no sentence. `article_said` is how an article is headed, `{number}` its number;
    `excluded_said` what stands in the place of an excluded unit; `editors` opens an editors' note.
    """

    forms: tuple[tuple[str, str], ...]
    thing: str
    joint: str
    after_words: str
    verbs: re.Pattern[str]
    several: re.Pattern[str]
    title: str
    whole_text: str
    contents: str
    sentence: str
    marks: tuple[tuple[str, str], ...]
    filler: str
    frame: re.Pattern[str]
    abbreviated: re.Pattern[str]
    article_said: str
    excluded_said: Mapping[str, str]
    editors: str


class NoThreatsError(InputError):
    """A language whose grammar has the frame of an act and its references only; the message names it."""


@dataclass(frozen=True, slots=True, eq=False)  # one record per language: compared and hashed by identity
class Language:
    """One language: its codes (ISO 639-1 and 639-2), its own name, and its grammar of law.

    `threats` are how it builds offences and threatens punishment, `defining` how it defines terms, `inflecting` how its
    words change, `drafting` how its drafters amend; None if nobody has encoded that. `compounds` tells that it writes words
    together which also stand apart ("nachdem", "nach dem"). `verified` tells whether the grammar was tested on official
    texts of codes. `unsigned` are letters with signs that keyboards lack, and what people type for them.
    """

    code: str
    iso3: str
    name: str
    numerals: Numerals
    structure: Structure
    citing: Citing
    naming: Naming
    threats: tuple[Offending, Punishing] | None
    amending: Amending
    letters: frozenset[str]
    defining: Defining | None = None
    inflecting: Inflecting | None = None
    drafting: Drafting | None = None
    verified: bool = True
    compounds: bool = False
    unsigned: Mapping[str, str] = field(default_factory=dict)

    @property
    def offending(self) -> Offending:
        """How the language builds an offence; NoThreatsError if that is not encoded."""
        return self._threats()[0]

    @property
    def punishing(self) -> Punishing:
        """How the language threatens punishment; NoThreatsError if that is not encoded."""
        return self._threats()[1]

    def _threats(self) -> tuple[Offending, Punishing]:
        if self.threats is None:
            raise NoThreatsError("language-without-threats", given=self.name)
        return self.threats
