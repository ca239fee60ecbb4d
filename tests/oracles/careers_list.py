"""The list of careers worked out the slow way: plain rows, filtered, counted and sorted one by one."""

from functools import cache

from careers.models import (
    Area,
    DemographicShare,
    InterestRating,
    JobZone,
    Occupation,
    PriceParity,
    Projection,
    SkillRating,
    WageEstimate,
)

HOURS = 2080
MULTIPLE = {"education", "experience", "zone", "women"}  # one of the chosen
TOGETHER = {"interest", "skill"}  # all of the chosen
STEPS = {
    "growth": [0, 3, 5, 10, 20],
    "openings": [1000, 5000, 10000, 50000, 100000],
    "employment": [100, 1000, 10000, 100000, 1000000],
}
BANDS = {"0-25": (0, 25), "25-50": (25, 50), "50-75": (50, 75), "75-100": (75, 100.1)}


def careers(place: str = "united-states", *, adjusted: bool = False) -> list[dict]:
    """Each listed career with its values in the place; None for what is not known."""
    wages = {wage.occupation_id: wage for wage in WageEstimate.objects.filter(
        is_current=True, area__slug=place, industry__code="000000"
    ).select_related("release")}  # fmt: skip
    index = price_index(place) if adjusted else 100
    outlook = {item.occupation_id: item for item in Projection.objects.filter(is_current=True)}
    zones = {item.occupation_id: item for item in JobZone.objects.filter(is_current=True)}
    interests, skills, women = {}, {}, {}
    for item in InterestRating.objects.filter(is_current=True, rating__isnull=False):
        interests.setdefault(item.occupation_id, {})[item.interest] = item.rating
    for item in SkillRating.objects.filter(
        is_current=True, skill__kind="skill", importance__isnull=False
    ).select_related("skill"):
        skills.setdefault(item.occupation_id, {})[item.skill.slug] = item.importance
    for item in DemographicShare.objects.filter(
        is_current=True, characteristic="gender", percent__isnull=False
    ).order_by("-is_fallback"):
        if item.category in {"Women", "Female"}:
            women[item.occupation_id] = float(item.percent)
    rows = []
    for career in Occupation.objects.select_related("major_group"):
        if career.level not in {"detailed", "job_title"}:
            continue
        wage, ahead, zone = wages.get(career.pk), outlook.get(career.pk), zones.get(career.pk)
        paid = pay(wage)
        if paid is not None and adjusted:
            paid = round(paid / float(index) * 100) if index else None
        rows.append({
            "pk": career.pk,
            "title": career.title,
            "slug": career.slug,
            "group": career.major_group.slug if career.major_group else "",
            "pay": paid,
            "is_floor": bool(wage) and wage.missing.get("annual_mean") == "top_coded",
            "employment": wage.employment if wage else None,
            "growth": ahead.change_percent if ahead else None,
            "openings": ahead.openings_annual if ahead else None,
            "education": ahead.entry_education if ahead else None,
            "experience": ahead.work_experience if ahead else None,
            "zone": [str(n) for n in range(1, 6) if zone.lowest <= n <= (zone.highest or zone.lowest)]
            if zone and zone.lowest else None,
            "interest": top(interests[career.pk]) if career.pk in interests else None,
            "skill": [slug for slug, importance in skills[career.pk].items() if importance >= 3]
            if career.pk in skills else None,
            "women": women.get(career.pk),
        })  # fmt: skip
    return rows


@cache
def shipped(place: str = "united-states", *, adjusted: bool = False) -> list[dict]:
    """The same, of the figures as they ship, once: for tests that change none. Nobody changes the rows."""
    return careers(place, adjusted=adjusted)


def pay(wage) -> float | None:
    if wage is None:
        return None
    if wage.annual_mean is not None:
        return wage.annual_mean
    if wage.missing.get("annual_mean") == "top_coded":
        return wage.release.top_code_annual
    return float(wage.hourly_mean) * HOURS if wage.hourly_mean is not None else None


def price_index(place: str):
    """That of the place, else of its state."""
    area = Area.objects.get(slug=place)
    for candidate in (area, area.state):
        known = PriceParity.objects.filter(is_current=True, area=candidate, index__isnull=False).first()
        if candidate and known:
            return known.index
    return None


def top(ratings: dict) -> list[str]:
    """The interests that fewer than three others are rated above, and that are rated 4 or more."""
    return [
        name
        for name, rating in ratings.items()
        if rating >= 4 and sum(other > rating for other in ratings.values()) < 3
    ]


def fits(row: dict, name: str, values: list[str]) -> bool | None:
    """Whether one filter holds; None where that is not known."""
    if name == "place":
        return True if row["pay"] is not None or row["employment"] is not None else None
    if name in ("pay_min", "pay_max"):
        limit, paid = int(values[0]), row["pay"]
        if paid is None:
            return None
        if name == "pay_min":
            return True if paid >= limit else None if row["is_floor"] else False
        return False if paid > limit else None if row["is_floor"] else True
    if row[name] is None:
        return None
    if name in STEPS:
        return row[name] >= int(values[0])
    if name == "women":
        return any(BANDS[value][0] <= row[name] < BANDS[value][1] for value in values)
    held = row[name] if isinstance(row[name], list) else [row[name]]
    return all(value in held for value in values) if name in TOGETHER else any(v in held for v in values)


def found(rows: list[dict], query: dict[str, list[str]], *, keep: bool = False) -> list[str]:
    """Slugs of the careers that all filters hold for, or hold or may hold for."""
    allowed = (True, None) if keep else (True,)
    return [
        r["slug"] for r in rows if all(fits(r, name, values) in allowed for name, values in query.items())
    ]


def unsure(rows: list[dict], query: dict[str, list[str]]) -> int:
    """How many careers no filter speaks against while at least one is not known."""
    verdicts = [[fits(row, name, values) for name, values in query.items()] for row in rows]
    return sum(False not in each and None in each for each in verdicts)


def count(rows: list[dict], query: dict[str, list[str]], name: str, choice: str, *, keep: bool) -> int:
    """How many careers are known to fit a choice under all other filters."""
    others = {other: values for other, values in query.items() if other != name or name in TOGETHER}
    rest = set(found(rows, others, keep=keep))
    return sum(row["slug"] in rest and fits(row, name, [choice]) is True for row in rows)


def in_order(rows: list[dict], sort: str) -> list[str]:
    """Slugs by one column, "-" before it for descending; unknown last, ties by title."""
    column, falling = sort.lstrip("-"), sort.startswith("-")
    rows = sorted(rows, key=lambda row: row["title"])
    known = [row for row in rows if row[column] is not None]
    unknown = [row for row in rows if row[column] is None]
    known.sort(key=lambda row: row[column], reverse=falling)
    return [row["slug"] for row in known + unknown]
