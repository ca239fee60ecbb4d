"""The house stands as it was drawn: who may know whom, and how long a file may grow."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("careers", "comparisons", "config")
PYTHON = [path for app in (*APPS, "tests") for path in sorted((ROOT / app).rglob("*.py"))]
PYTHON = [path for path in PYTHON if "migrations" not in path.parts]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = [path for path in sorted((ROOT / "static").rglob("*.*")) if path.suffix in {".css", ".js", ".svg"}]
MAX_PYTHON, MAX_TEMPLATE = 300, 150
# Put together here, so that this file does not hold them.
LEFT_BEHIND = "|".join(
    rf"\b{first}{second}\b" for first, second in (("TO", "DO"), ("FIX", "ME"), ("XX", "X"))
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> set[str]:
    """Every module, and every name from a module, that a file imports; relative ones written out."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *filter(None, [node.module])])
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def offenders(folders: tuple[str, ...], *forbidden: str) -> list[tuple[str, str]]:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    assert paths
    return [
        (name(path), module)
        for path in paths
        for module in sorted(imports(path))
        if any(module == other or module.startswith(f"{other}.") for other in forbidden)
    ]


def test_careers_knows_nothing_of_comparisons():
    assert offenders(("careers",), "comparisons") == []


def test_only_views_and_addresses_know_of_views():
    layers = ("models", "importers", "selectors", "prose", "charts", "admin", "snapshot")
    folders = (*(f"careers/{layer}" for layer in layers), "comparisons/engine", "comparisons/prose")
    assert offenders(folders, "careers.views", "comparisons.views", "careers.urls", "comparisons.urls") == []


# Of Django, what is pure knows how words are marked for translation and no more.
WORDS = ("django.utils.translation", "django.utils.text", "django.utils.text.format_lazy")


def not_of_words(modules: set[str]) -> list[str]:
    used = [module for module in modules if module.split(".")[0] == "django" and module not in WORDS]
    return [module for module in used if not module.startswith("django.utils.translation.")]


def test_prose_charts_and_the_engine_are_pure():
    folders = (
        "careers/prose",
        "careers/charts",
        "careers/ranking",
        "comparisons/charts",
        "comparisons/engine",
        "comparisons/prose",
    )
    assert offenders(folders, "careers.models", "careers.importers", "careers.kept") == []
    pure = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    pure.append(ROOT / "careers/structured_data.py")
    assert [(name(path), not_of_words(imports(path))) for path in pure if not_of_words(imports(path))] == []


def test_selectors_know_nothing_of_who_shows_or_fills_them():
    above = ("careers.views", "careers.prose", "careers.charts", "careers.importers", "careers.admin")
    assert offenders(("careers/selectors",), *above, "django.http", "django.template") == []


def test_models_know_nothing_above_them():
    above = ("selectors", "views", "prose", "charts", "importers", "admin", "filters", "formatting")
    assert offenders(("careers/models",), *(f"careers.{layer}" for layer in above)) == []


def test_the_application_knows_nothing_of_its_tests():
    assert offenders(APPS, "tests", "pytest") == []


def too_long(paths: list[Path], limit: int) -> list[tuple[str, int]]:
    lengths = ((name(path), len(path.read_text(encoding="utf-8").splitlines())) for path in paths)
    return [(path, length) for path, length in lengths if length >= limit]


def holding(paths: list[Path], pattern: str) -> list[str]:
    assert paths
    return [name(path) for path in paths if re.search(pattern, path.read_text(encoding="utf-8"))]


def test_every_python_file_is_short():
    assert too_long(PYTHON, MAX_PYTHON) == []


def test_every_template_is_short():
    assert too_long(TEMPLATES, MAX_TEMPLATE) == []


def test_nothing_is_left_for_later():
    assert holding([*PYTHON, *TEMPLATES, *STATIC], LEFT_BEHIND) == []


def test_templates_and_views_trust_no_text():
    assert holding(TEMPLATES, r"\|\s*safe(seq)?\b|autoescape\s+off") == []
    # Texts of editors and employers, which are cleaned as they are shown; and JSON-LD, which is no markup
    # and stands in a page as it is: its tag escapes it.
    tags = ("careers/templatetags/markup.py", "careers/templatetags/structured_data.py")
    trusting = [(tag, "django.utils.safestring.mark_safe") for tag in tags]
    assert offenders(("careers", "comparisons"), "django.utils.safestring.mark_safe") == trusting


def test_an_import_is_written_out_before_it_is_judged():
    assert "careers.formatting" in imports(ROOT / "careers/selectors/cells.py")
    assert "careers.selectors.cells.Cell" in imports(ROOT / "careers/selectors/pay.py")
    assert "comparisons.engine.significance.Verdict" in imports(ROOT / "comparisons/engine/compare.py")
