from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from config.second_step import devices


class Command(BaseCommand):
    help = (
        "Lets somebody who lost phone and recovery codes sign in by the password alone, and signs them out."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="the username")

    def handle(self, *, name, **options):
        user = get_user_model()._default_manager.filter(username=name).first()
        if user is None:
            raise CommandError(f"Nobody is called {name!r}.")
        devices.remove(user)
        devices.end_sessions(user)
        devices.note(user, user, "Two-step sign-in reset by a command.")
        self.stdout.write(f"{name} signs in by the password alone, and can set up the second step again.")
