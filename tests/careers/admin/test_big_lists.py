"""The lists of what comes by the ten thousand: found by their own words, in the order of an index."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Q, UniqueConstraint

from careers import models as m

from .crowd import crowd

pytestmark = pytest.mark.django_db

# More than ten thousand rows each, once every source is imported.
BIG = [
    m.AlternateTitle,
    m.EmployerPay,
    m.PreparationShare,
    m.Program,
    m.RelatedOccupation,
    m.SkillRating,
    m.TaskStatement,
    m.TechnologySkill,
    m.WageEstimate,
]
MAX_QUERIES = 20


@pytest.fixture
def rows(admin_client, address, django_assert_max_num_queries):
    def rows(model, **query):
        with django_assert_max_num_queries(MAX_QUERIES):
            response = admin_client.get(address(model, "changelist"), query)
        assert response.status_code == 200
        return response.context["cl"]

    return rows


@pytest.mark.parametrize("model", BIG, ids=lambda model: model.__name__)
def test_a_big_list_is_in_the_order_of_an_index(model):
    listed = [model._meta.get_field(name) for name in admin.site.get_model_admin(model).ordering]
    indexes = [
        [model._meta.get_field(name) for name in constraint.fields]
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint) and constraint.condition is None
    ]
    assert listed in indexes


@pytest.fixture
def titles(around, nurses):
    """Titles of two occupations that share words with each other and with the occupations."""
    given = [
        (nurses, "Charge Nurse of Nurses", ""),
        (nurses, "Charge of the Crowd", "CC"),
        (around.occupation, "Charge Nurse of Nurses", ""),
        (around.occupation, "Registered 50% Mover", "R50"),
    ]
    return m.AlternateTitle.objects.bulk_create(
        m.AlternateTitle(
            occupation=occupation, kind="reported", title=title, short_title=short, release=around.release
        )
        for occupation, title, short in given
    )


@pytest.mark.parametrize(
    "text",
    ["charge", "nurses charge", "charge keeper", "keeper nurse", "r50", "50%", "29-1141 crowd", "zzzz", "e"],
)
def test_a_title_is_found_by_its_words_and_its_occupations(titles, rows, text):
    naive = Q()
    for word in text.split():
        naive &= (
            Q(occupation__title__icontains=word)
            | Q(occupation__soc_code__icontains=word)
            | Q(title__icontains=word)
            | Q(short_title__icontains=word)
        )
    found = rows(m.AlternateTitle, q=text)
    assert found.result_count == m.AlternateTitle.objects.filter(naive).count()
    assert text == "zzzz" or found.result_count


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (m.Program, "crowd field college"),
        (m.Program, "97.01"),
        (m.MajorRoute, "keeper crowd major"),
        (m.RelatedOccupation, "keeper chief executives"),
        (m.SkillRating, "keeper knowledge"),
        (m.TechnologySkill, "crowd keeper software"),
        (m.TaskStatement, "keeper 99-9999"),
        (m.OnetOccupation, "crowd part"),
        (m.PreparationShare, "crowd keeper"),
        (m.InterestRating, "crowd keeper"),
        (m.JobZone, "keeper"),
        (m.PriceParity, "crowd"),
        (m.MajorEarnings, "crowd major"),
        (m.CensusOccupation, "crowd 29-1151"),
        (m.EmployerPay, "employer keeper"),
        (m.CompanyListing, "employer crowds"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else value,
)
def test_each_is_found_by_what_it_is_about(around, rows, model, text):
    made = crowd(model, around)
    assert rows(model, q=text).result_count
    assert {row.pk for row in rows(model, q=text).result_list} <= {row.pk for row in made}
    assert not rows(model, q=f"{text} nowhere").result_count


def test_one_occupation_is_listed_in_the_order_that_reads_best(around, rows):
    for rating in crowd(m.SkillRating, around):
        rating.rank = 100 - rating.rank
        rating.save()
    listed = rows(m.SkillRating, occupation__id__exact=around.occupation.pk).result_list
    ranks = [(rating.skill.kind, rating.rank) for rating in listed]
    assert ranks == sorted(ranks)


def test_a_list_of_ratings_is_filtered_by_kind_of_skill(around, rows):
    crowd(m.SkillRating, around)
    listed = rows(m.SkillRating, skill_kind="knowledge", release__id__exact=around.release.pk)
    assert listed.result_count == 33
    assert {rating.skill.kind for rating in listed.result_list} == {"knowledge"}


def test_titles_are_taken_out_of_force_together(admin_client, address, around):
    keys = [title.pk for title in crowd(m.AlternateTitle, around)[:3]]
    data = {"action": "take_out_of_force", "_selected_action": keys}
    page = admin_client.post(address(m.AlternateTitle, "changelist"), data, follow=True)
    assert "3 taken out of force" in page.content.decode()
    titles = m.AlternateTitle.objects.filter(release=around.release)
    assert set(titles.filter(is_current=False).values_list("pk", flat=True)) == set(keys)
    assert LogEntry.objects.filter(object_repr__contains="Crowd").count() == 3


def test_an_empty_list_answers(rows):
    assert not rows(m.AlternateTitle, q="zzzz").result_list


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (m.DemographicShare, '12.5% <span class="quiet">(fallback)</span>'),
        (m.EducationShare, '14.2% <span class="quiet">(wider group)</span>'),
        (m.TechnologySkill, "in demand, hot"),
        (m.TaskStatement, ">core<"),
        (m.CensusOccupation, "29-1141, 29-1151"),
        (m.JobZone, "2 – 4"),
        (m.MajorEarnings, "$50,000"),
        (m.Program, ">unreliable<"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_a_list_says_what_sort_of_figure_it_is(model, words, around, admin_client, address):
    row = crowd(model, around)[-1]
    for name in ("is_group", "is_core", "is_hot", "is_in_demand"):
        if hasattr(row, name):
            setattr(row, name, True)
    if model is m.Program:
        row.completers, row.missing = None, {"completers": "unreliable"}
    row.save()
    page = admin_client.get(address(model, "changelist"), {"release__id__exact": row.release_id})
    assert words in page.content.decode()
