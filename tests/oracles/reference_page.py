"""What the reference page says of its two job titles, fact by fact; the wording of values is ours.

Each section has its rows in the page's order: label, first title's value, second title's value.
"""

ADDRESS = "/compare/patient-service-coordinator-vs-front-office-coordinator/"
FIRST, SECOND = "Patient Service Coordinator", "Front Office Coordinator"

SECTIONS = {
    "Overview": [
        ("Yearly salary", "$34,754", "$32,844"),
        ("Hourly rate", "$16.71", "$15.79"),
        ("Growth rate", "-4%", "-5%"),
        ("Number of jobs", "100,708", "131,810"),
        ("Job satisfaction", "-", "-"),
        ("Most common degree", "Bachelor's degree, 43%", "Bachelor's degree, 38%"),
        ("Average age", "40", "47"),
        ("Years of experience", "4", "2"),
    ],
    "Pay": [
        ("Average salary", "$34,754", "$32,844"),
        ("Salary range", "$27,000 to $43,000", "$25,000 to $42,000"),
        ("Highest paying city", "Tacoma, WA", "San Francisco, CA"),
        ("Highest paying state", "California", "Massachusetts"),
        ("Best paying company", "County of Riverside", "University of California, Berkeley"),
        ("Best paying industry", "Health Care", "Health Care"),
    ],
    "Education": [
        ("Most common degree", "Bachelor's degree, 43%", "Bachelor's degree, 38%"),
        ("Most common major", "Business", "Business"),
        ("Most common college", "University of Pennsylvania", "University of Pennsylvania"),
    ],
    "Demographics": [
        ("Average age", "40", "47"),
        ("Gender ratio", "Male 13.4%, Female 86.6%", "Male 9.0%, Female 91.0%"),
        (
            "Race ratio",
            "Black or African American 13.5%, Unknown 5.3%, Hispanic or Latino 22.7%, Asian 7.1%, "
            "White 50.7%, American Indian and Alaska Native 0.7%",
            "Black or African American 10.5%, Unknown 4.6%, Hispanic or Latino 24.1%, Asian 6.7%, "
            "White 53.0%, American Indian and Alaska Native 1.0%",
        ),
        ("LGBT percentage", "7%", "6%"),
    ],
}
ROWS = [(section, *row) for section, facts in SECTIONS.items() for row in facts]

TIME = {FIRST: "2 to 4 years", SECOND: "1 to 2 years"}
PAY = {FIRST: "$34,754", SECOND: "$32,844"}
SKILLS = {
    FIRST: ("patients", "customer service", "patient care"),
    SECOND: ("patients", "customer service", "data entry"),
}

# Turns of phrase that only the reference page's own sentences have.
ITS_WORDS = [
    "can be seen in a few details",
    "each job has different responsibilities and duties",
    "it typically takes 2 4 years",
    "takes usually requires 1 2 years",
    "has an average salary of",
    "which is higher than the",
    "the top three skills for a",
    "the most important skills for a",
    "act as a liaison between",
    "a healthcare organization and patients",
    "provide quality service to patients",
    "include fielding telephone calls from patients",
    "interacting with team members medical personnel",
    "ensuring compliance with regulatory and hospital",
    "maintaining quality service",
    "maintain their technical knowledge by",
    "participating in personal networks",
    "attending educational workshops",
    "reviewing professional publications",
    "assisting clients with their inquiries",
    "the appropriate department and personnel",
    "verify visitors identities by checking",
    "updating customers data and visitation log",
    "escalating high level complaints",
    "performs administrative and clerical tasks",
    "excellent time management and organizational skills",
    "have different pay scales as shown",
    "there are a few differences between",
    "in terms of educational background",
    "here are the differences between",
]
