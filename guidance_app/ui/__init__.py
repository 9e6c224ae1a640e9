"""The face made of Qt; the only folder that knows PySide6."""

from .spare import spare_references

spare_references()
