"""Which companies offer most for an occupation, and how little that says of what others pay."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.selectors.profile import Profile

WHO_FILES = gettext_lazy("Employers file for foreign workers only, and most file for none.")


def best_companies(profile: Profile) -> str:
    """One or two sentences; the reason where no company can be ranked, '' where none filed."""
    best = profile.best_companies
    if best is None:
        return ""
    if not best.companies:
        return best.cell.reason
    first = best.companies[0]
    amount = _("{median} a year by the median of {offers} offers").format(
        median=first.median.said, offers=formatting.count(first.offers)
    )
    floor = _("with {floor} visa-filing offers or more").format(floor=formatting.count(best.floor))
    if best.ranked == 1:
        return _("Only one company {floor} is known here: {first}, {amount}. {who_files}").format(
            floor=floor, first=first.name, amount=amount, who_files=WHO_FILES
        )
    alike = [company.name for company in best.companies if company.median.value == first.median.value]
    if len(alike) > 1:
        said = _("{alike} offer most alike: {median} a year by the median").format(
            alike=formatting.listing(alike), median=first.median.said
        )
    else:
        said = _("{first} offers most: {amount}").format(first=first.name, amount=amount)
    return _("Of {ranked} companies {floor}, {said}. {who_files}").format(
        ranked=formatting.count(best.ranked), floor=floor, said=said, who_files=WHO_FILES
    )
