"""Turns the outlines in `samples/content` into DOCX and PDF files, the same bytes every time."""
