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
            "all. The page on the method shows every step with an example."
        ),
        not_to_confuse=(
            ("pay_to_market", "That is the largest input as the weights come, and can be the only one."),
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
        "percent",
        "share",
        "Among those who do the same work nearby",
        meaning=(
            "About how many in a hundred people in the occupation and area earn less than the job's stated "
            "pay. It is context that this site works out, and no part of what the employer states."
        ),
        computed=(
            "Between two published percentiles of the area's pay the place is read off a straight line. "
            "Below the 10th and above the 90th only that is said. Of a stated range the middle counts."
        ),
        not_to_confuse=(
            ("pay_to_market", "That is a ratio to the median; this counts how many earn less."),
        ),
    ),
}  # fmt: skip
