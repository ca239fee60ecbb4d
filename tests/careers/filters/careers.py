"""Careers and queries as hypothesis makes them."""

from hypothesis import strategies as st

from careers.filters.asked import MATCH, SORTS, Asked
from careers.filters.criteria import BY_NAME, CRITERIA, Combine
from careers.filters.facts import CareerFacts

OWN = {"group": ["legal", "sales"], "skill": ["speaking", "writing", "programming"]}
CHOICES = {
    criterion.name: OWN.get(criterion.name) or [value for value, _ in criterion.choices]
    for criterion in CRITERIA
}


def maybe(strategy):
    return st.none() | strategy


def some(name):
    return st.frozensets(st.sampled_from(CHOICES[name]))


facts = st.builds(
    CareerFacts,
    pk=st.integers(1, 10**6),
    title=st.text("abc ", max_size=4),
    slug=st.text("abc", min_size=1, max_size=4),
    soc_code=st.just(""),
    group=st.sampled_from(["", *CHOICES["group"]]),
    pay=maybe(st.integers(0, 300).map(lambda thousands: thousands * 1000)),
    pay_is_floor=st.booleans(),
    employment=maybe(st.sampled_from([0, 99, 100, 5000, 10**6, 10**7])),
    growth=maybe(st.sampled_from([-10.0, 0.0, 2.9, 3.0, 19.9, 20.0])),
    openings=maybe(st.sampled_from([0, 1000, 9999, 10**5])),
    education=maybe(st.sampled_from(CHOICES["education"])),
    experience=maybe(st.sampled_from(CHOICES["experience"])),
    zones=maybe(some("zone")),
    interests=maybe(some("interest")),
    skills=maybe(some("skill")),
    women=maybe(st.sampled_from([0.0, 24.9, 25.0, 50.0, 75.0, 100.0])),
)
lists = st.lists(facts, max_size=25, unique_by=lambda career: career.pk)


@st.composite
def queries(draw):
    names = draw(st.lists(st.sampled_from(sorted(BY_NAME)), max_size=4, unique=True))
    chosen = {}
    for name in names:
        most = 1 if BY_NAME[name].combine is Combine.ONE else 3
        chosen[name] = tuple(draw(st.lists(st.sampled_from(CHOICES[name]), min_size=1, max_size=most)))
    return Asked(
        q=draw(st.sampled_from(["", "nurse", "HR  Manager", "é & ü"])),
        exact=draw(st.booleans()),
        place=draw(st.sampled_from(["", "texas"])),
        adjusted=draw(st.booleans()),
        pay_min=draw(maybe(st.integers(0, 300_000))),
        pay_max=draw(maybe(st.integers(0, 300_000))),
        chosen=chosen,
        keeps_unknown=draw(st.booleans()),
        sort=draw(st.sampled_from(["", *SORTS, *(f"-{name}" for name in SORTS if name != MATCH)])),
        view=draw(st.sampled_from(["", "list", "table"])),
        page=draw(st.integers(1, 4)),
    )
