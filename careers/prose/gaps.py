"""Which figures a reader will look for in vain on an occupation's page, and why."""

from django.utils.translation import gettext as _

from careers import formatting
from careers.catalogue import FIGURES
from careers.selectors.profile import Profile

from .overview import is_residual

# What readers ask of every occupation, by the kind of source that it comes from.
ASKED_OF_EMPLOYERS = ("annual_mean", "employment")
PROJECTED = ("growth", "openings", "entry_education", "time_to_become")
HELD = ("common_degree",)
RATED = ("top_skills", "years_of_experience", "job_zone")
STUDIED = ("related_major",)
ASKED_OF_HOUSEHOLDS = ("age", "gender", "race")
EXPECTED = (*ASKED_OF_EMPLOYERS, *PROJECTED, *HELD, *RATED, *ASKED_OF_HOUSEHOLDS, *STUDIED)


def gaps(profile: Profile) -> list[str]:
    """Sentences on the expected figures that no source has a record of, [] where all are there.

    A figure that a source says is missing stands among the figures with that reason, and not here.
    """
    expected = [key for key in EXPECTED if key not in STUDIED or not profile.is_job_title]
    lacking = [key for key in expected if not profile.has(key)]
    if not lacking:
        return []
    if profile.is_job_title:
        return [
            _(
                "Public statistics count official occupations, not job titles: nothing is known here of "
                "{labels}."
            ).format(labels=_labels(lacking))
        ]
    sentences = []
    unrated = [key for key in lacking if key in RATED] if is_residual(profile) else []
    others = [key for key in lacking if key not in unrated]
    if unrated:
        sentences.append(
            _(
                "O*NET does not rate this occupation, in which too different work is gathered: nothing is "
                "known of its {labels}."
            ).format(labels=_labels(unrated))
        )
    if others:
        sentences.append(_("No source loaded here gives its {labels}.").format(labels=_labels(others)))
    return sentences


def _labels(keys: list[str]) -> str:
    names = [formatting.lower_first(FIGURES[key].label) for key in keys]
    return (
        names[0]
        if len(names) == 1
        else _("{join} or {names}").format(join=", ".join(names[:-1]), names=names[-1])
    )
