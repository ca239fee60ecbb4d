"""What browsers may do with an answer, beyond what Django and django-csp say of it."""

from django.http import HttpRequest, HttpResponse

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
PERMISSIONS = ", ".join(f"{feature}=()" for feature in REFUSED)


class Headers:
    """For every answer, also of static files. A view that sets one of them itself knows better."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", whose(response))
        return response


def whose(response: HttpResponse) -> str:
    """Pictures and the page for frames are for other people's pages too; the rest is this site's alone."""
    is_for_all = response.get("Content-Type", "").startswith("image/")
    is_for_all = is_for_all or getattr(response, "xframe_options_exempt", False)
    return "cross-origin" if is_for_all else "same-origin"
