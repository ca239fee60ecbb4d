"""Companies and jobs: what employers offer, how that compares, and what the ranking is made of."""

from .definition import Definition

FILED = (
    "From the applications that employers file with the U.S. Department of Labor before they hire a "
    "foreign worker. They cover full-time jobs of those employers that file, and no one else's."
)
OF_MEDIANS = (
    "The median offer divided by the median salary of the same occupation in the same area, as the pay "
    "statistics publish it. 1 is level with that market; 1.1 is a tenth above it. Where the statistics "
    "withhold the median or print no amount above a limit, there is no ratio."
)

FIGURES = {
    "visa_filing_median": Definition(
        "Visa-filing median",
        "US dollars a year",
        "median",
        "Of full-time offers in visa filings",
        meaning=(
            "Half of a company's visa-filing offers in an occupation and area are above this, half below. "
            f"{FILED}"
        ),
        computed=(
            "Each offer counts once, at the lower end of its range, in US dollars a year: an hourly rate "
            "times 2,080, a weekly one times 52, one for two weeks times 26, a monthly one times 12. With "
            "fewer than five offers, no pay is shown."
        ),
        not_to_confuse=(
            ("annual_median", "That is what all who work in the occupation earn; this is what one employer "
             "offers to those it files for."),
            ("stated_pay", "That is the pay of one job on offer now; filings look back over a quarter or "
             "a year."),
        ),
    ),
    "visa_filing_lowest": Definition(
        "Lowest visa-filing offer",
        "US dollars a year",
        "range",
        meaning=(
            "The least that a company offers in its visa filings for an occupation and area, among five "
            "offers or more."
        ),
        not_to_confuse=(("visa_filing_median", "The lowest is one offer; half are below the median."),),
    ),
    "visa_filing_highest": Definition(
        "Highest visa-filing offer",
        "US dollars a year",
        "range",
        meaning=(
            "The most that a company offers in its visa filings for an occupation and area, among five "
            "offers or more. Each offer stands at the lower end of its own range."
        ),
        not_to_confuse=(("visa_filing_median", "The highest is one offer; half are above the median."),),
    ),
    "visa_filing_offers": Definition(
        "Visa-filing offers",
        "offers",
        "count",
        meaning=f"How many full-time offers a company's visa filings hold. {FILED}",
        not_to_confuse=(
            ("employment", "That counts people who work in an occupation; an offer in a filing need not "
             "have led to a hire."),
            ("openings", "Those are projected for a whole occupation; these are the filings of one company."),
        ),
    ),
    "pay_to_market": Definition(
        "Pay against the local market",
        "times the market median",
        "ratio",
        "1 is level with the market",
        meaning=(
            "How a company's visa-filing offers compare with what the same work pays in the same area. For "
            "several occupations and areas it is the mean of their ratios, each counting by its offers."
        ),
        computed=OF_MEDIANS,
        not_to_confuse=(
            ("visa_filing_median", "That is an amount; it is high where the occupation or the area pays "
             "well, whoever the employer is."),
            ("price_parity", "That compares what things cost in two places, not what work pays."),
        ),
    ),
    "ranking_breadth": Definition(
        "Breadth of data",
        "occupation and area pairs",
        "count",
        meaning=(
            "In how many pairs of an occupation and an area a company has five visa-filing offers or more. "
            "The more pairs, the less its place in the ranking hangs on one of them."
        ),
        computed=(
            "For each occupation the metropolitan areas count; where none has five offers, the states; "
            "where none of those has, the nation. No offer counts in two pairs."
        ),
        not_to_confuse=(
            ("visa_filing_offers", "Many offers in one occupation and one area are a single pair."),
        ),
    ),
    "ranking_assessment": Definition(
        "Editors' assessment",
        "points from 0 to 100",
        "mean",
        meaning=(
            "What editors of this site took over from named sources about a company, each from 0 to 100. "
            "Most companies have none, and none is made up for them."
        ),
        computed="The mean of the scores that editors entered, whatever their topics.",
        not_to_confuse=(("ranking_score", "The assessment is one of the four inputs of the score."),),
    ),
    "ranking_score": Definition(
        "Ranking score",
        "points from 0 to 100",
        "index",
        meaning=(
            "The number that companies are ranked by: pay against the local market, breadth of data, size "
            "and editors' assessments, put together by weights that the reader can set."
        ),
        computed=(
            "Each input is turned into 0 to 100 points; the score is their mean, each counting by its "
            "weight. An input that a company lacks is left out, and the weights of the others stand for "
            "all."
        ),
        method="careers:best_companies_method",
        not_to_confuse=(
            ("pay_to_market", "That is the largest input as the weights come, and can be the only one."),
        ),
    ),
    "ranking_points": Definition(
        "Points",
        "points from 0 to 100",
        "index",
        meaning="What one input of the ranking of companies is worth for one company, before it is weighed.",
        computed=(
            "Pay against the market: none at half the market, 50 level with it, 100 at one and a half times, "
            "and on a straight line between. Breadth, and size by offers: the percent of ranked companies "
            "that have less, those that have the same counted half. Size by an editor's size band: 10, 30, "
            "50, 70 or 90. Assessments are points as they are."
        ),
        not_to_confuse=(("ranking_score", "The score puts the points of all inputs together."),),
    ),
    "company_name": Definition(
        "Other names of the company",
        "",
        "name",
        meaning="A legal, former or trade name of a company, as filings, a directory or editors give it.",
    ),
    "company_sector": Definition(
        "GICS sector",
        "",
        "class",
        meaning="The sector that the Global Industry Classification Standard puts a listed company in.",
        not_to_confuse=(
            ("company_industry", "That is by the NAICS, by which the pay statistics divide employers."),
        ),
    ),
    "company_sub_industry": Definition(
        "GICS sub-industry",
        "",
        "class",
        meaning="The narrowest class of the Global Industry Classification Standard for a listed company.",
        not_to_confuse=(("company_sector", "A sector holds many sub-industries."),),
    ),
    "company_industry": Definition(
        "NAICS industry",
        "",
        "class",
        meaning="The industry that editors put a company in, as the pay statistics divide employers (NAICS).",
        not_to_confuse=(
            ("company_sector", "That is by the GICS, which sorts listed companies for investors."),
        ),
    ),
    "company_size": Definition(
        "People employed",
        "",
        "class",
        meaning="How many people a company employs, in one of five bands, as editors found it in a source.",
        not_to_confuse=(
            ("visa_filing_offers", "Those count offers in filings, not people at work."),
            ("employment", "That counts the people in an occupation, whoever employs them."),
        ),
    ),
    "company_headquarters": Definition(
        "Headquarters",
        "",
        "name",
        meaning="The city that a company is led from, as editors or a published directory give it.",
    ),
    "company_founded": Definition(
        "Founded",
        "",
        "name",
        meaning="The year in which a company was founded; a directory may name a forerunner's year too.",
    ),
    "open_jobs": Definition(
        "Open jobs",
        "postings",
        "count",
        meaning="How many jobs of a company are open today in the feeds of postings that this site reads.",
        not_to_confuse=(
            ("openings", "Those are projected for a whole occupation and year, not advertised."),
            ("visa_filing_offers", "Those are offers in past filings, filled or not."),
        ),
    ),
    "stated_pay": Definition(
        "Stated pay",
        "US dollars a year",
        "range",
        "As the employer states it",
        meaning=(
            "What an employer says that a job pays, in the unit in which it says so. A job whose employer "
            "states no pay shows none; no estimate stands in for it."
        ),
        not_to_confuse=(
            ("annual_mean", "That is what people in the occupation earn; this is what one job offers."),
            ("visa_filing_median", "That is the middle of many offers in filings; this is one job's pay."),
        ),
    ),
    "stated_pay_percentile": Definition(
        "Where stated pay lies",
        "percentile",
        "share",
        "Among those who do the same work nearby",
        meaning=(
            "About how many in a hundred people in the occupation and area earn less than the job's stated "
            "pay. It is context that this site works out, and no part of what the employer states."
        ),
        computed=(
            "Between two published percentiles of the area's pay the place is read off a straight line and "
            "told to the nearest five. Below the lowest and above the highest only that is said, and so is "
            "that pay is above the highest amount that is printed. A stated range is told from its lower "
            "to its upper end. Pay by the hour is set against hourly percentiles, any other against yearly "
            "ones, at 2,080 hours, 260 days, 52 weeks or 12 months a year."
        ),
        not_to_confuse=(
            ("pay_to_market", "That is a ratio to the median; this counts how many earn less."),
        ),
    ),
    "stated_pay_adjusted": Definition(
        "Stated pay in national prices",
        "US dollars, in national prices",
        "range",
        "What the stated pay would be worth at the nation's prices",
        meaning=(
            "The pay that an employer states, as it would be worth where prices are the nation's average."
        ),
        computed=(
            "Stated pay ÷ price level × 100, each end of a range by itself. A place without a price level of "
            "its own is given its state's, and the page says so."
        ),
        not_to_confuse=(
            ("adjusted_pay", "That is what people earn on average, not what one employer states."),
            ("price_parity", "That is the index by which the pay is divided."),
        ),
    ),
}  # fmt: skip
