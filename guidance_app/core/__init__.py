"""Packs, walks, records and what follows from them, as pure values: no Qt, no disk, no clock."""
