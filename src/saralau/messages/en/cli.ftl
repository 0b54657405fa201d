### What the command line says.
step-read = reading the file
step-parse = finding the structure
step-offences = reading the offences
step-classify = sorting into groups
report-summary = { $edition ->
    [unknown] Edition unknown
   *[other] Edition of { $edition }
}: { $articles } articles, { $offences } offences. Cyber provisions by their own words: { $own } (I: { $first }, II: { $second }, III: { $third }); by inheritance: { $inherited }. Offences whose siblings have an ICT feature and which have none: { $gaps }.
ledger-balanced = Every one of { $total } visible characters is counted exactly once; orphans, whose unit is not in the text: { $orphans }; defects of the text: { $defects }.
ledger-unbalanced = The ledger of { $total } characters does not balance; orphans: { $orphans }; defects: { $defects }. Please report this file.
basis-line = saralau { $version }; act: { $act }; edition: { $edition ->
    [unknown] unknown
   *[other] { $edition }
}; file: { $source }, sha256 { $sha256 }; general part: { $general_part }.
group-heading = Group { $group }: { $count } by own words, { $inherited } by inheritance
group-inherited = by inheritance
agreement-heading = Agreement: both { $both }, another group { $another }, only Saralau { $ours }, only the list { $theirs }
running-heads = Left out, since page after page repeats it: { $heads }
language-unverified = The grammar of { $name } is unverified: no official text of a code in it was at hand. Check the result against the text.
