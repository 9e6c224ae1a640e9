"""From the text of a pack to a Pack, and what can be proved about it."""
