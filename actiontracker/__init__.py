"""Finds the commitments in committee minutes and tracks what became of them."""

__version__ = "0.1.0"
