"""The site that all of the admin is registered on, as `django.contrib.admin.site`."""

from django.contrib.admin import AdminSite


class PortalSite(AdminSite):
    site_header = "Career portal"
    site_title = "Career portal"
    index_title = "Figures and texts"
