"""Pay: what people earn, and where they earn most."""

from .definition import Definition

FIGURES = {
    "annual_mean": Definition("Yearly salary", "US dollars a year", "mean", "Mean pay before tax"),
    "hourly_mean": Definition("Hourly rate", "US dollars an hour", "mean", "Mean pay before tax"),
    "annual_median": Definition("Median salary", "US dollars a year", "median", "Half earn more, half less"),
    "hourly_median": Definition(
        "Median hourly rate", "US dollars an hour", "median", "Half earn more, half less"
    ),
    "pay_range": Definition("Salary range", "US dollars a year", "range"),
    "best_paying_city": Definition("Highest paying city", "", "name"),
    "best_paying_state": Definition("Highest paying state", "", "name"),
    "best_paying_company": Definition("Best paying company", "", "name"),
    "best_paying_industry": Definition("Best paying industry", "", "name"),
}
