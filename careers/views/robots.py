from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from careers.addresses import address_of

A_DAY = 86_400


@require_safe
@cache_control(public=True, max_age=A_DAY)
def robots(request):
    """What crawlers may read: all but the admin and the endless ways to sort, filter and switch a page.

    The further pages of the list of careers are the one query string that is an address of its own.
    """
    lines = (
        "User-agent: *",
        f"Disallow: {address_of('admin:index')}",
        "Disallow: /*?",
        f"Allow: {address_of('careers:list')}?page=",
        "",
        f"Sitemap: {request.build_absolute_uri(address_of('sitemap'))}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
