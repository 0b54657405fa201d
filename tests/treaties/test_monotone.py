"""More law never covers less: an offence added, or an element dropped, leaves every scenario at least as covered as before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from saralau.treaties import Coverage, cover, treaty
from saralau.treaties.covering import STATUSES

from ..conftest import ROOT

ORDER = {status: at for at, status in enumerate(STATUSES)}
CHAPTERS = ROOT / "packs/kz/criminal-code.elements"


def without(data: object, facet: str) -> object:
    """A formula without the elements of a facet; what would be left empty is left as it is."""
    if isinstance(data, dict):
        return {key: without(value, facet) for key, value in data.items() if key != facet or len(data) == 1}
    if isinstance(data, list):
        return [without(one, facet) for one in data]
    return data


def statuses(found: Coverage) -> Iterator[int]:
    return (ORDER[one.status] for row in found.obligations for one in row.scenarios)


@pytest.mark.parametrize("facet", ["consequence", "circumvention", "fault"])
def test_dropping_an_element_covers_no_less(facet: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(statuses(cover(treaty("budapest"), "kz")))
    yaml = YAML(typ="safe", pure=True)
    pack = yaml.load((CHAPTERS / "informatization.yaml").read_text("utf-8"))
    for article in pack["articles"]:
        for part in article["parts"]:
            if "is" in part:
                part["is"] = without(part["is"], facet)
    place = tmp_path / "kz/criminal-code.elements/informatization.yaml"
    place.parent.mkdir(parents=True)
    with place.open("w", encoding="utf-8") as out:
        YAML(typ="safe", pure=True).dump(pack, out)
    monkeypatch.setenv("SARALAU_PACKS", str(tmp_path))
    after = list(statuses(cover(treaty("budapest"), "kz")))
    assert all(new <= old for new, old in zip(after, before, strict=True))
    if facet == "consequence":
        assert after != before  # 205 and 206 ask for harm, and without it they punish what the treaty demands


def test_adding_an_offence_covers_no_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chapter 7 alone covers no scenario better than the whole Code."""
    whole = list(statuses(cover(treaty("budapest"), "kz")))
    for chapter in CHAPTERS.glob("*.yaml"):
        if chapter.stem != "informatization":
            place = tmp_path / f"kz/criminal-code.elements/{chapter.name}"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("schema: saralau/elements-of-chapter/1\narticles: []\n", "utf-8")
    monkeypatch.setenv("SARALAU_PACKS", str(tmp_path))
    part = list(statuses(cover(treaty("budapest"), "kz")))
    assert all(more <= less for more, less in zip(whole, part, strict=True))
    assert part != whole
