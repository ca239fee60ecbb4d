"""`python -m tests.checkers.prepare`: before a copy of the snapshot is served, what it has none of."""

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()

    from tests.careers.advertised import advertise
    from tests.site.reading import have_sample_page

    # An advertised job like those that go into indexes, which samples do not.
    advertise(pk=1)
    have_sample_page()
    call_command("collectstatic", interactive=False, verbosity=0)
