"""Pure values and functions: packs, walks, records and what follows from them; no Qt, no disk, no clock."""
