"""One address of each kind that the site answers."""

REFERENCE = "/compare/patient-service-coordinator-vs-front-office-coordinator/"

PAGES = {
    "home": "/",
    "careers": "/careers/",
    "careers, searched": "/careers/?q=nurse",
    "careers, filtered and sorted": "/careers/?pay_min=60000&group=management-occupations&sort=-pay",
    "careers, second page": "/careers/?page=2",
    "careers, nothing found": "/careers/?q=xyzzy&pay_min=50000",
    "careers, wrong filter": "/careers/?pay_min=abc",
    "occupation": "/careers/registered-nurses/",
    "occupation paid by the hour": "/careers/actors/",
    "job title": "/careers/patient-service-coordinator/",
    "pay": "/careers/registered-nurses/pay/",
    "pay, sorted": "/careers/registered-nurses/pay/?sort=place",
    "pay of a job title": "/careers/front-office-coordinator/pay/",
    "pay without any figure": "/careers/prosthodontists/pay/",
    "picker": "/compare/",
    "picker, ambiguous": "/compare/?a=teachers&b=registered-nurses",
    "picker, same": "/compare/?a=actors&b=actors",
    "reference comparison": REFERENCE,
    "comparison": "/compare/accountants-and-auditors-vs-financial-and-investment-analysts/",
    "comparison of unlike figures": "/compare/patient-service-coordinator-vs-registered-nurses/",
    "sources": "/sources/",
    "source": "/sources/oews/",
    "source of projections": "/sources/employment-projections/",
    "source of the reference page": "/sources/reference-page/",
}
NOT_FOUND = {
    "no page": "/nowhere/",
    "no career": "/careers/regstered-nurses/",
    "no pay": "/careers/regstered-nurses/pay/",
    "no comparison": "/compare/actors-vs-regstered-nurses/",
    "no source": "/sources/nowhere/",
    "no twin": "/careers/actors.pdf",
}
TWINS = {
    "careers as JSON": "/careers.json",
    "careers as CSV": "/careers.csv",
    "occupation as JSON": "/careers/registered-nurses.json",
    "occupation as CSV": "/careers/registered-nurses.csv",
    "pay as JSON": "/careers/registered-nurses/pay.json",
    "pay as CSV": "/careers/registered-nurses/pay.csv",
    "comparison as JSON": REFERENCE.rstrip("/") + ".json",
    "comparison as CSV": REFERENCE.rstrip("/") + ".csv",
}
MACHINES = {"health": "/healthz"}
ADMIN = {"admin login": "/admin/login/"}
