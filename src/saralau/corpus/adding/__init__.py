"""Whatever paths hold into a library: only what changed is read, by many processes, batch by batch.

Batches are committed in the order in which their texts were found. So a run that ended anywhere left what a shorter run
would have, and the next goes on from there to the same library.
"""

from saralau.corpus.adding.running import add_all, refresh_index
from saralau.corpus.adding.summary import Summary

__all__ = ["Summary", "add_all", "refresh_index"]
