### Words of the page.
own-translation = our own translation, not official
page-kicker = Map of cybercrime law
page-edition = { $edition ->
    [unknown] Edition unknown: the text names no amending act
   *[other] Edition with amendments up to { $edition }
}
page-language = Language
page-skip = Skip to content
page-summary = Of { $offences } offences, { $own } name information technology in their own words and { $inherited } more inherit it.
figure-articles = articles
figure-offences = offences
figure-own = by own words
figure-inherited = inherited
figure-gaps = possible gaps
figure-defects = defects of the text
heading-map = Chapters and groups
map-about = Rows are chapters, columns the three UNODC groups. Solid: by own words; hatched: by inheritance.
map-table = The same numbers as a table
column-chapter = Chapter
column-offences = Offences
heading-provisions = Provisions
provisions-about = Evidence and reasons open. Sanctions share one scale by the law's own rates of replacement (arts. { $sources }): a day of deprivation of liberty.
filter-search = Search
filter-own = by own words only
row-evidence = Evidence
row-words = The law's words
row-extends = Extends { $addresses }
row-inherited = inherited
row-unread = Some words of this sanction were not read.
heading-gaps = Possible gaps
gaps-about = Siblings have ICT as a qualifying feature and these do not. Siblings are articles of the same chapter, or that punish the same communicable conduct (spreading, demanding under threat, calling …). The rule says where to look, not that the law is wrong.
gaps-rule = The rule named { $named } of { $candidates } articles without ICT; of the { $judged } that it names in the edition of { $edition }, judged by hand, { $right } were upheld: precision { $share } % (95 % interval { $low }–{ $high } %).
gap-right = upheld by hand
gap-partial = doubtful on reading
gap-wrong = not upheld on reading
gaps-siblings = siblings: { $addresses }
heading-losses = Lost features
losses-none = Nothing was lost.
losses-how = Give an earlier edition with --before, and what was lost appears here.
losses-since = { $edition ->
    [unknown] Compared with an edition of unknown date.
   *[other] Compared with the edition of { $edition }.
}
heading-defects = Defects of the text
defects-about = Defects are kept and were read through; each is told with its place.
defects-line = line { $line }
heading-basis = What this rests on
basis-act = Act
basis-source = File
basis-checksum = SHA-256
basis-version = Program
basis-pack = General part pack
basis-embedded = Drawn from the register inside the package, so the law's words are not shown.
basis-supplied = Drawn from the text that you supplied.
basis-other-edition = The general part is of another edition ({ $edition }): that of this edition is not in hand.
basis-no-general = No general part of this act is in hand: unstated bounds and categories are unknown.
basis-ledger = Each of { $total } visible characters belongs to exactly one unit: provisions { $provisions }, headings { $headings }, editors' notes { $notes }, front and back { $matter }, orphans { $orphans }.
basis-limits = Unstated fault is read as intent; groups are sorted by rule from words and may be disputed; this page is no legal advice.
