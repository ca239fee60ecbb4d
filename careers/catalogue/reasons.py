"""What a reader is told when a figure is missing."""

# By the code of the reason, `Missing`.
REASONS = {
    "suppressed": "The publisher does not release this figure: too few answers, or one would show through.",
    "not_collected": "The source gives no figure for this.",
    "not_applicable": "This does not apply here.",
    "top_coded": "Above the highest amount the publisher prints.",
    "hourly_only": "Only hourly pay is published: people in it rarely work all year round, full time.",
    "too_few": "Fewer than five offers, too few to show pay from.",
    "unreliable": "The publisher advises against using this figure: too few answers to rely on.",
    "annual_only": "Only yearly pay is published: people in it rarely work 2,080 hours a year.",
}
NO_RECORD = "No source loaded here gives this figure for this occupation."
