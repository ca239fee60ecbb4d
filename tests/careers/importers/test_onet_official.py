"""The official O*NET 29.3 database, where it is beside this checkout."""

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
def test_the_official_database_adds_its_sentences_to_the_snapshot_and_changes_no_figure():
    receipt = base.run(onet.Importer(), OFFICIAL, expect_release="29.3")
    assert (receipt.rejected, receipt.warnings) == (1_167, [])
    assert (receipt.unchanged, receipt.updated, receipt.created, receipt.retired) == (195_640, 995, 18_736, 0)
    ours = {"release": receipt.release, "is_current": True}
    assert OnetOccupation.objects.filter(~Q(description=""), **ours).count() == receipt.updated
    assert TaskStatement.objects.filter(**ours).count() == receipt.created
    for model, condition, occupations in COVERED:
        rows = model.objects.filter(condition, **ours)
        assert rows.values("occupation").distinct().count() == occupations, (model.__name__, condition)
