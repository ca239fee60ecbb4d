"""Places and industries: what prices are there, and what is common there."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition

FIGURES = {
    "price_parity": Definition(
        _("Price level"),
        _("index, the nation is 100"),
        "index",
        _("110 is a tenth dearer than the nation"),
        meaning=_("What people's purchases and rents cost in a place, where the nation's average is 100."),
        not_to_confuse=(
            ("adjusted_pay", _("The price level is the index; adjusted pay is what pay buys at that level.")),
        ),
    ),
    "adjusted_pay": Definition(
        _("Pay in national prices"),
        _("US dollars a year, in national prices"),
        "mean",
        _("What the pay would be worth at the nation's prices"),
        meaning=_("Mean pay of a place as it would be worth where prices are the nation's average."),
        computed=(
            _(
                "Pay ÷ price level × 100, to the dollar (to the cent where pay is hourly). A metropolitan or "
                "nonmetropolitan area without a price level of its own is given its state's, and the page "
                "says so. Its error is that of the pay alone: none is published for price levels."
            )
        ),
        not_to_confuse=(
            ("annual_mean", _("That is the salary as paid, at the prices of the place itself.")),
            ("price_parity", _("That is the index by which the pay is divided.")),
        ),
    ),
    "pay_together": Definition(
        _("Mean pay together"),
        _("US dollars a year"),
        "mean",
        _("Of all people in several careers"),
        meaning=_(
            "What the people in several careers earn on average in a place, all of them taken together."
        ),
        computed=(
            _(
                "The mean pay of each career in the place times the people employed in it there, added up "
                "over the careers with both figures published there, ÷ the people in these. Pay that is "
                "published by the hour alone counts as 2,080 hours; pay above what the publisher prints "
                "counts as that amount, and the mean then reads “at least”. No error is published from which "
                "its own would follow. A place with both figures for fewer than half of the careers, or with "
                "more than 5% of the people paid above what is printed, is not put beside others."
            )
        ),
        not_to_confuse=(
            (
                "annual_mean",
                _(
                    "That is pay in one career; this also rises where the better paid ones of several "
                    "careers are more common."
                ),
            ),
        ),
    ),
    "careers_together": Definition(
        _("Careers counted"),
        _("careers"),
        "count",
        _("Of those asked for, those with pay and people published here"),
        meaning=_(
            "How many of the careers have both mean pay and the people employed published for a place."
        ),
    ),
    "people_together": Definition(
        _("People counted"),
        _("people"),
        "count",
        _("Employed in the careers counted"),
        meaning=_("How many people are employed in a place in the careers that are counted there."),
        not_to_confuse=(
            (
                "employment",
                _(
                    "That is a number for one career; careers without pay or people published are not "
                    "in this one."
                ),
            ),
        ),
    ),
    "jobs_per_1000": Definition(
        _("Jobs per 1,000"),
        _("of 1,000 jobs in the place"),
        "ratio",
        _("Of 1,000 jobs here, those in this occupation"),
        meaning=_("Of every thousand people employed in a place, how many work in the occupation."),
        not_to_confuse=(
            ("employment", _("That is a number of people and grows with the size of the place.")),
            ("location_quotient", _("That sets the share here against the share in the nation.")),
        ),
    ),
    "industry_quotient": Definition(
        _("Industry quotient"),
        _("ratio to all industries"),
        "ratio",
        _("2 means twice as common here as in all industries"),
        meaning=_(
            "How much more common an occupation is in an industry than in the nation's work as a whole."
        ),
        computed=(
            _(
                "(The occupation's employment in the industry ÷ all employment in the industry) ÷ (the "
                "occupation's national employment ÷ all national employment), to two decimals. It is shown "
                "from 50 people employed in the industry on, where the relative standard error of their "
                "number is at most 30%."
            )
        ),
        not_to_confuse=(
            (
                "location_quotient",
                _("That tells how common an occupation is in a place, not in an industry."),
            ),
        ),
    ),
}
