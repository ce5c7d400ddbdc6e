"""A report to each medium: terminal, plain text, CSV, JSON; text from documents is always data, never commands."""
