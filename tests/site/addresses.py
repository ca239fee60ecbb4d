"""One address of each kind that the site answers."""

REFERENCE = "/compare/patient-service-coordinator-vs-front-office-coordinator/"
FIVE = (
    "/compare/registered-nurses-vs-actors-vs-surgeons-all-other-vs-bookkeeping-accounting-and-auditing-clerks"
    "-vs-software-developers/"
)

PLACES = (
    "/compare/registered-nurses/in/"
    "texas-vs-california-vs-united-states-vs-abilene-tx-vs-dallas-fort-worth-arlington-tx/"
)

STATE_GOVERNMENT = "state-government-including-schools-and-hospitals-oews-designation"

MUCH_ASKED = (
    "/careers/?place=texas&pay_min=40000&pay_max=200000&education=associate&education=bachelor&zone=3&zone=4"
    "&growth=0&employment=100&interest=social&skill=speaking&skill=writing&women=50-75&women=75-100&unknown=keep"
)

MUCH_ASKED_OF_JOBS = (
    "/jobs/?q=nurse&occupation=registered-nurses&place=seattle-tacoma-bellevue-wa&radius=100&pay_min=20"
    "&pay_unit=hour&unknown=keep&type=FULL_TIME&type=PART_TIME&posted=30&sort=pay"
)

# A sample as the portal ships them; `tests.site.reading` has it where it is read.
SAMPLE_JOB = "/jobs/1-registered-nurse/"
# A page as editors write them, likewise.
SAMPLE_PAGE = "/about/how-we-work/"

PAGES = {
    "home": "/",
    "careers": "/careers/",
    "careers, searched": "/careers/?q=nurse",
    "careers, filtered and sorted": "/careers/?pay_min=60000&group=management-occupations&sort=-pay",
    "careers, second page": "/careers/?page=2",
    "careers as a plot": "/careers/?view=plot",
    "careers as a map": "/careers/?view=map",
    "careers in a state as a plot": "/careers/?place=wyoming&unknown=keep&view=plot",
    "careers as a table": "/careers/?q=nurse&place=texas&prices=adjusted&view=table",
    "careers, much asked": MUCH_ASKED,
    "careers, nothing found in a place": "/careers/?place=abilene-tx&pay_min=190000&growth=20&women=0-25",
    "careers in what may be several places": "/careers/?place=Portland",
    "careers, nothing found": "/careers/?q=xyzzy&pay_min=50000",
    "careers, wrong filter": "/careers/?pay_min=abc",
    "search": "/search/?q=engineering",
    "search, corrected": "/search/?q=registerd+nurze",
    "search, all of a kind": "/search/?q=engineering&kind=major",
    "search, nothing found": "/search/?q=qxzvk&exact=1",
    "search, nothing asked": "/search/?q=",
    "occupation": "/careers/registered-nurses/",
    "occupation paid by the hour": "/careers/actors/",
    "job title": "/careers/patient-service-coordinator/",
    "pay": "/careers/registered-nurses/pay/",
    "pay, sorted": "/careers/registered-nurses/pay/?sort=place",
    "pay of a job title": "/careers/front-office-coordinator/pay/",
    "pay without any figure": "/careers/prosthodontists/pay/",
    "occupation's skills": "/careers/registered-nurses/skills/",
    "occupation's outlook": "/careers/registered-nurses/outlook/",
    "occupation's education": "/careers/registered-nurses/education/",
    "occupation's people": "/careers/registered-nurses/demographics/",
    "residual occupation": "/careers/managers-all-other/",
    "residual occupation's skills": "/careers/life-scientists-all-other/skills/",
    "residual occupation's education": "/careers/managers-all-other/education/",
    "occupation of several SOC codes": "/careers/home-health-and-personal-care-aides/",
    "job title's education": "/careers/patient-service-coordinator/education/",
    "job title's people": "/careers/patient-service-coordinator/demographics/",
    "job title's skills": "/careers/patient-service-coordinator/skills/",
    "job title's outlook": "/careers/patient-service-coordinator/outlook/",
    "jobs": "/jobs/",
    "jobs in a place": "/jobs/?place=texas&type=FULL_TIME&sort=pay",
    "jobs, much asked": MUCH_ASKED_OF_JOBS,
    "jobs, searched": "/jobs/?q=nurse",
    "jobs in what may be several places": "/jobs/?place=Portland",
    "jobs, wrong filter": "/jobs/?pay_min=abc",
    "job": SAMPLE_JOB,
    "places": "/places/",
    "places, sorted": "/places/?sort=-pay",
    "places, found by name": "/places/?q=portland&kind=metro",
    "places, nothing found": "/places/?q=xyzzy",
    "nation": "/places/united-states/",
    "state": "/places/texas/",
    "state, the same to choose a figure on": "/places/texas/?report=1",
    "metropolitan area": "/places/abilene-tx/",
    "nonmetropolitan area": "/places/alaska-nonmetropolitan-area/",
    "industries": "/industries/",
    "industries, sorted": "/industries/?sort=-employment",
    "industry": "/industries/utilities/",
    "government as an industry": f"/industries/{STATE_GOVERNMENT}/",
    "all industries": "/industries/cross-industry-private-federal-state-and-local/",
    "companies": "/companies/",
    "companies, searched and sorted": "/companies/?q=county&sort=-offers",
    "companies, nothing found": "/companies/?q=xyzzy&pay=1",
    "companies, wrong filter": "/companies/?q=university&sector=nowhere",
    "company": "/companies/county-of-riverside/",
    "company of a directory": "/companies/3m/",
    "company with visa-filing pay": "/companies/mayo-clinic/",
    "picker": "/compare/",
    "picker, ambiguous": "/compare/?a=teachers&b=registered-nurses",
    "picker, same": "/compare/?a=actors&b=actors",
    "reference comparison": REFERENCE,
    "comparison": "/compare/accountants-and-auditors-vs-financial-and-investment-analysts/",
    "comparison of unlike figures": "/compare/patient-service-coordinator-vs-registered-nurses/",
    "comparison of three": "/compare/registered-nurses-vs-actors-vs-patient-service-coordinator/",
    "comparison of five": FIVE,
    "comparison, adding what may be several": "/compare/actors-vs-dancers/?add=nurse",
    "comparison of five in a place": FIVE + "?place=abilene-tx&prices=adjusted&pin=actors",
    "comparison in a state, equal rows out": "/compare/actors-vs-dancers/?place=texas&rows=different",
    "comparison in what may be several places": "/compare/actors-vs-dancers/?place=Portland",
    "comparison of places": "/compare/registered-nurses/in/texas-vs-california/",
    "comparison of five places": PLACES + "?prices=adjusted&pin=texas",
    "comparison turned into a move": "/compare/registered-nurses-vs-actors/move/",
    "comparison of job titles turned into a move": REFERENCE + "move/",
    "comparison of unrated careers turned into a move": "/compare/cardiologists-vs-software-developers/move/",
    "best companies": "/companies/best/",
    "best companies by own weights": "/companies/best/?occupation=registered-nurses&pay=100&breadth=0&size=0",
    "best companies, wrong weight": "/companies/best/?pay=101",
    "method of the best companies": "/companies/best/method/",
    "sources": "/sources/",
    "source": "/sources/oews/",
    "source of projections": "/sources/employment-projections/",
    "source of the reference page": "/sources/reference-page/",
    "figures": "/figures/",
    "interface for programs": "/api/",
    "about": "/about/",
    "page of the editors": SAMPLE_PAGE,
    "thanks for a report": "/report/thanks/",
}
# What is written into: opening it gives a reader the cookie that keeps others from sending it.
FORMS = {
    "report": "/report/?figure=annual_mean&page=%2Fcareers%2Factors%2F&shown=%2423",
    "report, nothing known": "/report/",
}
NOT_FOUND = {
    "no page": "/nowhere/",
    "no career": "/careers/regstered-nurses/",
    "no pay": "/careers/regstered-nurses/pay/",
    "no skills": "/careers/regstered-nurses/skills/",
    "no outlook": "/careers/regstered-nurses/outlook/",
    "no education": "/careers/regstered-nurses/education/",
    "no people": "/careers/regstered-nurses/demographics/",
    "too many to compare": FIVE.rstrip("/") + "-vs-dancers/",
    "no comparison in a place": "/compare/actors-vs-dancers/?place=Texs",
    "no comparison of places": "/compare/registered-nurses/in/texas-vs-califrnia/",
    "no comparison": "/compare/actors-vs-regstered-nurses/",
    "no move": "/compare/actors-vs-regstered-nurses/move/",
    "no page of the editors": "/about/nowhere/",
    "no source": "/sources/nowhere/",
    "no twin": "/careers/actors.pdf",
    "no place": "/places/abilen-tx/",
    "no job": "/jobs/999999-registered-nurse/",
    "no industry": "/industries/utilites/",
    "no company": "/companies/county-of-rivreside/",
    "no logo": "/companies/county-of-riverside/logo.png",
}
EMBEDS = {"comparison to embed": REFERENCE + "embed/", "five to embed": FIVE + "embed/"}
TWINS = {
    "careers as JSON": "/careers.json",
    "careers as CSV": "/careers.csv",
    "map of careers as JSON": "/careers.json?q=nurse&view=map",
    "map of careers as CSV": "/careers.csv?view=map",
    "search as JSON": "/search.json?q=engineering",
    "search as CSV": "/search.csv?q=engineering",
    "suggestions": "/suggest?q=nurs",
    "occupation as JSON": "/careers/registered-nurses.json",
    "occupation as CSV": "/careers/registered-nurses.csv",
    "pay as JSON": "/careers/registered-nurses/pay.json",
    "pay as CSV": "/careers/registered-nurses/pay.csv",
    "skills as JSON": "/careers/registered-nurses/skills.json",
    "skills as CSV": "/careers/registered-nurses/skills.csv",
    "education as JSON": "/careers/registered-nurses/education.json",
    "education as CSV": "/careers/registered-nurses/education.csv",
    "people as JSON": "/careers/registered-nurses/demographics.json",
    "people as CSV": "/careers/registered-nurses/demographics.csv",
    "outlook as JSON": "/careers/registered-nurses/outlook.json",
    "outlook as CSV": "/careers/registered-nurses/outlook.csv",
    "jobs as JSON": "/jobs.json?place=texas",
    "jobs as CSV": "/jobs.csv?q=nurse",
    "job as JSON": SAMPLE_JOB.rstrip("/") + ".json",
    "job as CSV": SAMPLE_JOB.rstrip("/") + ".csv",
    "places as JSON": "/places.json",
    "places as CSV": "/places.csv",
    "place as JSON": "/places/texas.json",
    "place as CSV": "/places/texas.csv",
    "industries as JSON": "/industries.json",
    "industries as CSV": "/industries.csv",
    "industry as JSON": "/industries/utilities.json",
    "industry as CSV": "/industries/utilities.csv",
    "companies as JSON": "/companies.json",
    "companies as CSV": "/companies.csv",
    "company as JSON": "/companies/mayo-clinic.json",
    "company as CSV": "/companies/mayo-clinic.csv",
    "best companies as JSON": "/companies/best.json",
    "best companies as CSV": "/companies/best.csv",
    "source as JSON": "/sources/oews.json",
    "source as CSV": "/sources/oews.csv",
    "figures as JSON": "/figures.json",
    "figures as CSV": "/figures.csv",
    "comparison as JSON": REFERENCE.rstrip("/") + ".json",
    "comparison of five as JSON": FIVE.rstrip("/") + ".json",
    "comparison of five as CSV": FIVE.rstrip("/") + ".csv",
    "comparison as CSV": REFERENCE.rstrip("/") + ".csv",
    "comparison in a place as JSON": "/compare/actors-vs-registered-nurses.json?place=texas&prices=adjusted",
    "comparison in a place as CSV": "/compare/actors-vs-registered-nurses.csv?place=texas",
    "comparison of places as JSON": PLACES.rstrip("/") + ".json",
    "comparison of places as CSV": PLACES.rstrip("/") + ".csv",
    "move as JSON": "/compare/registered-nurses-vs-actors/move.json",
    "move as CSV": "/compare/registered-nurses-vs-actors/move.csv",
}
CARDS = {
    "card of the site": "/card.png",
    "card of a comparison": REFERENCE + "card.png",
    "card of a career": "/careers/registered-nurses/card.png",
}
MACHINES = {
    "health": "/healthz",
    "readiness": "/readyz",
    "robots": "/robots.txt",
    "feed of jobs": "/jobs.atom?q=nurse",
    "sitemap": "/sitemap.xml",
    "sitemap of careers": "/sitemap-careers.xml",
    "sitemap of jobs": "/sitemap-jobs.xml",
    "sitemap of companies": "/sitemap-companies.xml",
    "sitemap of related careers": "/sitemap-related-careers.xml",
}
ADMIN = {"admin login": "/admin/login/"}
