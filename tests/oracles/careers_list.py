"""The list of careers worked out the slow way: plain rows, sorted and filtered in Python."""

from careers.models import Occupation, Projection, WageEstimate

HOURS = 2080


def careers() -> list[dict]:
    """Title, slug, group, pay (US dollars a year), employment and growth of each listed career."""
    wages = {wage.occupation_id: wage for wage in WageEstimate.objects.filter(
        is_current=True, area__code="0000000", industry__code="000000"
    ).select_related("release")}  # fmt: skip
    growth = {item.occupation_id: item.change_percent for item in Projection.objects.filter(is_current=True)}
    return [
        {
            "title": career.title,
            "slug": career.slug,
            "group": career.major_group.slug if career.major_group else "",
            "pay": pay(wages.get(career.pk)),
            "employment": wages[career.pk].employment if career.pk in wages else None,
            "growth": growth.get(career.pk),
        }
        for career in Occupation.objects.select_related("major_group")
        if career.level in {"detailed", "job_title"}
    ]


def pay(wage) -> float | None:
    if wage is None:
        return None
    if wage.annual_mean is not None:
        return wage.annual_mean
    if wage.missing.get("annual_mean") == "top_coded":
        return wage.release.top_code_annual
    return float(wage.hourly_mean) * HOURS if wage.hourly_mean is not None else None


def in_order(rows: list[dict], sort: str) -> list[str]:
    """Slugs by one column, "-" before it for descending; unknown last, ties by title."""
    column, falling = sort.lstrip("-"), sort.startswith("-")
    rows = sorted(rows, key=lambda row: row["title"])
    known = [row for row in rows if row[column] is not None]
    unknown = [row for row in rows if row[column] is None]
    known.sort(key=lambda row: row[column], reverse=falling)
    return [row["slug"] for row in known + unknown]
