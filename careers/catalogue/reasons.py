"""What a reader is told when a figure is missing."""

from django.utils.translation import gettext_lazy as _

# By the code of the reason, `Missing`.
REASONS = {
    "suppressed": _(
        "The publisher does not release this figure: too few answers, or one would show through."
    ),
    "not_collected": _("The source gives no figure for this."),
    "not_applicable": _("This does not apply here."),
    "top_coded": _("Above the highest amount the publisher prints."),
    "hourly_only": _("Only hourly pay is published: people in it rarely work all year round, full time."),
    "too_few": _("Fewer than five offers, too few to show pay from."),
    "unreliable": _("The publisher advises against using this figure: too few answers to rely on."),
    "annual_only": _("Only yearly pay is published: people in it rarely work 2,080 hours a year."),
}
NO_RECORD = _("No source loaded here gives this figure for this occupation.")
