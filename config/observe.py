"""Faults to Sentry, traces to whatever takes OpenTelemetry's: both optional, neither told who a reader is.

Their packages are in requirements-observe.txt. They work by threads, which no fork takes along: each process
starts them for itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from urllib.parse import SplitResult

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SERVICE = "career-portal"
WANTS = {"SENTRY_DSN": "sentry_sdk", "OTEL_EXPORTER_OTLP_ENDPOINT": "opentelemetry.exporter.otlp.proto.http"}

_tracer = None


def wanted(name: str, address: SplitResult | None) -> str:
    """The address of a setting, '' where it is not set; without its package the portal does not start."""
    if address is None:
        return ""
    try:
        is_there = find_spec(WANTS[name]) is not None
    except ModuleNotFoundError:  # the package that it would be in
        is_there = False
    if not is_there:
        raise ImproperlyConfigured(
            f"{name} is set, and its package is missing: pip install --require-hashes -r "
            "requirements-observe.txt, or leave it empty."
        )
    return address.geturl()


def start() -> None:
    """In this process, from now on, what the settings ask for."""
    if settings.SENTRY_DSN:
        _start_sentry()
    if settings.OTEL_EXPORTER_OTLP_ENDPOINT:
        _start_traces()


def _start_sentry() -> None:
    import sentry_sdk

    from .code_version import code_version

    sentry_sdk.init(
        dsn=settings.SENTRY_DSN,
        release=code_version(),
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        before_send=_told,
        before_breadcrumb=_told,
    )


def _told(event: dict, hint: dict) -> dict:
    """Without what was searched for, who asked, and any secret."""
    from .logs import without_secrets

    if request := event.get("request"):
        event["request"] = {name: request[name] for name in ("method", "url") if name in request}
    event.pop("user", None)
    return _changed(event, without_secrets)


def _changed(value, change):
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _changed(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_changed(each, change) for each in value]
    return value


def _start_traces() -> None:
    global _tracer
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import SERVICE_NAME, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: SERVICE}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    _tracer = provider.get_tracer(SERVICE)


@contextmanager
def _span(name: str, kind: str, context=None) -> Iterator:
    from opentelemetry.trace import SpanKind

    with _tracer.start_as_current_span(name, context=context, kind=SpanKind[kind]) as span:
        yield span


def answered(get_response, request):
    """The response to a request, in a span of its own where traces are asked for."""
    if _tracer is None:
        return get_response(request)
    from opentelemetry.propagate import extract

    context = extract(request.headers) if settings.BEHIND_PROXY else None
    with _span(request.method, "SERVER", context) as span:
        response = get_response(request)
        span.set_attribute("http.request.method", request.method)
        span.set_attribute("http.response.status_code", response.status_code)
        if request.resolver_match:
            span.update_name(f"{request.method} /{request.resolver_match.route}")
            span.set_attribute("http.route", f"/{request.resolver_match.route}")
        return response


def executed(execute, sql, parameters, many, context):
    """A query, in a span of its own where traces are asked for; without its parameters."""
    if _tracer is None:
        return execute(sql, parameters, many, context)
    text = str(sql)
    with _span(text.split(None, 1)[0].upper(), "CLIENT") as span:
        span.set_attribute("db.system.name", context["connection"].vendor)
        span.set_attribute("db.query.text", text)
        return execute(sql, parameters, many, context)
