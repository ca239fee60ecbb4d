"""An occupation that no source has, with a source that rates it: the rows of O*NET's tables for it."""

from decimal import Decimal

from careers.models import (
    AlternateTitle,
    InterestRating,
    Occupation,
    OnetOccupation,
    RelatedOccupation,
    Release,
    Skill,
    SkillRating,
    Source,
    TaskStatement,
    TechnologySkill,
)

ATTRIBUTION = "Includes information from the Guild of Zymologists, used under the CC BY 4.0 license."
PAGE = "/careers/zymologists/skills/"


class Zymologists:
    """Makes the occupation; each method gives it rows of one table."""

    def __init__(self, **fields):
        source = Source.objects.create(
            slug="guild",
            name="Guild of Zymologists",
            short_name="Guild",
            publisher="Guild of Zymologists",
            licence="CC BY 4.0",
            attribution=ATTRIBUTION,
        )
        self.release = Release.objects.create(source=source, label="29.3")
        nurses = Occupation.objects.get(soc_code="29-1141")
        defaults = {"soc_code": "29-1998", "level": "detailed", "parent": nurses.parent}
        self.occupation = Occupation.objects.create(
            title="Zymologists",
            slug="zymologists",
            major_group=nurses.major_group,
            **{**defaults, **fields},
        )

    def rate(self, name, importance, level="3.5", kind="skill", rank=1, reason="unreliable", **fields):
        skill, _ = Skill.objects.get_or_create(
            name=name, kind=kind, defaults={"slug": f"{kind}-{name}"[:140]}
        )
        missing = {} if importance else dict.fromkeys(("importance", "level"), reason)
        return SkillRating.objects.create(
            occupation=self.occupation,
            skill=skill,
            rank=rank,
            importance=importance and Decimal(importance),
            level=Decimal(level) if importance else None,
            missing=missing,
            release=self.release,
            **fields,
        )

    def use(self, name, category="Brewing software", **fields):
        return self._make(TechnologySkill, name=name, category=category, **fields)

    def call(self, title, kind="alternate", **fields):
        return self._make(AlternateTitle, title=title, kind=kind, **fields)

    def call_all(self, titles, kind="alternate"):
        """Many at once, past the signals by which the search follows edits."""
        own = {"occupation": self.occupation, "release": self.release, "kind": kind}
        AlternateTitle.objects.bulk_create([AlternateTitle(title=title, **own) for title in titles])

    def interest(self, **ratings):
        for interest, rating in ratings.items():
            self._make(InterestRating, interest=interest, rating=Decimal(rating))

    def part(self, code, title, description=""):
        return self._make(OnetOccupation, code=code, title=title, description=description)

    def task(self, text, number, code="29-1998.00", is_core=True):
        return self._make(TaskStatement, text=text, task_id=number, onet_code=code, is_core=is_core)

    def relate(self, *codes):
        for rank, code in enumerate(codes, start=1):
            other = Occupation.objects.get(soc_code=code)
            self._make(RelatedOccupation, related=other, tier="primary_short", rank=rank)

    def _make(self, model, **fields):
        return model.objects.create(occupation=self.occupation, release=self.release, **fields)
