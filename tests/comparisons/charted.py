"""Careers with what the pictures of a comparison are drawn from, built without a database."""

from decimal import Decimal

from hypothesis import strategies as st

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from careers.selectors.skills import Rating

from .profiles import cell, gap

NAMES = ("Actors", "Bakers", "Clergy", "Dancers", "Editors")
SKILLS = ("Speaking", "Writing", "Science", "Monitoring", "Persuasion", "Negotiation", "Mathematics",
          "Programming", "Repairing", "Installation", "Troubleshooting", "Instructing")  # fmt: skip
CPS = {"source_name": "BLS CPS", "release": "2023", "source_url": "/sources/cps/"}
PAGE = {"source_name": "Reference page", "release": "undated copy", "source_url": "/sources/reference/"}
DECADE, UNDATED = "percent, 2024 to 2034", "percent, years not stated by the source"
tenth = st.integers(0, 1000).map(lambda number: Decimal(number) / 10)


def career(name: str, *cells: Cell, skills: tuple[Rating, ...] = ()) -> Profile:
    return Profile(
        slug=name.lower(),
        title=name,
        plural=name,
        url=f"/careers/{name.lower()}/",
        soc_code="",
        is_job_title=False,
        summary="",
        cells={one.key: one for one in cells},
        rated={"skill": tuple(sorted(skills, key=lambda one: -(one.importance.value or 0)))},
    )


def growth(percent, unit: str = DECADE, **source) -> Cell:
    value = Decimal(str(percent))
    source = source or {"source_name": "BLS Projections", "release": "2024–34"}
    return cell("growth", value, formatting.percent(value), unit=unit, **source)


def gender(women, men=None, *, group: str = "", **source) -> Cell:
    women = Decimal(str(women))
    men = Decimal(100) - women if men is None else Decimal(str(men))
    return cell("gender", (("Men", men), ("Women", women)), "", group=group, **(source or CPS))


def race(shares: dict, *, group: str = "", note: str = "", **source) -> Cell:
    return cell("race", tuple(shares.items()), "", group=group, note=note, **(source or CPS))


def rating(name: str, importance, error="0.1", note: str = "") -> Rating:
    if importance is None:
        return Rating(name, gap("skill_importance"), gap("skill_level"))
    value = Decimal(str(importance))
    source = {"source_name": "O*NET", "release": "29.3", "source_url": "/sources/onet/"}
    error = None if error is None else Decimal(error)
    known = cell(
        "skill_importance", value, formatting.rating(value), standard_error=error, note=note, **source
    )
    return Rating(name, known, gap("skill_level"))


@st.composite
def careers(draw, name: str) -> Profile:
    """A career with or without each of the figures, from either source."""
    cells, source = [], draw(st.sampled_from([CPS, PAGE]))
    if draw(st.integers(0, 4)):
        cells.append(
            draw(
                st.one_of(
                    st.builds(growth, st.integers(-400, 500).map(lambda n: n / 10)),
                    st.builds(lambda n: growth(n, UNDATED, **PAGE), st.integers(-9, 9)),
                    st.just(gap("growth")),
                )
            )
        )
    if draw(st.integers(0, 4)):
        women = draw(tenth)
        cells.append(draw(st.sampled_from([gender(women, **source), gap("gender")])))
    if draw(st.integers(0, 4)):
        people = st.sampled_from(["White", "Asian", "Hispanic or Latino", "Unknown"])
        shares = draw(st.dictionaries(people, tenth, min_size=1))
        cells.append(draw(st.sampled_from([race(shares, **source), gap("race")])))
    rated = draw(st.lists(st.sampled_from(SKILLS), unique=True)) if draw(st.booleans()) else []
    values = st.none() | st.integers(100, 500).map(lambda number: Decimal(number) / 100)
    return career(name, *cells, skills=tuple(rating(skill, draw(values)) for skill in rated))


compared = st.integers(2, 5).flatmap(lambda n: st.tuples(*(careers(name) for name in NAMES[:n])))
