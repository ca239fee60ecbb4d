"""Reading a number as a publisher writes it: Python's own reading takes more than that."""

import re
from decimal import Decimal

# Decimal() would also read 4.1_2, and the digits of every script.
NUMERAL = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?")


def read(text: str) -> Decimal:
    """The number, or NaN where the text is none."""
    return Decimal(text) if NUMERAL.fullmatch(text) else Decimal("NaN")
