"""The people who do the work."""

from .definition import Definition

FIGURES = {
    "age": Definition("Average age", "years", "mean"),
    "gender": Definition("Gender ratio", "percent of workers", "share"),
    "race": Definition("Race ratio", "percent of workers", "share"),
    "lgbt": Definition("LGBT percentage", "percent of workers", "share"),
}
