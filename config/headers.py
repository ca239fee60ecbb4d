"""What browsers may do with an answer, beyond what Django and django-csp say of it."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

# No page asks for any of these; nor may one that comes into a page by mistake, or that frames it.
REFUSED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
OF_EDITORS = ("/admin/", "/preview/")
PERMISSIONS = ", ".join(f"{feature}=()" for feature in REFUSED)


class Headers:
    """For every answer, also of static files. A view that sets one of them itself knows better.

    Nobody keeps what editors see.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", whose(response))
        if request.path_info.startswith(OF_EDITORS) and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response


def whose(response: HttpResponse) -> str:
    """Pictures are for other people's pages too; the rest is this site's alone."""
    return "cross-origin" if response.get("Content-Type", "").startswith("image/") else "same-origin"
