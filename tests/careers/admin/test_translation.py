"""Everything that the desk says is marked for translation."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.utils.functional import Promise

from careers.catalogue import FIGURES
from careers.models.names import NAMES
from comparisons.apps import NAMES as OF_COMPARISONS
from tests.architecture.test_boundaries import PYTHON, ROOT, TEMPLATES, name
from tests.browser.desk_rows import rows, users
from tests.site.pseudo_locale import parts, pseudo_locale, unmarked, values_of_the_database

SAME_IN_ALL_LANGUAGES = {"CSV", "XLSX", "UTC", "True", "False"}
# Permissions for versions are named by the package that keeps those.
NOT_OURS = {Group}
MARKED = re.compile(
    r"\{#.*?#\}|\{% (comment|blocktranslate)\b.*?\{% end\1 %\}|\{%.*?%\}|\{\{.*?\}\}|&\w+;", re.DOTALL
)
BODY_CLASS = re.compile(r"^ *(?:login|dashboard)$", re.MULTILINE)
SPOKEN = re.compile(r'\b(?:title|alt|aria-label|placeholder)="([^"]*)"|type="submit" value="([^"]*)"')
SENTENCE = re.compile(r"[A-Z“].* .*[.:?…]")
MARKING = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
# Of a log or a database; or told by who starts the program, who reads it in English.
NOT_SAID = ("admin/base.py: Refused by", "desk/imports/jobs.py: Import job", "desk/imports/moves.py: ")


@pytest.fixture
def head(django_user_model):
    users()
    return django_user_model.objects.get(username="head")


def labels_of_figures() -> Iterator[str]:
    """What pages for readers call a figure: that is held to where they are."""
    for figure in FIGURES.values():
        yield from parts(str(figure.label))


def test_no_page_of_the_desk_says_what_is_not_marked(client, rf, head, address):
    client.force_login(head)
    pages = ["/admin/", "/admin/?q=xyzzy", "/admin/careers/", "/admin/careers/page/sheet/", *rows().values()]
    request = rf.get("/admin/")
    request.user = head
    for model, its in admin.site._registry.items():
        if model not in NOT_OURS:
            pages.append(address(model, "changelist"))
            pages += [address(model, "add")] * its.has_add_permission(request)
    known = SAME_IN_ALL_LANGUAGES | values_of_the_database() | set(labels_of_figures())
    with pseudo_locale():
        answers = ((page, client.get(page).content.decode()) for page in pages)
        said = {page: found for page, answer in answers if (found := unmarked(answer, known))}
    assert said == {}


def unnamed() -> Iterator[str]:
    """What Django makes of the names of models and fields in Python, and the desk of those of figures."""
    for app in ("careers", "comparisons"):
        for model in apps.get_app_config(app).get_models():
            meta, figures = model._meta, getattr(model, "EXPLAINED", ())
            if not meta.model_name.startswith("historical"):
                yield from (figure.replace("_", " ") for figure in figures)
                yield str(meta.verbose_name) if "verbose_name" not in meta.original_attrs else ""
                yield (
                    str(meta.verbose_name_plural) if "verbose_name_plural" not in meta.original_attrs else ""
                )
                fields = [*meta.concrete_fields, *meta.many_to_many]
                yield from (str(each.verbose_name) for each in fields if each._verbose_name is None)


def test_names_that_django_makes_are_listed_for_translation():
    listed, made = NAMES | OF_COMPARISONS, set(unnamed()) - {""}
    assert made - listed == set(), "add them to careers/models/names.py"
    assert listed - made == set(), "take them out of careers/models/names.py"
    for model in apps.get_app_config("careers").get_models():
        assert isinstance(model._meta.verbose_name_plural, Promise), model


def says(template: str) -> Iterator[str]:
    text = BODY_CLASS.sub("", MARKED.sub("", template))
    spoken = ["".join(found) for found in SPOKEN.findall(text)]
    written = re.sub(r"<[^>]*>", "\n", text).splitlines()
    yield from (
        part for line in [*written, *spoken] for part in parts(line) if re.search("[A-Za-z]{2}", part)
    )


def test_templates_of_the_desk_say_nothing_unmarked():
    desk = [path for path in TEMPLATES if "admin" in path.parts]
    said = {name(path): set(says(path.read_text(encoding="utf-8"))) - SAME_IN_ALL_LANGUAGES for path in desk}
    assert desk
    assert {path: found for path, found in said.items() if found} == {}


def sentences(source: str) -> Iterator[str]:
    """Sentences that stand in a module and are neither its documentation nor marked."""
    tree = ast.parse(source)
    passed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        or (isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKING)
        for inner in (
            [node.value]
            if isinstance(node, ast.Expr)
            else [each for arg in node.args for each in ast.walk(arg)]
        )
    }
    for node in ast.walk(tree):
        text = node.value.strip() if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if id(node) not in passed and SENTENCE.fullmatch(text):
            yield text


def test_no_module_of_the_desk_tells_a_sentence_unmarked():
    folders = [ROOT / folder for folder in ("careers/admin", "careers/desk", "careers/models")]
    desk = [path for path in PYTHON if any(folder in path.parents for folder in folders)]
    desk += [ROOT / "comparisons/admin.py", ROOT / "comparisons/models.py"]
    told = {f"{name(path)}: {text}" for path in desk for text in sentences(path.read_text(encoding="utf-8"))}
    assert {each for each in told if not any(part in each for part in NOT_SAID)} == set()
