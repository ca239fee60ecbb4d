"""What editors may bring in as a sheet, by which columns a row is known: natural keys, never ids."""

from django.db import models
from import_export import fields, resources
from import_export.widgets import ForeignKeyWidget

from careers.models import Company, CompanyAssessment, CompanyName, Occupation, OccupationText, Page, Synonym
from careers.models.editorial import Editorial


class Named(ForeignKeyWidget):
    """A row of another table by its natural key."""

    def clean(self, value, row=None, **kwargs):
        try:
            return super().clean(value, row, **kwargs)
        except self.model.DoesNotExist as error:
            name = self.model._meta.verbose_name
            raise ValueError(f"No {name} has the {self.field} “{value}”.") from error


class Sheet(resources.ModelResource):
    """Base of all: a row that does not fit its model is refused, and the whole sheet with it."""

    class Meta:
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True

    @property
    def titles(self) -> list[str]:
        return [self.fields[name].column_name for name in self.get_import_order()]

    @property
    def key(self) -> list[str]:
        return [self.fields[name].column_name for name in self.get_import_id_fields()]


def _sheet(of: type[models.Model], key: tuple[str, ...], *others: str, **foreign) -> type[Sheet]:
    meta = type("Meta", (Sheet.Meta,), {"model": of, "import_id_fields": key, "fields": (*key, *others)})
    named = {
        name: fields.Field(attribute=name, column_name=name, widget=Named(model, field))
        for name, (model, field) in foreign.items()
    }
    return type(f"{of.__name__}Sheet", (Sheet,), {"Meta": meta, **named})


COMPANY, OCCUPATION = (Company, "slug"), (Occupation, "slug")
SHEETS: dict[type[models.Model], type[Sheet]] = {
    Synonym: _sheet(Synonym, ("term",), "meaning", "is_in_use"),
    Company: _sheet(
        Company,
        ("slug",),
        "name",
        "website",
        "headquarters",
        "size",
        "founded",
        "summary",
        "facts_source",
        "facts_source_url",
    ),
    CompanyName: _sheet(CompanyName, ("company", "kind", "name"), company=COMPANY),
    CompanyAssessment: _sheet(
        CompanyAssessment,
        ("company", "topic", "source_name"),
        "score",
        "as_of",
        "source_url",
        company=COMPANY,
    ),
    OccupationText: _sheet(OccupationText, ("occupation",), "summary", occupation=OCCUPATION),
    Page: _sheet(Page, ("slug",), "title", "body"),
}


def is_editorial(model: type[models.Model]) -> bool:
    return issubclass(model, Editorial)
