"""Which companies offer most for an occupation, and how little that says of what others pay."""

from careers import formatting
from careers.selectors.profile import Profile

WHO_FILES = "Employers file for foreign workers only, and most file for none."


def best_companies(profile: Profile) -> str:
    """One or two sentences; the reason where no company can be ranked, '' where none filed."""
    best = profile.best_companies
    if best is None:
        return ""
    if not best.companies:
        return best.cell.reason
    first = best.companies[0]
    amount = f"{first.median.said} a year by the median of {formatting.count(first.offers)} offers"
    floor = f"with {formatting.count(best.floor)} visa-filing offers or more"
    if best.ranked == 1:
        return f"Only one company {floor} is known here: {first.name}, {amount}. {WHO_FILES}"
    alike = [company.name for company in best.companies if company.median.value == first.median.value]
    if len(alike) > 1:
        said = f"{formatting.listing(alike)} offer most alike: {first.median.said} a year by the median"
    else:
        said = f"{first.name} offers most: {amount}"
    return f"Of {formatting.count(best.ranked)} companies {floor}, {said}. {WHO_FILES}"
