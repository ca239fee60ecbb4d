"""Pay: what people earn, and where they earn most."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition

BEST = _(
    "Places and industries are ranked by mean pay, yearly where it is published and otherwise hourly times "
    "2,080. Only those above a floor of employment and below a ceiling of sampling error are ranked; the "
    "floor is written beside every answer."
)

FIGURES = {
    "annual_mean": Definition(
        _("Yearly salary"),
        _("US dollars a year"),
        "mean",
        _("Mean pay before tax"),
        meaning=(
            _("All wages paid to people in the occupation over a year of full-time work, divided by their "
            "number. Before tax, without overtime and benefits; the self-employed are not counted.")
        ),
        not_to_confuse=(
            ("annual_median", _("The median has half the people on either side; a few very high salaries "
             "lift the mean above it.")),
            ("pay_range", _("The mean is one number in the range, seldom its middle.")),
        ),
    ),
    "hourly_mean": Definition(
        _("Hourly rate"),
        _("US dollars an hour"),
        "mean",
        _("Mean pay before tax"),
        meaning=(
            _("The mean of what an hour of work pays, before tax. Where only yearly pay is published, no "
            "hourly figure is made from it, and the other way round.")
        ),
        not_to_confuse=(
            ("hourly_median", _("The median has half the people on either side; the mean is pulled up by "
             "high rates.")),
            ("annual_mean", _("The publisher's year is 2,080 paid hours; many people work fewer or more.")),
        ),
    ),
    "annual_median": Definition(
        _("Median salary"),
        _("US dollars a year"),
        "median",
        _("Half earn more, half less"),
        meaning=_("Half of the people in the occupation earn more than this in a full-time year, half less."),
        not_to_confuse=(
            ("annual_mean", _("The mean adds up all pay and divides it; it answers what all earn together, "
             "not what the one in the middle earns.")),
        ),
    ),
    "hourly_median": Definition(
        _("Median hourly rate"),
        _("US dollars an hour"),
        "median",
        _("Half earn more, half less"),
        meaning=_("Half of the people in the occupation earn more than this an hour, half less."),
        not_to_confuse=(("hourly_mean", _("The mean adds up all rates and divides them by the people.")),),
    ),
    "pay_range": Definition(
        _("Salary range"),
        _("US dollars a year"),
        "range",
        meaning=(
            _("Eight in ten people in the occupation earn within this range: one in ten earns less than its "
            "lower end, one in ten more than its upper end. A source that states a range without saying "
            "whom it spans is shown with that remark.")
        ),
        not_to_confuse=(
            ("annual_mean", _("The mean is one amount; the range shows how far apart people in it earn.")),
        ),
    ),
    "best_paying_city": Definition(
        _("Highest paying city"),
        "",
        "name",
        meaning=_("The metropolitan area with the highest mean pay in this occupation."),
        computed=BEST,
        not_to_confuse=(
            ("location_quotient", _("Where pay is highest there need not be many such jobs.")),
            ("best_paying_state", _("A metropolitan area can lie in several states, and pay within one "
             "state differs.")),
        ),
    ),
    "best_paying_state": Definition(
        _("Highest paying state"),
        "",
        "name",
        meaning=_("The state or territory with the highest mean pay in this occupation."),
        computed=BEST,
        not_to_confuse=(
            ("location_quotient", _("Where pay is highest there need not be many such jobs.")),
            ("best_paying_city", _("The best paying city need not lie in the best paying state.")),
        ),
    ),
    "best_paying_company": Definition(
        _("Best paying company"),
        "",
        "name",
        meaning=(
            _(
                "The employer with the highest median offer for this work in the visa filings of one "
                "release, or the one that a source names. Most employers file none, and nothing is known "
                "here "
                "of their pay."
            )
        ),
        computed=(
            _("Companies with five visa-filing offers or more in the occupation and area are ordered by the "
            "median of those offers. The median and the number of offers stand beside the name.")
        ),
        not_to_confuse=(
            ("best_paying_industry", _("An industry is all employers of a kind; the best paying employer may "
             "belong to another.")),
            ("visa_filing_median", _("That is the pay by which the company comes first.")),
            ("ranking_score", _("That ranks companies over all their work, against what their markets pay.")),
        ),
    ),
    "best_paying_industry": Definition(
        _("Best paying industry"),
        "",
        "name",
        meaning=_("The industry sector (NAICS) with the highest mean pay in this occupation."),
        computed=BEST,
        not_to_confuse=(("best_paying_company", _("A sector is all employers of a kind, no single one.")),),
    ),
    "pay_change": Definition(
        _("Change of pay"),
        _("US dollars a year"),
        "difference",
        _("From the mean of one career to that of the other"),
        meaning=(
            _("What the move from one career to another changes in mean pay, nationwide. It compares all who "
            "are in the two, new and experienced alike; nobody is promised the difference.")
        ),
        computed=(
            _("Mean pay of the new career less that of the old, by year, or by hour where only hourly pay is "
            "published for one of the two. Its standard error is the square root of the sum of the squares "
            "of the two standard errors; the 90 percent range is 1.645 of it on either side. A difference "
            "within that is called about the same.")
        ),
        not_to_confuse=(
            ("annual_mean", _("That is pay in one career, this the step from one to another.")),
            ("pay_range", _("The range shows how far pay differs within one career.")),
        ),
    ),
}  # fmt: skip
