"""The answers on O*NET's four scales of preparation, by their number, in the portal's words.

What a newcomer needs, as people in an occupation (or experts on it) answered. The scales are those of
"Education, Training, and Experience Categories" of the O*NET database.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

EDUCATION = {
    1: gettext_lazy("Less than high school"),
    2: gettext_lazy("High school diploma or equivalent"),
    3: gettext_lazy("Certificate after high school"),
    4: gettext_lazy("Some college courses"),
    5: gettext_lazy("Associate's degree"),
    6: gettext_lazy("Bachelor's degree"),
    7: gettext_lazy("Certificate after a bachelor's degree"),
    8: gettext_lazy("Master's degree"),
    9: gettext_lazy("Certificate after a master's degree"),
    10: gettext_lazy("First professional degree"),
    11: gettext_lazy("Doctoral degree"),
    12: gettext_lazy("Post-doctoral training"),
}
_UNDER_FOUR_YEARS = {
    2: gettext_lazy("Up to 1 month"),
    3: gettext_lazy("Over 1 up to 3 months"),
    4: gettext_lazy("Over 3 up to 6 months"),
    5: gettext_lazy("Over 6 months up to 1 year"),
    6: gettext_lazy("Over 1 up to 2 years"),
    7: gettext_lazy("Over 2 up to 4 years"),
}
EXPERIENCE = {
    1: gettext_lazy("No experience"),
    **_UNDER_FOUR_YEARS,
    8: gettext_lazy("Over 4 up to 6 years"),
    9: gettext_lazy("Over 6 up to 8 years"),
    10: gettext_lazy("Over 8 up to 10 years"),
    11: gettext_lazy("Over 10 years"),
}
_LONG_TRAINING = {8: gettext_lazy("Over 4 up to 10 years"), 9: gettext_lazy("Over 10 years")}
ON_SITE_TRAINING = {1: gettext_lazy("No training"), **_UNDER_FOUR_YEARS, **_LONG_TRAINING}
ON_THE_JOB_TRAINING = {1: gettext_lazy("No training, or shown once"), **_UNDER_FOUR_YEARS, **_LONG_TRAINING}

# By the value of `PreparationShare.Scale`.
SCALES = {
    "education": EDUCATION,
    "experience": EXPERIENCE,
    "on_site": ON_SITE_TRAINING,
    "on_the_job": ON_THE_JOB_TRAINING,
}


def answer(scale: str, category: int) -> str:
    """The answer in words; its number where a later release of the scale has one more."""
    return SCALES[scale].get(category, _("Answer {category}").format(category=category))
