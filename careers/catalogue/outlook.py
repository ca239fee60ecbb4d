"""How many will do the work: the projections in full."""

from .definition import Definition

BOTH = "wage and salary jobs and the self-employed together"

FIGURES = {
    "employment_base": Definition(
        "Employment at the start",
        "jobs in the base year",
        "count",
        "Jobs when the projection begins",
        meaning=f"How many jobs there were in the occupation in the year the projection starts from: {BOTH}.",
        not_to_confuse=(
            ("employment", "That is counted by another survey, which leaves out the self-employed."),
            ("openings", "Openings are jobs that come free in a year."),
        ),
    ),
    "employment_target": Definition(
        "Employment at the end",
        "jobs in the target year",
        "projection",
        "Jobs expected when the projection ends",
        meaning=(
            f"How many jobs are expected in the occupation in the last year of the projection: {BOTH}. It "
            "assumes full employment and no shocks."
        ),
        not_to_confuse=(("employment_base", "That one was counted, this one is expected."),),
    ),
    "employment_change": Definition(
        "Change in jobs",
        "jobs over the whole period",
        "projection",
        "New jobs, or fewer",
        meaning="How many more jobs, or fewer, are expected at the end of the period than at its start.",
        not_to_confuse=(
            ("growth", "Growth is the same change in percent of the jobs at the start."),
            ("openings", "Most openings are jobs that people leave, and come on top of new ones."),
        ),
    ),
    "self_employed": Definition(
        "Self-employed",
        "percent of jobs in the base year",
        "share",
        "Of the jobs at the start",
        meaning="How many of a hundred jobs in the occupation are held by people who work for themselves.",
        not_to_confuse=(
            ("employment", "That count leaves the self-employed out."),
            ("annual_mean", "Pay figures leave out what the self-employed earn."),
        ),
    ),
}
