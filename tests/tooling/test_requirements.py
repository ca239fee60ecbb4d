"""`make run` installs requirements.txt alone: whatever the portal imports must be in it."""

import re
import sys
from importlib.metadata import packages_distributions

from tests.architecture.test_boundaries import APPS, ROOT, imports

# Read where it is installed: README says for what.
OPTIONAL = {
    "arro3-io",
    "opentelemetry-api",
    "opentelemetry-exporter-otlp-proto-http",
    "opentelemetry-sdk",
    "sentry-sdk",
}


def test_every_package_that_the_portal_imports_is_installed_with_it():
    locked = set(re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE))
    known = packages_distributions()
    own = {*APPS, *sys.stdlib_module_names}
    paths = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    modules = {module.split(".")[0] for path in paths for module in imports(path)} - own
    distributions = {known[module][0].lower().replace("_", "-") for module in modules if module}
    assert distributions - locked - OPTIONAL == set()
