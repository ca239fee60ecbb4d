"""The people who do the work."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition, joined

GROUP = _(
    "Surveys of households group occupations more coarsely than surveys of employers: a figure of a wider "
    "group says so and names it."
)

FIGURES = {
    "age": Definition(
        _("Average age"),
        _("years"),
        "mean",
        meaning=(
            joined(_("A typical age of the people in the occupation. The household survey publishes the "
            "median: half are older, half younger. It reads “Median age” then; “Average age” is a mean."),
                GROUP,
            )
        ),
        not_to_confuse=(
            ("age_groups", _(
                "Two occupations of the same median age can be made up of quite different ages."
            )),
            ("years_of_experience", _(
                "How old people are says little of how long they have done this work."
            )),
        ),
    ),
    "age_groups": Definition(
        _("Age groups"),
        _("percent of workers"),
        "share",
        _("How old the people in it are"),
        meaning=joined(_(
            "The share of the people in the occupation in each span of ages from 16 years on."), GROUP),
        not_to_confuse=(("age", _("The median age is one number in the middle of these groups.")),),
    ),
    "gender": Definition(
        _("Gender ratio"),
        _("percent of workers"),
        "share",
        meaning=(
            joined(_("The share of women and of men among the people in the occupation. Where the current "
            "household survey has no figure, an older one of full-time workers stands in and says so."),
                GROUP,
            )
        ),
        computed=_("The survey publishes the share of women; men are the rest up to 100 percent."),
        not_to_confuse=(
            ("employment", _("The share is of people in the household survey, the number of jobs of those "
             "whom employers report.")),
        ),
    ),
    "race": Definition(
        _("Race ratio"),
        _("percent of workers"),
        "share",
        meaning=(
            joined(_("The share of people in the occupation who report a race, and of those of Hispanic or "
            "Latino origin. In the household survey origin is asked apart from race, so the shares overlap "
            "and do not add up to 100; races with too few answers are not published."),
                GROUP,
            )
        ),
        not_to_confuse=(
            ("gender", _("Shares of women and men add up to 100; those of race and origin overlap.")),
        ),
    ),
    "lgbt": Definition(
        _("LGBT percentage"),
        _("percent of workers"),
        "share",
        meaning=(
            _("The share of lesbian, gay, bisexual and transgender people that a source states for the "
            "occupation. No public statistics give it by occupation.")
        ),
        not_to_confuse=(("gender", _("Gender and sexual orientation are different questions.")),),
    ),
}  # fmt: skip
