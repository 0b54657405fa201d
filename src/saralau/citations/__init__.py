"""Floor 2: what does it refer to?"""

from saralau.citations.chains import Chain, Member, find_chains

__all__ = ["Chain", "Member", "find_chains"]
