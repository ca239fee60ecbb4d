"""The people who do the work."""

from .definition import Definition

GROUP = (
    "Surveys of households group occupations more coarsely than surveys of employers: a figure of a wider "
    "group says so and names it."
)

FIGURES = {
    "age": Definition(
        "Average age",
        "years",
        "mean",
        meaning=(
            "A typical age of the people in the occupation. The household survey publishes the median: half "
            "are older, half younger. It reads “Median age” then; “Average age” is a mean. " + GROUP
        ),
        not_to_confuse=(
            ("age_groups", "Two occupations of the same median age can be made up of quite different ages."),
            ("years_of_experience", "How old people are says little of how long they have done this work."),
        ),
    ),
    "age_groups": Definition(
        "Age groups",
        "percent of workers",
        "share",
        "How old the people in it are",
        meaning="The share of the people in the occupation in each span of ages from 16 years on. " + GROUP,
        not_to_confuse=(("age", "The median age is one number in the middle of these groups."),),
    ),
    "gender": Definition(
        "Gender ratio",
        "percent of workers",
        "share",
        meaning=(
            "The share of women and of men among the people in the occupation. Where the current household "
            "survey has no figure, an older one of full-time workers stands in and says so. " + GROUP
        ),
        computed="The survey publishes the share of women; men are the rest up to 100 percent.",
        not_to_confuse=(
            ("employment", "The share is of people in the household survey, the number of jobs of those "
             "whom employers report."),
        ),
    ),
    "race": Definition(
        "Race ratio",
        "percent of workers",
        "share",
        meaning=(
            "The share of people in the occupation who report a race, and of those of Hispanic or Latino "
            "origin. In the household survey origin is asked apart from race, so the shares overlap and do "
            "not add up to 100; races with too few answers are not published. " + GROUP
        ),
        not_to_confuse=(
            ("gender", "Shares of women and men add up to 100; those of race and origin overlap."),
        ),
    ),
    "lgbt": Definition(
        "LGBT percentage",
        "percent of workers",
        "share",
        meaning=(
            "The share of lesbian, gay, bisexual and transgender people that a source states for the "
            "occupation. No public statistics give it by occupation."
        ),
        not_to_confuse=(("gender", "Gender and sexual orientation are different questions."),),
    ),
}  # fmt: skip
