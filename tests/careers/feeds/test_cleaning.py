"""What strangers write of a job is made safe, or turned away with a reason; never half of it shown."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.feeds.cleaning import CleanPosting, cleaned
from careers.feeds.records import PlaceRecord, PostingRecord, Rejected
from careers.models.postings import MAX_YEARLY_PAY
from tests.careers.feeds.records import TODAY, record


def clean(**stated) -> CleanPosting:
    found = cleaned(record(**stated), TODAY)
    assert isinstance(found, CleanPosting), found
    return found


def reason(**stated) -> str:
    found = cleaned(record(**stated), TODAY)
    assert isinstance(found, Rejected), found
    assert found.item == "1"
    return found.reason


def test_a_posting_in_order_is_taken_as_it_is():
    posting = clean()
    assert (posting.pay_min, posting.pay_max, posting.pay_unit) == (
        Decimal("21.50"),
        Decimal("28.00"),
        "hour",
    )
    assert (posting.yearly_min, posting.yearly_max) == (44_720, 58_240)
    (place,) = posting.places
    assert (place.city, place.state, place.country) == ("Tacoma", "WA", "US")
    assert place.area == "0042660"  # Seattle-Tacoma-Bellevue


def test_scripts_handlers_and_script_links_go_and_the_text_stays():
    html = "<p onclick='x()'>Greet <script>alert(1)</script><a href='javascript:x()'>patients</a></p>"
    description = clean(description=html).description
    assert "patients" in description
    assert not any(bad in description for bad in ("script", "onclick", "alert"))


def test_characters_that_no_text_has_do_not_come_back_as_references():
    assert clean(title="Night&#1; &#x202e;nurse&#xffff;").title == "Night nurse"
    html = "<p>Greet&#1; &#x202e;all <a href='java&#1;script:x()'>here</a></p>"
    description = clean(description=html).description
    assert description.isprintable()
    assert "script" not in description
    assert "has no title" in reason(title="&#xfeff;")


def test_links_of_a_text_that_would_lead_to_this_site_go():
    addresses = ["/admin/", "//x.example/", "#c", "https://x.example/"]
    links = "".join(f"<a href='{address}'>Apply</a>" for address in addresses)
    assert re.findall('href="([^"]*)"', clean(description=links).description) == ["https://x.example/"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "ftp://jobs.example/x", "/apply",
                                  "https://", "https://a b/", " java\tscript:x",
                                  "https://jobs.example/\x1b"])  # fmt: skip
def test_a_link_of_another_scheme_turns_the_posting_away(link):
    assert "link to apply is no http:// or https://" in reason(apply_url=link)
    assert "page is no http:// or https://" in reason(url=link)


def test_a_link_with_a_password_turns_the_posting_away():
    assert reason(apply_url="https://a:b@jobs.example/") == "Its link to apply holds a user name."


def test_one_applies_on_the_page_where_no_other_link_is_given():
    assert clean(apply_url="", url="https://jobs.example/1").apply_url == "https://jobs.example/1"
    assert "no link to apply" in reason(apply_url="")


def test_five_megabytes_of_html_are_turned_away_not_cut():
    assert "5,000,000 characters; 200,000 are the most" in reason(description="<p>" + "x" * 4_999_997)
    assert "cleaned, has 60,000 characters; 50,000" in reason(description="x" * 60_000)


@pytest.mark.parametrize("html", ["", " ", "<p></p>", "<script>x</script>", "\0"])
def test_a_posting_that_says_nothing_is_turned_away(html):
    assert reason(description=html) == "It has no description."


def test_a_title_is_plain_text_of_1_to_200_characters():
    assert clean(title=" Nurse\0 <b>&amp;\nmidwife</b>\u202e ").title == "Nurse & midwife"
    assert reason(title="<b> </b>") == "It has no title."
    assert "201 characters; 200 are the most" in reason(title="x" * 201)
    assert "5,000,000" in reason(title="x" * 5_000_000)


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1999, 12, 31), TODAY + timedelta(days=740)])
def test_a_day_out_of_all_time_turns_the_posting_away(day):
    assert day.isoformat() in reason(posted_on=day)
    assert day.isoformat() in reason(valid_through=day, posted_on=None)


def test_a_posting_closes_no_earlier_than_it_opens():
    assert "before it opens" in reason(valid_through=date(2026, 11, 19))
    assert clean(valid_through=date(2026, 11, 20)).valid_through == date(2026, 11, 20)


def test_pay_that_cannot_be_turns_the_posting_away():
    assert "cannot be" in reason(pay_max=Decimal("1e12"))
    assert "cannot be" in reason(pay_min=Decimal("-1"))
    assert "cannot be" in reason(pay_min=Decimal("NaN"))
    assert "begins at 30.00 and ends at 28.00" in reason(pay_min=Decimal(30))
    assert "$20,800,000 a year" in reason(pay_max=Decimal(10_000))
    assert "above $20,000,000 it is a slip" in reason(pay_max=Decimal(20_000_001), pay_unit="year")
    assert "must be for one of: hour" in reason(pay_unit="fortnight")
    assert "must be a code such as USD" in reason(currency="$")


def test_pay_of_nothing_is_no_pay():
    posting = clean(pay_min=Decimal(0), pay_max=Decimal("0.0"), employment_types=("VOLUNTEER",))
    assert (posting.pay_min, posting.pay_max, posting.pay_unit, posting.currency) == (None, None, "", "")
    assert posting.employment_types == "VOLUNTEER"
    assert clean(pay_min=Decimal(0)).pay_min is None


def test_pay_in_another_currency_is_kept_and_compared_with_nothing():
    posting = clean(currency="eur")
    assert (posting.currency, posting.pay_max) == ("EUR", Decimal("28.00"))
    assert (posting.yearly_min, posting.yearly_max) == (None, None)


def test_employment_types_are_those_that_google_knows():
    assert clean(employment_types=("PART_TIME", "SABBATICAL", "FULL_TIME")).employment_types == (
        "FULL_TIME,PART_TIME,OTHER"
    )


def test_places_are_each_kept_once_with_their_area():
    places = (PlaceRecord("Tacoma", "Washington"), PlaceRecord("Tacoma", "WA"), PlaceRecord("", "Oregon"),
              PlaceRecord("Singapore", "", "Singapore"), PlaceRecord("Hagåtña", "Guam"))  # fmt: skip
    found = [(each.city, each.state, each.country) for each in clean(places=places).places]
    assert found == [
        ("Tacoma", "WA", "US"),
        ("", "OR", "US"),
        ("Singapore", "", "SG"),
        ("Hagåtña", "GU", "US"),
    ]
    assert [each.area for each in clean(places=places).places] == ["0042660", "4100000", "", "6600000"]


def test_many_places_are_real_and_too_many_are_not():
    towns = tuple(PlaceRecord(f"Town {number}", "WA") for number in range(1001))
    assert len(clean(places=towns[:673]).places) == 673
    assert "1,001 places" in reason(places=towns)
    assert reason(places=()) == "It names no place and is not remote."


@pytest.mark.parametrize(
    ("stated", "area"),
    [("United States", "0000000"), ("usa", "0000000"), ("Oregon", "4100000"), ("the moon", "")],
)
def test_where_a_remote_worker_may_live_is_the_nation_or_a_state(stated, area):
    posting = clean(places=(), is_remote=True, remote_in=stated)
    assert (posting.is_remote, posting.remote_area) == (True, area)


def test_a_key_too_long_for_its_column_stays_one_key():
    first, second = (clean(external_id="https://jobs.example/" + "x" * 300 + end).external_id for end in "ab")
    assert len(first) == 64
    assert first != second
    assert cleaned(record(" "), TODAY).reason == "It has no key of its own."


AMOUNTS = st.none() | st.decimals(allow_nan=True, allow_infinity=True)
ANYTHING = st.builds(
    PostingRecord,
    external_id=st.text(st.characters()),
    title=st.text(st.characters()),
    description=st.text(st.characters()),
    apply_url=st.text(st.characters()) | st.just("https://jobs.example/"),
    posted_on=st.none() | st.dates(),
    company_name=st.text(),
    places=st.lists(
        st.builds(PlaceRecord, city=st.text(), state=st.text(), country=st.text()), max_size=3
    ).map(tuple),
    is_remote=st.booleans(),
    remote_in=st.text(),
    pay_min=AMOUNTS,
    pay_max=AMOUNTS,
    pay_unit=st.sampled_from(["hour", "year", "", "x"]),
    currency=st.sampled_from(["USD", "EUR", "", "dollars"]),
    employment_types=st.lists(st.text()).map(tuple),
    identifier=st.text(),
    url=st.text() | st.just(""),
    valid_through=st.none() | st.dates(),
)


@given(
    ANYTHING, st.sets(st.sampled_from(["title", "description", "apply_url", "url", "posted_on", "pay_min"]))
)
def test_anything_is_either_cleaned_to_fit_or_rejected_with_a_reason(anything, in_order):
    """Some fields are put in order, so that the others are reached."""
    good = record("1", places=(), is_remote=True, pay_min=Decimal(1), url="https://jobs.example/1")
    found = cleaned(replace(anything, **{name: getattr(good, name) for name in in_order}), TODAY)
    if isinstance(found, Rejected):
        assert found.item
        assert found.reason
        return
    texts = (found.title, found.company_name, found.identifier, found.description, found.external_id)
    assert not any(character in text for text in texts for character in "\0\x1b\ud800\u202e")
    assert 1 <= len(found.title) <= 200
    assert found.apply_url.lower().startswith(("http://", "https://"))
    assert found.pay_min is None or found.pay_max is None or 0 <= found.pay_min <= found.pay_max
    assert bool(found.pay_unit) == bool(found.currency) == bool(found.pay_min or found.pay_max)
    assert (found.yearly_max or 0) <= MAX_YEARLY_PAY
