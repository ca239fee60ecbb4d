"""What a move leaves to learn, worked out the slow way from ratings as they stand in the database.

One skill or field of knowledge after another, from plain numbers: the oracle of the page on a move.
"""

from decimal import Decimal

from careers.models import Occupation, SkillRating

KINDS = ("skill", "knowledge")


def is_clearly_more(one, one_se, other, other_se) -> bool:
    """Higher by more than half a point, and by more than 1.645 standard errors of the difference."""
    if one is None or other is None or one - other <= Decimal("0.5"):
        return False
    spread = Decimal(one_se or 0) ** 2 + Decimal(other_se or 0) ** 2
    return (one - other) / Decimal("1.645") > spread.sqrt()


def place(before: SkillRating | None, after: SkillRating | None) -> str:
    """The list that a skill belongs to, '' for none, from its two ratings."""
    if before is None or after is None or before.importance is None or after.importance is None:
        return "untold"
    matters_before, matters_after = before.importance >= 3, after.importance >= 3
    importance = (before.importance, before.importance_se), (after.importance, after.importance_se)
    level = (before.level, before.level_se), (after.level, after.level_se)
    if matters_after:
        if not matters_before and is_clearly_more(*importance[1], *importance[0]):
            return "to_learn"
        if before.level is None or after.level is None:
            return "untold"
        return "to_learn" if is_clearly_more(*level[1], *level[0]) else "shared"
    if matters_before:
        return "to_leave_behind" if is_clearly_more(*importance[0], *importance[1]) else "shared"
    return ""


def lists(first: str, second: str) -> dict[tuple[str, str], set[str]]:
    """By list and kind the names in it, for the slugs of two careers; {} where one is not rated."""
    found: dict[tuple[str, str], set[str]] = {}
    for kind in KINDS:
        before, after = (
            {
                rating.skill.name: rating
                for rating in SkillRating.objects.filter(
                    occupation=Occupation.objects.get(slug=slug), is_current=True, skill__kind=kind
                )
            }
            for slug in (first, second)
        )
        if before and after:
            for name in before.keys() | after.keys():
                where = place(before.get(name), after.get(name))
                if where:
                    found.setdefault((where, kind), set()).add(name)
    return found
