"""The lists of the desk stand under what they are about."""

from django.contrib import admin

from config.admin_site import SECTIONS


def test_every_list_has_a_section_and_stands_in_one_only():
    placed = [name for names in SECTIONS.values() for name in names]
    assert sorted(placed) == sorted(model.__name__ for model in admin.site._registry)
