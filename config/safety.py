"""What a site that others reach must never be set to; each finding names the setting and what to write."""

from collections.abc import Iterable, Iterator

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY, FEWEST_LETTERS = 50, 5
LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
MAKE_A_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))' writes one"


def require(**values) -> None:
    """Stop the start with everything that is wrong, so that nobody mends it one by one."""
    if found := list(findings(**values)):
        raise ImproperlyConfigured("\n".join(["The portal does not start like this:", *found]))


def findings(
    *, debug: bool, https: bool, key: str, hosts: list[str], origins: list[str], has_named_hosts: bool
) -> Iterator[str]:
    """Of a site for this machine alone (DJANGO_HTTPS=false or DJANGO_DEBUG=true) only that it is one."""
    public = sorted(host for host in hosts if not is_of_this_machine(host))
    if debug and public:
        yield (
            f"DJANGO_DEBUG is true, which shows settings to readers of {_listed(public)}: write false, or "
            "take these out of DJANGO_ALLOWED_HOSTS."
        )
    if not https and not debug and public:
        yield (
            f"DJANGO_HTTPS is false, so that passwords for {_listed(public)} go unencrypted: write true, "
            "or take these out of DJANGO_ALLOWED_HOSTS."
        )
    if https:
        yield from _of_a_public_site(key, hosts, origins, has_named_hosts)


def _of_a_public_site(key: str, hosts: list[str], origins: list[str], has_named_hosts: bool) -> Iterator[str]:
    if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_LETTERS or key.startswith("django-insecure-"):
        yield (
            f"DJANGO_SECRET_KEY can be guessed: write at least {SHORTEST_KEY} letters drawn by lot; "
            f"{MAKE_A_KEY}."
        )
    if not has_named_hosts:
        yield (
            "DJANGO_ALLOWED_HOSTS is not set: write the names that the site answers to, as in "
            "careers.example.org. On your own machine alone: DJANGO_HTTPS=false."
        )
    if "*" in hosts:
        yield "DJANGO_ALLOWED_HOSTS lets any name in: write the names that the site answers to instead of *."
    for host in hosts:
        if "/" in host or host.rpartition(":")[2].isdigit():
            yield f"DJANGO_ALLOWED_HOSTS has {host!r}: write the name alone, without https:// and port."
    for origin in origins:
        if not origin.startswith("https://"):
            yield f"DJANGO_CSRF_TRUSTED_ORIGINS has {origin!r}: write https:// and the name."


def is_of_this_machine(host: str) -> bool:
    return host in LOOPBACK or host.endswith(".localhost")


def _listed(hosts: Iterable[str]) -> str:
    return ", ".join(hosts)
