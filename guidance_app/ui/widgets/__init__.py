"""The few controls that pages are built of; they say what they are, never what colour they have."""
