"""schema.org JobPosting, as pages of employers hold it; all invented."""

import json
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.feeds.formats import ashby, greenhouse, json_ld, lever
from careers.feeds.records import Document, PlaceRecord, Reading, Unreadable

PAGE = "https://bakery.example/jobs/7"
JOB = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Baker &amp; pastry cook",
    "description": "<p>Bake bread from four in the morning.</p>",
    "identifier": {"@type": "PropertyValue", "name": "Corner Bakery", "value": "B-7"},
    "datePosted": "2026-11-05",
    "validThrough": "2026-12-24T00:00",
    "employmentType": ["FULL_TIME", "PART_TIME"],
    "hiringOrganization": {
        "@type": "Organization",
        "name": "Corner Bakery",
        "sameAs": "https://bakery.example",
    },
    "jobLocation": {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Boise",
            "addressRegion": "ID",
            "addressCountry": {"@type": "Country", "name": "US"},
        },
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 19.5, "maxValue": "24", "unitText": "HOUR"},
    },
    "directApply": True,
}


def read(content, location=PAGE):
    content = content.encode() if isinstance(content, str) else content
    return json_ld.read(Document(location, content))


def page(*jobs, attributes='type="application/ld+json"'):
    scripts = "".join(f"<script {attributes}>{json.dumps(job)}</script>" for job in jobs)
    return f"<!DOCTYPE html><html><head><script>if (1 < 2) {{}}</script>{scripts}</head><body></body></html>"


def one(**stated):
    return read(page({**JOB, **stated})).postings[0]


def test_a_posting_on_a_page_is_read_whole():
    found = one()
    assert found.title == "Baker & pastry cook"
    assert found.external_id == found.identifier == "B-7"
    assert found.company_name == "Corner Bakery"
    assert found.url == found.apply_url == PAGE
    assert (found.posted_on, found.valid_through) == (date(2026, 11, 5), date(2026, 12, 24))
    assert found.places == (PlaceRecord("Boise", "ID", "US"),)
    assert (found.pay_min, found.pay_max) == (Decimal("19.5"), 24)
    assert (found.pay_unit, found.currency) == ("hour", "USD")
    assert found.employment_types == ("FULL_TIME", "PART_TIME")
    assert found.is_direct_apply
    assert not found.is_remote


@pytest.mark.parametrize(
    "content",
    [
        page(JOB),
        page(JOB, attributes="TYPE='application/ld+json' id=x"),
        page({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, JOB]}),
        page([{"@type": "Organization", "name": "Corner Bakery"}, JOB]),
        page({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": JOB}]}),
        page({**JOB, "@type": ["JobPosting", "Thing"]}),
        page({**JOB, "@type": "http://schema.org/JobPosting"}),
        json.dumps(JOB),
        json.dumps([JOB]),
        "\ufeff" + json.dumps({"@graph": [JOB]}),
    ],
)
def test_a_posting_is_found_wherever_it_stands(content):
    assert [found.identifier for found in read(content).postings] == ["B-7"]


def test_a_posting_commented_out_is_none():
    with pytest.raises(Unreadable, match="HTML page"):
        read(f"<!doctype html><!-- {page(JOB)} -->")


def test_a_remote_job_says_where_one_may_live():
    found = one(
        jobLocationType="TELECOMMUTE",
        jobLocation=None,
        applicantLocationRequirements={"@type": "Country", "name": "USA"},
    )
    assert found.is_remote
    assert found.remote_in == "USA"


def test_a_place_may_be_written_out_and_there_may_be_several():
    places = [{"@type": "Place", "address": "Boise, ID"}, "Ogden, Utah", {"address": {}}, 7]
    assert one(jobLocation=places).places[:2] == (PlaceRecord("Boise", "ID"), PlaceRecord("Ogden", "Utah"))


def test_pay_may_be_one_amount_or_say_nothing():
    salary = {"currency": "USD", "value": 52000, "unitText": "YEAR"}
    assert (one(baseSalary=salary).pay_min, one(baseSalary=salary).pay_max) == (52000, 52000)
    for nothing in (None, 0, {"currency": "USD", "value": {"value": 0}}, []):
        assert one(baseSalary=nothing).pay_min is None
    rejected = read(
        page({**JOB, "baseSalary": {"value": 9, "currency": "USD", "unitText": "FORTNIGHT"}}, JOB)
    )
    assert "FORTNIGHT" in rejected.rejected[0].reason
    assert len(rejected.postings) == 1


def test_a_posting_without_a_key_keeps_the_one_made_of_it():
    plain = {name: value for name, value in JOB.items() if name != "identifier"}
    first, again = (
        read(page(plain)).postings[0],
        read(page({**plain, "datePosted": "2026-11-06"})).postings[0],
    )
    assert first.external_id == again.external_id
    assert first.external_id != read(page({**plain, "title": "Baker"})).postings[0].external_id


def test_a_broken_script_does_not_hide_the_others():
    found = read(page(JOB).replace("</head>", '<script type="application/ld+json">{"a":</script></head>'))
    assert len(found.postings) == 1
    assert found.rejected[0].reason == "It is no JSON."


def test_a_page_in_another_encoding_is_read():
    content = page({**JOB, "title": "X"}).replace('"X"', '"Pâtissier"').encode("cp1252")
    assert read(content).postings[0].title == "Pâtissier"


def sitemap(*addresses, root="urlset", child="url"):
    entries = "".join(f"<{child}><loc>{address}</loc></{child}>" for address in addresses)
    return (
        f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{root}>'
    )


@pytest.mark.parametrize(
    "key", [{"identifier": "B-7"}, {"identifier": None, "url": PAGE}, {"identifier": None}]
)
def test_an_item_that_cannot_be_used_is_named_by_the_key_of_its_posting(key):
    whole, broken = {**JOB, **key}, {**JOB, **key, "datePosted": "soon"}
    assert [each.item for each in read(page(broken)).rejected] == [read(page(whole)).postings[0].external_id]


def test_the_pages_of_a_sitemap_are_followed():
    found = read(sitemap(PAGE, " https://bakery.example/jobs/8?a=1&amp;b=2\n", PAGE))
    assert found.follow == [PAGE, "https://bakery.example/jobs/8?a=1&b=2"]
    index = sitemap("https://bakery.example/a.xml", root="sitemapindex", child="sitemap")
    assert read(index).follow == ["https://bakery.example/a.xml"]


def test_a_sitemap_is_followed_up_to_a_thousand_pages_and_says_what_is_left():
    found = read(sitemap(*(f"https://bakery.example/{number}" for number in range(1200))))
    assert len(found.follow) == 1000
    assert found.rejected[0].item == "200 more addresses"


def test_a_sitemap_leads_nowhere_but_to_the_web():
    found = read(sitemap("file:///etc/passwd", "javascript:alert(1)", PAGE))
    assert found.follow == [PAGE]
    assert len(found.rejected) == 2


@pytest.mark.parametrize(
    "content",
    [
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        "<urlset><url><loc>&b;</loc></url></urlset>",
        '<!DOCTYPE urlset SYSTEM "file:///etc/passwd"><urlset/>',
        sitemap(PAGE)[:-9],
        "<urlset>" + "<a>" * 100,
    ],
)
def test_a_sitemap_with_entities_or_broken_is_refused(content):
    with pytest.raises(Unreadable, match="sitemap"):
        read(content)
    with pytest.raises(Unreadable, match="sitemap"):
        read(content.encode("utf-16"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "empty"),
        ("<!doctype html><p>Closed", "an HTML page"),
        ("<rss><channel/></rss>", "XML"),
        ('{"@type": "Recipe"}', "no object with"),
        ("{" + '"a":[' * 50_000, "broken, or nested"),
        ("%PDF-1.7", "a PDF file"),
    ],
)
def test_a_document_without_postings_is_refused_and_says_what_it_looks_like(content, says):
    with pytest.raises(Unreadable, match=says):
        read(content)


_NAMES = """
    @graph name address addressLocality value minValue unitText jobs id text hostedUrl jobUrl absolute_url
    location categories createdAt salaryRange publishedAt compensation summaryComponents pay_input_ranges
    min_cents secondaryLocations url
"""
NAMES = sorted({*JOB, *_NAMES.split()})
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(NAMES), _values, max_size=8))
def test_any_json_is_read_or_refused(item):
    whole = {
        "title": "Baker",
        "text": "Baker",
        "id": 1,
        "absolute_url": PAGE,
        "hostedUrl": PAGE,
        "jobUrl": PAGE,
    }
    for reader, content in (
        (json_ld, {**JOB, **item}),
        (greenhouse, {"jobs": [{**whole, **item}]}),
        (lever, [{**whole, **item}]),
        (ashby, {"jobs": [{**whole, **item}]}),
        (greenhouse, item),
    ):
        try:
            found = reader.read(Document(PAGE, json.dumps(content).encode()))
        except Unreadable:
            continue
        assert isinstance(found, Reading)


@given(
    st.binary(max_size=60),
    st.sampled_from(["", "<script type=application/ld+json>", "<urlset><url><loc>", "{"]),
)
def test_any_bytes_are_read_or_refused(content, start):
    with suppress(Unreadable):
        json_ld.read(Document(PAGE, start.encode() + content))


@pytest.mark.parametrize("piece", [b"<!--", b"<script ", b"<script>", b"<!-- -->"])
def test_a_page_of_beginnings_without_end_is_looked_through_once(piece):
    # Looking through it once for each of them takes minutes.
    with pytest.raises(Unreadable):
        read(piece * 200_000)
