"""What it takes: education, experience and training, asked for and held."""

from .definition import Definition

RATED = "O*NET asks people in the occupation, or experts on it, what a newcomer needs. "

FIGURES = {
    "time_to_become": Definition(
        "Time to become",
        "years",
        "range",
        "What entry typically takes",
        meaning=(
            "How long it typically takes from high school until one is competent in the occupation. Where a "
            "source or an editor states it, that stands; otherwise it is computed, as a range."
        ),
        computed=(
            "The years of full-time study after high school that the typical entry education takes, plus the "
            "span of work experience in a related occupation, plus the span of training on the job, as the "
            "Bureau of Labor Statistics defines their classes. Where a class has no upper end, it reads “at "
            "least”. Study and work side by side can make it shorter."
        ),
        not_to_confuse=(
            ("years_of_experience", "Experience is one part of the way; schooling and training come on top."),
            ("entry_education", "Schooling is one part of the way."),
        ),
    ),
    "entry_education": Definition(
        "Entry education",
        "",
        "class",
        "What entry typically requires",
        meaning=(
            "The schooling with which most people typically start in the occupation, as the Bureau of Labor "
            "Statistics judges it. One class stands for the whole occupation; other ways in exist."
        ),
        not_to_confuse=(
            ("common_degree", "What the people in the occupation hold today can be more or less than entry "
             "asks for."),
            ("required_education", "That is what people in it answered, each for the own job."),
            ("attainment", "Attainment is what people hold, whatever the job asked for."),
        ),
    ),
    "work_experience": Definition(
        "Experience asked for",
        "",
        "class",
        "In a related occupation",
        meaning=(
            "The experience in a related occupation that employers commonly ask of a newcomer, as the Bureau "
            "of Labor Statistics judges it. “None” means that none is asked for."
        ),
        not_to_confuse=(
            ("years_of_experience", "That is what people in the occupation answered, in finer steps."),
            ("job_training", "Experience is had before entry, training after it."),
        ),
    ),
    "job_training": Definition(
        "Training on the job",
        "",
        "class",
        "To become competent",
        meaning=(
            "The training after entry that makes a newcomer competent: short-term is up to a month, "
            "moderate-term up to a year, long-term more. “None” means that none is needed."
        ),
        not_to_confuse=(
            ("entry_education", "Schooling comes before the job, this training on it."),
            ("work_experience", "Experience is had in another occupation before entry."),
        ),
    ),
    "years_of_experience": Definition(
        "Years of experience",
        "years",
        "mean",
        meaning=(
            RATED + "This is the answer on related work experience given most often, with the share of "
            "answers. A source that states an average number of years is shown as it states it."
        ),
        not_to_confuse=(
            ("work_experience", "That is one coarse class judged by the Bureau of Labor Statistics."),
            ("time_to_become", "That counts schooling and training too."),
        ),
    ),
    "required_education": Definition(
        "Education asked for, by answer",
        "percent of answers",
        "share",
        "What people in it say a newcomer needs",
        meaning=RATED + "Shown is the share of each answer, from no diploma to post-doctoral work.",
        not_to_confuse=(
            ("entry_education", "That is one class judged by the Bureau of Labor Statistics."),
            ("attainment", "What a newcomer needs is not what the people in the occupation hold."),
        ),
    ),
    "required_experience": Definition(
        "Related experience, by answer",
        "percent of answers",
        "share",
        "What people in it say a newcomer needs",
        meaning=RATED + "Shown is the share of each answer on related work experience.",
        not_to_confuse=(("years_of_experience", "That is the one answer given most often."),),
    ),
    "on_site_training": Definition(
        "On-site training, by answer",
        "percent of answers",
        "share",
        "Organised by the employer, outside the daily work",
        meaning=RATED + "Shown is the share of each answer on organised training at the workplace.",
        not_to_confuse=(("on_the_job_training", "That happens while working, beside experienced people."),),
    ),
    "on_the_job_training": Definition(
        "On-the-job training, by answer",
        "percent of answers",
        "share",
        "While working",
        meaning=RATED + "Shown is the share of each answer on training while working.",
        not_to_confuse=(
            ("job_training", "That is one class judged by the Bureau of Labor Statistics."),
            ("on_site_training", "That is organised and happens outside the daily work."),
        ),
    ),
    "job_zone": Definition(
        "Job zone",
        "",
        "class",
        "Preparation it takes, 1 little to 5 extensive",
        meaning=(
            "O*NET's five classes of how much education, experience and training an occupation takes "
            "together, from 1, little or none, to 5, extensive."
        ),
        not_to_confuse=(
            ("entry_education", "A zone also counts experience and training."),
            ("time_to_become", "A zone is a class, no number of years."),
        ),
    ),
    "common_degree": Definition(
        "Most common degree",
        "percent of workers",
        "share",
        "What workers hold",
        meaning=(
            "The highest degree that most of the people in the occupation hold, with the share who hold it. "
            "People of 25 years and older are counted."
        ),
        computed="The largest of the shares by highest degree that the source gives.",
        not_to_confuse=(
            ("entry_education", "What people hold is not what entry requires: many hold more, some less."),
            ("common_major", "A degree is a level, a major a subject."),
        ),
    ),
    "attainment": Definition(
        "Education held",
        "percent of workers",
        "share",
        "Highest degree of the people in it",
        meaning="The share of people of 25 years and older in the occupation by their highest degree.",
        not_to_confuse=(
            ("entry_education", "What people hold is not what entry requires."),
            ("required_education", "What people hold is not what they say a newcomer needs."),
        ),
    ),
    "common_major": Definition(
        "Most common major",
        "",
        "name",
        meaning=(
            "The subject that a source states people in the occupation studied most often. Public statistics "
            "relate majors to occupations without counting who studied what."
        ),
        not_to_confuse=(
            ("related_major", "A related major prepares for the work; nobody counted who studied it."),
            ("common_degree", "A degree is a level, a major a subject."),
        ),
    ),
    "common_college": Definition(
        "Most common college",
        "",
        "name",
        meaning="The college that a source states people in the occupation attended most often.",
        not_to_confuse=(
            ("related_college", "The college that graduates most in related majors need not be theirs."),
        ),
    ),
}  # fmt: skip
