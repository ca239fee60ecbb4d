"""Figures to build cells from, made in memory: no row of them is saved."""

from careers.models import (
    AgeEstimate,
    DemographicShare,
    EducationShare,
    JobZone,
    PreparationShare,
    Projection,
    Release,
    Skill,
    SkillRating,
    Source,
)


def release(slug="survey", note="A note of the source.", **fields) -> Release:
    source = Source(pk=len(slug), slug=slug, name=slug, short_name=slug.title(), note=note, **fields)
    return Release(source=source, label="2024")


def of(model, release_=None, **fields):
    return model(release=release_ or release(), **fields)


def missing(name: str, reason: str = "suppressed") -> dict:
    return {name: None, "missing": {name: reason}}


def share(characteristic, category, percent, **fields) -> DemographicShare:
    given = missing("percent") if percent is None else {"percent": percent}
    return of(DemographicShare, characteristic=characteristic, category=category, **given, **fields)


def age(statistic, years, **fields) -> AgeEstimate:
    given = missing("years") if years is None else {"years": years}
    return of(AgeEstimate, statistic=statistic, **given, **fields)


def degree(attainment, percent, **fields) -> EducationShare:
    given = missing("percent") if percent is None else {"percent": percent}
    return of(EducationShare, attainment=attainment, **given, **fields)


def experience(category, percent, **fields) -> PreparationShare:
    given = missing("percent", "unreliable") if percent is None else {"percent": percent}
    scale = PreparationShare.Scale.EXPERIENCE
    return of(PreparationShare, scale=scale, category=category, **given, **fields)


def zone(lowest, highest=None, **fields) -> JobZone:
    given = missing("lowest") if lowest is None else {"lowest": lowest}
    return of(JobZone, **{"highest": highest or lowest, **given}, **fields)


def rating(name, importance, level=None, kind=Skill.Kind.SKILL, rank=1, **fields) -> SkillRating:
    given = {"importance": importance, "level": level}
    if importance is None:
        given |= missing("importance", "unreliable")
    return of(SkillRating, skill=Skill(name=name, kind=kind), rank=rank, **given, **fields)


def projection(education, experience="none", training="none") -> Projection:
    classes = {"entry_education": education, "work_experience": experience, "job_training": training}
    return of(Projection, base_year=2024, target_year=2034, **classes)
