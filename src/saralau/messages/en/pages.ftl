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
web-change-last = Last in force from
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
web-survival-read = How to read it
web-outside-chapters = outside chapters
web-lead-findings = Slips of drafting in an act, each at its place: what is wrong, why it matters, and what would mend it.
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
