"""The official O*NET 29.3 database, where it is beside this checkout."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.db.models import Q

from careers.importers import base, onet
from careers.models import (
    AlternateTitle,
    InterestRating,
    JobZone,
    OnetOccupation,
    PreparationShare,
    RelatedOccupation,
    SkillRating,
    TaskStatement,
    TechnologySkill,
)

pytestmark = pytest.mark.django_db

OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/onet-29.3"
# Of the 830 occupations, how many have it. O*NET asked no workers of 88 of them what entry takes.
COVERED = (
    (OnetOccupation, ~Q(description=""), 830),
    (AlternateTitle, Q(kind="alternate"), 830),
    (AlternateTitle, Q(kind="reported"), 768),
    (SkillRating, Q(skill__kind="skill", importance__isnull=False), 753),
    (SkillRating, Q(skill__kind="knowledge", importance__isnull=False), 753),
    (PreparationShare, Q(scale="experience", percent__isnull=False), 742),
    (JobZone, Q(lowest__isnull=False), 783),
    (InterestRating, Q(rating__isnull=False), 783),
    (TechnologySkill, Q(), 783),
    (RelatedOccupation, Q(), 783),
    (TaskStatement, Q(), 783),
)


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official database is not beside this checkout")
def test_the_official_database_covers_the_occupations_it_describes(monkeypatch):
    source = replace(onet.Importer.source, slug="onet-of-atlantis")
    monkeypatch.setattr(onet.Importer, "source", source)
    receipt = base.run(onet.Importer(), OFFICIAL, expect_release="29.3")
    assert (receipt.created, receipt.rejected, receipt.warnings) == (215_371, 1_167, [])
    for model, condition, occupations in COVERED:
        rows = model.objects.filter(condition, release=receipt.release, is_current=True)
        assert rows.values("occupation").distinct().count() == occupations, (model.__name__, condition)
    assert base.run(onet.Importer(), OFFICIAL).unchanged == receipt.created
