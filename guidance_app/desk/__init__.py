"""Everything a person can do, for any face; knows packs, store and note, and no Qt."""
