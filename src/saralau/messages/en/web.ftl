### Pages of the web application.
web-nav = Sections
web-nav-acts = Acts
web-language = Language of the pages
web-foot = reads the law as data; not legal advice
web-problem = This did not work
web-absent = There is nothing at this address. If it is an act or an edition, it is not in the library.
web-misasked = The address or the form asks for something that there is not; go back and choose again.
web-refused = This is not allowed here.
web-broken = Something broke on our side. Nothing that was stored is lost; the reason is in the server's log.
web-back-home = To the first page
web-home-title = Cybercrime law that can be read, tested and compared
web-home-lead = A criminal code is the program, a case is its input, a treaty is its test suite.
web-acts-title = Acts in the library
web-no-acts = The library has no acts yet. Add one:
web-editions = { $n ->
    [one] { $n } text
   *[other] { $n } texts
 }
web-edition = Edition of { $day }, { $tongue }
web-other-editions = Other editions and languages: { $n }
web-notes = Editors' notes: { $n }
web-understood = What was understood of { $at }
web-technology = Information technology
web-features = Qualifying features
web-extends = Builds upon
web-sanction = Punishment
web-category = Category
web-why-group = Why this group
web-history = What became of it
web-neighbours = Articles beside it
shelf-work-absent = { $typed } is not in the library; add its text with `saralau add`
web-serving = Saralau answers at { $address } – stop it with Ctrl-C
web-absent-extra = the web application needs the extra `web` ({ $missing } is absent): pip install "saralau[web]"
