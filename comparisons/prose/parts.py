"""Parts of sentences that the openings of two and of more careers share."""

from careers import formatting
from careers.prose.occupation import article, is_computed
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile


def one(profile: Profile) -> str:
    """ "a Patient Service Coordinator"; official titles are plural and take no article."""
    title = profile.title
    return f"{article(title)} {title}" if profile.title != profile.plural else f"one of the {title}"


def duration(cell: Cell) -> str:
    return f"{cell.text} {cell.unit}" if is_computed(cell) else cell.text


def in_all(cell: Cell) -> str:
    """A computed time to become one, '' where it is stated, missing or none at all."""
    return cell.text if not cell.missing and is_computed(cell) and any(cell.value) else ""


def named(skills: tuple[str, ...]) -> str:
    return formatting.listing([formatting.in_sentence(skill) for skill in skills])
