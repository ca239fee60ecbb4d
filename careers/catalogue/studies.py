"""What to study: majors related to an occupation, the colleges that graduate most in them, earnings."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition, joined

COUNTED = _(
    "Counted are the credentials of the level that entry typically asks for: bachelor's, master's or "
    "associate's degrees; doctoral and first professional degrees together; certificates where entry asks "
    "for an award below a degree. Where it asks for no credential beyond high school, certificates, "
    "associate's and bachelor's degrees count together."
)

FIGURES = {
    "related_major": Definition(
        _("Related majors"),
        "",
        "name",
        _("What prepares for it"),
        meaning=(
            _(
                "Fields of study that prepare for the occupation, as the National Center for Education "
                "Statistics and the Bureau of Labor Statistics judge it. Nobody counted what the people in "
                "it studied. For one occupation in five they relate no major."
            )
        ),
        computed=joined(_("Fields stand in the order of the awards in them, largest first."), COUNTED),
        not_to_confuse=(
            (
                "common_major",
                _("A related major prepares for the work; a common one is what people studied."),
            ),
            ("entry_education", _("That is a level of schooling, this a subject.")),
        ),
    ),
    "related_college": Definition(
        _("Colleges that graduate most in related majors"),
        "",
        "name",
        _("By awards in a year, in related majors"),
        meaning=(
            _(
                "The colleges that award most degrees or certificates in the majors related to the "
                "occupation. Large ones come first; it says nothing about how good they are, nor where "
                "graduates work."
            )
        ),
        computed=joined(_("Awards in all related fields of a college are added up."), COUNTED),
        not_to_confuse=(
            (
                "common_college",
                _("A college that graduates many need not be one that people in the work attended."),
            ),
        ),
    ),
    "completers": Definition(
        _("Completers"),
        _("awards in one year"),
        "count",
        _("Degrees or certificates awarded"),
        meaning=(
            _(
                "Degrees or certificates that colleges awarded in a field in one academic year, as they "
                "report them. Someone who earns two is counted twice."
            )
        ),
        computed=joined(_("The sum over colleges, or over the related fields of one college."), COUNTED),
        not_to_confuse=(
            ("employment", _("Completers leave a college; most of them may work in other occupations.")),
            ("openings", _("Openings are jobs to fill in a year, whoever fills them.")),
        ),
    ),
    "major_earnings": Definition(
        _("Earnings by major"),
        _("US dollars a year"),
        "median",
        _("Of full-time workers with that bachelor's major, 2010–12"),
        meaning=(
            _(
                "What people who hold a bachelor's degree in a major earned in 2010 to 2012, whatever their "
                "occupation and further degrees: half earned more, half less. Those who worked full time all "
                "year are counted."
            )
        ),
        computed=(
            _(
                "The Census Bureau's 173 majors are wider than today's fields of study. Which of them holds "
                "a field is this portal's own reading, and an editor can change it; where none holds most of "
                "a field, no earnings are shown."
            )
        ),
        not_to_confuse=(
            (
                "annual_median",
                _("That is pay in the occupation, this is pay after a major, in any occupation."),
            ),
            ("annual_mean", _("That is an average in the occupation, of this decade.")),
        ),
    ),
}
