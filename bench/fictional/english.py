"""How the Republic has its acts translated into English."""

from __future__ import annotations

from bench.fictional.rare import roots, words
from bench.fictional.tongue import Tongue, compiled

_NOUNS = words(
    "register application record system network service authority operator participant request licence registration "
    "inspection information detail work structure bridge road station port warehouse cargo transport resource "
    "document report plan project regime supervision audit protection security communication post archive library "
    "school clinic water canal forest reserve bank account contribution tax duty budget fund grant tender expert "
    "commission council committee technology program device equipment instrument measurement trial standard "
    "regulation passport certificate signature identifier access storage processing destruction complaint notice "
    "reply query"
)
_ADJECTIVES = words(
    "state public electronic informational technical single local rural vehicular financial budgetary fiscal "
    "medical scientific educational cultural ecological industrial spare temporary annual mandatory special open "
    "closed private international central regional authorised responsible interested independent automated "
    "protected primary technological consolidated archival postal payable"
)
_RARE = ("", "ation", "ing", "ity", "er", "ment")


def _phrase(adjective: int, noun: int, case: int) -> str:
    said = _NOUNS[noun] if noun < len(_NOUNS) else roots(noun)[1] + _RARE[noun % len(_RARE)]
    if adjective < 0:
        return said
    qualifying = _ADJECTIVES[adjective] if adjective < len(_ADJECTIVES) else roots(adjective)[1] + "al"
    return f"{qualifying} {said}"


ENGLISH = Tongue(
    code="en",
    iso3="eng",
    phrase=_phrase,
    nouns=len(_NOUNS),
    adjectives=len(_ADJECTIVES),
    numbers=tuple(words(
    "two three five seven ten twelve fifteen twenty thirty forty sixty ninety"
)),
    clauses=compiled(
        "the {0n} shall submit the {1a} within {2#} working days of receipt of the {3g}",
        "the {0n} shall keep the {1a} and ensure the storage of the {2g}",
        "the procedure for keeping the {0g} is established by the {1i}",
        "the {0n} is approved by the {1i} in consultation with the {2i}",
        "transfer of the {0g} without notice to the {1g} is not allowed",
        "the {0n} may refuse to accept the {1g} if the fee for the {2a} has not been paid",
        "on inspection of the {0g} the state of the {1g} and the terms of the {2g} are taken into account",
        "the costs of maintaining the {0g} are covered by the {1g}",
        "the {0n} shall send the {1d} information on the {2d} every year",
        "the {0n} is subject to accounting and marking before the import of the {1g}",
        "until the {0g} is completed the {1g} is suspended for a time of up to {2#} days",
        "the {0n} shall make good the harm done to the {1d} by the loss of the {2g}",
        "information from the {0g} is given at the request of the {1g} through the {2a}",
        "the {0n} is set up under the {1l} and works on the basis of the {2g}",
        "disputes between the {0i} and the {1i} are heard by the {2n}",
        "the list of the {0g} is published by the {1i} not later than {2#} days after approval of the {3g}",
        "use of the {0g} for the purposes of the {1g} is made with the knowledge of the {2g}",
        "the {0a} is charged with receiving and registering the {1g}",
        "loss of the {0g} entails termination of the {1g}",
        "the {0n}, the {1n} and the {2n} make up the single basis of the {3g}",
        "the {0g} is valid for not less than {1#} years from the day of issue of the {2g}",
        "answers to the {0a} are sent to the {1d} free of charge",
        "the {1n} exercises control over the {0i}",
        "to receive the {0g} copies of the {2g} and the {3g} are submitted to the {1a}",
    ),
    joins=("; in that case ", ", and also ", ", if ", " and ", ", whereby "),
    listing=compiled("the {0n} takes into account:", "to the {0d} are attached:", "information on the {0d} includes:", "for the {0g} are required:"),
    items=compiled("the {0n}", "the {0n} and the {1n}", "the {0n} for the {1g}", "a copy of the {0g} with a description of the {1g}", "the {0n}, if kept by the {1n}"),
    meanings=compiled(
        "a {0n} for the {1g} and the {2g}",
        "the body of the {0g} and the {1g} used in the {2l}",
        "a {0n} within the {1g} that the {2n} keeps",
        "a {0n} without which the {1n} does not begin the {2a}",
    ),
    article_titles=compiled("Keeping of the {0g}", "Procedure for using the {0g}", "Accounting of the {0g} and the {1g}", "Rights to the {0d}", "Storage of the {0g}"),
    act_titles=compiled(
        "On the procedure for keeping the {0g} and the {1g}",
        "On measures for the {0d}",
        "On approval of rules for the {0g} and the {1g}",
        "On some questions of the {0g}",
        "On the setting up of the {0g} under the {1l}",
    ),
    chapter_titles=compiled("The {0n} and the {1n}", "Use of the {0g}", "Protection of the {0g} and the {1g}"),
    conducts=compiled(
        "Unlawful use of the {0g} without the {1g}",
        "Intentional destruction of the {0g}",
        "Forgery of the {0g}, that is, making the {1g} with the purpose of hiding the {2g}",
        "Breach of the regime of the {0g} that has caused substantial harm",
        "Loss of the {0g} by negligence, entailing termination of the {1g}",
    ),
    crimes=compiled("Unlawful use of the {0g}", "Destruction of the {0g}", "Forgery of the {0g}", "Breach of the regime of the {0g}", "Loss of the {0g}"),
    this={"code": "this Code", "law": "this Law", "decree": "this Decree", "resolution": "this Resolution", "order": "this Order"},
    own_references=(
        "in accordance with article {article} of {this} {clause}",
        "subject to part {part} of article {article} of {this} {clause}",
        "except in the cases provided for by article {article} of {this}, {clause}",
    ),
    near_references=(
        "in the cases provided for by part {part} of this article {clause}",
        "the terms specified in part {part} of this article do not apply when {clause}",
    ),
    parts_said=("one", "two", "three", "four", "five", "six"),
    other_references=(
        "in accordance with article {article} of the {act} {clause}",
        "subject to article {article} of the {act} {clause}",
        "on the basis of the {act} {clause}",
    ),
    kinds={
        "code": ("Code", "Code"), "law": ("Law", "Law"), "decree": ("Decree of the President", "Decree of the President"),
        "resolution": ("Resolution of the Government", "Resolution of the Government"),
        "order": ("Order of the Minister of {ministry}", "Order of the Minister of {ministry}"),
    },
    amending_kinds={
        "law": ("Law", "Law"), "resolution": ("Resolution of the Government", "Resolution of the Government"),
        "order": ("Order of the Minister of {ministry}", "Order of the Minister of {ministry}"),
    },
    ministries=("Communications", "Transport", "Finance", "Health", "Education", "Energy", "Culture", "Ecology"),
    requisites="{kind} of the Republic of Altynsay of {date} No. {number}",
    cited="{kind} of the Republic of Altynsay of {date} No. {number} “{title}”",
    date="{day} {month} {year}",
    months=words(
    "January February March April May June July August September October November December"
),
    article="Article {number}.",
    chapter="Chapter {number}. {title}",
    code_parts=("GENERAL PART", "SPECIAL PART"),
    amends_title="On amendments to the {act}",
    amends_many="On amendments to some acts of the Republic of Altynsay",
    amends="The following amendments shall be made to the {act}:",
    changes={
        "reworded": "article {article} shall be worded anew",
        "amended": "article {article} shall be supplemented with words on the {0d}",
        "excluded": "article {article} shall be excluded",
        "introduced": "article {article} shall be added",
        "repealed": "it shall be repealed",
    },
    in_force="It enters into force ten calendar days after the day of publication.",
    preamble="{this} deals with relations connected with the {0i} and the {1i}.",
    notions_title="Basic notions used in {this_in}",
    notions="In {this_in} the following basic notions are used:",
    this_in={"code": "this Code", "law": "this Law"},
    note="Footnote. {said}.",
    notes={
        "reworded": "Article {article} in the wording of the {by_genitive}",
        "amended": "Article {article} as amended by the {by}",
        "excluded": "Article {article} is excluded by the {by}",
        "introduced": "Article {article} is introduced by the {by}",
        "repealed": "Repealed by the {by}",
    },
    by="{kind} of the RA {dated}",
    dated="dated {day:02}.{month:02}.{year} No. {number} ({entry})",
    entry_on="in force from {day:02}.{month:02}.{year}",
    entry_after="enters into force ten calendar days after the day of its first official publication",
    sanction="is punishable by {punishments}.",
    punishable="{conduct} –",
    same="The same act committed:",
    same_end=", –",
    same_closing="",
    same_one="The same act committed {feature} –",
    punishments=(
        "a fine of up to {fine} monthly calculation indices",
        "correctional labour in the same amount",
        "community service for a term of up to {hours} hours",
        "restriction of liberty for a term of up to {years} years",
        "deprivation of liberty for the same term",
        "deprivation of liberty for a term from {low} to {high} years",
    ),
    with_confiscation=", with confiscation of property",
    either=" or ",
    fines=("one hundred", "two hundred", "three hundred", "five hundred", "one thousand", "two thousand"),
    hours=("one hundred", "two hundred", "three hundred", "four hundred"),
    years=("two", "three", "four", "five", "six"),
    highs=("seven", "eight", "ten", "twelve"),
    features=(
        "by a group of persons by prior conspiracy", "repeatedly", "by a criminal group", "in a large amount",
        "in an especially large amount", "by a person using his or her official position", "with the use of the Internet",
        "by unlawful access to an information system", "against electronic information resources", "by a group of persons",
        "with violence", "for hire", "for profit",
    ),
)  # fmt: skip
