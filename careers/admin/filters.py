from urllib.parse import parse_qsl

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careers.models import Area, Industry

from .autocomplete import KnownAutocompletes, KnownChoiceField, KnownSelect


class AutocompleteFilter(admin.FieldListFilter):
    """Filter by a related row, looked up by typing: a list of 1,100 links would help nobody."""

    template = "admin/autocomplete_filter.html"

    def __init__(self, field, request, params, model, model_admin, field_path):
        self.parameter = f"{field_path}__id__exact"
        self.admin_site = model_admin.admin_site
        super().__init__(field, request, params, model, model_admin, field_path)

    def expected_parameters(self):
        return [self.parameter]

    def choices(self, changelist):
        chosen = (self.used_parameters.get(self.parameter) or [""])[-1]
        rows = self.field.remote_field.model._default_manager.select_related(
            *KnownAutocompletes.named_with.get(self.field.name, ())
        )
        field = KnownChoiceField(rows, required=False, widget=KnownSelect(self.field, self.admin_site))
        field.widget.is_required = False
        others = changelist.get_query_string(remove=[self.parameter, "p"])
        attributes = {"id": f"filter_{self.field_path}", "aria-label": self.title}
        yield {
            "widget": field.widget.render(self.parameter, [chosen], attributes),
            "others": parse_qsl(others.removeprefix("?"), keep_blank_values=True),
            "chosen": chosen,
            "clear": others,
        }


class AreaKindFilter(admin.SimpleListFilter):
    title = _("kind of area")
    parameter_name = "area_kind"

    def lookups(self, request, model_admin):
        return Area.Kind.choices

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(area__in=Area.objects.filter(kind=self.value()))


class IndustryLevelFilter(admin.SimpleListFilter):
    title = _("level of industry")
    parameter_name = "industry_level"

    def lookups(self, request, model_admin):
        return Industry.Level.choices

    def queryset(self, request, queryset):
        if self.value() not in {str(level) for level in Industry.Level.values}:
            return queryset
        return queryset.filter(industry__in=Industry.objects.filter(level=self.value()))
