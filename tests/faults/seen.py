"""What stands in a store, and what is found in it, to be compared."""

from guidance_app.store.records import Records, Wanted

Seen = tuple[object, ...]

_ASTRAY = "SELECT count(*) FROM said_docsize WHERE id NOT IN (SELECT born FROM record)"


def seen(records: Records, *words: str) -> Seen:
    """Return everything that the open store gives back, and what it finds by each of `words`.

    Every chain of entries is verified. Words that are of no record are counted too.
    """
    listed = records.records()
    each = tuple((records.entries(kept.id), records.drafts(kept.id)) for kept in listed)
    found = tuple(records.find(Wanted(word)).kept for word in words)
    astray = records.read_by(lambda connection: connection.execute(_ASTRAY).get)
    return listed, each, records.recall("name"), records.receipts(), found, astray
