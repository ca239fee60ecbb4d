"""The ranking of companies, worked out the slow way from the rows of the database."""

from fractions import Fraction

from careers.models import Company, EmployerPay, WageEstimate

NATION, ALL = "0000000", "000000"
NARROWEST_FIRST = ("metro", "state", "nation")


def market_medians(filed):
    found = WageEstimate.objects.filter(
        is_current=True, industry__code=ALL, occupation__in={row.occupation_id for row in filed}
    )
    return {
        (occupation, area): median
        for occupation, area, median in found.values_list("occupation_id", "area_id", "annual_median")
    }


def of_narrowest(rows):
    chosen = []
    for occupation in {row.occupation_id for row in rows}:
        own = [row for row in rows if row.occupation_id == occupation]
        kind = next(kind for kind in NARROWEST_FIRST if any(row.area.kind == kind for row in own))
        chosen += [row for row in own if row.area.kind == kind]
    return chosen


def facts(company, rows, medians, place):
    """(ratio, pairs, offers, band, assessment), or the reason why it is not ranked."""
    if place:
        rows = [row for row in rows if row.area.slug == place]
        offers = sum(row.offers for row in rows)
    else:
        offers = sum(row.offers for row in rows if row.area.code == NATION)
    if offers == 0:
        return "none_here"
    paid = [row for row in rows if row.median is not None]
    if not paid:
        return "too_few_of_a_kind"
    markets = {row: medians.get((row.occupation_id, row.area_id)) for row in paid}
    compared = of_narrowest([row for row in paid if markets[row] is not None])
    if not compared:
        return "no market"
    if offers < 10:
        return "too_few_in_all"
    total = sum(row.offers for row in compared)
    ratio = sum(Fraction(row.offers * row.median, int(markets[row])) for row in compared) / total
    bands = ["1-19", "20-99", "100-499", "500-4999", "5000+"]
    scores = [Fraction(one.score) for one in company.assessments.all()]
    band = bands.index(company.size) if company.size else None
    return ratio, len(of_narrowest(paid)), offers, band, sum(scores) / len(scores) if scores else None


def percent_below(value, values):
    below = len([other for other in values if other < value])
    equal = len([other for other in values if other == value])
    return Fraction(100 * below + 50 * equal, len(values))


def ranking(weights, place=""):
    """Slug, rank and score of each company that is ranked, best first; and why the others are not."""
    filed = list(EmployerPay.objects.filter(is_current=True).select_related("area"))
    medians = market_medians(filed)
    known = {
        company: facts(company, [row for row in filed if row.company_id == company.pk], medians, place)
        for company in Company.objects.all()
    }
    ranked = {company: found for company, found in known.items() if not isinstance(found, str)}
    scores = {}
    for company, (ratio, pairs, offers, band, assessment) in ranked.items():
        points = [
            (weights["pay"], min(max((ratio - Fraction(1, 2)) * 100, 0), 100)),
            (weights["breadth"], percent_below(pairs, [one[1] for one in ranked.values()])),
            (
                weights["size"],
                percent_below(offers, [one[2] for one in ranked.values()])
                if band is None
                else 10 + 20 * band,
            ),
            *([(weights["editors"], assessment)] if assessment is not None else []),
        ]
        total = sum(weight for weight, _ in points)
        if total:
            exact = sum(weight * value for weight, value in points) / total
            scores[company] = Fraction(int(exact * 10 + Fraction(1, 2)), 10)
    order = sorted(scores, key=lambda company: (-scores[company], company.name.casefold()))
    places = [
        (company.slug, 1 + sum(scores[company] < other for other in scores.values()), scores[company])
        for company in order
    ]
    return places, {company.slug: found for company, found in known.items() if isinstance(found, str)}
