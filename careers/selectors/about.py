"""What an occupation is called, which O*NET occupations it holds, and what technology is used in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.urls import reverse

from careers.compiled import compiled_once
from careers.models import AlternateTitle, OnetOccupation, TechnologySkill

from .attributions import Attribution

TITLES, TECHNOLOGY, PARTS = "titles", "technology", "parts"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the O*NET occupations that belong to an occupation; the description is O*NET's own."""

    code: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class About:
    """The names of an occupation and of what it holds and uses, those that matter most first."""

    titles: tuple[str, ...] = ()
    technology: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()  # name with release, address of its page
    attributions: tuple[Attribution, ...] = ()

    @property
    def described(self) -> tuple[Part, ...]:
        """The parts that have O*NET's own words, which an operator's import brings."""
        # Of what is left of a group, O*NET says only that it is listed nowhere else.
        return tuple(part for part in self.parts if part.description and "All Other" not in part.title)


def about(occupation_ids: list[int]) -> dict[int, About]:
    """By occupation, where a source knows any; one query for any number of occupations.

    Titles that people in it reported come before the other alternate ones, and of equal ones the plain
    and short. Of the technology only what postings of the occupation often ask for, where O*NET marks
    any so; else what postings of all occupations do; else all.
    """
    found: dict[int, dict[str, dict]] = defaultdict(lambda: defaultdict(dict))
    for pk, topic, label, weight, code, text, *source in _known(occupation_ids):
        # The same name is said once: a title can be both reported and an alternate.
        kept = found[pk][topic].get(label)
        if kept is None or weight < kept[0]:
            found[pk][topic][label] = (weight, Part(code, label, text))
        found[pk]["sources"][tuple(source)] = None
    return {pk: _about(of) for pk, of in found.items()}


@compiled_once
def _known(occupation_ids: Sequence[int]) -> QuerySet:
    titles = _rows(
        AlternateTitle, occupation_ids, TITLES, "title",
        Case(When(kind=AlternateTitle.Kind.REPORTED, then=0), default=1, output_field=IntegerField()),
    )  # fmt: skip
    technology = _rows(
        TechnologySkill, occupation_ids, TECHNOLOGY, "name",
        Case(
            When(is_in_demand=True, then=0), When(is_hot=True, then=1), default=2,
            output_field=IntegerField(),
        ),
    )  # fmt: skip
    parts = _rows(OnetOccupation, occupation_ids, PARTS, "title", Value(0), code="code", text="description")
    return titles.union(technology, parts, all=True)


def _about(of: dict[str, dict]) -> About:
    technology = {label: weight for label, (weight, _) in of[TECHNOLOGY].items()}
    best = min(technology.values(), default=0)
    sources = sorted(of["sources"])
    return About(
        titles=tuple(sorted(of[TITLES], key=lambda label: _plainness(label, of[TITLES][label][0]))),
        technology=tuple(sorted(label for label, weight in technology.items() if weight == best)),
        parts=tuple(sorted((part for _, part in of[PARTS].values()), key=lambda part: part.code)),
        sources=tuple((f"{name}, {release}", _address(slug)) for name, release, slug, *_ in sources),
        attributions=tuple(
            Attribution(f"{sentence.rstrip('.')}.", licence, _address(slug))
            for _, _, slug, sentence, licence in sources
            if sentence
        ),
    )


def _plainness(title: str, weight: int) -> tuple:
    """Reported titles first; then those without an abbreviation, the short ones before the long.

    Of titles that nobody reported, a single word is often jargon and says less than two.
    """
    return weight, "(" in title, weight > 0 and " " not in title, len(title), title


def _rows(model, occupation_ids, topic, label, weight, code=None, text=None):
    return (
        model.objects.current()
        .filter(occupation_id__in=occupation_ids)
        .order_by()
        .annotate(
            topic=Value(topic),
            label=F(label),
            weight=weight,
            part_code=F(code) if code else Value(""),
            text=F(text) if text else Value(""),
        )
        .values_list(
            "occupation_id", "topic", "label", "weight", "part_code", "text",
            "release__source__short_name", "release__label", "release__source__slug",
            "release__source__attribution", "release__source__licence",
        )
    )  # fmt: skip


def _address(slug: str) -> str:
    return reverse("careers:source", args=[slug])
