"""Rows by the dozen: as many as the releases hold of one occupation, or enough to fill a list's page.

A page that asks the database once for each row betrays itself on them.
"""

from types import SimpleNamespace

from careers import models as m

from .crowd_of_companies import COMPANY_MAKERS
from .crowd_of_desk import DESK_MAKERS

PAGE = 50
SKILLS, KNOWLEDGE, NAMED = 35, 33, 12


def world() -> SimpleNamespace:
    """An occupation of its own, so that nothing collides with what the snapshot holds."""
    source = m.Source.objects.create(
        slug="crowd", name="Crowd", short_name="CROWD", publisher="Nobody", licence="none"
    )
    release = m.Release.objects.create(source=source, label="of dozens")
    occupation = m.Occupation.objects.create(title="Crowd keeper", slug="crowd-keeper", level="job_title")
    return SimpleNamespace(release=release, occupation=occupation)


def crowd(model, around: SimpleNamespace) -> list:
    """The rows of one model, saved."""
    return model.objects.bulk_create(MAKERS[model](around))


def every_figure(around: SimpleNamespace) -> None:
    """All that the releases hold of the occupation."""
    for model in MAKERS:
        if any(field.name == "occupation" for field in model._meta.fields):
            crowd(model, around)


def _of(model, around, rows) -> list:
    """Rows about the occupation from the release."""
    return [model(occupation=around.occupation, release=around.release, **row) for row in rows]


def _occupations(number: int) -> list[m.Occupation]:
    return list(m.Occupation.objects.detailed().order_by("soc_code")[:number])


def _skills() -> list[m.Skill]:
    kinds = [("skill", SKILLS), ("knowledge", KNOWLEDGE), ("named", NAMED)]
    return [
        m.Skill(
            name=f"Crowd {kind} {number}",
            slug=f"crowd-{kind}-{number}",
            kind=kind,
            element_id=None if kind == "named" else f"crowd.{kind}.{number}",
        )
        for kind, count in kinds
        for number in range(count)
    ]


def _ratings(around):
    skills = m.Skill.objects.filter(slug__startswith="crowd-") or m.Skill.objects.bulk_create(_skills())
    none = {"importance": "not_collected", "level": "not_collected"}
    rated = {"importance": "3.25", "level": "4.12", "importance_se": "0.1", "level_se": "0.2", "parts": 2}
    rows = (
        {"skill": skill, "rank": rank, **({"missing": none} if skill.kind == "named" else rated)}
        for rank, skill in enumerate(skills, 1)
    )
    return _of(m.SkillRating, around, rows)


def _shares(around):
    groups = (
        ("gender", ["Women", "Men"]),
        ("race", ["White", "Black or African American", "Asian", "Hispanic or Latino", "Unknown"]),
        ("age_group", ["16–19", "20–24", "25–34", "35–44", "45–54", "55–64", "65+"]),
        ("lgbt", ["LGBT"]),
    )
    rows = [
        {"characteristic": characteristic, "category": category, "position": position, "percent": "12.5"}
        for characteristic, categories in groups
        for position, category in enumerate(categories)
    ]
    older = m.Release.objects.create(source=around.release.source, label="fallback")
    fallback = [m.DemographicShare(**rows[i], occupation=around.occupation, release=older) for i in (0, 1)]
    for row in fallback:
        row.is_fallback = True
    return _of(m.DemographicShare, around, rows) + fallback


def _projection(around):
    reasons = dict.fromkeys(m.Projection.EXPLAINED, "not_collected")
    return _of(m.Projection, around, [{"missing": reasons}])


def _fields() -> list[m.FieldOfStudy]:
    return [
        m.FieldOfStudy(code=f"98.{number:02}", title=f"Crowd field {number}", slug=f"crowd-field-{number}")
        for number in range(PAGE)
    ]


def _some_field() -> m.FieldOfStudy:
    title = "Crowd field of all"
    return m.FieldOfStudy.objects.get_or_create(code="97.01", title=title, slug="crowd-field")[0]


def _majors() -> list[m.Major]:
    field = _some_field()
    return [
        m.Major(code=f"97.01{number:02}", title=f"Crowd major {number}", field=field)
        for number in range(PAGE)
    ]  # fmt: skip


def _colleges() -> list[m.College]:
    state = m.Area.objects.get(name="Texas")
    return [
        m.College(
            unit_id=f"crowd{number}", name=f"Crowd college {number}", slug=f"crowd-{number}", state=state
        )
        for number in range(PAGE)
    ]  # fmt: skip


def _routes(around):
    majors = m.Major.objects.bulk_create(_majors())
    return _of(m.MajorRoute, around, ({"major": major} for major in majors))


def _programs(around):
    field = _some_field()
    return [
        m.Program(field=field, college=college, credential="bachelor", completers=12, release=around.release)
        for college in m.College.objects.bulk_create(_colleges())
    ]


def _earnings(around):
    return [
        m.MajorEarnings(
            census_major=f"z{number:03}", title=f"Crowd major {number}", release=around.release,
            median=50_000, p25=40_000, missing={"p75": "suppressed", "employed": "not_collected"},
        )
        for number in range(PAGE)
    ]  # fmt: skip


def _prices(around):
    areas = m.Area.objects.bulk_create(
        m.Area(code=f"98000{number:02}", kind="metro", name=f"Crowd, {number}", slug=f"crowd-{number}")
        for number in range(PAGE)
    )
    return [m.PriceParity(area=area, index="101.5", release=around.release) for area in areas]


def _census(around):
    return [
        m.CensusOccupation(
            vintage=2018, code=f"z{number:03}", title=f"Crowd title {number}", release=around.release,
            soc_codes=["29-1141", "29-1151"],
        )
        for number in range(PAGE)
    ]  # fmt: skip


def _stated(around):
    topics = m.StatedFact.Topic.values
    company = m.Company.objects.create(name="Crowd company", slug="crowd-company")
    return _of(m.StatedFact, around, ({"topic": topic, "low": 3, "company": company} for topic in topics))


MAKERS = COMPANY_MAKERS | DESK_MAKERS | {
    m.AgeEstimate: lambda around: _of(m.AgeEstimate, around, [{"statistic": "median", "years": "41.5"}]),
    m.AlternateTitle: lambda around: _of(
        m.AlternateTitle, around, ({"kind": "alternate", "title": f"Crowd title {n}"} for n in range(500))
    ),
    m.CensusOccupation: _census,
    m.College: lambda around: _colleges(),
    m.DemographicShare: _shares,
    m.EducationShare: lambda around: _of(
        m.EducationShare, around, ({"attainment": held, "percent": "14.2"} for held in m.Attainment.values)
    ),
    m.FieldOfStudy: lambda around: _fields(),
    m.InterestRating: lambda around: _of(
        m.InterestRating, around, ({"interest": i, "rating": "4.5"} for i in m.InterestRating.Interest.values)
    ),
    m.JobZone: lambda around: _of(m.JobZone, around, [{"lowest": 2, "highest": 4, "parts": 3}]),
    m.Major: lambda around: _majors(),
    m.MajorEarnings: _earnings,
    m.MajorRoute: _routes,
    m.OnetOccupation: lambda around: _of(
        m.OnetOccupation, around, ({"code": f"99-9999.{n:02}", "title": f"Crowd part {n}"} for n in range(20))
    ),
    m.PreparationShare: lambda around: _of(
        m.PreparationShare,
        around,
        (
            {"scale": scale, "category": number, "percent": "9.75", "standard_error": "0.5"}
            for scale, answers in (("education", 12), ("experience", 11), ("on_site", 9), ("on_the_job", 9))
            for number in range(1, answers + 1)
        ),
    ),
    m.PriceParity: _prices,
    m.Program: _programs,
    m.Projection: _projection,
    m.RelatedOccupation: lambda around: _of(
        m.RelatedOccupation,
        around,
        (
            {"related": related, "tier": "supplemental", "rank": rank}
            for rank, related in enumerate(_occupations(PAGE), 1)
        ),
    ),
    m.Skill: lambda around: _skills(),
    m.SkillRating: _ratings,
    m.StatedFact: _stated,
    m.TaskStatement: lambda around: _of(
        m.TaskStatement, around, ({"onet_code": "99-9999.00", "task_id": n, "text": "Do"} for n in range(25))
    ),
    m.TechnologySkill: lambda around: _of(
        m.TechnologySkill, around, ({"name": f"Crowd {n}", "category": "software"} for n in range(PAGE))
    ),
}  # fmt: skip
