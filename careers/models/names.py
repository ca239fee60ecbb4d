"""What models and fields are called where no name was given to them: Django makes it of their name in Python.

Such a name is not marked for translation. `mark` has it translated as it is shown; migrations see none of it.
A test holds the lists against the models.
"""

from collections.abc import Collection

from django.apps import AppConfig
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

NAMES = frozenset({
    _("about"), _("age estimate"), _("age estimates"), _("alternate title"), _("alternate titles"),
    _("annual mean"), _("annual median"), _("annual p10"), _("annual p25"), _("annual p75"), _("annual p90"),
    _("answer"), _("answered at"), _("answered by"), _("approved by"), _("area"), _("areas"), _("as of"),
    _("asked at"), _("asked by"), _("at"), _("attainment"), _("attribution"), _("author"), _("base"),
    _("base year"), _("body"), _("category"), _("census occupation"), _("census occupations"), _("change"),
    _("change number"), _("change percent"), _("changed at"), _("changes"), _("characteristic"),
    _("checksum"), _("city"), _("closed"), _("closed on"), _("code"), _("college"), _("colleges"),
    _("company"), _("company assessment"), _("company assessments"), _("company identifier"),
    _("company identifiers"), _("company logo"), _("company logos"), _("company name"), _("company names"),
    _("completers"), _("conflicts with"), _("content"), _("content type"), _("control"), _("correction"),
    _("corrections"), _("country"), _("created"), _("credential"), _("currency"), _("demographic share"),
    _("demographic shares"), _("description"), _("done rows"), _("draft"), _("drafts"), _("education share"),
    _("education shares"), _("employed"), _("employment"), _("employment base"), _("employment rse"),
    _("employment target"), _("employment types"), _("ended at"), _("ending"), _("ending reason"),
    _("entry education"), _("error"), _("external id"), _("feed"), _("feed receipt"), _("feed receipts"),
    _("feeds"), _("field"), _("figure"), _("file name"), _("findings"), _("fingerprint"), _("finished at"),
    _("first seen"), _("format"), _("founded"), _("frequency"), _("group title"), _("headquarters"),
    _("headquarters area"), _("heartbeat"), _("height"), _("high"), _("highest"), _("hourly mean"),
    _("hourly median"), _("hourly p10"), _("hourly p25"), _("hourly p75"), _("hourly p90"), _("id"),
    _("identifier"), _("import job"), _("import jobs"), _("import receipt"), _("import receipts"),
    _("importance"), _("importer"), _("index"), _("industry"), _("interest"), _("interest rating"),
    _("interest ratings"), _("is indexed"), _("is reported"), _("is sample"), _("job training"),
    _("job zone"), _("job zones"), _("jobs per 1000"), _("key"), _("key text"), _("kind"), _("label"),
    _("length"), _("level"), _("licence"), _("location"), _("location quotient"), _("low"), _("lowest"),
    _("made at"), _("made by"), _("major"), _("major earnings"), _("major group"), _("major route"),
    _("major routes"), _("majors"), _("match confidence"), _("matched title"), _("mean"), _("median"),
    _("merged"), _("merged at"), _("merged company"), _("message"), _("name"), _("note"),
    _("O*NET occupations"), _("object id"), _("occupation"), _("occupations"), _("offers"),
    _("openings annual"), _("p25"), _("p75"), _("page"), _("pages"), _("parent"), _("path"), _("pay max"),
    _("pay min"), _("pay unit"), _("percent"), _("percent self employed"), _("period end"), _("plural title"),
    _("png"), _("position"), _("posted on"), _("posting"), _("posting origin"), _("posting origins"),
    _("posting place"), _("posting places"), _("postings"), _("preparation share"), _("preparation shares"),
    _("prepared"), _("prepareds"), _("price parity"), _("program"),
    _("programs"), _("projection"), _("projections"), _("publish at"), _("published on"),
    _("published value"), _("publisher"), _("rank"), _("rating"), _("reader report"), _("reader reports"),
    _("reason"), _("receipt"), _("received at"), _("refusal"), _("rejected"), _("rejections"), _("related"),
    _("related occupation"), _("related occupations"), _("release"), _("releases"), _("remote area"),
    _("renamed"), _("replaced"), _("retired"), _("review by"), _("rolled back"), _("scheme"), _("score"),
    _("search term"), _("search terms"), _("search word"), _("search words"), _("sector"), _("short name"),
    _("short title"), _("shown"), _("size"), _("skill"), _("skill rating"), _("skill ratings"), _("skills"),
    _("slug"), _("source"), _("sources"), _("stamp"), _("standard error"), _("started at"), _("state"),
    _("stated fact"), _("stated facts"), _("statistic"), _("status"), _("stem"), _("sub industry"),
    _("summary"), _("synonym"), _("synonyms"), _("target year"), _("task statement"), _("task statements"),
    _("technology skill"), _("technology skills"), _("text"), _("texts"), _("tier"), _("title"), _("tokens"),
    _("top code annual"), _("top code hourly"), _("topic"), _("total rows"), _("unchanged"), _("unit id"),
    _("unpublish at"), _("updated"), _("valid through"), _("value"), _("wage estimate"), _("wage estimates"),
    _("wage rse"), _("warnings"), _("was"), _("website"), _("weight"), _("width"), _("word"),
    _("work experience"), _("writers"), _("yearly max"), _("yearly min"), _("years"),
})  # fmt: skip


def mark(app: AppConfig, more: Collection[str] = ()) -> None:
    """Have the names of the models of an app translated, and those of their fields."""
    known = NAMES.union(more)
    for model in app.get_models():
        meta = model._meta
        if meta.verbose_name in known:
            meta.verbose_name = gettext_lazy(str(meta.verbose_name))
        if "verbose_name_plural" not in meta.original_attrs and str(meta.verbose_name_plural) in known:
            meta.verbose_name_plural = gettext_lazy(str(meta.verbose_name_plural))
        for field in [*meta.local_fields, *meta.local_many_to_many]:
            if isinstance(field.verbose_name, str) and field.verbose_name in known:
                field.verbose_name = gettext_lazy(field.verbose_name)
