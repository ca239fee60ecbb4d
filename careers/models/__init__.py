from . import versions  # noqa: F401
from .areas import Area
from .census import CensusOccupation
from .changes import Change
from .companies import (
    Company,
    CompanyAssessment,
    CompanyIdentifier,
    CompanyListing,
    CompanyLogo,
    CompanyName,
    MergedCompany,
)
from .corrections import Correction
from .demographics import AgeEstimate, DemographicShare
from .editorial import Draft, Editorial, EditorialQuerySet, Status, live
from .education import Attainment, EducationShare
from .figures import Figure, Missing, Published
from .import_jobs import ImportJob
from .industries import Industry
from .majors import (
    College,
    Credential,
    FieldOfStudy,
    Major,
    MajorEarnings,
    MajorRoute,
    Program,
)
from .occupations import Occupation, OccupationText
from .offers import EmployerPay
from .onet import OnetOccupation, TaskStatement, TechnologySkill
from .outlook import EntryEducation, JobTraining, Projection, WorkExperience
from .pages import Page
from .postings import Feed, FeedReceipt, Posting, PostingOrigin, PostingPlace
from .preparation import InterestRating, JobZone, PreparationShare
from .prepared import Prepared
from .prices import PriceParity
from .reports import ReaderReport
from .search import SearchTerm, SearchWord, Synonym
from .skills import Skill, SkillRating
from .sources import ImportReceipt, Release, Source
from .statements import StatedFact
from .titles import AlternateTitle, RelatedOccupation
from .wages import WageEstimate

__all__ = [
    "AgeEstimate",
    "AlternateTitle",
    "Area",
    "Attainment",
    "CensusOccupation",
    "Change",
    "College",
    "Company",
    "CompanyAssessment",
    "CompanyIdentifier",
    "CompanyListing",
    "CompanyLogo",
    "CompanyName",
    "Correction",
    "Credential",
    "DemographicShare",
    "Draft",
    "Editorial",
    "EditorialQuerySet",
    "EducationShare",
    "EmployerPay",
    "EntryEducation",
    "Feed",
    "FeedReceipt",
    "FieldOfStudy",
    "Figure",
    "ImportJob",
    "ImportReceipt",
    "Industry",
    "InterestRating",
    "JobTraining",
    "JobZone",
    "Major",
    "MajorEarnings",
    "MajorRoute",
    "MergedCompany",
    "Missing",
    "Occupation",
    "OccupationText",
    "OnetOccupation",
    "Page",
    "Posting",
    "PostingOrigin",
    "PostingPlace",
    "PreparationShare",
    "Prepared",
    "PriceParity",
    "Program",
    "Projection",
    "Published",
    "ReaderReport",
    "RelatedOccupation",
    "Release",
    "SearchTerm",
    "SearchWord",
    "Skill",
    "SkillRating",
    "Source",
    "StatedFact",
    "Status",
    "Synonym",
    "TaskStatement",
    "TechnologySkill",
    "WageEstimate",
    "WorkExperience",
    "live",
]
