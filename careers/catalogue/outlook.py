"""How many will do the work: the projections in full."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition

FIGURES = {
    "employment_base": Definition(
        _("Employment at the start"),
        _("jobs in the base year"),
        "count",
        _("Jobs when the projection begins"),
        meaning=_(
            "How many jobs there were in the occupation in the year the projection starts from: wage and "
            "salary jobs and the self-employed together."
        ),
        not_to_confuse=(
            ("employment", _("That is counted by another survey, which leaves out the self-employed.")),
            ("openings", _("Openings are jobs that come free in a year.")),
        ),
    ),
    "employment_target": Definition(
        _("Employment at the end"),
        _("jobs in the target year"),
        "projection",
        _("Jobs expected when the projection ends"),
        meaning=_(
            "How many jobs are expected in the occupation in the last year of the projection: wage and "
            "salary jobs and the self-employed together. It assumes full employment and no shocks."
        ),
        not_to_confuse=(("employment_base", _("That one was counted, this one is expected.")),),
    ),
    "employment_change": Definition(
        _("Change in jobs"),
        _("jobs over the whole period"),
        "projection",
        _("New jobs, or fewer"),
        meaning=_("How many more jobs, or fewer, are expected at the end of the period than at its start."),
        not_to_confuse=(
            ("growth", _("Growth is the same change in percent of the jobs at the start.")),
            ("openings", _("Most openings are jobs that people leave, and come on top of new ones.")),
        ),
    ),
    "self_employed": Definition(
        _("Self-employed"),
        _("percent of jobs in the base year"),
        "share",
        _("Of the jobs at the start"),
        meaning=_("How many of a hundred jobs in the occupation are held by people who work for themselves."),
        not_to_confuse=(
            ("employment", _("That count leaves the self-employed out.")),
            ("annual_mean", _("Pay figures leave out what the self-employed earn.")),
        ),
    ),
}
