lint-two-for-one-act = one act fulfils both this and { $other }, and neither takes account of the other; facts: { $facts }
lint-two-for-one-act-why = Where neither provision is special or covers the other, one act is charged twice; check whether that was meant.
lint-two-for-one-act-bad = driving to suicide by humiliation, and insult: nothing says whether both are charged
lint-two-for-one-act-good = the special provision refers to the general one
