"""The list of jobs holds what a naive reading of the same postings finds, and counts it right."""

from copy import deepcopy
from random import Random

import pytest
from django.http import QueryDict
from django.utils.timezone import localdate

from careers.filters.drawn import Filled
from careers.filters.jobs import COUNTED, FOLDED, SIGHT
from careers.filters.jobs_asked import DAYS
from careers.models import SearchTerm
from careers.prose.jobs import TYPES
from careers.search import postings
from careers.search.terms import Term
from careers.views.jobs_search import address, read
from tests.careers import many_jobs
from tests.oracles.jobs_list import fits

pytestmark = pytest.mark.django_db

SEATTLE, ABILENE = "seattle-tacoma-bellevue-wa", "abilene-tx"
CHOICES = {
    "q": ("nurse", "nurses", "rainier care", "tacoma nurse", "truck drivers", "cook abilene"),
    "place": ("washington", "oregon", SEATTLE, ABILENE, "texas"),
    "radius": ("10", "50", "100"),
    "pay_min": ("25", "40.5", "9000", "2500"),
    "pay_unit": ("hour", "year", "month"),
    "unknown": ("keep",),
    "remote": ("1", "0"),
    "type": (["FULL_TIME"], ["PART_TIME", "INTERN"]),
    "posted": ("1", "7", "30"),
    "occupation": ("registered-nurses",),
    "company": ("rainier-care",),
}


def search(asked: dict):
    query = QueryDict(mutable=True)
    for name, value in asked.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return read(query, localdate())


def any_query(random: Random) -> dict:
    asked = {
        name: random.choice(CHOICES[name]) for name in random.sample(list(CHOICES), random.randint(1, 5))
    }
    if asked.get("place") not in (SEATTLE, ABILENE):
        asked.pop("radius", None)
    return asked


def test_what_is_found_is_what_a_naive_reading_finds():
    jobs, today, random = many_jobs.make(), localdate(), Random(5)
    sizes = []
    for asked in [{}, *(any_query(random) for _ in range(60))]:
        expected = {job.posting.pk for job in jobs if fits(job, asked, today)}
        found = search(asked)
        assert not found.filter.errors, asked
        assert set(found.postings.values_list("pk", flat=True)) == expected, asked
        assert found.count == len(expected)
        shown = [row.posting.pk for row in found.rows(5, 30)]
        assert shown == list(found.postings.values_list("pk", flat=True)[5:30]), asked
        sizes.append(len(expected))
    assert sizes[0] > 100
    assert len({size for size in sizes if size}) > 15


def test_the_numbers_beside_the_choices_are_what_each_would_find():
    jobs, today, random = many_jobs.make(120), localdate(), Random(7)
    for asked in [{}, *(any_query(random) for _ in range(8))]:
        listed = search(asked)
        counts = listed.counts()
        assert counts.found == listed.postings.count()
        assert counts.samples == listed.postings.filter(is_sample=True).count()

        def found(asked=asked, **changed) -> int:
            return sum(fits(job, {**asked, **changed}, today) for job in jobs)

        assert counts.choices["remote"] == {choice: found(remote=choice) for choice in ("1", "0")}, asked
        assert {key: count for key, count in counts.choices["types"].items() if count} == {
            name: count for name in counts.choices["types"] if (count := found(type=[name]))
        }, asked
        assert counts.choices["posted"] == {days: found(posted=days) for days in counts.choices["posted"]}
        if asked.get("pay_min"):
            kept, left = found(unknown="keep"), found(unknown="")
            assert counts.unpaid == kept - left


@pytest.mark.parametrize("is_all", [True, False])
def test_each_field_is_shown_as_django_draws_it(is_all):
    one = {"q": "nurse", "pay_min": "<25", "type": ["FULL_TIME", "INTERN"], "posted": "7", "unknown": "keep"}
    other = {"place": "texas", "remote": "1", "type": "SLAVE", "sort": "pay", "company": 'a"b'}
    for asked in ({}, one, other):
        filters = search(asked).filter
        own = {str(day): 1200 + day for day in DAYS}, dict.fromkeys(TYPES, 3), {"0": 0, "1": 5}
        filters.count(dict(zip(("posted", "types", "remote"), own, strict=True)), is_all=is_all)
        shown = [*filters.in_sight(), *(field for section in filters.folded() for field in section.fields)]
        form = type(filters.form)(filters.data, label_suffix="")
        form.named = filters.named
        form.fields = deepcopy(filters.form.fields)
        for name, counts in filters.counts.items():
            form.fields[name].choices = [
                (value, f"{label} ({counts[value]:,}{'' if is_all else '+'})")
                for value, label in COUNTED[name]
            ]
        names = [*SIGHT, *(name for _, names in FOLDED for name in names)]
        for name, field in zip(names, shown, strict=True):
            drawn = field.as_field_group if isinstance(field, Filled) else field.as_field_group()
            assert str(drawn) == str(form[name].as_field_group()), (asked, name)


def test_the_orders_are_by_date_by_the_highest_stated_pay_and_by_the_title():
    many_jobs.make(120)
    newest = list(search({}).postings)
    assert [job.posted_on for job in newest] == sorted((job.posted_on for job in newest), reverse=True)
    paid = [job.yearly_max or job.yearly_min for job in search({"sort": "pay"}).postings]
    known = [pay for pay in paid if pay is not None]
    assert paid == [*sorted(known, reverse=True), *[None] * (len(paid) - len(known))]
    titles = [job.title for job in search({"q": "nurse"}).postings]
    assert set(titles) == {"Registered Nurse", "Lead Nurse"}
    by_employer = [job.title for job in search({"q": "care"}).postings]
    assert len(by_employer) > 5


def test_words_find_samples_in_the_list_and_the_index_is_the_one_that_a_rebuild_makes():
    jobs = many_jobs.make(60)
    found = set(search({"q": "nurse"}).postings.values_list("pk", flat=True))
    assert found & {job.posting.pk for job in jobs if job.posting.is_sample}
    kept = SearchTerm.objects.filter(kind="posting").values_list("id", *Term._fields)
    assert sorted(kept) == sorted(postings.rows())


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"pay_min": "abc"}, "pay_min", "Enter an amount in figures, as 25 or 60,000."),
        ({"pay_min": "1e400"}, "pay_min", None),
        ({"pay_min": "-1"}, "pay_min", "Enter an amount of 0 or more."),
        ({"pay_min": "9999999", "pay_unit": "hour"}, "pay_min", "above $20,000,000 a year"),
        ({"pay_min": "nan"}, "pay_min", "Enter an amount in figures, as 25 or 60,000."),
        ({"radius": "25"}, "radius", "choose one as the place"),
        ({"radius": "25", "place": "texas"}, "radius", "choose one as the place"),
        ({"radius": "7", "place": ABILENE}, "radius", "choose one that is"),
        ({"place": "Xyzzy"}, "place", "No place has that name: enter a metropolitan area or a state"),
        ({"place": "Portland"}, "place", "Several places have a name like that: enter more of it."),
        ({"company": "no\0such"}, "company", "No company has that name: enter"),
        ({"occupation": "nurse"}, "occupation", "Several careers have a name like that: enter more of it."),
        ({"type": "SLAVE"}, "type", "choose one that is"),
        ({"posted": "99999999999999999999"}, "posted", "choose one that is"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_left_out(asked, field, said):
    found = search(asked)
    assert list(found.filter.errors) == [field]
    assert (said or "") in found.filter.errors[field][0]
    assert found.asked.filters == (("place",) if field == "radius" and "place" in asked else ())
    assert found.count == 0


def test_an_address_says_the_same_however_it_is_asked_for():
    asked = {
        "pay_min": "$60,000.00",
        "pay_unit": "year",
        "type": ["PART_TIME", "FULL_TIME"],
        "sort": "newest",
    }
    assert address(search(asked).asked) == "/jobs/?pay_min=60000&type=FULL_TIME&type=PART_TIME"
    assert address(search({"q": "  Nurse ", "sort": "match", "page": "3"}).asked) == "/jobs/?q=nurse&page=3"
    assert address(search({"sort": "nothing", "unknown": "keep", "radius": ""}).asked) == "/jobs/"
