"""What an occupation asks to be able to do and to know: from ratings to the cell of its top skills."""

from collections.abc import Sequence
from decimal import Decimal

from careers.corrected import computed, mark
from careers.models import Skill, SkillRating

from .cells import Cell, absent, build
from .preparation import rolled_up
from .work import NATION

TOP = 3


def skill_cells(ratings: Sequence[SkillRating]) -> dict[str, Cell]:
    """The three skills of highest importance; those that a source only names where none is rated."""
    skills = _of(ratings, Skill.Kind.SKILL)
    rated = _most_important(skills)
    top = rated or sorted(_of(ratings, Skill.Kind.NAMED), key=lambda rating: rating.rank)
    if top:
        names = tuple(rating.skill.name for rating in top[:TOP])
        note = rolled_up(top[0].parts).strip()
        corrected = computed((rating.skill.name, mark(rating, "importance")) for rating in skills)
        extra = {"area": NATION, "note": note, "corrected": corrected}
        return {"top_skills": build("top_skills", names, ", ".join(names), top[0].release, **extra)}
    if skills:
        reason = skills[0].reason_for("importance")
        return {"top_skills": absent("top_skills", reason, skills[0].release, area=NATION)}
    return {}


def top_knowledge(ratings: Sequence[SkillRating]) -> tuple[str, ...]:
    """The names of the fields of knowledge of highest importance, at most three."""
    top = _most_important(_of(ratings, Skill.Kind.KNOWLEDGE))
    return tuple(rating.skill.name for rating in top[:TOP])


def _of(ratings: Sequence[SkillRating], kind: Skill.Kind) -> list[SkillRating]:
    return [rating for rating in ratings if rating.skill.kind == kind]


def _most_important(ratings: list[SkillRating]) -> list[SkillRating]:
    """Those with a known importance, highest first; the level decides between equals, then the name."""
    return sorted(
        (rating for rating in ratings if rating.importance is not None),
        key=lambda rating: (-rating.importance, -(rating.level or Decimal(0)), rating.skill.name),
    )
