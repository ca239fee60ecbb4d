"""Companies and jobs: what employers offer, how that compares, and what the ranking is made of."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition, joined

FILED = _(
    "From the applications that employers file with the U.S. Department of Labor before they hire a "
    "foreign worker. They cover full-time jobs of those employers that file, and no one else's."
)
OF_MEDIANS = _(
    "The median offer divided by the median salary of the same occupation in the same area, as the pay "
    "statistics publish it. 1 is level with that market; 1.1 is a tenth above it. Where the statistics "
    "withhold the median or print no amount above a limit, there is no ratio."
)

FIGURES = {
    "visa_filing_median": Definition(
        _("Visa-filing median"),
        _("US dollars a year"),
        "median",
        _("Of full-time offers in visa filings"),
        meaning=joined(
            _(
                "Half of a company's visa-filing offers in an occupation and area are above this, half "
                "below."
            ),
            FILED,
        ),
        computed=(
            _("Each offer counts once, at the lower end of its range, in US dollars a year: an hourly rate "
            "times 2,080, a weekly one times 52, one for two weeks times 26, a monthly one times 12. With "
            "fewer than five offers, no pay is shown.")
        ),
        not_to_confuse=(
            ("annual_median", _("That is what all who work in the occupation earn; this is what one employer "
             "offers to those it files for.")),
            ("stated_pay", _("That is the pay of one job on offer now; filings look back over a quarter or "
             "a year.")),
        ),
    ),
    "visa_filing_lowest": Definition(
        _("Lowest visa-filing offer"),
        _("US dollars a year"),
        "range",
        meaning=(
            _("The least that a company offers in its visa filings for an occupation and area, among five "
            "offers or more.")
        ),
        not_to_confuse=(("visa_filing_median", _("The lowest is one offer; half are below the median.")),),
    ),
    "visa_filing_highest": Definition(
        _("Highest visa-filing offer"),
        _("US dollars a year"),
        "range",
        meaning=(
            _("The most that a company offers in its visa filings for an occupation and area, among five "
            "offers or more. Each offer stands at the lower end of its own range.")
        ),
        not_to_confuse=(("visa_filing_median", _("The highest is one offer; half are above the median.")),),
    ),
    "visa_filing_offers": Definition(
        _("Visa-filing offers"),
        _("offers"),
        "count",
        meaning=joined(_("How many full-time offers a company's visa filings hold."), FILED),
        not_to_confuse=(
            ("employment", _("That counts people who work in an occupation; an offer in a filing need not "
             "have led to a hire.")),
            ("openings", _(
                "Those are projected for a whole occupation; these are the filings of one company."
            )),
        ),
    ),
    "pay_to_market": Definition(
        _("Pay against the local market"),
        _("times the market median"),
        "ratio",
        _("1 is level with the market"),
        meaning=(
            _("How a company's visa-filing offers compare with what the same work pays in the same area. For "
            "several occupations and areas it is the mean of their ratios, each counting by its offers.")
        ),
        computed=OF_MEDIANS,
        not_to_confuse=(
            ("visa_filing_median", _("That is an amount; it is high where the occupation or the area pays "
             "well, whoever the employer is.")),
            ("price_parity", _("That compares what things cost in two places, not what work pays.")),
        ),
    ),
    "ranking_breadth": Definition(
        _("Breadth of data"),
        _("occupation and area pairs"),
        "count",
        meaning=(
            _("In how many pairs of an occupation and an area a company has five visa-filing offers or more. "
            "The more pairs, the less its place in the ranking hangs on one of them.")
        ),
        computed=(
            _("For each occupation the metropolitan areas count; where none has five offers, the states; "
            "where none of those has, the nation. No offer counts in two pairs.")
        ),
        not_to_confuse=(
            ("visa_filing_offers", _("Many offers in one occupation and one area are a single pair.")),
        ),
    ),
    "ranking_assessment": Definition(
        _("Editors' assessment"),
        _("points from 0 to 100"),
        "mean",
        meaning=(
            _("What editors of this site took over from named sources about a company, each from 0 to 100. "
            "Most companies have none, and none is made up for them.")
        ),
        computed=_("The mean of the scores that editors entered, whatever their topics."),
        not_to_confuse=(("ranking_score", _("The assessment is one of the four inputs of the score.")),),
    ),
    "ranking_score": Definition(
        _("Ranking score"),
        _("points from 0 to 100"),
        "index",
        meaning=(
            _("The number that companies are ranked by: pay against the local market, breadth of data, size "
            "and editors' assessments, put together by weights that the reader can set.")
        ),
        computed=(
            _("Each input is turned into 0 to 100 points; the score is their mean, each counting by its "
            "weight. An input that a company lacks is left out, and the weights of the others stand for "
            "all.")
        ),
        method="careers:best_companies_method",
        not_to_confuse=(
            ("pay_to_market", _("That is the largest input as the weights come, and can be the only one.")),
        ),
    ),
    "ranking_points": Definition(
        _("Points"),
        _("points from 0 to 100"),
        "index",
        meaning=_(
            "What one input of the ranking of companies is worth for one company, before it is weighed."
        ),
        computed=(
            _("Pay against the market: none at half the market, 50 level with it, 100 at one and a half "
            "times, and on a straight line between. Breadth, and size by offers: the percent of ranked "
            "companies that have less, those that have the same counted half. Size by an editor's size band: "
            "10, 30, 50, 70 or 90. Assessments are points as they are.")
        ),
        not_to_confuse=(("ranking_score", _("The score puts the points of all inputs together.")),),
    ),
    "company_name": Definition(
        _("Other names of the company"),
        "",
        "name",
        meaning=_("A legal, former or trade name of a company, as filings, a directory or editors give it."),
    ),
    "company_sector": Definition(
        _("GICS sector"),
        "",
        "class",
        meaning=_("The sector that the Global Industry Classification Standard puts a listed company in."),
        not_to_confuse=(
            ("company_industry", _("That is by the NAICS, by which the pay statistics divide employers.")),
        ),
    ),
    "company_sub_industry": Definition(
        _("GICS sub-industry"),
        "",
        "class",
        meaning=_("The narrowest class of the Global Industry Classification Standard for a listed company."),
        not_to_confuse=(("company_sector", _("A sector holds many sub-industries.")),),
    ),
    "company_industry": Definition(
        _("NAICS industry"),
        "",
        "class",
        meaning=_(
            "The industry that editors put a company in, as the pay statistics divide employers (NAICS)."
        ),
        not_to_confuse=(
            ("company_sector", _("That is by the GICS, which sorts listed companies for investors.")),
        ),
    ),
    "company_size": Definition(
        _("People employed"),
        "",
        "class",
        meaning=_(
            "How many people a company employs, in one of five bands, as editors found it in a source."
        ),
        not_to_confuse=(
            ("visa_filing_offers", _("Those count offers in filings, not people at work.")),
            ("employment", _("That counts the people in an occupation, whoever employs them.")),
        ),
    ),
    "company_headquarters": Definition(
        _("Headquarters"),
        "",
        "name",
        meaning=_("The city that a company is led from, as editors or a published directory give it."),
    ),
    "company_founded": Definition(
        _("Founded"),
        "",
        "name",
        meaning=_("The year in which a company was founded; a directory may name a forerunner's year too."),
    ),
    "open_jobs": Definition(
        _("Open jobs"),
        _("postings"),
        "count",
        meaning=_("How many jobs of a company are open today in the feeds of postings that this site reads."),
        not_to_confuse=(
            ("openings", _("Those are projected for a whole occupation and year, not advertised.")),
            ("visa_filing_offers", _("Those are offers in past filings, filled or not.")),
        ),
    ),
    "stated_pay": Definition(
        _("Stated pay"),
        _("US dollars a year"),
        "range",
        _("As the employer states it"),
        meaning=(
            _("What an employer says that a job pays, in the unit in which it says so. A job whose employer "
            "states no pay shows none; no estimate stands in for it.")
        ),
        not_to_confuse=(
            ("annual_mean", _("That is what people in the occupation earn; this is what one job offers.")),
            ("visa_filing_median", _("That is the middle of many offers in filings; this is one job's pay.")),
        ),
    ),
    "stated_pay_percentile": Definition(
        _("Where stated pay lies"),
        _("percentile"),
        "share",
        _("Among those who do the same work nearby"),
        meaning=(
            _("About how many in a hundred people in the occupation and area earn less than the job's stated "
            "pay. It is context that this site works out, and no part of what the employer states.")
        ),
        computed=(
            _("Between two published percentiles of the area's pay the place is read off a straight line and "
            "told to the nearest five. Below the lowest and above the highest only that is said, and so is "
            "that pay is above the highest amount that is printed. A stated range is told from its lower "
            "to its upper end. Pay by the hour is set against hourly percentiles, any other against yearly "
            "ones, at 2,080 hours, 260 days, 52 weeks or 12 months a year.")
        ),
        not_to_confuse=(
            ("pay_to_market", _("That is a ratio to the median; this counts how many earn less.")),
        ),
    ),
    "stated_pay_adjusted": Definition(
        _("Stated pay in national prices"),
        _("US dollars, in national prices"),
        "range",
        _("What the stated pay would be worth at the nation's prices"),
        meaning=(
            _("The pay that an employer states, as it would be worth where prices are the nation's average.")
        ),
        computed=(
            _("Stated pay ÷ price level × 100, each end of a range by itself. A place without a price level "
            "of its own is given its state's, and the page says so.")
        ),
        not_to_confuse=(
            ("adjusted_pay", _("That is what people earn on average, not what one employer states.")),
            ("price_parity", _("That is the index by which the pay is divided.")),
        ),
    ),
}  # fmt: skip
