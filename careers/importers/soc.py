"""Which occupation of the pay survey a SOC code of another source belongs to.

The pay survey (OEWS) publishes most occupations by their detailed SOC 2018 code, some by the broad
occupation (29-2010 for 29-2011 and 29-2012), and five by codes of its own.
"""

from collections.abc import Collection

from careers.models import Occupation

# The survey's own codes and the SOC 2018 codes that each stands for, from the occupation profiles
# of the May 2025 release.
OWN_CODES = {
    "21-1018": ("21-1011", "21-1014"),
    "25-2052": ("25-2055", "25-2056"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
    "51-2028": ("51-2022", "51-2023"),
    "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
}
OWN_CODE_OF = {code: own for own, codes in OWN_CODES.items() for code in codes}

# Codes of SOC 2010 that went whole into one of SOC 2018 and mean nothing else there, from the Census Bureau's
# crosswalk of 2010 and 2018 occupation codes. Those that were split (software developers and testers, web
# developers) or that it gives in groups alone are left out: nobody can tell what such a code stands for now.
FORMER_CODES = {
    "11-9061": "11-9171",  # funeral home managers
    "15-1111": "15-1221",  # computer and information research scientists
    "15-1121": "15-1211",  # computer systems analysts
    "15-1122": "15-1212",  # information security analysts
    "15-1131": "15-1251",  # computer programmers
    "15-1142": "15-1244",  # network and computer systems administrators
    "15-1143": "15-1241",  # computer network architects
    "25-4021": "25-4022",  # librarians
    "25-9041": "25-9042",  # teaching assistants
    "27-3021": "27-3023",  # broadcast news analysts
    "27-3022": "27-3023",  # reporters and correspondents
    "29-2021": "29-1292",  # dental hygienists
    "29-2071": "29-2072",  # medical records specialists
    "39-9021": "31-1122",  # personal care aides
    "41-3099": "41-3091",  # sales representatives of services
    "43-5081": "53-7065",  # stockers and order fillers
    "47-5021": "47-5023",  # earth drillers
}


def covering(code: str, known: Collection[str]) -> str | None:
    """The one of the `known` codes that stands for a detailed SOC code, None where none does."""
    candidates = (code, OWN_CODE_OF.get(code), f"{code[:6]}0")
    return next((candidate for candidate in candidates if candidate in known), None)


def covered(code: str, known: Collection[str]) -> set[str]:
    """The `known` codes that a SOC code of any level covers: 11-2030 covers 11-2032 and 11-2033.

    A code that is known itself, or is part of one that is, gives that one alone.
    """
    if own := covering(code, known):
        return {own}
    stem = code.rstrip("0") if code.endswith("0") else code
    return {other for other in known if other.startswith(stem)} if len(stem) > 3 else set()


def holds(group: str, soc: str) -> bool:
    """Whether a group's SOC code stands above another code: 41-2000 above 41-2031, 41-2020 not."""
    return group == "00-0000" or soc.startswith(group.rstrip("0"))


def detailed_occupations() -> dict[str, int]:
    """Primary keys of the detailed occupations by their SOC code; one query."""
    return dict(Occupation.objects.detailed().values_list("soc_code", "pk"))
