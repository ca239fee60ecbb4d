"""A page asks for one stylesheet: what it imports while it is worked on is in it once it is collected."""

import shutil

import pytest
from django.core.files.storage import FileSystemStorage

from config.static_files import StaticFiles, squeeze
from tests.site.addresses import PAGES
from tests.site.reading import page_at


@pytest.fixture
def collected(settings, tmp_path):
    """The folder in which production keeps its static files, of a site of two stylesheets."""
    sources = tmp_path / "sources"
    (sources / "css" / "parts").mkdir(parents=True)
    (sources / "css" / "site.css").write_text('@import "tokens.css";\n@import "parts/a.css";\np {}\n')
    (sources / "css" / "tokens.css").write_text(":root { --ink: black; }\n")
    (sources / "css" / "parts" / "a.css").write_text('@import "b.css";\na { color: var(--ink); }\n')
    (sources / "css" / "parts" / "b.css").write_text("b {}\n")
    storage = StaticFiles(location=tmp_path / "collected", base_url="/static/")
    source = FileSystemStorage(location=sources)
    names = [str(path.relative_to(sources)) for path in sources.rglob("*.css")]
    shutil.copytree(sources, storage.location)
    list(storage.post_process({name: (source, name) for name in names}))
    return storage


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["home", "comparison", "jobs"])
def test_a_page_asks_for_one_stylesheet(name):
    sheets = [link for link in page_at(PAGES[name]).all("link") if link.attrs["rel"] == "stylesheet"]
    assert [link.attrs["href"] for link in sheets] == ["/static/css/site.css"]


def test_a_collected_stylesheet_holds_what_it_imports_in_order(collected):
    with collected.open(collected.stored_name("css/site.css")) as file:
        assert file.read().decode() == ":root{--ink: black}b{}a{color: var(--ink)}p{}"


def test_a_collected_stylesheet_means_what_it_meant():
    sheet = """
    /* Said to people. */
    a:is(:hover, .on) > b { content: "↕" / ""; width: calc(100% - 2 * var(--s1)); font: 1rem / 2 "A", serif; }
    @media (width >= 44rem) { .a .b, .c { &:hover { color: light-dark(#fff, #000) } } }
    """
    assert squeeze(sheet) == (
        'a:is(:hover,.on) > b{content: "↕" / "";width: calc(100% - 2 * var(--s1));font: 1rem / 2 "A",serif}'
        "@media (width >= 44rem){.a .b,.c{&:hover{color: light-dark(#fff,#000)}}}"
    )
