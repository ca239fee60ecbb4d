"""What only O*NET knows: its own occupations below the SOC, their tasks, and the technology they use."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import Published, once_per_release, one_in_force

# Sentences of O*NET's; they come with an operator's import and are never part of the snapshot.
WRITTEN_BY_ONET = _("Written by O*NET; readers see it with the attribution that its licence asks for.")


class OnetOccupation(Published):
    """An O*NET-SOC occupation; several may be rolled up to one SOC occupation."""

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="onet_occupations", db_index=False
    )
    code = models.CharField(_("O*NET-SOC code"), max_length=10, help_text=_("As 29-1141.01."))
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, help_text=WRITTEN_BY_ONET)

    class Meta:
        ordering = ["code"]
        verbose_name = _("O*NET occupation")
        constraints = [
            once_per_release(
                "occupation", "code", message=_("This release already has that O*NET-SOC code.")
            ),
            one_in_force("occupation", "code", message=_("That O*NET-SOC code is there already.")),
        ]

    def __str__(self):
        return f"{self.title} ({self.code})"


class TaskStatement(Published):
    """A task of an O*NET-SOC occupation, in O*NET's words."""

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="task_statements", db_index=False
    )
    onet_code = models.CharField(_("O*NET-SOC code"), max_length=10)
    task_id = models.PositiveIntegerField(_("O*NET task number"))
    is_core = models.BooleanField(_("core task"), default=False)
    text = models.TextField(help_text=WRITTEN_BY_ONET)

    class Meta:
        ordering = ["-is_core", "onet_code", "task_id"]
        constraints = [
            once_per_release(
                "occupation", "onet_code", "task_id", message=_("This release already has that task.")
            ),
            one_in_force("occupation", "onet_code", "task_id", message=_("That task is there already.")),
        ]

    def __str__(self):
        return gettext("Task {key}").format(key=self.task_id)


class TechnologySkill(Published):
    """A piece of software or equipment that people in an occupation use."""

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="technology_skills", db_index=False
    )
    name = models.CharField(max_length=200)
    category = models.CharField(max_length=200, help_text=_("What kind of technology it is."))
    is_hot = models.BooleanField(
        _("hot technology"), default=False, help_text=_("Often named in job postings of all occupations.")
    )
    is_in_demand = models.BooleanField(
        _("in demand"), default=False, help_text=_("Often named in job postings of this occupation.")
    )

    class Meta:
        ordering = ["-is_in_demand", "-is_hot", "name"]
        constraints = [
            once_per_release(
                "occupation", "name", "category", message=_("This release already has that technology there.")
            ),
            one_in_force("occupation", "name", "category", message=_("That technology is there already.")),
        ]

    def __str__(self):
        return self.name
