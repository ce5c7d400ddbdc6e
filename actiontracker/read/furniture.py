"""Lines that belong to the page and not to the minutes: links, file sizes, page numbers, webcast times.

Only whole lines count, and only ones that could not be a sentence, an item's title or its number. "Supporting
documents:" is not here: it heads a section that later stages need.
"""

import re
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 120
"""No line of furniture is longer than this many characters."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture: a pattern for a whole line, a line it must know and one it must leave alone."""

    name: str
    pattern: str
    example: str
    counterexample: str

    def knows(self, line: str) -> bool:
        """Whether the pattern covers all of `line`."""
        return re.fullmatch(self.pattern, line, re.IGNORECASE) is not None


SIZE: Final = (
    r"[(\[]?(?:(?:pdf|word|docx?|excel|xlsx?|powerpoint)(?: (?:icon|file|document))?[,:]? ?)+"
    r"[(\[]?\d[\d.,]* ?[kmg]b[)\]]*"
)
CLOCK: Final = r"\d{1,2}:[0-5]\d:[0-5]\d"

FURNITURE: Final = (
    Furniture("directions", r"\(?view directions\)?", "View directions", "View directions to the site were discussed."),
    Furniture("documents", r"additional documents:?", "Additional documents:", "Additional documents were requested."),
    Furniture("file size", SIZE, "pdf icon PDF 97 KB", "Minutes of the last meeting pdf icon PDF 97 KB"),
    Furniture(
        "meeting papers",
        rf"(?:agenda (?:frontsheet|reports pack)|(?:public|supplementary) reports pack|printed (?:minutes|decisions)"
        rf"|attendance details) ?(?:{SIZE})?",
        "Printed minutes PDF 111 KB",
        "Printed minutes would be sent to members without e-mail.",
    ),
    Furniture(
        "item link",
        r"(?:view|link to) (?:the |full |recorded )*"
        r"(?:background|decisions?|minutes(?: text)?|votes?|item text|reasons?)"
        r"(?: (?:to|for|of|text|why)(?: this)? item ?[\w./()-]*| text)?\.?",
        "View the background to item 31.",
        "View the decision of the inspector and report back.",
    ),
    Furniture(
        "share",
        r"(?:share|print|email|e-mail|bookmark|download) (?:this|the) (?:item|page|article|post)"
        r"|share (?:on|this:|via) ?(?:facebook|twitter|x|linkedin|whatsapp|email)?|tweet",
        "Share this item",
        "Share this item of news with the school.",
    ),
    Furniture(
        "page links",
        r"(?:skip|jump|go) to (?:the )?(?:main )?(?:content|navigation|menu|search)"
        r"|back to (?:the )?top(?: of (?:the )?page)?",
        "Skip to main content",
        "Back to top soil: the contractor would return.",
    ),
    Furniture(
        "cookies",
        r"(?:accept|reject|decline|manage|allow) (?:all |my |necessary |essential )*cookies?"
        r"|cookie (?:settings|preferences)",
        "Accept all cookies",
        "Accept the cookies kindly baked by the school.",
    ),
    Furniture(
        "page number",
        r"p ?a ?g ?e ?[|:]? ?\d{1,4}(?: ?(?:of|/|\|) ?\d{1,4})?|\d{1,4} ?\| ?p ?a ?g ?e"
        r"|[-\u2013\u2014] ?\d{1,4} ?[-\u2013\u2014]",
        "Page 3 of 9",
        "Page 3 of the plan was corrected.",
    ),
    Furniture(
        "webcast time",
        rf"[(\[]?{CLOCK}[)\]]?(?: ?(?:-|\u2013|to) ?[(\[]?{CLOCK}[)\]]?)?",
        "[00:12:45]",
        "00:12:45 hours of overtime",
    ),
    Furniture(
        "webcast link",
        r"(?:watch|view|play|show)(?: the| this)? (?:webcast|video|recording)"
        r"(?: (?:for|of) (?:this )?(?:item|meeting).{0,12})?",
        "View the webcast for this item",
        "View the webcast figures before the June meeting.",
    ),
    Furniture("agenda columns", r"no(?:\.|\.? ?\|) ?item(?: ?\|)*", "No. | Item", "No item was raised."),
)

_ANY: Final = re.compile("|".join(f"(?:{furniture.pattern})" for furniture in FURNITURE), re.IGNORECASE)
_SPACES: Final = re.compile(r"\s+")


def is_furniture(text: str) -> bool:
    """Whether a whole line of text is furniture of its page, whatever spaces stand in it."""
    stripped = text.strip()
    return 0 < len(stripped) <= LONGEST and bool(_ANY.fullmatch(_SPACES.sub(" ", stripped)))
