"""A thinking aid for social workers: whether and how to look at somebody's social media."""

__version__ = "0.1.0"
