"""The face made of Qt; the only folder that knows PySide6."""
