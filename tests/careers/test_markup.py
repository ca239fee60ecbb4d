"""What others write is shown with plain formatting, and nothing of it runs or loads."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from careers import markup

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    "<svg onload=alert(1)><p>x</svg>",
    "<iframe src=//example.com></iframe>",
    "<style>p{}</style>",
    '<p style="position:fixed" onclick="x()" class=y id=main>x</p>',
    "<form action=/admin/><input name=x></form>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
)
BITS = ("<p>", "</p>", "<b>", "<!--", "-->", "<", ">", '"', "'", " on", "=", "&lt;", "\0")
PARTS = st.sampled_from([*HOSTILE, *BITS])
LINK = r'(?: href="(?:https?:|mailto:|/(?!/))[^"<>]*")?(?: rel="nofollow noopener noreferrer ugc")?'
ALLOWED = re.compile(rf"</?(?:{'|'.join(markup.TAGS)}){LINK}>")


def harmless(html: str) -> bool:
    return "<" not in ALLOWED.sub("", html)


@given(st.lists(PARTS | st.text(max_size=5), max_size=12).map("".join))
def test_nothing_but_plain_formatting_is_left_of_any_text(html):
    cleaned = markup.sanitised(html)
    assert harmless(cleaned)
    assert markup.sanitised(cleaned) == cleaned
    assert harmless(markup.from_markdown(html))


def test_formatting_and_links_stay_and_headings_step_down():
    html = '<H1 class="x">Duties</H1><ul><li>Lift <b>and</b> carry</li></ul><a href="https://example.org/a">More</a>'
    assert markup.sanitised(html) == (
        "<h3>Duties</h3><ul><li>Lift <b>and</b> carry</li></ul>"
        '<a href="https://example.org/a" rel="nofollow noopener noreferrer ugc">More</a>'
    )


def test_markdown_is_formatted_and_html_in_it_is_shown_as_text():
    assert markup.from_markdown("**Bold** <i>x</i>") == "<p><strong>Bold</strong> &lt;i&gt;x&lt;/i&gt;</p>"


@given(st.lists(st.sampled_from(["# ", "## ", "##### ", "> ", "- ", "a\n===", "\n", "b"])).map("".join))
def test_headings_of_a_page_begin_below_its_title_and_leave_no_level_out(text):
    html = markup.page_from_markdown(text)
    levels = [1, *(int(level) for level in re.findall(r"<h(\d)>", html))]
    assert all(2 <= now <= min(before + 1, 4) for before, now in pairwise(levels))
    assert len(re.findall(r"</h[234]>", html)) == len(levels) - 1


def test_a_few_sentences_have_no_headings_and_a_line_that_ends_has_ended():
    assert markup.from_markdown("# One\ntwo\n---") == "<p># One<br>\ntwo</p>\n<hr>"


def test_search_engines_follow_links_of_editors_within_the_site_alone():
    html = markup.from_markdown("[a](/careers/actors/) [b](//example.org/) [c](https://example.org/)")
    assert html.count("nofollow") == 2
    assert '<a href="/careers/actors/">a</a>' in html


def test_where_no_markup_can_stand_markdown_reads_as_it_is_shown():
    assert (
        markup.words_of_markdown("**Act**, [or](/careers/actors/) *not* & <b>\n\n- now")
        == "Act, or not & <b> now"
    )


def test_the_words_of_a_text_are_what_a_reader_sees():
    assert markup.plain_text("<p>Lift &amp; carry</p><ul><li>daily</li></ul>") == "Lift & carry daily"
    assert markup.plain_text("a<script>x()</script>b") == "a b"
