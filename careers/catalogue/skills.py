"""What a career asks to know and to be able to do, what it is called, and what it is near to."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition, joined

RATED = _(
    "People in the occupation, experts on it or O*NET's analysts rate it. Ratings by few, or by people "
    "who disagree, are marked by O*NET as not to be relied on; they are left out here, and say so."
)
ROLLED_UP = _(
    "Where several O*NET occupations belong to one SOC occupation and none describes the whole of it, the "
    "plain mean of those that are rated; the page names them and says how many."
)

FIGURES = {
    "skill_importance": Definition(
        _("Importance of a skill"),
        _("rating from 1 to 5"),
        "rating",
        _("1 is not important, 5 extremely important"),
        meaning=joined(_("How much a skill matters for doing the work."), RATED),
        computed=ROLLED_UP,
        not_to_confuse=(
            ("skill_level", _("A skill can matter much at a modest level: importance says how much it "
             "matters, level how much of it one must have.")),
        ),
    ),
    "skill_level": Definition(
        _("Level of a skill"),
        _("rating from 0 to 7"),
        "rating",
        _("0 is none of it, 7 the highest level of any work"),
        meaning=joined(_("How much of a skill the work asks for."), RATED),
        computed=ROLLED_UP,
        not_to_confuse=(("skill_importance", _("A high level is not yet a high importance.")),),
    ),
    "knowledge_importance": Definition(
        _("Importance of a field of knowledge"),
        _("rating from 1 to 5"),
        "rating",
        _("1 is not important, 5 extremely important"),
        meaning=joined(_("How much a field of knowledge matters for doing the work."), RATED),
        computed=ROLLED_UP,
        not_to_confuse=(
            ("knowledge_level", _(
                "Importance says how much a field matters, level how deep one must know it."
            )),
            ("related_major", _("A field of knowledge is no course of study: it can be learnt at work.")),
        ),
    ),
    "knowledge_level": Definition(
        _("Level of a field of knowledge"),
        _("rating from 0 to 7"),
        "rating",
        _("0 is none of it, 7 the deepest of any work"),
        meaning=joined(_("How deep the work asks one to know a field."), RATED),
        computed=ROLLED_UP,
        not_to_confuse=(("knowledge_importance", _("A deep knowledge is not yet an important one.")),),
    ),
    "skills_to_learn": Definition(
        _("Skills and fields of knowledge to learn"),
        _("skills and fields of knowledge"),
        "count",
        _("When moving from one career to another"),
        meaning=(
            _("How many of the skills and fields of knowledge that matter to the new career it asks for "
            "clearly more than the old one does.")
        ),
        computed=(
            _("One matters where its importance is 3 or more. It is counted where its level is higher in the "
            "new career, or where it does not matter to the old one and its importance is higher, by more "
            "than half a point and by more than 1.645 standard errors of the difference.")
        ),
        not_to_confuse=(
            ("time_to_become", _("How many things there are to learn says not how long each takes.")),
            ("skill_level", _("That is the level which one career asks for, this a comparison of two.")),
        ),
    ),
    "named_skill": Definition(
        _("Skill named by a source"),
        "",
        "name",
        meaning=_(
            "A skill that a source names for the work, in its order, without saying how much it matters."
        ),
        not_to_confuse=(("skill_importance", _(
            "A place in an order is no rating: it says not by how much."
        )),),
    ),
    "technology": Definition(
        _("Technology"),
        "",
        "name",
        _("Software and equipment used in the work"),
        meaning=(
            _("A piece of software or equipment that people in the occupation use. “In demand” says that job "
            "postings of this occupation often name it, “hot” that postings of all occupations do.")
        ),
        not_to_confuse=(
            ("skill_importance", _("That a technology is used says not how much it matters, nor how well one "
             "must know it.")),
        ),
    ),
    "interest": Definition(
        _("Interest"),
        _("rating from 1 to 7"),
        "rating",
        _("How well the work suits one of six kinds of interest"),
        meaning=(
            _("How much the work offers to people of each of six interests: realistic (working with things), "
            "investigative (finding out), artistic (creating), social (helping), enterprising (leading and "
            "selling), conventional (keeping order). Most ratings of recent releases are estimated by O*NET "
            "with a statistical model from descriptions of the work.")
        ),
        computed=ROLLED_UP,
        not_to_confuse=(
            ("job_satisfaction", _("That work suits an interest says not that people in it are content.")),
        ),
    ),
    "alternate_titles": Definition(
        _("Other names"),
        "",
        "name",
        _("What the job is called"),
        meaning=_("Other names under which O*NET finds this work, from employers, job postings and experts."),
        not_to_confuse=(("reported_titles", _("Those were named by people who do the work.")),),
    ),
    "reported_titles": Definition(
        _("Names that people in it use"),
        "",
        "name",
        _("What people in it call their job"),
        meaning=_("Job titles that people in the occupation wrote down when O*NET asked for theirs."),
        not_to_confuse=(("alternate_titles", _(
            "Those come from many places, not from people in it alone."
        )),),
    ),
    "task": Definition(
        _("Task"),
        "",
        "name",
        _("What is done in the work"),
        meaning=(
            _("A task of the work in O*NET's own words, shown after an operator has imported them. Core "
            "tasks are those that most people in it do and hold important.")
        ),
    ),
    "onet_description": Definition(
        _("Description"),
        "",
        "name",
        _("What the work is"),
        meaning=_("The work in O*NET's own words, shown after an operator has imported them."),
    ),
    "rolled_up": Definition(
        _("O*NET occupations behind the figures"),
        "",
        "name",
        _("Whose ratings stand for this occupation"),
        meaning=(
            _("O*NET divides some SOC occupations further. These are the O*NET occupations that belong to "
            "this SOC occupation and from which its skills, interests, technology, titles and tasks come.")
        ),
        computed=(
            _("One that describes the whole of it gives its ratings alone. Where none does, ratings are "
            "the plain mean over those that are rated. Titles, technology and tasks are those of all of "
            "them.")
        ),
    ),
    "related_occupations": Definition(
        _("Related careers"),
        "",
        "name",
        _("Most related first"),
        meaning=(
            _("Occupations that O*NET judges near to this one in what people do, what they know and what "
            "they are called.")
        ),
    ),
}  # fmt: skip
