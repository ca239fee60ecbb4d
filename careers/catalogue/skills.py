"""What a career asks to know and to be able to do, what it is called, and what it is near to."""

from .definition import Definition

RATED = (
    "People in the occupation, experts on it or O*NET's analysts rate it. Ratings by few, or by people "
    "who disagree, are marked by O*NET as not to be relied on; they are left out here, and say so."
)
ROLLED_UP = (
    "Where several O*NET occupations belong to one SOC occupation and none describes the whole of it, the "
    "plain mean of those that are rated; the page names them and says how many."
)

FIGURES = {
    "skill_importance": Definition(
        "Importance of a skill",
        "rating from 1 to 5",
        "rating",
        "1 is not important, 5 extremely important",
        meaning="How much a skill matters for doing the work. " + RATED,
        computed=ROLLED_UP,
        not_to_confuse=(
            ("skill_level", "A skill can matter much at a modest level: importance says how much it matters, "
             "level how much of it one must have."),
        ),
    ),
    "skill_level": Definition(
        "Level of a skill",
        "rating from 0 to 7",
        "rating",
        "0 is none of it, 7 the highest level of any work",
        meaning="How much of a skill the work asks for. " + RATED,
        computed=ROLLED_UP,
        not_to_confuse=(("skill_importance", "A high level is not yet a high importance."),),
    ),
    "knowledge_importance": Definition(
        "Importance of a field of knowledge",
        "rating from 1 to 5",
        "rating",
        "1 is not important, 5 extremely important",
        meaning="How much a field of knowledge matters for doing the work. " + RATED,
        computed=ROLLED_UP,
        not_to_confuse=(
            ("knowledge_level", "Importance says how much a field matters, level how deep one must know it."),
            ("related_major", "A field of knowledge is no course of study: it can be learnt at work."),
        ),
    ),
    "knowledge_level": Definition(
        "Level of a field of knowledge",
        "rating from 0 to 7",
        "rating",
        "0 is none of it, 7 the deepest of any work",
        meaning="How deep the work asks one to know a field. " + RATED,
        computed=ROLLED_UP,
        not_to_confuse=(("knowledge_importance", "A deep knowledge is not yet an important one."),),
    ),
    "skills_to_learn": Definition(
        "Skills and fields of knowledge to learn",
        "skills and fields of knowledge",
        "count",
        "When moving from one career to another",
        meaning=(
            "How many of the skills and fields of knowledge that matter to the new career it asks for "
            "clearly more than the old one does."
        ),
        computed=(
            "One matters where its importance is 3 or more. It is counted where its level is higher in the "
            "new career, or where it does not matter to the old one and its importance is higher, by more "
            "than half a point and by more than 1.645 standard errors of the difference."
        ),
        not_to_confuse=(
            ("time_to_become", "How many things there are to learn says not how long each takes."),
            ("skill_level", "That is the level which one career asks for, this a comparison of two."),
        ),
    ),
    "named_skill": Definition(
        "Skill named by a source",
        "",
        "name",
        meaning="A skill that a source names for the work, in its order, without saying how much it matters.",
        not_to_confuse=(("skill_importance", "A place in an order is no rating: it says not by how much."),),
    ),
    "technology": Definition(
        "Technology",
        "",
        "name",
        "Software and equipment used in the work",
        meaning=(
            "A piece of software or equipment that people in the occupation use. “In demand” says that job "
            "postings of this occupation often name it, “hot” that postings of all occupations do."
        ),
        not_to_confuse=(
            ("skill_importance", "That a technology is used says not how much it matters, nor how well one "
             "must know it."),
        ),
    ),
    "interest": Definition(
        "Interest",
        "rating from 1 to 7",
        "rating",
        "How well the work suits one of six kinds of interest",
        meaning=(
            "How much the work offers to people of each of six interests: realistic (working with things), "
            "investigative (finding out), artistic (creating), social (helping), enterprising (leading and "
            "selling), conventional (keeping order). Most ratings of recent releases are estimated by O*NET "
            "with a statistical model from descriptions of the work."
        ),
        computed=ROLLED_UP,
        not_to_confuse=(
            ("job_satisfaction", "That work suits an interest says not that people in it are content."),
        ),
    ),
    "alternate_titles": Definition(
        "Other names",
        "",
        "name",
        "What the job is called",
        meaning="Other names under which O*NET finds this work, from employers, job postings and experts.",
        not_to_confuse=(("reported_titles", "Those were named by people who do the work."),),
    ),
    "reported_titles": Definition(
        "Names that people in it use",
        "",
        "name",
        "What people in it call their job",
        meaning="Job titles that people in the occupation wrote down when O*NET asked for theirs.",
        not_to_confuse=(("alternate_titles", "Those come from many places, not from people in it alone."),),
    ),
    "task": Definition(
        "Task",
        "",
        "name",
        "What is done in the work",
        meaning=(
            "A task of the work in O*NET's own words, shown after an operator has imported them. Core tasks "
            "are those that most people in it do and hold important."
        ),
    ),
    "onet_description": Definition(
        "Description",
        "",
        "name",
        "What the work is",
        meaning="The work in O*NET's own words, shown after an operator has imported them.",
    ),
    "rolled_up": Definition(
        "O*NET occupations behind the figures",
        "",
        "name",
        "Whose ratings stand for this occupation",
        meaning=(
            "O*NET divides some SOC occupations further. These are the O*NET occupations that belong to this "
            "SOC occupation and from which its skills, interests, technology, titles and tasks come."
        ),
        computed=(
            "One that describes the whole of it gives its ratings alone. Where none does, ratings are "
            "the plain mean over those that are rated. Titles, technology and tasks are those of all of them."
        ),
    ),
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
}  # fmt: skip
