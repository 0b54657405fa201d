"""`python -m bench.fictional`: writes fictional acts, checks how they are read, or compares them with real ones."""

from __future__ import annotations

import argparse
import os
from pathlib import Path


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.fictional", description=__doc__)
    told.add_argument("--acts", type=int, default=1000, help="how many acts")
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--every", action="store_true", help="every act in all three languages")
    told.add_argument("--out", type=Path, help="a folder for the newest editions, laid out as laws in git are")
    told.add_argument("--git", action="store_true", help="make the folder a git repository with a commit for each edition")
    told.add_argument(
        "--check", action="store_true", help="read the acts and tell what is read otherwise than it was written"
    )
    told.add_argument("--compare", type=Path, metavar="CORPUS", help="compare with the real texts in a folder")
    options = told.parse_args()
    os.environ.setdefault("SARALAU_PACKS", str(Path(__file__).parent / "packs"))
    if options.compare:
        from bench.fictional.comparing import compare

        for line in compare(options.compare, options.seed):
            print(line)
    elif options.check:
        from bench.fictional.checking import check

        *flaws, counted = check(options.seed, options.acts, every=options.every)
        print(*flaws, counted, sep="\n")
        raise SystemExit(bool(flaws))
    elif options.out and options.git:
        from bench.fictional.writing import write_history

        print(write_history(options.out, options.seed, options.acts, every=options.every))
    elif options.out:
        from bench.fictional.writing import write_files

        print(write_files(options.out, options.seed, options.acts, every=options.every))
    else:
        told.error("--out FOLDER, --check or --compare CORPUS")


main()
