"""Which credentials count as leading to an occupation: those of the level that entry typically asks for.

By the entry education of the projection in force:

    bachelor                bachelor's degrees
    master                  master's degrees
    doctoral_professional   doctoral and first professional degrees
    associate               associate's degrees
    postsecondary_award     undergraduate certificates
    any other, or none      undergraduate certificates, associate's and bachelor's degrees
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from careers import formatting
from careers.models import Credential, EntryEducation

OPEN = (Credential.CERTIFICATE, Credential.ASSOCIATE, Credential.BACHELOR)
COUNTED: dict[str, tuple[Credential, ...]] = {
    EntryEducation.POSTSECONDARY.value: (Credential.CERTIFICATE,),
    EntryEducation.ASSOCIATE.value: (Credential.ASSOCIATE,),
    EntryEducation.BACHELOR.value: (Credential.BACHELOR,),
    EntryEducation.MASTER.value: (Credential.MASTER,),
    EntryEducation.DOCTORAL.value: (Credential.DOCTORAL, Credential.FIRST_PROFESSIONAL),
}
IN_WORDS = {
    Credential.CERTIFICATE: _("undergraduate certificates"),
    Credential.ASSOCIATE: _("associate's degrees"),
    Credential.BACHELOR: _("bachelor's degrees"),
    Credential.MASTER: _("master's degrees"),
    Credential.DOCTORAL: _("doctoral degrees"),
    Credential.FIRST_PROFESSIONAL: _("first professional degrees"),
}


def counted(entry_education: str | None) -> tuple[Credential, ...]:
    return COUNTED.get(entry_education or "", OPEN)


def in_words(credentials: Iterable[Credential]) -> str:
    return formatting.listing([IN_WORDS[credential] for credential in credentials])
