"""Which pages an occupation has, what it is related to, and whose licence asks for a sentence."""

import pytest

from careers.models import Occupation, RelatedOccupation
from careers.selectors.attributions import attributions
from careers.selectors.cells import build
from careers.selectors.related import SAME_GROUP, related, related_or_near
from careers.selectors.subpages import marked, near_with, pages_with_figures, with_figures
from tests.careers.zymology import ATTRIBUTION, Zymologists

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return Zymologists()


def pages_of(**lookup) -> frozenset[str]:
    return with_figures(marked(Occupation.objects).get(**lookup))


def test_a_page_is_there_once_it_has_a_figure(made, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert pages_of(slug="zymologists") == frozenset()
    made.use("Vatware")
    assert pages_of(slug="zymologists") == {"skills"}
    assert {"pay", "outlook"} <= pages_of(soc_code="29-1141")
    assert "pay" not in pages_of(slug="patient-service-coordinator")


def test_what_pages_many_careers_have_is_asked_at_once(made, django_assert_num_queries):
    made.use("Vatware")
    careers = [made.occupation, Occupation.objects.get(soc_code="29-1141")]
    with django_assert_num_queries(1):
        told = pages_with_figures([one.pk for one in careers])
    assert told == [pages_of(pk=one.pk) for one in careers]


def test_a_retired_figure_makes_no_page(made):
    made.use("Vatware", is_current=False)
    assert pages_of(slug="zymologists") == frozenset()


def test_neighbours_are_of_the_same_minor_group_the_same_broad_group_first(made, django_assert_num_queries):
    with django_assert_num_queries(1):
        near = near_with("outlook", made.occupation)
    assert len(near) == 5
    assert all(other.soc_code.startswith("29-1") for other in near)
    same = [other.parent_id == made.occupation.parent_id for other in near]
    assert same == sorted(same, reverse=True)


def test_a_neighbour_has_ratings_not_just_a_name(made):
    alone = Occupation.objects.create(
        title="Hoppers", slug="hoppers", soc_code="29-1996", level="detailed", parent=made.occupation.parent
    )
    made.call("Yeast Minder")
    assert made.occupation not in near_with("skills", alone)
    made.rate("Tasting", "3")
    assert made.occupation in near_with("skills", alone)


def test_a_job_title_has_the_neighbour_that_editors_chose(made):
    title = Occupation.objects.create(
        title="Brewster", slug="brewster", level="job_title", closest_occupation=made.occupation
    )
    assert near_with("skills", title) == []
    made.rate("Tasting", "3")
    assert near_with("skills", title) == [made.occupation]


def test_related_careers_come_by_rank_in_one_query_up_to_a_limit(made, django_assert_num_queries):
    made.relate("29-1171", "27-2011", "29-1141")
    with django_assert_num_queries(1):
        found = related(made.occupation, limit=2)
    assert [career.slug for career in found.careers] == ["nurse-practitioners", "actors"]
    assert found.careers[0].pair == "zymologists-vs-nurse-practitioners"
    assert found.cell.value == ("Nurse Practitioners", "Actors")
    assert found.cell.attribution == ATTRIBUTION


def test_nothing_related_is_no_cell(made):
    assert related(made.occupation).cells == ()


def test_each_sentence_of_a_licence_is_said_once_and_ends(made):
    made.release.source.attribution = "Thanks to the Guild"
    cells = [build("technology", name, name, made.release) for name in ("Vatware", "Foamcast")]
    (said,) = attributions(cells)
    assert (said.sentence, said.licence, said.source_url) == (
        "Thanks to the Guild.", "CC BY 4.0", "/sources/guild/",
    )  # fmt: skip
    made.release.source.attribution = ""
    assert attributions([build("technology", "Vatware", "Vatware", made.release)]) == ()


def test_where_no_source_relates_careers_the_nearest_of_its_group_stand_in():
    residual = Occupation.objects.get(soc_code="19-1099")  # Life Scientists, All Other
    RelatedOccupation.objects.filter(occupation=residual).delete()
    found = related_or_near(residual)
    assert found.cell is None
    assert found.careers
    assert {career.tier for career in found.careers} == {SAME_GROUP}
    codes = Occupation.objects.filter(pk__in=[career.pk for career in found.careers])
    assert all(code.startswith("19-1") for code in codes.values_list("soc_code", flat=True))


def test_what_a_source_relates_goes_before_what_is_near():
    nurses = Occupation.objects.get(soc_code="29-1141")
    assert related_or_near(nurses) == related(nurses)
    assert related(nurses).cell.source_name == "O*NET"


def test_a_job_title_leads_to_the_official_occupation_nearest_to_it():
    title = Occupation.objects.get(slug="patient-service-coordinator")
    assert [career.pk for career in related_or_near(title).careers] == [title.closest_occupation_id]
