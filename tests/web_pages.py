"""Web pages for the tests of the HTML reader."""

from actiontracker.read.html import read_html
from actiontracker.records import Source


def source_of(body: str, head: str = "") -> Source:
    """The source of a page with this body, which gives no problem."""
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    source, problems = read_html(page.encode(), "page.html")
    assert problems == ()
    return source
