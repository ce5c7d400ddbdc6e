"""What is content and what is furniture on a web page; the three kinds of ModernGov page."""

import re

import pytest
from reading import F, H, L, T, shown
from web_pages import source_of

MINUTES = "<p>The clerk would write to the school about the hedge.</p><p>The bench would be mended by June.</p>"


class TestFurniture:
    @pytest.mark.parametrize(
        "menu",
        [
            "<nav>Home</nav>",
            "<footer>Home</footer>",
            "<section class='widget_nav_menu sidebar'>Home</section>",
            "<aside>Home</aside>",
            "<div role=navigation>Home</div>",
            "<ul class='menu main-menu'><li>Home</ul>",
            "<div class='cookie-notice'>Home</div>",
            "<a class='skip-link screen-reader-text' href='#c'>Home</a>",
            "<div id=breadcrumb-holder>Home</div>",
            "<ul class=mgMenu><li>Home</ul>",
            "<p id=tcTopLinks>Home",
            "<button>Home</button>",
            "<div style='mso-element:footer'>Home</div>",
        ],
    )
    @pytest.mark.parametrize("frame", ["{0}{1}", "<main>{0}{1}</main>", "{0}<div id=content>{1}</div>"])
    def test_menus_are_kept_as_furniture(self, menu: str, frame: str) -> None:
        source = source_of(frame.format(menu, MINUTES))

        kinds = [(kind, words.removeprefix("• ")) for kind, words in shown(source)]
        assert kinds[0] == (F, "Home")
        assert [kind for kind, _ in kinds[1:]] == [T, T]

    @pytest.mark.parametrize(
        "frame",
        [
            "<main>{}</main>",
            "<div role=main>{}</div>",
            "<form><div id=content>{}</div></form>",
            "<div class='page-content wide'>{}</div>",
            "<div id=modgov>{}</div>",
            "<div id=tollerbyContent><div class=mgContent>{}</div></div>",
            "<table><tr><td>Left<td id=siteContent>{}<td>Right</table>",
            "<article class=post>{}</article>",
        ],
    )
    def test_what_stands_outside_of_the_content_is_furniture(self, frame: str) -> None:
        source = source_of(f"<div>Call us</div>{frame.format(MINUTES)}<p>Made by Webbly</p>")

        assert [(kind, words) for kind, words in shown(source) if words not in {"Left", "Right"}] == [
            (F, "Call us"),
            *[(T, words) for words in re.findall("<p>(.*?)</p>", MINUTES)],
            (F, "Made by Webbly"),
        ]
        assert all(line.cell is None for line in source.lines)

    def test_titles_above_the_text_belong_to_the_content(self) -> None:
        text = f"<div class=entry-content>{MINUTES}</div>"
        source = source_of(f"<div id=content><h1>Minutes</h1><h2>4 May</h2>{text}</div><p>Made by Webbly")

        assert [kind for kind, _ in shown(source)] == [H, H, T, T, F]

    def test_a_page_without_marks_is_all_content(self) -> None:
        source = source_of(f"<div><div>{MINUTES}</div></div><p>Noted.</p>")

        assert {kind for kind, _ in shown(source)} == {T}

    def test_long_menus_do_not_hide_where_the_content_is(self) -> None:
        menu = f"<nav>{'<p>Home and away</p>' * 40}</nav>"
        source = source_of(f"{menu}<div>Call us</div><div id=content>{MINUTES}</div>")

        assert [kind for kind, _ in shown(source)][-3:] == [F, T, T]

    def test_a_name_alone_does_not_hide_the_minutes(self) -> None:
        around = source_of(f"<div class='sidebar'>{MINUTES}</div><div id=content>Welcome</div>")
        headings = source_of(f"<h2 id=share>Share of costs</h2>{MINUTES}<div id=social-care>{MINUTES}</div>")

        assert {kind for kind, _ in shown(around)} == {T}
        assert F not in {kind for kind, _ in shown(headings)}

    def test_the_page_s_first_heading_is_kept_wherever_it_stands(self) -> None:
        source = source_of(f"<header><h1>Home</h1></header><h1>Minutes of 4 May</h1><main>{MINUTES}</main>")

        assert shown(source)[:2] == [(F, "Home"), (H, "Minutes of 4 May")]

    def test_a_header_in_an_article_holds_its_title(self) -> None:
        source = source_of(f"<header>Home</header><article><header><h1>Minutes</h1></header>{MINUTES}</article>")

        assert shown(source)[:2] == [(F, "Home"), (H, "Minutes")]


MEETING = """
<a class="sr-only" href="#mgMainContent">Skip to main content</a>
<div class="menu"><ul class="menu-list"><li><a href="mgListCommittees.aspx">Committees</a></ul></div>
<div role="main"><div id="modgov">
<div class="mgHeader"><h1 class="mgMainTitleTxt" >Agenda and minutes</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt"><a href="x">Harbour Panel -
Tuesday, 4th March, 2025 6.00 pm</a></h2></div>
<div class="mgLinks"><ul class="mgActionList"><li><a>Attendance details</a>
<li><a>Agenda frontsheet <span class="mgFileSize"><img alt=""/> PDF 198 KB</span></a></ul></div>
<div class="mgContent"><p><span class="mgLabel">Venue: </span>Old Customs House. <a href="y"> View directions</a></p>
<table class="mgItemTable" id="mgItemTable"><caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide" scope="col">No.</th><th class="mgHide" scope="col">Item</th></tr>
<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI1"></a>12.</p></td>
<td><p class="mgAiTitleTxt" ><a class="mgAiTitleLnk" href="d.pdf">Mooring fees <span class="mgFileSize" >
<img alt="pdf icon"/> PDF 99 KB</span></a></p>
<div class="mgWordPara"><div class="WordSection1"><p class="MsoNormal">To receive the report.</p></div></div>
<p class="mgSubItemTitleTxt">Additional documents:</p>
<ul class="mgBulletList"><li><a href="a.pdf">Fees 2025 <span class="mgHide" >, item 12.</span>
<span class="mgFileSize" ><img alt="pdf icon"/> PDF 1 MB</span></a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p class="MsoNormal"><b>RESOLVED</b> that:</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoListParagraph">1.<span>&nbsp;&nbsp;</span>a report be brought
back in June.</p></div>
<table><caption>Recorded Vote</caption><thead><th>Title</th><th>Type</th><th>Result</th></th>
<tr><td>Fees<td>Motion<td>Carried</table>
<li><a>View Recorded Vote for this item</a></li>
</td></tr></table></div></div></div><footer>2025 Tollerby</footer>
"""

ITEM = """
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">Agenda item</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt">Mooring fees</h2></div>
<div class="mgContent"><div class="mgWordPara"><p>To receive the report.</p></div>
<h3 class="mgSectionTitle">Minutes:</h3>
<div class="mgWordPara"><p>Officers would circulate the figures.</p></div>
<h3 class="mgSectionTitle">Supporting documents:</h3>
<ul class="mgBulletList"><li><a>Fees 2025 - 04.03.25<span class="mgHide">, item 12</span></a>
<a><img alt="pdf icon"/><span class="mgFileSize"> PDF 97 KB</span></a></li></ul></div></div>
"""

ISSUE = """
<div id="modgov"><h1>Issue - meetings</h1><h2>Mooring fees</h2>
<p><a>Meeting: 04/03/2025 - Harbour Panel (Item 12)</a></p>
<table class="mgItemTable"><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">12</p></td>
<td><p class="mgAiTitleTxt">Mooring fees</p><p class="mgSubItemTitleTxt">Minutes:</p><p>It was deferred.</p></td></tr>
</table></div>
"""


class TestModernGov:
    def test_a_meeting_page(self) -> None:
        assert shown(source_of(MEETING)) == [
            (F, "Skip to main content"),
            (F, "• Committees"),
            (H, "Agenda and minutes"),
            (H, "Harbour Panel - Tuesday, 4th March, 2025 6.00 pm"),
            (F, "• Attendance details"),
            (F, "• Agenda frontsheet PDF 198 KB"),
            (T, "Venue: Old Customs House. View directions"),
            (T, "Items"),
            (F, "No. Item"),
            (H, "12. Mooring fees"),
            (F, "PDF 99 KB"),
            (T, "To receive the report."),
            (F, "Additional documents:"),
            (L, "• Fees 2025 , item 12."),
            (F, "PDF 1 MB"),
            (H, "Minutes:"),
            (T, "RESOLVED that:"),
            (L, "1.\xa0\xa0a report be brought back in June."),
            (T, "Recorded Vote"),
            (T, "Title"),
            (T, "Type"),
            (T, "Result"),
            (T, "Fees"),
            (T, "Motion"),
            (T, "Carried"),
            (F, "View Recorded Vote for this item"),
            (F, "2025 Tollerby"),
        ]

    def test_an_agenda_item_page(self) -> None:
        assert shown(source_of(ITEM)) == [
            (H, "Agenda item"),
            (H, "Mooring fees"),
            (T, "To receive the report."),
            (H, "Minutes:"),
            (T, "Officers would circulate the figures."),
            (H, "Supporting documents:"),
            (L, "• Fees 2025 - 04.03.25, item 12"),
            (F, "PDF 97 KB"),
        ]

    def test_an_issue_page(self) -> None:
        assert shown(source_of(ISSUE)) == [
            (H, "Issue - meetings"),
            (H, "Mooring fees"),
            (T, "Meeting: 04/03/2025 - Harbour Panel (Item 12)"),
            (H, "12 Mooring fees"),
            (H, "Minutes:"),
            (T, "It was deferred."),
        ]
