### Words of law: punishments, categories, groups, reasons, defects.
kind-fine = fine
kind-correctional-works = correctional works
kind-community-service = community service
kind-arrest = arrest
kind-restriction = restriction of liberty
kind-deprivation = deprivation of liberty
kind-death = death penalty
kind-confiscation = confiscation of property
kind-deprivation-of-right = deprivation of the right to hold posts or engage in activities
kind-expulsion = expulsion from the country
kind-citizenship = deprivation of citizenship
unit-mci = { $n } MCI
unit-times = { $n } times
unit-hours = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
unit-days = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
unit-months = { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
unit-years = { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
# The unit after a lower and after an upper bound: where a language has cases, the bound governs the noun.
unit-mci-lower = { $n } MCI
unit-times-lower = { $n } times
unit-hours-lower = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
unit-days-lower = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
unit-months-lower = { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
unit-years-lower = { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
unit-mci-upper = { $n } MCI
unit-times-upper = { $n } times
unit-hours-upper = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
unit-days-upper = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
unit-months-upper = { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
unit-years-upper = { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
amount-up-to = up to { $max }
amount-from-to = { $min } to { $max }
amount-fixed = { $max }
amount-life = for life
amount-from-life = from { $min } to life
amount-from = from { $min }
amount-implied = from { $amount } (by art. { $article })
amount-implied-upper = up to { $amount } (by art. { $article })
amount-of-sum = { $amount } { $sum }
sum-bribe = the bribe
sum-stolen-property = the stolen property
sum-unpaid-payments = the unpaid payments
sum-transferred-value = the value transferred
sum-received-income = the income received
sum-currency-values = the currency values
qualifier-posts-and-activities = both posts and activities
qualifier-activities-only = activities only
qualifier-financial-institution-posts = posts in financial institutions
suspended = not applied before { $until } (art. { $article })
application-obligatory = obligatory
application-optional = optional
application-conditional = conditional: { $condition }
scope-attached = only with { $kind }
condition-aggravating = aggravating circumstances
category-misdemeanour = misdemeanour
category-minor = minor crime
category-medium = crime of medium gravity
category-grave = grave crime
category-especially-grave = especially grave crime
category-undecided = category undecided
class-by-kind = by the kind of punishment
class-by-amount = by the amount of the punishment
class-amounts-disagree = the amounts point to different categories
class-no-amounts = the text states no amounts
category-stated-fault = the text states the fault
category-unstated-fault = fault unstated, read as intent
category-mixed-fault = two forms of fault, intent as a whole
category-if-conditional = a conditional punishment counted
category-no-maximum = no maximum stated
category-no-general-part = no general part in hand
category-no-rule = no rule applies
limitation-years = { $n ->
        [one] limitation: { $n } year
       *[other] limitation: { $n } years
    }
limitation-none = no limitation
limitation-by-category = by category
limitation-none-terrorist = a terrorist crime
limitation-none-extremist = an extremist crime
limitation-none-torture = torture
limitation-none-sexual-against-minors = sexual crime against minors
limitation-none-chapter = against peace and humanity
limitation-none-especially-grave = especially grave crime of this chapter
limitation-corruption = a corruption crime
limitation-none-if-terrorist = none if terrorist
limitation-none-if-extremist = none if extremist
limitation-none-if-torture = none if torture
limitation-none-if-sexual-against-minors = none if the victim is a minor
limitation-longer-if-corruption = longer if the corruption point is charged
limitation-undecided = limitation unknown: the category is undecided
group-I = against data and systems
group-II = computer-related, for gain or harm
group-III = punished for the content
group-I-about = Against the confidentiality, integrity and availability of data and systems.
group-II-about = Ordinary offences in which technology serves gain or harm.
group-III-about = What is punished is the content that is spread.
reason-hosting = hosting of unlawful resources: the content is what is punished
reason-technology-chapter = chapter { $chapter } protects information technology itself
reason-content = content addressed to the public: “{ $words }”
reason-person = harm to a person: “{ $words }”
reason-property = gain or harm in property: “{ $words }”
reason-means = technology is the manner or means
reason-inherited = extends the act of { $addresses }
conduct-spreading = spreading
conduct-calling = calling or propaganda
conduct-demanding = demanding under threat
conduct-using-works = using works
conduct-involving = involving or inclining
conduct-deceiving = deceiving
conduct-disclosing = disclosing or collecting
conduct-insulting = insult or slander
defect-missing-space = missing space
defect-doubled-punctuation = doubled punctuation
defect-mixed-alphabets = two alphabets in a word
defect-missing-bracket = missing bracket
defect-unnumbered-first-part = first part without a number
defect-unnumbered-part = part without a number
defect-duplicate-number = number repeated
defect-number-order = number out of order
defect-numbering-restarts = numbering restarts
defect-unread-sanction = words of a sanction not read
defect-second-sanction = second sanction
defect-misprint = misprint
defect-stray-mark = stray mark
defect-missing-unit = unit missing
defect-unclosed-quotation = quotation not closed
defect-doubled-phrase = phrase repeated
loss-excluded = excluded
loss-reworded = reworded
loss-article-excluded = article excluded
agreement-same = the same extent
agreement-theirs-wider = the list is wider, the element stands only in { $detail }
agreement-theirs-narrower = the list is narrower, the element stands in { $detail }
agreement-inherited = the element is inherited
agreement-added-since = added since the list ({ $detail })
agreement-changed-since = changed since the list ({ $detail }), the element may be older
agreement-overlooked = stood before, overlooked by the list
agreement-excluded = excluded
agreement-changed = changed ({ $detail })
agreement-without-element = the text stands and carries no information-technology element
agreement-not-found = not found in this text
verdict-both = In both
verdict-another-group = In another group
verdict-only-ours = Only Saralau
verdict-only-theirs = Only the list
describe-basic = { $title }.
describe-qualified = { $title }: { $features }.
describe-extends = { $title } (upon { $addresses }).
describe-ict = ICT element: { $elements }.

### Two texts aligned.
aspect-unit = unit in one text only
aspect-excluded = excluded in one text only
aspect-offence = threatens punishment in one text only
aspect-punishment = punishment in one text only
aspect-amount = amount
aspect-application = obligatory, optional or conditional
aspect-condition = condition
aspect-scope = what it is added to
aspect-qualifier = which right
align-heading = { $earlier } | { $later }: { $articles } articles
align-counts = Equal in units and punishments: { $equal }; changed as the notes report: { $reported }; introduced as the notes report: { $introduced }; different though no note reports it: { $unreported }; in one text only: { $absent }.
align-known = Differences that no note explains: { $all }, of which the pack lists { $known } as discrepancies of the official texts.
align-earlier = only in the first text
align-later = only in the second text
align-on-one = added to one alternative
align-unknown = not judged

### References.
cite-counts = References: { $all }; to provisions { $provisions }, to chapters and other divisions { $divisions }, to acts { $acts }, to treaties { $treaties }.
annotated-kicker = references of a text
annotated-about = { $all } references. Point at one, or reach it with the keyboard, to see where it leads.
annotated-exists = there
annotated-excluded = excluded
annotated-dead = no such provision
annotated-not-in-hand = text not in hand
annotated-unresolved = cannot be told
library-added = { $act }, edition of { $edition }, kept in { $folder }
graph-counts = { $nodes } articles and acts, { $edges } pairs that refer; inside their own article { $inside }; leading nowhere { $lost }.
graph-most-cited = Most cited, by how many others:
graph-most-citing = Citing most, how many others:
graph-lost = Leading nowhere:
graph-picture = Who refers to whom: { $nodes } articles and acts, { $edges } pairs
cite-disputed = (the text says { $told }; the register: { $known })
cite-own-act = this act
cite-exists = there
cite-excluded = excluded
cite-dead = no such provision; nearest { $nearest }
cite-dead-alone = no such provision, nor any near it
cite-noted = not in this text; only an editor’s note names it
cite-misnamed = there, as { $address }
cite-missing-article = no article named
cite-missing-act = the act cannot be told from its name here
cite-missing-division = a division without a number
cite-missing-annex = which annex it is cannot be told
cite-annexed = annex, point { $point }
cite-not-in-hand = text not in hand
cite-renumbered = now { $nearest }
cite-between = inside the range
cite-excepted = excepted
audit-changed = changed by { $acts }
audit-counts = References to the act in the edition of { $edition }: { $all }; there { $there }, excluded { $excluded }, not there { $dead }, cannot be told { $other }. To other acts and treaties: { $elsewhere }.
