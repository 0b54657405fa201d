"""Libraries of before, whose files lie flat, taken over at the first writing."""

from __future__ import annotations

from saralau.corpus.store.catalogue import Store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.store.records import old_records, old_text, read_record
from saralau.corpus.store.rereading import read_again

_BATCH = 100


def adopt(store: Store) -> None:
    """Puts each text that lies flat in its place and on the list. InputError if one is damaged; nothing is deleted before it
    is elsewhere, so that a process that dies is gone on with.
    """
    places = old_records(store.folder)
    for start in range(0, len(places), _BATCH):
        some = places[start : start + _BATCH]
        read = [read_again(store.folder, read_record(place)) for place in some]
        with writing(store) as connection:
            put_all(connection, store, read)
        for place in some:
            old_text(store.folder, place.stem).unlink(missing_ok=True)
            place.unlink(missing_ok=True)
