"""Words to invent employers and jobs from."""

from random import Random

PEOPLE = ("Alder", "Birch", "Cascade", "Delta", "Ember", "Falcon", "Granite", "Harbor", "Iron", "Juniper",
          "Keystone", "Lakeside", "Maple", "Northern", "Orchard", "Prairie", "Quarry", "Ridge", "Summit",
          "Timber", "Union", "Valley", "Western", "Yellow")  # fmt: skip
TRADES = ("Foods", "Freight", "Health", "Hotels", "Instruments", "Insurance", "Learning", "Logistics",
          "Mills", "Networks", "Power", "Printing", "Software", "Steel", "Textiles", "Water")  # fmt: skip
FORMS = ("Inc.", "LLC", "Corp.", "Group", "Partners")
KINDS = ("FULL_TIME", "FULL_TIME", "PART_TIME", "FULL_TIME,TEMPORARY", "CONTRACTOR", "INTERN", "")
LINES = (
    "You plan the work of the week with the others and keep the record of what was done.",
    "You speak with customers, hear what they need and find a way that they can pay for.",
    "You check each delivery against its order and say at once where something is missing.",
    "We ask for a year of practice in a trade like ours; all else you learn here, with pay.",
    "Shifts begin at six, two and ten; who takes the night has the longer weekend.",
    "The tools are ours, so is the training, and there is a workshop to try things in.",
    "You write down what went wrong, so that it goes wrong once.",
    "There is health insurance from the first day, and a pension that we pay half of.",
)


def employer(random: Random, place: int) -> str:
    """A name that no other place has."""
    return f"{random.choice(PEOPLE)} {random.choice(TRADES)} {place + 1} {random.choice(FORMS)}"
