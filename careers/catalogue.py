"""Every figure the site shows about an occupation: its name, unit and kind, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure is called, what it is counted in, and what kind of statistic it is."""

    label: str
    unit: str
    kind: str  # mean, median, range, count, share, projection, class, name, rating
    hint: str = ""


FIGURES = {
    "annual_mean": Definition("Yearly salary", "US dollars a year", "mean", "Mean pay before tax"),
    "hourly_mean": Definition("Hourly rate", "US dollars an hour", "mean", "Mean pay before tax"),
    "annual_median": Definition("Median salary", "US dollars a year", "median", "Half earn more, half less"),
    "hourly_median": Definition(
        "Median hourly rate", "US dollars an hour", "median", "Half earn more, half less"
    ),
    "location_quotient": Definition(
        "Location quotient", "ratio to the nation", "ratio", "2 means twice as common here as nationwide"
    ),
    "pay_range": Definition("Salary range", "US dollars a year", "range"),
    "employment": Definition("Number of jobs", "people employed", "count", "People employed, not openings"),
    "growth": Definition("Growth rate", "percent", "projection", "Projected change in employment"),
    "openings": Definition(
        "Openings", "openings a year", "projection", "From growth and from people leaving"
    ),
    "job_satisfaction": Definition("Job satisfaction", "", "rating"),
    "entry_education": Definition("Entry education", "", "class", "What entry typically requires"),
    "work_experience": Definition("Experience asked for", "", "class", "In a related occupation"),
    "job_training": Definition("Training on the job", "", "class", "To become competent"),
    "common_degree": Definition("Most common degree", "percent of workers", "share", "What workers hold"),
    "age": Definition("Average age", "years", "mean"),
    "years_of_experience": Definition("Years of experience", "years", "mean"),
    "time_to_become": Definition("Time to become", "years", "range"),
    "best_paying_city": Definition("Highest paying city", "", "name"),
    "best_paying_state": Definition("Highest paying state", "", "name"),
    "best_paying_company": Definition("Best paying company", "", "name"),
    "best_paying_industry": Definition("Best paying industry", "", "name"),
    "common_major": Definition("Most common major", "", "name"),
    "common_college": Definition("Most common college", "", "name"),
    "gender": Definition("Gender ratio", "percent of workers", "share"),
    "race": Definition("Race ratio", "percent of workers", "share"),
    "lgbt": Definition("LGBT percentage", "percent of workers", "share"),
    "top_skills": Definition("Top skills", "", "name", "Those that matter most, first first"),
}

# What a reader is told when a figure is missing, by the code of the reason.
REASONS = {
    "suppressed": "The publisher does not release this figure: too few answers, or one would show through.",
    "not_collected": "The source gives no figure for this.",
    "not_applicable": "This does not apply here.",
    "top_coded": "Above the highest amount the publisher prints.",
    "hourly_only": "Only hourly pay is published: people in it rarely work all year round, full time.",
    "annual_only": "Only yearly pay is published: people in it rarely work 2,080 hours a year.",
}
NO_RECORD = "No source loaded here gives this figure for this occupation."
