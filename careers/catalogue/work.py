"""The work: how many do it, whether it grows, what it takes and how it is liked."""

from .definition import Definition

FIGURES = {
    "employment": Definition("Number of jobs", "people employed", "count", "People employed, not openings"),
    "location_quotient": Definition(
        "Location quotient", "ratio to the nation", "ratio", "2 means twice as common here as nationwide"
    ),
    "growth": Definition("Growth rate", "percent", "projection", "Projected change in employment"),
    "openings": Definition(
        "Openings", "openings a year", "projection", "From growth and from people leaving"
    ),
    "job_satisfaction": Definition("Job satisfaction", "", "rating"),
    "top_skills": Definition("Top skills", "", "name", "Those that matter most, first first"),
}
