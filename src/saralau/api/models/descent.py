"""Shapes: texts of one act side by side, an act beside the one that followed it, lines of descent."""

from __future__ import annotations

from saralau.api.models.common import of

Alignment = of("alignment-1")
Concordance = of("concordance-1")
Descent = of("descent-1")
