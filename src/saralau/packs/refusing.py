"""What a pack is refused with."""

from __future__ import annotations

from saralau.messages import InputError


class PackError(InputError):
    """A pack that is absent or wrong; the message names the file, the line where there is one, and the mend."""
