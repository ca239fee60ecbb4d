from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

A_DAY = 86_400


@require_safe
@cache_control(public=True, max_age=A_DAY)
def robots(request):
    """What crawlers may read: all but the admin and the endless ways to sort, filter and switch a page.

    The further pages of the list of careers are the one query string that is an address of its own.
    """
    lines = (
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        "Disallow: /*?",
        f"Allow: {reverse('careers:list')}?page=",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
