"""Companies with visa-filing offers that no snapshot has, for work that no snapshot's filings are for."""

import random
from datetime import date
from functools import cache

from careers.models import (
    Area,
    Company,
    CompanyAssessment,
    EmployerPay,
    Industry,
    Occupation,
    Release,
    Source,
)

WORK = ("electricians", "welders-cutters-solderers-and-brazers")
UNPUBLISHED = "actors"  # paid by the hour: no yearly median is published
PLACES = ("united-states", "texas", "abilene-tx", "wyoming")


def release():
    source = Source.objects.create(slug="filings", name="Filings", short_name="Filings", licence="None")
    return Release.objects.create(source=source, label="2025")


def company(name, **extra):
    slug = name.lower().replace(" ", "-")
    return Company.objects.create(name=name, slug=slug, **extra)


def pay(of, filed_in, occupation, area, offers, median=None):
    """Under five offers there is no median."""
    if offers < 5:
        median = None
    return EmployerPay(
        company=of,
        release=filed_in,
        occupation_id=_ids(Occupation)[occupation],
        area_id=_ids(Area)[area],
        offers=offers,
        missing={} if median else dict.fromkeys(EmployerPay.EXPLAINED, "too_few"),
        **dict.fromkeys(EmployerPay.EXPLAINED, median),
    )


def many(number=24):
    """Companies of all kinds, the same at each call: sizes, assessments, thin data, no market."""
    dice, filed_in = random.Random(8), release()
    sizes = [dice.choice(["", "", *Company.Size.values]) for _ in range(number)]
    known = {"industry": Industry.objects.sectors().first(), "facts_source": "Report"}
    made = Company.objects.bulk_create(
        Company(name=f"Maker {index:02}", slug=f"maker-{index:02}", size=size, **(known if size else {}))
        for index, size in enumerate(sizes)
    )
    rows, assessed = [], []
    for one in made:
        for work in dice.sample((*WORK, UNPUBLISHED), dice.randint(0, 3)):
            whole = dice.randint(2, 30)
            rows.append(pay(one, filed_in, work, PLACES[0], whole, dice.randrange(20_000, 150_000)))
            for place in PLACES[1:3]:
                whole = dice.randint(0, whole)
                if whole >= 5:
                    rows.append(pay(one, filed_in, work, place, whole, dice.randrange(20_000, 150_000)))
        assessed += [
            CompanyAssessment(
                company=one,
                topic=topic,
                score=dice.randint(0, 100),
                as_of=date(2025, 1, 1),
                source_name="Report",
            )
            for topic in dice.sample(["Benefits", "Training"], dice.choice([0, 0, 1, 2]))
        ]
    EmployerPay.objects.bulk_create(rows)
    CompanyAssessment.objects.bulk_create(assessed)


@cache
def _ids(model):
    """Primary keys of what the snapshot has, by slug; it stays as it is while tests run."""
    return dict(model.objects.values_list("slug", "pk"))
