"""A YAML tag of somebody's own is refused with its line; ruamel forgets the lines of such a node."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.messages import InputError
from saralau.packs.reading import read_yaml


@pytest.mark.parametrize("value", ["!!python/object [x]", "!own [x, y]"])
def test_a_tag_is_refused_with_its_line(value: str, tmp_path: Path) -> None:
    place = tmp_path / "case.yaml"
    place.write_text(f"schema: saralau/case/1\ncase: {value}\n", "utf-8")
    with pytest.raises(InputError) as refusal:
        read_yaml(place)
    assert "2" in str(refusal.value)
