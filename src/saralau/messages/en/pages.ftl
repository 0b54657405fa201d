### Pages of the web application: what is to be seen of a text.
web-nav-change = Change
web-nav-findings = Findings
web-nav-terms = Terms
web-nav-drafts = Drafts
web-tabs = What is to be seen of this text
web-tab-text = Text
web-tab-change = Change
web-tab-survival = Stability
web-tab-findings = Findings
web-tab-terms = Terms
web-tab-drafts = Try a draft
web-lead-change = How an act was amended, by which laws, what changed most, and how two editions differ.
web-year = Year
web-place = Place
web-pages = Pages
web-provision = Provision
web-as-table = As a table
web-beside = Beside it
web-beside-absent = The text of { $day } has no such article.
web-beside-not-in-hand = The text that was to stand beside is not in the library.
web-beside-later = Beside: what the later edition of { $day } changed. Struck out went, underlined came.
web-beside-earlier = Beside: what has changed since the earlier edition of { $day }. Struck out went, underlined came.
web-beside-same = No difference.
web-beside-nothing = Nothing stands here in that text.
web-beside-only = Only in the other text:
web-lineage = Descent
web-lineage-from = Comes from:
web-lineage-to = Is carried on by:
web-lineage-not-here = not in the library
web-lineage-all = The whole line, with its sources
web-article-findings = What the linter finds in this article
web-change-events = Changes
web-change-laws = Amending laws
web-change-touched = Articles touched
web-change-unread = Notes not understood
web-change-until = As the editors’ notes of the texts in hand tell it; known up to { $day }.
web-change-years = Changes by year of entry into force
web-change-most = Amended most
web-change-most-about = Articles by the number of laws that changed them.
web-change-last = Latest change in force
web-change-bound = “Not before” is a lower bound: the note names no day but a rule, mostly so many days after publication, and does not tell when the law was published. Such a change took effect on that day or later, and the years below count it by that day. So it is with { $n } of the { $of } changes. What laws later than the text of { $day } changed is not known here.
web-change-by-law = Law by law
web-change-by-law-about = Amending laws, the newest first.
web-change-law = Law
web-change-begins = In force
web-change-articles = Articles
web-change-n-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
web-compare = Two editions compared
web-compare-with = The edition of { $day } with that of
web-compare-go = Compare
web-compare-none = There is no other edition of this act in this language in the library.
web-diff-all = All articles that differ: { $n }
web-diff-none = Nothing differs.
web-survival-by = Wordings grouped
web-survival-model = What goes with earlier amendment: a model (reads every offence; takes some seconds)
web-survival-read = How to read it
web-outside-chapters = outside chapters
web-lead-findings = Slips of drafting in an act, each at its place: what is wrong, why it matters, and what would mend it.
web-lead-search = Find a provision by its words, in any act, edition and language of the library; the best come first.
web-findings-count = { $n ->
    [0] The linter finds nothing.
    [one] { $n } finding
   *[other] { $n } findings
 }
web-findings-of = of { $n }
web-findings-sift = Findings by family and rule
web-findings-all = All
web-findings-list = List of the findings on this page
web-findings-rule = Rule
web-findings-what = What is wrong
web-findings-article = The article with what was understood of it
web-findings-between = Outside articles
web-findings-see = Finding { $n }
web-findings-fix = Safe fix:
web-findings-why = Why it matters
web-findings-none-here = Nothing was found here.
web-drafts-title = Try a draft on an act
web-drafts-lead = What would a draft law change: wordings, punishments, categories, references, the linter’s findings, cases and treaties?
web-drafts-act = The act that the draft amends
web-drafts-text = Text of the draft
web-drafts-help = The amending instructions as a bill has them, or a copy of the act with the changes made in it.
web-drafts-file = Or a file
web-drafts-file-help = Text, HTML or DOCX (also ODT and PDF), up to { $n } MB. A file goes before pasted text.
web-drafts-patch = With a patch to the encoding
web-drafts-patch-file = Patch (YAML, saralau/patch/1)
web-drafts-patch-help = Tells how the elements of the touched offences change. Without it the effect on cases and treaties is unknown, and is told so; with it the example cases are judged before and after.
web-drafts-go = Show the consequences
web-drafts-docx = As DOCX
web-drafts-pdf = As PDF
web-drafts-kept = The draft is read in a separate process with limits of time and memory. Nothing of it is kept.
web-draft-nothing = there is no draft: paste its text or choose a file
web-draft-large = the file is too large; up to { $most } KB are read
web-impact-look = { $n ->
    [one] Needs a look:
   *[other] Need a look:
 }
web-impact-mark = needs a look
web-impact-kept = This page was made once and is kept nowhere; print or save it.
web-drafts-pasted = The draft
web-impact-calm = Nothing changes in
web-terms-title = Terms
web-terms-lead = What the acts define, where their definitions clash, which terms they share, and under how many names one thing goes.
web-terms-choose = Acts read together: { $n }
web-terms-acts = Acts to read together, at most { $n }
web-terms-on-page = On this page
web-terms-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
 }
web-terms-matrix = Shared terms: { $n }
web-terms-count = { $n ->
    [one] { $n } definition
   *[other] { $n } definitions
 }
web-terms-kinds = Definitions by kind, and what is wrong
web-tie-from = Act
web-tie-to = leans on
web-tie-undefined = Terms left to it
web-tie-both = Defined by both
web-tie-otherwise = of them otherwise
web-terms-more = And { $n } more
overlay-nothing = the lists have no address; write some such as 205 or 188(2)(4), apart by commas
web-map-lists = Lists laid over it
web-map-review = those of the review from which Saralau began
web-map-own = those typed below
web-map-type = Type lists of your own
web-map-written = Written on
web-map-beside = Side by side
web-map-what = Measure
web-map-overlay = Lists laid over the map
web-map-list = List
web-map-verdict = Agreement
web-map-why = Why
web-export = Take with you:
web-lead-map = Where the criminal law meets technology: chapters by groups of cybercrime, each provision, and possible gaps.
web-lead-qualify = What facts amount to, with reasons; what is not told is asked, in order of importance.
