"""The addresses of every kind of page that readers and programs ask for, drawn from what a database has.

The same database always gives the same ones.
"""

from dataclasses import dataclass
from random import Random

from django.utils import timezone

from careers import models as m

SEED = 9
WORDS = ("nurse", "software engineer", "teacher", "sales manager", "welder", "data", "truck driver")
JOBS_ASKED = "place={metro}&radius=100&pay_min={pay}&type=FULL_TIME&posted=30&unknown=keep"

KINDS = {
    "home": "/",
    "careers": "/careers/",
    "careers, a later page": "/careers/?page={page}",
    "careers, searched": "/careers/?q={word}",
    "careers, filtered": "/careers/?pay_min={pay}&education=bachelor&sort=-pay",
    "careers in a place": "/careers/?place={metro}&pay_min={pay}&unknown=keep",
    "careers as a plot": "/careers/?view=plot&pay_min={pay}",
    "careers as a map": "/careers/?view=map&q={word}",
    "careers as a table": "/careers/?view=table&q={word}",
    "careers as JSON": "/careers.json?pay_min={pay}&unknown=keep",
    "careers as CSV": "/careers.csv?pay_min={pay}&q={word}",
    "occupation": "/careers/{career}/",
    "occupation's pay": "/careers/{career}/pay/",
    "occupation's skills": "/careers/{career}/skills/",
    "occupation's education": "/careers/{career}/education/",
    "occupation's people": "/careers/{career}/demographics/",
    "occupation's outlook": "/careers/{career}/outlook/",
    "occupation as JSON": "/careers/{career}.json",
    "occupation's pay as CSV": "/careers/{career}/pay.csv",
    "occupation's skills as JSON": "/careers/{career}/skills.json",
    "occupation's education as JSON": "/careers/{career}/education.json",
    "occupation's people as JSON": "/careers/{career}/demographics.json",
    "occupation's outlook as JSON": "/careers/{career}/outlook.json",
    "card of an occupation": "/careers/{career}/card.png",
    "card of the site": "/card.png",
    "picker": "/compare/?a={word}",
    "comparison": "/compare/{career}-vs-{second}/",
    "comparison of five": "/compare/{career}-vs-{second}-vs-{third}-vs-{fourth}-vs-{fifth}/",
    "comparison in a place": "/compare/{career}-vs-{second}/?place={metro}&prices=adjusted",
    "comparison as JSON": "/compare/{career}-vs-{second}.json",
    "comparison of places": "/compare/{career}/in/{state}-vs-united-states/",
    "comparison of places as CSV": "/compare/{career}/in/{state}-vs-united-states.csv",
    "card of a comparison": "/compare/{career}-vs-{second}/card.png",
    "comparison to embed": "/compare/{career}-vs-{second}/embed/",
    "move": "/compare/{career}-vs-{second}/move/",
    "move as JSON": "/compare/{career}-vs-{second}/move.json",
    "search": "/search/?q={word}",
    "search, misspelled": "/search/?q=registerd+{word}",
    "search, jobs alone": "/search/?q={word}&kind=posting",
    "search as JSON": "/search.json?q={word}",
    "suggestions": "/suggest?q={begun}",
    "jobs": "/jobs/",
    "jobs, a later page": "/jobs/?page={page}",
    "jobs, searched": "/jobs/?q={word}",
    "jobs, best paid": "/jobs/?sort=pay&pay_min={pay}",
    "jobs in a state": "/jobs/?place={state}&type=FULL_TIME",
    "jobs of an occupation": "/jobs/?occupation={career}",
    "jobs, much asked": "/jobs/?q={word}&" + JOBS_ASKED,
    "jobs as JSON": "/jobs.json?place={metro}",
    "jobs as CSV": "/jobs.csv?q={word}",
    "feed of jobs": "/jobs.atom?q={word}",
    "job": "/jobs/{job}/",
    "job as JSON": "/jobs/{job}.json",
    "companies": "/companies/",
    "companies, a later page": "/companies/?page={page}",
    "companies, searched": "/companies/?q={letters}&sort=-offers",
    "companies, filtered": "/companies/?place={metro}&jobs=1",
    "companies as JSON": "/companies.json?page={page}",
    "company": "/companies/{company}/",
    "company as JSON": "/companies/{company}.json",
    "best companies": "/companies/best/",
    "best companies by own weights": "/companies/best/?pay={percent}&breadth=10",
    "best companies of an occupation": "/companies/best/?occupation={career}",
    "best companies as JSON": "/companies/best.json?pay={percent}",
    "method of the best companies": "/companies/best/method/",
    "places": "/places/",
    "places as JSON": "/places.json",
    "state": "/places/{state}/",
    "metropolitan area": "/places/{metro}/",
    "place as JSON": "/places/{metro}.json",
    "industries": "/industries/",
    "industries as JSON": "/industries.json",
    "industry": "/industries/{industry}/",
    "industry as JSON": "/industries/{industry}.json",
    "pages of the editors": "/about/",
    "sources": "/sources/",
    "source": "/sources/{source}/",
    "source as JSON": "/sources/{source}.json",
    "figures": "/figures/",
    "figures as JSON": "/figures.json",
    "report": "/report/?figure=annual_mean&page=%2Fcareers%2F{career}%2F",
    "thanks for a report": "/report/thanks/",
    "robots": "/robots.txt",
    "sitemap": "/sitemap.xml",
    "sitemap of careers": "/sitemap-careers.xml",
    "sitemap of jobs": "/sitemap-jobs.xml",
    "sitemap of companies": "/sitemap-companies.xml",
    "interface for programs": "/api/",
    "description of the interface": "/api/v1/openapi.json",
    "API: occupations": "/api/v1/occupations",
    "API: occupation": "/api/v1/occupations/{career}",
    "API: places of an occupation": "/api/v1/occupations/{career}/places",
    "API: figures": "/api/v1/figures",
    "API: figure": "/api/v1/figures/annual_mean",
    "API: comparisons": "/api/v1/comparisons",
    "API: comparison": "/api/v1/comparisons/{career}-vs-{second}",
    "API: places": "/api/v1/places",
    "API: place": "/api/v1/places/{metro}",
    "API: companies": "/api/v1/companies",
    "API: company": "/api/v1/companies/{company}",
    "API: postings": "/api/v1/postings",
    "API: postings, searched": "/api/v1/postings?q={word}",
    "API: posting": "/api/v1/postings/{job_number}",
    "API: search": "/api/v1/search?q={word}",
}


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    addresses: tuple[str, ...]


def kinds(number: int, of: str = "") -> list[Kind]:
    """Each kind with so many addresses, of those that have the text in their name."""
    stock = _stock()
    return [
        Kind(name, tuple(_addresses(name, pattern, number, stock)))
        for name, pattern in KINDS.items()
        if of.casefold() in name.casefold()
    ]


def _addresses(name: str, pattern: str, number: int, stock: dict[str, list]) -> list[str]:
    random = Random(f"{SEED} {name}")  # noqa: S311 - it chooses, it keeps nothing secret
    return [pattern.format(**_drawn(random, stock)) for _ in range(number)]


def _drawn(random: Random, stock: dict[str, list]) -> dict[str, object]:
    job, word = random.choice(stock["job"]), random.choice(WORDS)
    careers = random.sample(stock["career"], 5)
    return {
        **{name: random.choice(slugs) for name, slugs in stock.items()},
        **dict(zip(("career", "second", "third", "fourth", "fifth"), careers, strict=True)),
        "job": job,
        "job_number": job.split("-")[0],
        "word": word.replace(" ", "+"),
        "letters": word[:3],
        "begun": word[: random.randint(2, 5)],
        "page": random.randint(2, 9),
        "pay": random.randint(30, 90) * 1000,
        "percent": random.randint(1, 99),
    }


def _stock() -> dict[str, list]:
    """What the addresses name: as much of each as the database has, a job by its number and title."""
    today, areas = timezone.localdate(), m.Area.objects.order_by("pk")
    shown = m.Occupation.objects.detailed().order_by("pk")
    open_jobs = m.Posting.objects.open(today).real().only("title")
    first, last = (open_jobs.order_by(order).first() for order in ("pk", "-pk"))
    apart = max((last.pk - first.pk) // 200, 1) if first else 1
    jobs = [*open_jobs.filter(pk__in=range(first.pk, last.pk + 1, apart)).order_by("pk")] if first else []
    return {
        "career": list(shown.values_list("slug", flat=True)),
        "job": [job.get_absolute_url().split("/")[2] for job in jobs] or ["1-none"],
        "company": _slugs(m.Company.objects.live(timezone.now()).order_by("pk")),
        "state": _slugs(areas.filter(kind=m.Area.Kind.STATE)),
        "metro": _slugs(areas.filter(kind=m.Area.Kind.METRO)),
        "industry": _slugs(m.Industry.objects.order_by("pk")),
        "source": _slugs(m.Source.objects.order_by("pk")),
    }


def _slugs(rows) -> list[str]:
    return list(rows.values_list("slug", flat=True))
