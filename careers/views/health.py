from django.http import HttpResponse


def healthz(request):
    """The process answers; whether its database does is another question."""
    return HttpResponse("ok", content_type="text/plain")
