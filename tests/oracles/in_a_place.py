"""Which figure a place has, worked out the slow way from the rows themselves."""

from careers.models import Area, WageEstimate

# Figure → the column that holds it, and the release's top code where it can be top-coded.
COLUMNS = {
    "annual_mean": ("annual_mean", "top_code_annual"),
    "hourly_mean": ("hourly_mean", "top_code_hourly"),
    "annual_median": ("annual_median", "top_code_annual"),
    "employment": ("employment", None),
}


def figure(slug: str, place: Area | None, key: str) -> dict | None:
    """{"value", "area", "at_least"} of the place, else its state, else the nation; None if all lack it."""
    asked = [place, place.state] if place else []
    column, top = COLUMNS[key]
    for area in [*filter(None, asked), Area.objects.get(code="0000000")]:
        for row in WageEstimate.objects.filter(occupation__slug=slug, area=area, industry__code="000000"):
            if not row.is_current:
                continue
            value = getattr(row, column)
            if value is not None:
                return {"value": float(value), "area": area.name, "at_least": False}
            if row.missing.get(column) == "top_coded" and top and getattr(row.release, top) is not None:
                return {"value": float(getattr(row.release, top)), "area": area.name, "at_least": True}
    return None
