"""What it takes: education, experience and training, asked for and held."""

from .definition import Definition

FIGURES = {
    "time_to_become": Definition("Time to become", "years", "range"),
    "entry_education": Definition("Entry education", "", "class", "What entry typically requires"),
    "work_experience": Definition("Experience asked for", "", "class", "In a related occupation"),
    "job_training": Definition("Training on the job", "", "class", "To become competent"),
    "years_of_experience": Definition("Years of experience", "years", "mean"),
    "common_degree": Definition("Most common degree", "percent of workers", "share", "What workers hold"),
    "common_major": Definition("Most common major", "", "name"),
    "common_college": Definition("Most common college", "", "name"),
}
