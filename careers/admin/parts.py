"""Rows that belong to a company or a posting, and are on the site as soon as they are saved."""

from django.contrib.auth.models import AbstractBaseUser

from careers.desk import roles
from careers.models import Status


def may_touch(user: AbstractBaseUser, whole) -> bool:
    """Whether `user` may change parts of `whole`: of what is published, who may publish alone."""
    return whole is None or whole.status != Status.PUBLISHED or may_publish_alone(user)


def may_publish_alone(user: AbstractBaseUser) -> bool:
    """Parts have no drafts: under the rule of two persons they are changed while their whole is a draft."""
    return roles.may_publish(user, {user.pk})


class PartsInline:
    """An inline whose rows an editor changes as long as what they belong to is not published."""

    def has_add_permission(self, request, obj):
        return super().has_add_permission(request, obj) and may_touch(request.user, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and may_touch(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_touch(request.user, obj)


class PartAdmin:
    """The list of such rows of all wholes: who may publish alone, as a row may be moved there to another."""

    def has_add_permission(self, request):
        return super().has_add_permission(request) and may_publish_alone(request.user)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and may_publish_alone(request.user)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_publish_alone(request.user)
