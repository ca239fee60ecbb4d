"""Queries that are put together once find what the ORM finds, whatever they are asked next."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F, Q, Value
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careers.compiled import NotCompiled, compiled_once
from careers.models import Occupation, Posting, WageEstimate
from careers.selectors.prospects import with_prospects
from careers.views import overview, subpage
from tests.careers.advertised import advertise

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """A query of each kind of value, and how often the ORM put it together."""
    builds = []

    def build(ids, slug, first):
        builds.append(ids)
        chosen = Occupation.objects.filter(Q(pk__in=ids) | Q(slug=slug), pk__gte=first)
        return chosen.annotate(told=Value(slug)).select_related("major_group").order_by("pk")

    ask = compiled_once(build)
    ask.plain, ask.builds = build, builds
    return ask


def test_it_finds_the_same_as_the_orm_for_any_values(asked):
    some = list(Occupation.objects.listed().order_by("pk")[:40])
    for start in range(0, 35, 5):
        ids, slug = [one.pk for one in some[start : start + 3]], some[start + 4].slug
        found, plain = asked(ids, slug, some[2].pk), list(asked.plain(ids, slug, some[2].pk))
        assert [(one, one.told, one.major_group) for one in found] == [
            (one, one.told, one.major_group) for one in plain
        ]
    with CaptureQueriesContext(connection) as queries:
        assert asked(ids, slug, some[2].pk)[0].major_group.title
    assert len(queries) == 1


def test_the_orm_puts_it_together_for_each_number_of_values_alone(asked):
    for ids in ([1, 2], [3, 4], [5, 6]):
        asked(ids, "actors", 0)
    several = len(asked.builds)
    asked([7, 8], "poets", 3)
    assert len(asked.builds) == several
    asked([1, 2, 3], "actors", 0)
    assert len(asked.builds) > several


def test_a_statement_around_it_is_asked_with_its_values():
    count = compiled_once(
        lambda first: Occupation.objects.filter(pk__gte=first).values("pk"),
        around="SELECT COUNT(*), MIN(pk) FROM ({sql}) AS list",
    )
    keys = sorted(Occupation.objects.values_list("pk", flat=True))
    for start in (0, 7, 20):
        assert count(keys[start]) == [(len(keys) - start, keys[start])]


def test_nothing_is_found_of_none(asked):
    assert compiled_once(lambda ids: Occupation.objects.filter(pk__in=ids))([]) == []


def test_days_and_moments_are_told_as_the_database_wants_them():
    posting = advertise()
    today, now = timezone.localdate(), timezone.now()
    ask = compiled_once(lambda day, moment: Posting.objects.open(day, moment).filter(changed_at__lte=moment))
    for day in (today - timedelta(days=9000), today + timedelta(days=1), posting.posted_on):
        for moment in (now - timedelta(days=9000), now + timedelta(hours=1)):
            plain = Posting.objects.open(day, moment).filter(changed_at__lte=moment)
            assert sorted(one.pk for one in ask(day, moment)) == sorted(one.pk for one in plain)


def test_values_alone_come_as_the_orm_gives_them():
    def mean_pay(pk):
        wages = WageEstimate.objects.filter(occupation_id=pk)
        return wages.order_by("pk").values_list("pk", "annual_mean")

    pk = Occupation.objects.get(slug="registered-nurses").pk
    assert compiled_once(mean_pay)(pk) == list(mean_pay(pk)) != []


@pytest.mark.parametrize(
    ("build", "why"),
    [
        (lambda slug: Posting.objects.live(timezone.now()).filter(title=slug), "none of its values"),
        (lambda slug: Occupation.objects.filter(slug="actors"), "leaves a value out"),
        (lambda slug: Occupation.objects.filter(title=F("slug")).none().filter(slug=slug), "finds nothing"),
        (
            lambda slug: Occupation.objects.filter(**{"slug" if "1" in slug else "title": slug}),
            "something else",
        ),
    ],
)
def test_what_its_values_do_not_tell_is_refused(build, why):
    with pytest.raises(NotCompiled, match=why):
        compiled_once(build)("actors")


def test_a_career_is_found_with_all_that_its_pages_need():
    now = timezone.now()
    for slug in Occupation.objects.listed().order_by("?").values_list("slug", flat=True)[:5]:
        found = subpage.find(slug, ask=overview._with_prospects)
        (plain,) = subpage.known(with_prospects(Occupation.objects.all()), slug, now.date(), now, "/careers/")
        told, same = vars(found) | {"reader_answers": ()}, vars(plain) | {"reader_answers": ()}
        assert {name: value for name, value in told.items() if name != "_state"} == {
            name: value for name, value in same.items() if name != "_state"
        }
