"""What is said of a move beside its figures: the rule of its lists, the way, what is not rated."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers.selectors.profile import Profile

RULE = (
    gettext_lazy(
        "A skill or a field of knowledge matters to a career where O*NET rates its importance at 3 or more, "
        "on a scale from 1, not important, to 5, extremely important."
    ),
    gettext_lazy(
        "A rating is clearly higher where it is so by more than half a point and by more than its sampling "
        "error: 1.645 standard errors of the difference, which chance alone exceeds one time in ten. Where "
        "no standard error is published, half a point decides."
    ),
    gettext_lazy(
        "To learn is what matters to the new career and is asked for clearly more there: at a higher level "
        "(0 to 7), or because it does not matter to the old one and its importance is clearly higher."
    ),
    gettext_lazy(
        "To leave behind is what matters to the old career, not to the new one, and is clearly less "
        "important there."
    ),
    gettext_lazy("Shared is all else that matters to either."),
    gettext_lazy("Ratings describe the work as a whole; what one person can do is for that person to judge."),
)


def way(first: Profile, second: Profile, tier: str, number: int, *, are_of_both: bool) -> list[str]:
    """What is said of the careers between the two; `number` of them are listed.

    `tier` is that of the second among the careers related to the first, '' where it is not among them.
    """
    titles = [profile.plural for profile in (first, second) if profile.is_job_title]
    if titles:
        return [
            _("O*NET relates official occupations to each other, not job titles such as {titles}.").format(
                titles=titles[0]
            )
        ]
    direct = _("O*NET lists {plural} as “{tier}” to {plural_2}.").format(
        plural=second.plural, tier=tier.lower(), plural_2=first.plural
    )
    if not number:
        between = _(
            "No career loaded here leads by steps from {plural} to {plural_2}: none is related to both, and "
            "none related to the second has less to learn on either stretch."
        ).format(plural=first.plural, plural_2=second.plural)
    elif are_of_both:
        between = ngettext(
            "This career is related both to {plural} and to {plural_2}.",
            "These careers are related both to {plural} and to {plural_2}, the most related first.",
            number,
        ).format(plural=first.plural, plural_2=second.plural)
    else:
        between = ngettext(
            "No career is related to both. Of those related to {plural}, this one has less to learn on "
            "either stretch than the whole move does.",
            "No career is related to both. Of those related to {plural}, these have less to learn on "
            "either stretch than the whole move does; those whose longer stretch is shortest come first.",
            number,
        ).format(plural=second.plural)
    return [direct, between] if tier else [between]


def not_rated(unrated: Sequence[Profile], only_named: Sequence[Profile]) -> list[str]:
    """Why the lists are missing: `unrated` has no ratings; `only_named` of those has names without any."""
    sentences = []
    silent = [profile for profile in unrated if profile not in only_named]
    if only_named:
        sentences.append(
            _(
                "Skills of {names} are named by a source without saying how much each matters, and "
                "names cannot be set against ratings."
            ).format(names=_names(only_named))
        )
    if silent:
        sentences.append(
            _("No source loaded here rates the skills and the knowledge of {names}.").format(
                names=_names(silent)
            )
        )
    if any("all other" in profile.title.lower() for profile in silent):
        sentences.append(
            _(
                "A career called “All Other” gathers what no occupation of its own describes; sources rarely "
                "rate such a mixture."
            )
        )
    return sentences


def _names(profiles: Sequence[Profile]) -> str:
    return _(" or ").join(profile.plural for profile in profiles)
