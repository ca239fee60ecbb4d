"""How much each input counts: as it comes, or as a reader asks in the address; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .inputs import BREADTH, EDITORS, INPUTS, PAY, SIZE

MOST = 100
USUAL: Mapping[str, int] = {PAY: 60, BREADTH: 15, SIZE: 10, EDITORS: 15}
NOT_A_WEIGHT = format_lazy(_("Enter a whole number from 0 to {most}."), most=MOST)
ALL_ZERO = _("All weights are 0, so nothing would count. Give at least one input a weight.")


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by input, with what is wrong about what was typed; where anything is, they are the usual."""

    values: Mapping[str, int]
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)  # by input, '' for all together

    @property
    def are_usual(self) -> bool:
        return self.values == USUAL


def read(given: Mapping[str, str]) -> Weights:
    """From an address; an input that it does not name has its usual weight."""
    typed = {name: given.get(name, "").strip() for name in INPUTS}
    read_ones = {name: _weight(text) if text else USUAL[name] for name, text in typed.items()}
    errors = {name: NOT_A_WEIGHT for name, weight in read_ones.items() if weight is None}
    if not errors and not any(read_ones.values()):
        errors[""] = ALL_ZERO
    return Weights(USUAL if errors else read_ones, typed, errors)


def _weight(text: str) -> int | None:
    if not (text.isascii() and text.isdigit()):
        return None
    digits = text.lstrip("0") or "0"
    return int(digits) if len(digits) <= len(str(MOST)) and int(digits) <= MOST else None
