from .areas import Area
from .companies import Company
from .demographics import AgeEstimate, DemographicShare
from .education import Attainment, EducationShare
from .figures import Figure, Missing
from .industries import Industry
from .occupations import Occupation, OccupationText
from .outlook import EntryEducation, JobTraining, Projection, WorkExperience
from .skills import Skill, SkillRating
from .sources import ImportReceipt, Release, Source
from .statements import StatedFact
from .wages import WageEstimate

__all__ = [
    "AgeEstimate",
    "Area",
    "Attainment",
    "Company",
    "DemographicShare",
    "EducationShare",
    "EntryEducation",
    "Figure",
    "ImportReceipt",
    "Industry",
    "JobTraining",
    "Missing",
    "Occupation",
    "OccupationText",
    "Projection",
    "Release",
    "Skill",
    "SkillRating",
    "Source",
    "StatedFact",
    "WageEstimate",
    "WorkExperience",
]
