"""Who may do what at the desk: two groups, filled from the table below after every `migrate`.

Both look at everything of the portal. What a reader sees changes at a publisher's hands only; figures
change by corrections, never in their rows; releases and receipts are written by imports. The rest (rows of
figures, areas, sources, users) is the superuser's.
"""

from collections.abc import Collection

from django.apps import apps as every_app
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser

EDITOR, PUBLISHER = "Editor", "Publisher"

PUBLISH = "careers.publish_content"
IMPORT = "careers.import_sources"
MERGE = "careers.merge_companies"

WRITE = ("add", "change")
KEEP = ("add", "change", "delete")

# What an editor may do beyond looking.
EDITORS = {
    # Drafted, reviewed, published: `careers.desk.publishing` keeps the live version until then.
    "careers.occupationtext": WRITE,
    "careers.page": WRITE,
    "careers.company": WRITE,
    "careers.posting": WRITE,
    "comparisons.curatedcomparison": WRITE,
    # Parts of a company or a posting; of a live one they are a publisher's (careers/admin/parts.py).
    "careers.companyname": KEEP,
    "careers.companyidentifier": KEEP,
    "careers.companyassessment": KEEP,
    "careers.companylogo": KEEP,
    "careers.postingplace": KEEP,
    # Held against a figure, with reason and source; and what readers say of one.
    "careers.correction": WRITE,
    "careers.readerreport": ("change",),
}
# What a publisher may do beyond all of that.
PUBLISHERS = {
    "careers.occupationtext": ("delete",),
    "careers.page": ("delete", "publish_content"),
    "careers.company": ("delete", "merge_companies"),
    "careers.posting": ("delete",),
    "comparisons.curatedcomparison": ("delete",),
    "careers.importjob": (*WRITE, "import_sources"),
    "careers.feed": WRITE,
    # At once on the site: names and slugs of occupations and job titles, and the words they are found by.
    "careers.occupation": WRITE,
    "careers.synonym": KEEP,
}
TABLES = {EDITOR: (EDITORS,), PUBLISHER: (EDITORS, PUBLISHERS)}
APPS = frozenset(name.partition(".")[0] for name in (*EDITORS, *PUBLISHERS))


def may_publish(user: AbstractBaseUser, authors: Collection[int | None] = ()) -> bool:
    """Whether `user` may publish what the users of these keys wrote (none: nobody known).

    Under DESK_TWO_PERSON_RULE nobody publishes what they wrote themselves, a superuser no more than others.
    """
    if not user.has_perm(PUBLISH):
        return False
    return not settings.DESK_TWO_PERSON_RULE or user.pk not in authors


def grant(sender, using, apps=every_app, **kwargs) -> None:
    """Give both groups what the tables say of one app, and nothing else of that app.

    Runs after each app's migrations, when its permissions are there. What a superuser gave a group of other
    apps stays.
    """
    if sender.label not in APPS:
        return
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:  # migrated back to before there were groups
        return
    of_app = permission_model.objects.using(using).filter(content_type__app_label=sender.label)
    of_app = list(of_app.values_list("pk", "codename", "content_type__model"))
    for name in TABLES:
        group, _ = group_model.objects.using(using).get_or_create(name=name)
        wanted = {key for key, codename, model in of_app if codename in codenames(name, sender.label, model)}
        held = set(
            group.permissions.filter(content_type__app_label=sender.label).values_list("pk", flat=True)
        )
        group.permissions.remove(*held - wanted)
        group.permissions.add(*wanted - held)


def codenames(role: str, app_label: str, model_name: str) -> set[str]:
    """The codenames of what a role may do with a model: `change_page`, `publish_content`."""
    verbs = {"view"}.union(*(table.get(f"{app_label}.{model_name}", ()) for table in TABLES[role]))
    return {verb if "_" in verb else f"{verb}_{model_name}" for verb in verbs}
