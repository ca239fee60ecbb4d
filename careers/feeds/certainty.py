"""How sure it is that a posting is of the occupation that its title was matched to. Pure.

A confidence is an estimate of how many in 100 such matches are right. It is a logistic regression on four
facts of a match, fitted to titles of which the answer is known: half of the titles in the Labor Condition
Applications of FY2025 Q2 and half of everyday ones labelled by hand, the filings counted double; the other
halves are kept to try it on (`tests/oracles/matching.py`). Of those, right were:

    from 90 on   97 in 100 offers of the filings   99 in 100 everyday titles
    from 75 on   75                                98
    from 60 on   72                                85
    from 50 on   46                                70

What is not matched at all (`matching._is_founded`) was chosen with all everyday titles in view.
"""

from math import exp

FLOOR = 50  # below it nothing is matched
# From where on a match is called close, and likely; below, it is uncertain.
CLOSE, LIKELY = 90, 75
# The very title of an occupation: with all words of the posting, without noise, without levels.
OFFICIAL = (99, 98, 85)
BASE, WHOLE, SHARE, OWN, REPORTED = -3.1, 0.9, 3.1, 1.4, 1.0


def of(*, is_whole: bool, share: float, own: float, is_reported: bool) -> int:
    """0 to 100, from: whether the name is all of the title, how far it leads to this occupation alone (0 to
    1), how much of the title stands in the occupation's own (0 to 1), and whether people in it reported it.
    """
    odds = BASE + WHOLE * is_whole + SHARE * share + OWN * own + REPORTED * is_reported
    return round(100 / (1 + exp(-odds)))
