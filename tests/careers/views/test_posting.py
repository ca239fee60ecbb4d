"""The page of an advertised job: what it states, whether it is open, and its pay in local context."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from careers.models import Area, Occupation, Posting
from tests.careers.advertised import ABILENE, TACOMA, advertise, rainier_care
from tests.site.html import parse
from tests.site.schema_org import faults, structured_data

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15
DAY = timedelta(days=1)


def page_of(client, posting: Posting):
    response = client.get(posting.get_absolute_url())
    assert response.status_code == 200
    return parse(response)


def robots(page) -> list[str]:
    return [meta.attrs["content"] for meta in page.all("meta") if meta.attrs.get("name") == "robots"]


def twin_of(client, posting: Posting) -> dict:
    return client.get(f"{posting.get_absolute_url().rstrip('/')}.json").json()


def test_an_open_job_says_what_its_employer_states(client):
    posting = advertise(company=rainier_care(), identifier="RN-7")
    page = page_of(client, posting)
    facts = dict(zip(*([item.text for item in page.all(tag)] for tag in ("dt", "dd")), strict=False))
    assert facts["Employer"] == "Rainier Care"
    assert facts["Place"] == "Tacoma, WA (Seattle-Tacoma-Bellevue, WA)"
    assert facts["Stated pay"] == "$50 to $60 an hour Report: Stated pay"
    assert facts["Type"] == "Full time"
    assert facts["Employer’s reference"] == "RN-7"
    assert facts["Occupation"].startswith(
        "Registered Nurses Matched by its title, which fits “Registered Nurse”"
    )
    assert page.links["A board"] == "https://board.example.org/1"
    assert page.links["Rainier Care"] == "/companies/rainier-care/"
    assert robots(page) == []


def test_the_link_to_apply_is_not_followed_by_crawlers_and_says_that_it_leaves(client):
    page = page_of(client, advertise())
    (link,) = [link for link in page.all("a") if link.text == "Apply for this job"]
    assert link.attrs["href"] == "https://jobs.example.org/apply/1"
    assert "nofollow" in link.attrs["rel"]
    assert "Leaves this site" in page.text


def test_what_others_wrote_is_cleaned_as_it_is_shown(client):
    page = page_of(client, advertise(description='<h1>Us</h1><script>x()</script><p onclick="x()">Work</p>'))
    text = page.one(css="posting-text")
    assert [item.tag for item in text.all()] == ["h3", "p"]
    assert text.all("p")[0].attrs == {}


def test_stated_pay_is_set_against_the_local_market_with_release_and_area(client):
    nurses = Occupation.objects.get(slug="registered-nurses")
    wage = nurses.wage_estimates.get(is_current=True, area__name=TACOMA[2], industry__code="000000")
    posting = advertise(pay=(str(wage.hourly_p25), str(wage.hourly_median), "hour"))
    text = page_of(client, posting).text
    assert (
        "lies from the 25th to the 50th percentile of Registered Nurses in Seattle-Tacoma-Bellevue, WA."
        in text
    )
    assert f"Half of them earn more than ${wage.hourly_median} an hour" in text
    assert "(BLS OEWS, May 2025)" in text
    assert "In national prices the stated pay is worth $" in text


def test_pay_by_the_week_is_compared_by_the_year_and_the_page_says_how(client):
    text = page_of(client, advertise(pay=("1500", None, "week"))).text
    assert "The stated pay starts at $1,500 a week, which lies" in text
    assert "Compared as $78,000 a year, at 52 weeks." in text


def test_a_place_without_figures_is_given_those_of_its_state_and_the_page_says_so(client):
    posting = advertise("actors", places=[ABILENE], pay=("30", "30", "hour"))
    text = page_of(client, posting).text
    assert "of Actors in Texas (no figure is published for Abilene, TX)" in text
    (context,) = twin_of(client, posting)["context"]
    assert {figure["stands_in_for"] for figure in context["figures"][:1]} == {"Abilene, TX"}


def test_without_stated_pay_local_pay_is_context_and_never_the_pay_of_the_job(client):
    posting = advertise(pay=None)
    page = page_of(client, posting)
    assert "The employer states no pay." in page.text
    assert "is context, and not the pay of this job" in page.text
    assert "The stated pay" not in page.text
    told = twin_of(client, posting)
    assert told["stated_pay"]["value"] is None
    assert told["stated_pay"]["missing_reason_text"] == "The employer states no pay."
    assert {figure["figure"] for figure in told["context"][0]["figures"]} == {"annual_median", "pay_range"}


def test_pay_in_another_currency_is_not_set_against_dollars(client):
    posting = advertise()
    Posting.objects.filter(pk=posting.pk).update(currency="EUR")
    page = page_of(client, posting)
    assert "The pay is not stated in US dollars" in page.text
    assert "The stated pay" not in page.text


def test_a_remote_job_is_set_against_the_area_that_it_is_open_to(client):
    nation = Area.objects.get(code=Area.NATION_CODE)
    page = page_of(client, advertise(places=[], is_remote=True, remote_area=nation))
    assert "percentile of Registered Nurses in the United States." in page.text


def test_a_job_title_is_set_against_the_occupation_that_editors_judge_nearest(client):
    text = page_of(client, advertise("patient-service-coordinator")).text
    assert "Patient Service Coordinator is a job title without local figures of its own." in text
    assert "percentile of Medical Secretaries and Administrative Assistants in Seattle-Tacoma" in text


def test_a_place_abroad_is_named_with_its_country_and_one_of_an_unknown_country_without(client):
    posting = advertise(places=[("Toronto", "ON", ""), ("Springfield", "", "")])
    posting.places.filter(city="Toronto").update(country="CA")
    posting.places.filter(city="Springfield").update(country="")
    page = page_of(client, posting)
    assert [place.text for place in page.one(css="posting-places").all("li")] == [
        "Toronto, ON, CA",
        "Springfield",
    ]
    assert "No source loaded here gives the pay of this occupation where the job is." in page.text


def test_an_unmatched_job_has_no_context_and_says_why(client):
    page = page_of(client, advertise(""))
    assert "No occupation was found that its title fits well enough" in page.text
    assert "In context" not in page.text


def test_context_begins_with_that_the_occupation_is_uncertain(client):
    page = page_of(client, advertise(match_confidence=74))
    assert "In context It is uncertain that this is the occupation" in page.text
    assert "It is uncertain" not in page_of(client, advertise(match_confidence=75)).text


def test_the_twin_calls_no_score_a_percentage(client):
    posting = advertise(match_confidence=74)
    occupation = client.get(posting.get_absolute_url().rstrip("/") + ".json").json()["occupation"]
    assert (occupation["match_score"], occupation["match_is_uncertain"]) == (74, True)
    assert not any("percent" in name or "in 100" in str(value) for name, value in occupation.items())


def test_an_editors_choice_is_called_that(client):
    posting = advertise(match_confidence=None, is_occupation_chosen=True)
    assert "An editor of this site chose the occupation." in page_of(client, posting).text


@pytest.mark.parametrize(
    ("days_from_today", "said"),
    [
        ({"valid_through": -1}, "This job is closed. The last day to apply was"),
        ({"closed_on": 0}, "This job is closed. It has no longer been advertised since"),
        ({"posted_on": 1}, "This job is not open yet. It opens on"),
    ],
)
def test_a_job_that_is_not_open_says_so_and_offers_like_ones(client, days_from_today, said):
    advertise(title="Night nurse")
    advertise("actors", title="Actor")
    posting = advertise(**{name: localdate() + days * DAY for name, days in days_from_today.items()})
    page = page_of(client, posting)
    assert said in page.text
    assert robots(page) == ["noindex"]
    assert "Apply for this job" not in page.links
    assert {"Night nurse", "Actor"} <= set(page.links)
    assert [node["@type"] for node in structured_data(page)] == ["BreadcrumbList"]
    told = twin_of(client, posting)
    assert not told["is_open"]
    assert told["apply_url"] == ""
    assert told["structured_data"] == {"is_given": False, "reason": "It is not open."}


def test_a_job_expires_when_its_last_day_is_over(client, monkeypatch):
    posting = advertise()
    monkeypatch.setattr("careers.views.postings.localdate", lambda: posting.valid_through)
    assert "Apply for this job" in page_of(client, posting).links
    monkeypatch.setattr("careers.views.postings.localdate", lambda: posting.valid_through + DAY)
    assert "Apply for this job" not in page_of(client, posting).links


def test_a_sample_is_called_one_first_and_kept_from_crawlers(client):
    page = page_of(client, advertise(is_sample=True))
    main = page.one("main")
    assert main.all("p")[0].text.startswith("Sample This is a sample")
    assert robots(page) == ["noindex"]
    assert "Apply for this job" not in page.links
    assert [node["@type"] for node in structured_data(page)] == ["BreadcrumbList"]


def test_other_open_jobs_of_the_occupation_and_the_company_are_listed_and_led_to(client):
    company = rainier_care()
    for number in range(6):
        advertise(title=f"Nurse {number}", company=company)
    advertise(title="Closed nurse", closed_on=localdate())
    page = page_of(client, advertise(company=company))
    assert page.links["All 6 open jobs: For Registered Nurses"] == "/jobs/?occupation=registered-nurses"
    assert page.links["All 6 open jobs: At Rainier Care"] == "/jobs/?company=rainier-care"
    assert "Closed nurse" not in page.links


def test_a_wrong_name_is_put_right_and_the_twin_with_it(client):
    posting = advertise()
    right = posting.get_absolute_url()
    for wrong in (f"/jobs/{posting.pk}/", f"/jobs/{posting.pk}-nurse/", f"/jobs/{posting.pk}-a-b.c/"):
        response = client.get(wrong)
        assert (response.status_code, response["Location"]) == (301, right)
    response = client.get(f"/jobs/{posting.pk}-nurse.json")
    assert (response.status_code, response["Location"]) == (301, f"{right.rstrip('/')}.json")


@pytest.mark.parametrize(
    "address",
    ["999999999-registered-nurse", "registered-nurse", "99999999999999999999", "1%00-nurse", "%F0-x"],
)
def test_an_unknown_job_is_not_found_and_near_ones_are_named(client, address):
    posting = advertise()
    response = client.get(f"/jobs/{address}/")
    assert response.status_code == 404
    links = parse(response).links
    assert "All jobs" in links
    if "registered" in address:
        assert links["Registered Nurse, Rainier Care"] == posting.get_absolute_url()


def test_a_sample_is_called_one_where_it_is_named_as_near(client):
    posting = advertise(is_sample=True)
    links = parse(client.get("/jobs/999999999-registered-nurse/")).links
    assert links["Registered Nurse, Rainier Care (sample)"] == posting.get_absolute_url()


def test_the_csv_twin_has_a_row_for_each_figure_with_its_place(client):
    response = client.get(f"{advertise().get_absolute_url().rstrip('/')}.csv")
    lines = response.content.decode().splitlines()
    assert lines[0].startswith("place,figure,label,value")
    assert lines[1].startswith(",stated_pay,")
    assert [line.split(",figure")[0].startswith('"Seattle') for line in lines[2:]] == [True] * len(lines[2:])
    assert client.get("/jobs/1-x.pdf").status_code == 404


def test_a_page_takes_no_more_queries_for_many_places(client, django_assert_max_num_queries):
    areas = Area.objects.filter(kind=Area.Kind.METRO).values_list("name", flat=True)[:300]
    many = advertise(
        company=rainier_care(),
        places=[(f"City {number}", "TX", areas[number % 300]) for number in range(673)],
    )
    advertise(company=many.company)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = page_of(client, many)
    assert "All 673 places" in page.text
    assert len(page.one("main").all("h3", "h2")) < 30
    Posting.objects.filter(pk=many.pk).update(closed_on=localdate())
    with django_assert_max_num_queries(MOST_QUERIES):
        page_of(client, many)


def test_an_open_job_has_structured_data_of_what_is_stated_alone(client):
    posting = advertise(company=rainier_care(), pay=None)
    _, node = structured_data(page_of(client, posting))
    assert faults(node) == []
    assert node["url"] == f"http://testserver{posting.get_absolute_url()}"
    assert "baseSalary" not in node
    assert twin_of(client, posting)["structured_data"] == {"is_given": True, "reason": ""}


def test_a_job_whose_place_is_not_stated_has_no_structured_data_and_the_twin_says_why(client):
    posting = advertise(places=[])
    assert [node["@type"] for node in structured_data(page_of(client, posting))] == ["BreadcrumbList"]
    assert "where a remote worker may live" in twin_of(client, posting)["structured_data"]["reason"]
