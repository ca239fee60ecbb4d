"""What it takes: education, experience and training, asked for and held."""

from django.utils.translation import gettext_lazy as _

from .definition import Definition, joined

RATED = _("O*NET asks people in the occupation, or experts on it, what a newcomer needs.")

FIGURES = {
    "time_to_become": Definition(
        _("Time to become"),
        _("years"),
        "range",
        _("What entry typically takes"),
        meaning=(
            _("How long it typically takes from high school until one is competent in the occupation. Where "
            "a source or an editor states it, that stands; otherwise it is computed, as a range.")
        ),
        computed=(
            _("The years of full-time study after high school that the typical entry education takes, plus "
            "the span of work experience in a related occupation, plus the span of training on the job, as "
            "the Bureau of Labor Statistics defines their classes. Where a class has no upper end, it reads "
            "“at least”. Study and work side by side can make it shorter.")
        ),
        not_to_confuse=(
            ("years_of_experience", _(
                "Experience is one part of the way; schooling and training come on top."
            )),
            ("entry_education", _("Schooling is one part of the way.")),
        ),
    ),
    "entry_education": Definition(
        _("Entry education"),
        "",
        "class",
        _("What entry typically requires"),
        meaning=(
            _("The schooling with which most people typically start in the occupation, as the Bureau of "
            "Labor Statistics judges it. One class stands for the whole occupation; other ways in exist.")
        ),
        not_to_confuse=(
            ("common_degree", _("What the people in the occupation hold today can be more or less than entry "
             "asks for.")),
            ("required_education", _("That is what people in it answered, each for the own job.")),
            ("attainment", _("Attainment is what people hold, whatever the job asked for.")),
        ),
    ),
    "work_experience": Definition(
        _("Experience asked for"),
        "",
        "class",
        _("In a related occupation"),
        meaning=(
            _("The experience in a related occupation that employers commonly ask of a newcomer, as the "
            "Bureau of Labor Statistics judges it. “None” means that none is asked for.")
        ),
        not_to_confuse=(
            ("years_of_experience", _("That is what people in the occupation answered, in finer steps.")),
            ("job_training", _("Experience is had before entry, training after it.")),
        ),
    ),
    "job_training": Definition(
        _("Training on the job"),
        "",
        "class",
        _("To become competent"),
        meaning=(
            _("The training after entry that makes a newcomer competent: short-term is up to a month, "
            "moderate-term up to a year, long-term more. “None” means that none is needed.")
        ),
        not_to_confuse=(
            ("entry_education", _("Schooling comes before the job, this training on it.")),
            ("work_experience", _("Experience is had in another occupation before entry.")),
        ),
    ),
    "years_of_experience": Definition(
        _("Years of experience"),
        _("years"),
        "mean",
        meaning=(
            joined(RATED, _("This is the answer on related work experience given most often, with the share "
            "of answers. A source that states an average number of years is shown as it states it."))
        ),
        not_to_confuse=(
            ("work_experience", _("That is one coarse class judged by the Bureau of Labor Statistics.")),
            ("time_to_become", _("That counts schooling and training too.")),
        ),
    ),
    "required_education": Definition(
        _("Education asked for, by answer"),
        _("percent of answers"),
        "share",
        _("What people in it say a newcomer needs"),
        meaning=joined(RATED, _("Shown is the share of each answer, from no diploma to post-doctoral work.")),
        not_to_confuse=(
            ("entry_education", _("That is one class judged by the Bureau of Labor Statistics.")),
            ("attainment", _("What a newcomer needs is not what the people in the occupation hold.")),
        ),
    ),
    "required_experience": Definition(
        _("Related experience, by answer"),
        _("percent of answers"),
        "share",
        _("What people in it say a newcomer needs"),
        meaning=joined(RATED, _("Shown is the share of each answer on related work experience.")),
        not_to_confuse=(("years_of_experience", _("That is the one answer given most often.")),),
    ),
    "on_site_training": Definition(
        _("On-site training, by answer"),
        _("percent of answers"),
        "share",
        _("Organised by the employer, outside the daily work"),
        meaning=joined(RATED, _("Shown is the share of each answer on organised training at the workplace.")),
        not_to_confuse=(("on_the_job_training", _(
            "That happens while working, beside experienced people."
        )),),
    ),
    "on_the_job_training": Definition(
        _("On-the-job training, by answer"),
        _("percent of answers"),
        "share",
        _("While working"),
        meaning=joined(RATED, _("Shown is the share of each answer on training while working.")),
        not_to_confuse=(
            ("job_training", _("That is one class judged by the Bureau of Labor Statistics.")),
            ("on_site_training", _("That is organised and happens outside the daily work.")),
        ),
    ),
    "job_zone": Definition(
        _("Job zone"),
        "",
        "class",
        _("Preparation it takes, 1 little to 5 extensive"),
        meaning=(
            _("O*NET's five classes of how much education, experience and training an occupation takes "
            "together, from 1, little or none, to 5, extensive.")
        ),
        not_to_confuse=(
            ("entry_education", _("A zone also counts experience and training.")),
            ("time_to_become", _("A zone is a class, no number of years.")),
        ),
    ),
    "common_degree": Definition(
        _("Most common degree"),
        _("percent of workers"),
        "share",
        _("What workers hold"),
        meaning=(
            _("The highest degree that most of the people in the occupation hold, with the share who hold "
            "it. People of 25 years and older are counted.")
        ),
        computed=_("The largest of the shares by highest degree that the source gives."),
        not_to_confuse=(
            ("entry_education", _("What people hold is not what entry requires: many hold more, some less.")),
            ("common_major", _("A degree is a level, a major a subject.")),
        ),
    ),
    "attainment": Definition(
        _("Education held"),
        _("percent of workers"),
        "share",
        _("Highest degree of the people in it"),
        meaning=_("The share of people of 25 years and older in the occupation by their highest degree."),
        not_to_confuse=(
            ("entry_education", _("What people hold is not what entry requires.")),
            ("required_education", _("What people hold is not what they say a newcomer needs.")),
        ),
    ),
    "common_major": Definition(
        _("Most common major"),
        "",
        "name",
        meaning=(
            _("The subject that a source states people in the occupation studied most often. Public "
            "statistics relate majors to occupations without counting who studied what.")
        ),
        not_to_confuse=(
            ("related_major", _("A related major prepares for the work; nobody counted who studied it.")),
            ("common_degree", _("A degree is a level, a major a subject.")),
        ),
    ),
    "common_college": Definition(
        _("Most common college"),
        "",
        "name",
        meaning=_("The college that a source states people in the occupation attended most often."),
        not_to_confuse=(
            ("related_college", _("The college that graduates most in related majors need not be theirs.")),
        ),
    ),
}  # fmt: skip
