"""What to study: majors related to an occupation, the colleges that graduate most in them, earnings."""

from .definition import Definition

COUNTED = (
    "Counted are the credentials of the level that entry typically asks for: bachelor's, master's or "
    "associate's degrees; doctoral and first professional degrees together; certificates where entry asks "
    "for an award below a degree. Where it asks for no credential beyond high school, certificates, "
    "associate's and bachelor's degrees count together."
)

FIGURES = {
    "related_major": Definition(
        "Related majors",
        "",
        "name",
        "What prepares for it",
        meaning=(
            "Fields of study that prepare for the occupation, as the National Center for Education "
            "Statistics and the Bureau of Labor Statistics judge it. Nobody counted what the people in it "
            "studied. For one occupation in five they relate no major."
        ),
        computed=f"Fields stand in the order of the awards in them, largest first. {COUNTED}",
        not_to_confuse=(
            ("common_major", "A related major prepares for the work; a common one is what people studied."),
            ("entry_education", "That is a level of schooling, this a subject."),
        ),
    ),
    "related_college": Definition(
        "Colleges that graduate most in related majors",
        "",
        "name",
        "By awards in a year, in related majors",
        meaning=(
            "The colleges that award most degrees or certificates in the majors related to the occupation. "
            "Large ones come first; it says nothing about how good they are, nor where graduates work."
        ),
        computed=f"Awards in all related fields of a college are added up. {COUNTED}",
        not_to_confuse=(
            (
                "common_college",
                "A college that graduates many need not be one that people in the work attended.",
            ),
        ),
    ),
    "completers": Definition(
        "Completers",
        "awards in one year",
        "count",
        "Degrees or certificates awarded",
        meaning=(
            "Degrees or certificates that colleges awarded in a field in one academic year, as they report "
            "them. Someone who earns two is counted twice."
        ),
        computed=f"The sum over colleges, or over the related fields of one college. {COUNTED}",
        not_to_confuse=(
            ("employment", "Completers leave a college; most of them may work in other occupations."),
            ("openings", "Openings are jobs to fill in a year, whoever fills them."),
        ),
    ),
    "major_earnings": Definition(
        "Earnings by major",
        "US dollars a year",
        "median",
        "Of full-time workers with that bachelor's major, 2010–12",
        meaning=(
            "What people who hold a bachelor's degree in a major earned in 2010 to 2012, whatever their "
            "occupation and further degrees: half earned more, half less. Those who worked full time all "
            "year are counted."
        ),
        computed=(
            "The Census Bureau's 173 majors are wider than today's fields of study. Which of them holds a "
            "field is this portal's own reading, and an editor can change it; where none holds most of a "
            "field, no earnings are shown."
        ),
        not_to_confuse=(
            ("annual_median", "That is pay in the occupation, this is pay after a major, in any occupation."),
            ("annual_mean", "That is an average in the occupation, of this decade."),
        ),
    ),
}
