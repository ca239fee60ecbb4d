"""The work: how many do it, whether it grows, what it asks for and how it is liked."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition

FIGURES = {
    "employment": Definition(
        _("Number of jobs"),
        _("people employed"),
        "count",
        _("People employed, not openings"),
        meaning=(
            _("How many people employers pay for this work, full time or part time, in the month the release "
            "describes. The self-employed are not counted. It says nothing about how many jobs are free.")
        ),
        not_to_confuse=(
            ("openings", _("Openings are jobs that come free in a year; employment is who holds one.")),
            ("growth", _("Growth is how employment is expected to change over ten years.")),
            ("location_quotient", _("A large place employs many in every occupation; the quotient says where "
             "an occupation is unusually common.")),
        ),
    ),
    "location_quotient": Definition(
        _("Location quotient"),
        _("ratio to the nation"),
        "ratio",
        _("2 means twice as common here as nationwide"),
        meaning=(
            _("The occupation's share of all jobs in a place divided by its share of all jobs in the nation. "
            "1 is as common as nationwide, 2 twice as common, 0.5 half as common.")
        ),
        not_to_confuse=(
            ("employment", _("A small place can have a high quotient with few jobs, a large one many jobs "
             "with a low quotient.")),
        ),
    ),
    "growth": Definition(
        _("Growth rate"),
        _("percent"),
        "projection",
        _("Projected change in employment"),
        meaning=(
            _("By how much employment is expected to change over the whole of the stated period, not a year. "
            "A projection assumes full employment and no shocks; it is no forecast of a single year.")
        ),
        not_to_confuse=(
            ("openings", _("A shrinking occupation still has openings, because people leave it.")),
            ("employment", _("A high rate of a small number is a small number.")),
        ),
    ),
    "openings": Definition(
        _("Openings"),
        _("openings a year"),
        "projection",
        _("From growth and from people leaving"),
        meaning=(
            _("How many jobs are expected to come free in a year, on average over the period: new jobs and "
            "those of people who move to another occupation or leave work. An opening is no job posting: "
            "one posting may stand for several jobs, one job may be posted many times or not at all.")
        ),
        not_to_confuse=(
            ("employment", _("Employment is the people who hold such a job.")),
            ("growth", _("Growth counts the change in the number of jobs alone, openings also those who are "
             "replaced.")),
        ),
    ),
    "job_satisfaction": Definition(
        _("Job satisfaction"),
        "",
        "rating",
        meaning=_("How content people in the occupation are, as a source rates it. No public statistics do."),
    ),
    "top_skills": Definition(
        _("Top skills"),
        "",
        "name",
        _("Those that matter most, first first"),
        meaning=(
            _("The three skills that matter most in the occupation. O*NET has people in it, experts or "
            "analysts rate 35 skills for importance; another source may name skills without rating them.")
        ),
        computed=(
            _("The three skills of highest rated importance, the required level deciding between equals. "
            "Where no skill is rated, the first three that a source names.")
        ),
    ),
}  # fmt: skip
