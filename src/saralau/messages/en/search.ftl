# Search in the library.
index-absent = { $name }: no index to search in; add acts with saralau add, or run saralau doctor --repair
index-older = { $name }: another Saralau made the index, which cuts words otherwise; run saralau add or saralau doctor --repair once
index-broken = { $name }: the index is damaged ({ $why }); remove this folder and run saralau doctor --repair, which makes it anew
search-nothing = nothing is asked for: type words, a "phrase", begin*, or misspelt~
search-without = only what is not to be found is told; add a word that is
search-long = the query has { $length } characters; { $most } are the most
search-many-words = the query has { $count } words; { $most } are the most
search-prefix = { $typed } begins too many words; type { $least } letters or more before the asterisk
search-field = unknown field { $given }; there are: { $known }
search-facet-unknown = unknown facet { $given }; there are: { $known }
search-language = no act in the language { $given } in this library; there are: { $known }
search-act = { $typed }: no act of that address or id in this library
search-read-as = { $typed } stands nowhere; read as: { $words }
search-cut = More words begin with { $typed } than are looked for; the answer has some of them
search-none = Nothing found.
search-facet = By { $facet }:
search-total = { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }, { $strict } with every word, in { $ms } ms
search-since = edition of { $since }
search-until = editions of { $since } up to { $until }
search-excluded = excluded
search-note = Editors' note:
search-also = also { $parts }
facet-act = act
facet-year = year of the act
facet-group = group
facet-feature = feature
facet-feature-other = another feature
facet-punishment = punishment
