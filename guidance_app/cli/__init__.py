"""A face made of text: the terminal walk, the checker and the note, for people and for scripts."""
