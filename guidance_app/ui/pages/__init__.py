"""Pages: each is told values in its constructor and tells one by a signal; none reaches further."""
