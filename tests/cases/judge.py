"""The facts of the independent judge: packs and drawn cases as an answer-set program. Of Saralau only the pack loader is imported."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from saralau.packs import load, names

PROGRAM = Path(__file__).with_name("judge.asp").read_text("utf-8")
CATEGORIES = Path(__file__).with_name("category.asp").read_text("utf-8")
MEASURES = {"years": 365, "months": 30}
LIFE = 1_000_000


def day(date: str) -> int:
    """A day as a number that grows with time."""
    return int(date.replace("-", ""))


def conduct(data: Any) -> Iterator[str]:
    """The conduct that a part asks of the act itself."""
    if isinstance(data, list):
        for one in data:
            yield from conduct(one)
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key == "conduct":
                yield from value if isinstance(value, list) else [value]
            elif key in ("is", "all", "any"):
                yield from conduct(value)
            elif key == "points":
                yield from conduct(list(value.values()))


class Law:
    """The elements of a jurisdiction as nodes: `rows` are facts of the program, `roots` the node of each part of an edition."""

    def __init__(self, jurisdiction: str = "kz") -> None:
        self.jurisdiction = jurisdiction
        head = load(f"{jurisdiction}/criminal-code.elements")
        chapters = [load(name) for name in names(f"{jurisdiction}/criminal-code.elements/")]
        self.editions = sorted(head["editions"], key=lambda row: row["as_of"])
        encoded = [article for pack in (head, *chapters) for article in pack.get("articles", ())]
        self.articles = self.held(encoded, self.editions[-1]["edition"])
        earlier = [article for row in self.editions[:-1] for article in self.held(encoded, row["edition"])]
        self.drawn = [*self.articles, *earlier]  # from these cases are drawn
        self.rules = load(f"{jurisdiction}/qualification")
        self.general = load(f"{jurisdiction}/general-part")
        vocabularies = [load(name) for name in names("vocabulary/facts")]
        families = [family for pack in vocabularies for family in pack.get("families", ())]
        terms = [term for pack in vocabularies for term in pack["terms"]]
        of_acts = [family for family in families if family.get("asked_of", "act") == "act" and not family.get("untold")]
        self.single = {family["id"]: family.get("single", False) for family in of_acts}
        self.facet = {term["id"]: term["family"] for term in terms if term["family"] in self.single}
        self.broader = {term["id"]: term.get("broader") for term in terms}
        self.rows: list[str] = []
        self.categories: dict[str, str] = {}  # as the registers have them
        self.known: dict[str, int] = {}  # formulas that have a node already
        self.roots: dict[tuple[str, str, str], int] = {}
        self.formulas: dict[tuple[str, str], Mapping[str, Any]] = {}
        self.count = 0
        general = f"{jurisdiction}/general-rules"
        if general in names(f"{jurisdiction}/") and "repetition" in load(general):  # a state may have no article 12
            self.rows.append("repeating.")
        forced = {(row["passed"], row["number"]): row["not_before"] for row in head.get("in_force", ())}
        spoken: set[tuple[str, str]] = set()
        for number, edition in enumerate(self.editions):
            self.register = load(edition["register"])
            self.rows.append(f"edition({number},{day(edition['as_of'])}).")
            for article in self.held(encoded, edition["edition"]):
                for order, part in enumerate(article["parts"]):
                    self.part(article["article"], part, order, str(number))
                    spoken |= {(article["article"], term) for term in conduct(part)}
            for row in self.register["articles"]:
                for passed, law, action, *_ in row["amendments"]:
                    if action not in ("announced", "ruled"):
                        since = day(forced.get((passed, law), passed))
                        self.rows.append(f'change("{row["number"]}",{number},"{passed} {law}",{since}).')
        for place, article in enumerate(encoded):
            self.rows.append(f'place("{article["article"]}",{place}).')
            self.rows += [f'special("{article["article"]}","{general}").' for general in article.get("special_of", ())]
        self.rows += [f'spoken("{article}",{term}).' for article, term in sorted(spoken)]
        self.rows += [f"single({f})." for f, one in self.single.items() if one]
        self.rows += [f"asked({f})." for f in (*self.single, "amount", "means")]
        self.rows += [f"wide({t},{w})." for t in self.facet for w in self.wide(t)]
        self.rows += [f"harmisloss({row['consequence']})." for row in self.rules["harm_that_is_loss"]]
        self.rows += [f"classrank({name},{at})." for at, name in enumerate(("misdemeanour", "crime"))]
        for name, row in self.rules["severity"].items():
            self.rows += [f"order({name},{kind},{at})." for at, kind in enumerate(row["kinds"])]

    @staticmethod
    def held(encoded: Sequence[Mapping[str, Any]], edition: str) -> list[Mapping[str, Any]]:
        """The articles of an edition with the parts that it has."""
        return [
            {**article, "parts": parts}
            for article in encoded
            if (parts := [p for p in article["parts"] if p.get("from", "") <= edition <= p.get("until", "9999")])
        ]

    def wide(self, term: str) -> Iterator[str]:
        at: str | None = term
        while at:
            yield at
            at = self.broader[at]

    def node(self, kind: str = "") -> int:
        self.count += 1
        self.rows.append(f"node({self.count}).")
        if kind:
            self.rows.append(f"kind({self.count},{kind}).")
        return self.count

    def group(self, kind: str, children: Sequence[int]) -> int:
        node = self.node(kind)
        self.rows += [f"child({node},{child})." for child in children]
        return node

    def formula(self, data: Mapping[str, Any], article: str) -> int:
        key = f"{article} {sorted(data.items(), key=str)}"
        if key not in self.known:
            self.known[key] = self.fresh(data, article)
        return self.known[key]

    def fresh(self, data: Mapping[str, Any], article: str) -> int:
        found: list[int] = []
        for key, value in data.items():
            if key == "all":
                found += [self.formula(part, article) for part in value]
            elif key == "any":
                found.append(self.group("any", [self.formula(part, article) for part in value]))
            else:
                found.append(self.leaf(key, value, article))
        return found[0] if len(found) == 1 else self.group("all", found)

    def leaf(self, key: str, value: Any, article: str) -> int:
        if key == "not":
            inner = self.formula(value, article)
            node = self.node()
            self.rows.append(f"neg({node},{inner}).")
            return node
        if key == "through":
            inner = self.formula(value, article)
            node = self.node()
            self.rows.append(f"inner({node},{inner}).")
            return node
        node = self.node()
        if key == "amount":
            row = next(r for r in self.rules["thresholds"] if r["amount"] == value and article in r["articles"])
            self.rows += [f"size({node},{value}).", f"times({node},{row['times']})."]
            self.rows += [f"upto({node})."] if row.get("up_to") else []
            return node
        self.rows.append(f"facet({node},{key}).")
        self.rows += [f"elem({node},{key},{term})." for term in (value if isinstance(value, list) else [value])]
        return node

    def part(self, article: str, part: Mapping[str, Any], order: int, edition: str) -> None:
        demands = []
        if part.get("of"):
            demands.append(self.group("any", [self.roots[article, number, edition] for number in part["of"]]))
        if part.get("is"):
            demands.append(self.formula(part["is"], article))
        if part.get("points"):
            points = {number: self.formula(point, article) for number, point in part["points"].items()}
            for number, point in points.items():
                self.roots[article, f"{part['part']}.{number}", edition] = self.group("all", [*demands, point])
            demands.append(self.group("any", list(points.values())))
        root = self.group("all", demands)
        self.roots[article, part["part"], edition] = root
        name = f'"{article}.{part["part"]}@{edition}"'
        self.rows += [f'part("{article}",{name},{root},{order}).', f"of({name},{edition})."]
        offence = next(
            o for o in self.register["offences"] if o["article"] == article and o.get("part") in (part["part"], None)
        )
        class_ = "misdemeanour" if offence["category"] == "misdemeanour" else "crime"
        self.rows += [f"class({name},{class_}).", f"fault({name},{offence['fault']})."]
        self.rows.append(f"from({name},{self.age(article, part['part'])}).")
        self.categories[name.strip('"')] = offence["category"]
        for row in offence["sanction"]["principal"]:
            if row.get("life"):
                self.rows.append(f"life({name}).")
            if "condition" not in row:
                low, high = (self.bound(row, end, class_, offence["category"]) for end in ("min", "max"))
                self.rows.append(f"punishment({name},{row['kind']},{LIFE if row.get('life') else high},{low}).")
        for kind in {row["kind"] for row in offence["sanction"].get("additional", ())}:
            rows = [row for row in offence["sanction"]["additional"] if row["kind"] == kind]
            surely, most = max(
                (
                    2 if row.get("application", "obligatory") == "obligatory" else 1,
                    LIFE if row.get("life") else row.get("max") or 0,
                )
                for row in rows
            )
            self.rows.append(f"added({name},{kind},{surely},{most}).")

    def age(self, article: str, part: str) -> int:
        """The age from which one is liable for a part: the lowest of the rows that name it or name nothing."""
        return min(
            row["years"]
            for row in self.rules["age"]
            if not row.get("provisions") or {article, f"{article}.{part}"} & set(row["provisions"])
        )

    def bound(self, row: Mapping[str, Any], end: str, class_: str, category: str) -> int:
        """A bound as stated or as the general part supplies it."""
        if row.get(end) is not None:
            return int(row[end]) * MEASURES.get(row["unit"], 1)
        for limit in reversed(self.general["limits"]):
            if (
                limit["kind"] == row["kind"]
                and limit.get("class", class_) == class_
                and limit.get("category", category) == category
            ):
                return int(limit[end]) * MEASURES.get(limit["unit"], 1)
        return 0


class Told(Protocol):
    """A case as the program is told it: of each act by id `facts`, `means`, `sums`, `unknown`, `date`, and what `facts` reads."""

    law: Law
    closed: bool
    age: int | None
    deeds: dict[str, dict[str, Any]]


class Draw:
    """One drawn case: `deeds` by id, each with its facts; enough of some offences is told to make candidates likely."""

    def __init__(self, law: Law, seed: int) -> None:
        self.law, self.random = law, random.Random(seed)
        self.closed = self.random.random() < 0.7
        self.deeds: dict[str, dict[str, Any]] = {
            id: {"facts": {}, "means": [], "sums": [], "unknown": [], "date": self.random.choice(DAYS)} for id in ("a", "b")
        }
        self.age = self.random.choice((None, 13, 15, 30, 30, 30, 30))
        if self.random.random() < 0.7:
            self.deeds["b"]["means"] = ["a"]
        if self.random.random() < 0.4:
            self.means_to_an_end()
        elif self.random.random() < 0.2 and any(a.get("special_of") for a in law.articles):
            self.special_beside_general()
        for id in ("a", "b"):
            for _ in range(self.random.choice((0, 1, 1, 2) if self.deeds[id]["facts"] else (1, 1, 2))):
                article = self.random.choice(law.drawn) if id == "a" else self.second()
                self.fulfil_part(article, self.random.choice(article["parts"]), id)
            self.blur(self.deeds[id])
        if self.random.random() < 0.1:  # the same act once more
            self.deeds["b"]["facts"] = {facet: list(told) for facet, told in self.deeds["a"]["facts"].items()}
            self.deeds["b"]["sums"] = list(self.deeds["a"]["sums"])

    def special_beside_general(self) -> None:
        """A special norm by the act that also fulfils the general one."""
        special = self.random.choice([a for a in self.law.articles if a.get("special_of")])
        self.fulfil_part(special, special["parts"][0], "b")
        self.deeds["b"]["sums"] = [(self.random.choice((5_000, 7_864, 7_865)), self.random.choice(WHO))]

    def means_to_an_end(self) -> None:
        """An offence whose act is named in another's elements: what absorption is made of."""
        articles = [a for a in self.law.articles if any("through" in str(part) for part in a["parts"])]
        article = self.random.choice(articles)
        part = next(part for part in article["parts"] if "through" in str(part))
        points = {number: point for number, point in part.get("points", {}).items() if "through" in str(point)}
        self.fulfil_part(article, {**part, "points": points}, "b")
        self.deeds["b"]["means"] = ["a"]
        conduct = [term for term, _ in self.deeds["a"]["facts"].get("conduct", ())]
        for other in self.law.articles:
            if any(f"'{term}'" in str(other["parts"][0].get("is")) for term in conduct):
                self.fulfil_part(other, other["parts"][0], "a")
        self.deeds["b"]["sums"] = [(self.random.choice(SUMS), self.random.choice(WHO))]

    def second(self) -> Mapping[str, Any]:
        articles: list[Mapping[str, Any]] = self.law.drawn
        return articles[0] if self.random.random() < 0.5 else self.random.choice(articles)

    def fulfil_part(self, article: Mapping[str, Any], part: Mapping[str, Any], id: str) -> None:
        if part.get("of"):
            number, _, point = self.random.choice(part["of"]).partition(".")
            base = next(p for p in article["parts"] if p["part"] == number)
            self.fulfil_part(article, {**base, "points": {point: base["points"][point]}} if point else base, id)
        if part.get("is"):
            self.fulfil(part["is"], id)
        if part.get("points"):
            for point in self.random.sample(sorted(part["points"]), self.random.choice((1, 1, min(2, len(part["points"]))))):
                self.fulfil(part["points"][point], id)

    def fulfil(self, formula: Mapping[str, Any], id: str) -> None:
        for key, value in formula.items():
            if key == "all":
                for inner in value:
                    self.fulfil(inner, id)
            elif key == "any":
                self.fulfil(self.random.choice(value), id)
            elif key == "not":
                continue
            elif key == "through":
                if id == "b":
                    self.fulfil(value, "a")
            elif key == "amount":
                self.deeds[id]["sums"] = [(self.random.choice(SUMS), self.random.choice(WHO))]
            else:
                self.tell(key, self.random.choice(value if isinstance(value, list) else [value]), id)

    def tell(self, facet: str, term: str, id: str) -> None:
        """A term, or one that is narrower, or at times one that is wider."""
        narrower = [t for t in self.law.facet if term in self.law.wide(t)]
        chosen = self.random.choice(narrower) if self.random.random() < 0.9 else self.law.broader[term] or term
        told = self.deeds[id]["facts"].setdefault(facet, [])
        if self.law.single[facet]:
            told.clear()
        fact = (chosen, self.random.choice(WHO) if facet == "consequence" else None)
        if chosen not in [term for term, _ in told]:
            told.append(fact)

    def blur(self, deed: dict[str, Any]) -> None:
        """Forgets some facts, marks some as unknown, adds a sum and what does not belong."""
        for facet in list(deed["facts"]):
            if self.random.random() < 0.08:
                del deed["facts"][facet]
        for facet in (*self.law.single, "amount", "means"):
            if self.random.random() < 0.04:
                deed["unknown"].append(facet)
        if self.random.random() < 0.4:
            deed["sums"] = [(self.random.choice(SUMS), self.random.choice(WHO))]


# Of all editions, between them and beyond, most of them in the newest.
DAYS = (
    *("2019-03-01", "2020-05-20", "2021-06-01", "2022-09-15", "2024-02-01", "2025-09-20"),
    *("2025-10-14", "2025-10-14", "2025-12-31", "2025-12-31", "2026-02-03"),
)
SUMS = (5_000, 39_320, 39_321, 100_000, 1_966_000, 1_966_001, 2_162_501, 7_864_001, 9_000_000)
WHO = ("one", "one", "one", "two", None)


def facts(name: int, draw: Told) -> Iterator[str]:
    """A drawn case as facts of the program."""
    if draw.closed:
        yield f"closed({name})."
    if draw.age is not None:
        yield f"age({name},{draw.age})."
    for id, deed in draw.deeds.items():
        yield f"deed({name},{id})."
        if deed.get("mine", True):
            yield f"mine({name},{id})."
        index = max((row for row in draw.law.rules["index"] if row["from"] <= deed["date"]), key=lambda row: row["from"])
        yield f"index({name},{id},{index['value']})."
        yield f"day({name},{id},{day(deed['date'])})."
        for facet, told in deed["facts"].items():
            yield f"says({name},{id},{facet})."
            for term, of in told:
                yield f"told({name},{id},{facet},{term},{of or 'none'})."
        yield from (f"unknown({name},{id},{facet})." for facet in deed["unknown"])
        yield from (f"complete({name},{id},{facet})." for facet in deed.get("complete", ()))
        yield from (f"means({name},{id},{other})." for other in deed["means"])
        yield from (f"sum({name},{id},{value},{of or 'none'})." for value, of in deed["sums"])
        yield from (f"lost({name},{id},{of or 'none'})." for of in deed.get("losses", [of for _, of in deed["sums"]]))


def judged(law: Law, draws: Mapping[int, Told]) -> dict[int, dict[str, set[Any]]]:
    """What the program says of the cases, all in one grounding; those with acts that turn out repeated once more, as such."""
    rows = {name: list(facts(name, draw)) for name, draw in draws.items()}
    found = solved(law, rows)
    again = {}
    for name, told in found.items():
        repeats = told.pop("repeats")
        if repeats:
            more = [f"told({name},{id},repetition,repeated,none). says({name},{id},repetition)." for id in sorted(repeats)]
            again[name] = [*rows[name], *more]
    if again:
        found |= solved(law, again)
        for name in again:
            found[name].pop("repeats")
    return found


KINDS = ("charge", "gone", "open", "hang", "displaced", "young", "repeats")


def solved(law: Law, rows: Mapping[int, Sequence[str]]) -> dict[int, dict[str, set[Any]]]:
    """The one answer set of the program over some cases."""
    import clingo

    control = clingo.Control(["--warn=none"])
    control.add("base", [], PROGRAM + "\n".join([*law.rows, *(fact for told in rows.values() for fact in told)]))
    control.ground([("base", [])])
    found: dict[int, dict[str, set[Any]]] = {name: {kind: set() for kind in KINDS} for name in rows}
    models = 0
    with control.solve(yield_=True) as handle:
        for model in handle:
            models += 1
            for symbol in model.symbols(shown=True):
                rest = [a.string if a.type == clingo.SymbolType.String else a.name for a in symbol.arguments[1:]]
                found[symbol.arguments[0].number][symbol.name].add(tuple(rest) if len(rest) > 1 else rest[0])
    assert models == 1, "the rules have one answer"
    return found


def solved_in_steps(law: Law, rows: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """The same rules in multi-shot: the law is ground once, then the rules of each case in a step of their own. Atoms shown, by case."""
    import clingo

    of_cases = re.compile(r"\bC\b")
    rules = [line for line in PROGRAM.splitlines() if line and not line.startswith("%")]
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "\n".join([*law.rows, *(rule for rule in rules if not of_cases.search(rule))]))
    control.add("case", ["c"], "\n".join(of_cases.sub("c", rule) for rule in rules if of_cases.search(rule)))
    control.ground([("base", [])])
    shown = {}
    for name, told in rows.items():
        control.add(f"facts{name}", [], "\n".join(told))
        control.ground([(f"facts{name}", []), ("case", [clingo.Number(name)])])
        with control.solve(yield_=True) as handle:
            for model in handle:
                shown[name] = sum(1 for symbol in model.symbols(shown=True) if symbol.arguments[0].number == name)
    return shown


def categories(law: Law) -> dict[str, set[str]]:
    """The category of every encoded part by a program of its own."""
    import clingo

    control = clingo.Control(["--warn=none"])
    control.add("base", [], CATEGORIES + "\n".join(row for row in law.rows if ":-" not in row))
    control.ground([("base", [])])
    found: dict[str, set[str]] = {}
    with control.solve(yield_=True) as handle:
        for model in handle:
            for symbol in model.symbols(shown=True):
                found.setdefault(symbol.arguments[0].string, set()).add(symbol.arguments[1].name)
    return found
