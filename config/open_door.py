"""The interface for programs is open to the scripts of other sites: they may read it, and nothing else."""

from django.http import HttpRequest, HttpResponse

PATH = "/api/v1/"
A_DAY = 86_400  # seconds
READS = "GET, HEAD, OPTIONS"
READABLE = "ETag, Last-Modified, Retry-After"


class OpenDoor:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PATH):
            return self.get_response(request)
        if request.method == "OPTIONS":
            answer = HttpResponse(status=204, headers={"Allow": READS})
            if "Access-Control-Request-Method" in request.headers:
                answer["Access-Control-Allow-Methods"] = READS
                answer["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
                answer["Access-Control-Max-Age"] = str(A_DAY)
        else:
            if request.method == "HEAD":
                request.method = "GET"  # the server sends the head of it alone
            answer = self.get_response(request)
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Access-Control-Expose-Headers"] = READABLE
        answer["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer
