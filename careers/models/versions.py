"""Of what the versions are kept: all that editors write. Figures have their corrections instead."""

from simple_history import register

from .companies import Company, CompanyAssessment, CompanyIdentifier, CompanyName
from .corrections import Correction
from .history import EditorsHistory
from .occupations import Occupation, OccupationText
from .pages import Page
from .postings import Posting, PostingPlace
from .search import Synonym
from .sources import Source


def keep_versions(model, **options) -> None:
    """Only what versions are asked by is indexed in them: their row, and what it belongs to."""
    asked = {"occupation", "company", "posting"}
    keys = [field.name for field in model._meta.fields if field.is_relation and field.name not in asked]
    options.setdefault("no_db_index", keys)
    register(model, records_class=EditorsHistory, **options)


for model in (Company, CompanyAssessment, CompanyIdentifier, CompanyName, PostingPlace):
    keep_versions(model)
for model in (Occupation, OccupationText, Page, Source, Synonym):
    keep_versions(model)
keep_versions(Posting, excluded_fields=["changed_at"])
keep_versions(Correction, always=True, author="made_by", reasons=("ending_reason", "reason"))
