"""The work: how many do it, whether it grows, what it asks for and how it is liked."""

from .definition import Definition

FIGURES = {
    "employment": Definition(
        "Number of jobs",
        "people employed",
        "count",
        "People employed, not openings",
        meaning=(
            "How many people employers pay for this work, full time or part time, in the month the release "
            "describes. The self-employed are not counted. It says nothing about how many jobs are free."
        ),
        not_to_confuse=(
            ("openings", "Openings are jobs that come free in a year; employment is who holds one."),
            ("growth", "Growth is how employment is expected to change over ten years."),
            ("location_quotient", "A large place employs many in every occupation; the quotient says where "
             "an occupation is unusually common."),
        ),
    ),
    "location_quotient": Definition(
        "Location quotient",
        "ratio to the nation",
        "ratio",
        "2 means twice as common here as nationwide",
        meaning=(
            "The occupation's share of all jobs in a place divided by its share of all jobs in the nation. "
            "1 is as common as nationwide, 2 twice as common, 0.5 half as common."
        ),
        not_to_confuse=(
            ("employment", "A small place can have a high quotient with few jobs, a large one many jobs "
             "with a low quotient."),
        ),
    ),
    "growth": Definition(
        "Growth rate",
        "percent",
        "projection",
        "Projected change in employment",
        meaning=(
            "By how much employment is expected to change over the whole of the stated period, not a year. "
            "A projection assumes full employment and no shocks; it is no forecast of a single year."
        ),
        not_to_confuse=(
            ("openings", "A shrinking occupation still has openings, because people leave it."),
            ("employment", "A high rate of a small number is a small number."),
        ),
    ),
    "openings": Definition(
        "Openings",
        "openings a year",
        "projection",
        "From growth and from people leaving",
        meaning=(
            "How many jobs are expected to come free in a year, on average over the period: new jobs and "
            "those of people who move to another occupation or leave work. An opening is no job posting: "
            "one posting may stand for several jobs, one job may be posted many times or not at all."
        ),
        not_to_confuse=(
            ("employment", "Employment is the people who hold such a job."),
            ("growth", "Growth counts the change in the number of jobs alone, openings also those who are "
             "replaced."),
        ),
    ),
    "job_satisfaction": Definition(
        "Job satisfaction",
        "",
        "rating",
        meaning="How content people in the occupation are, as a source rates it. No public statistics do.",
    ),
    "top_skills": Definition(
        "Top skills",
        "",
        "name",
        "Those that matter most, first first",
        meaning=(
            "The three skills that matter most in the occupation. O*NET has people in it, experts or "
            "analysts rate 35 skills for importance; another source may name skills without rating them."
        ),
        computed=(
            "The three skills of highest rated importance, the required level deciding between equals. Where "
            "no skill is rated, the first three that a source names."
        ),
    ),
}  # fmt: skip
