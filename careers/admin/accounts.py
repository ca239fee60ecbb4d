from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied

from .asked import AskedLists

admin.site.unregister([User, Group])


class Searched(AskedLists):
    def get_search_results(self, request, queryset, search_term):
        # PostgreSQL takes no NUL; an autocomplete checks nothing.
        return super().get_search_results(request, queryset, search_term.replace("\0", ""))

    def history_view(self, request, object_id, extra_context=None):
        # Asked first: who may not look is not told by another answer which rows there are.
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)


@admin.register(User)
class Users(Searched, UserAdmin):
    """Django's own, with the bounds of the other lists."""


@admin.register(Group)
class Groups(Searched, GroupAdmin):
    """Likewise."""
