from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from .asked import AskedLists

admin.site.unregister([User, Group])


class Searched(AskedLists):
    def get_search_results(self, request, queryset, search_term):
        # PostgreSQL takes no NUL; an autocomplete checks nothing.
        return super().get_search_results(request, queryset, search_term.replace("\0", ""))


@admin.register(User)
class Users(Searched, UserAdmin):
    """Django's own, with the bounds of the other lists."""


@admin.register(Group)
class Groups(Searched, GroupAdmin):
    """Likewise."""
