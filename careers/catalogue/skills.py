"""What a career asks to know and to be able to do, what it is called, and what it is near to."""

from .definition import Definition

FIGURES = {
    "related_occupations": Definition(
        "Related careers",
        "",
        "name",
        "Most related first",
        meaning=(
            "Occupations that O*NET judges near to this one in what people do, what they know and what "
            "they are called."
        ),
    ),
}
