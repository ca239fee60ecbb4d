import json
from collections import Counter
from dataclasses import asdict

from django.core.management.base import BaseCommand
from django.utils import timezone

from careers.desk import checks
from careers.desk.start import kept_findings

KEPT = 100


class Command(BaseCommand):
    help = (
        "Checks texts and figures: titles, shares, pay, state sums, duplicates, links, reviews. "
        "Ends with 1 where something blocking was found."
    )

    def add_arguments(self, parser):
        parser.add_argument("--links", action="store_true", help="also ask the addresses outside this site")

    def handle(self, *args, links=False, **options):
        counts, kept = Counter(), []
        for name, found in checks.every_finding(links=links):
            counts[found.level] += 1
            kept.append(asdict(found))
            self.stdout.write(f"{found.level} [{name}] {found.message} {found.url}".rstrip())
        blocking, warnings = counts[checks.BLOCKING], counts[checks.WARNING]
        ran = ", ".join(checks.names())
        self.stdout.write(f"{blocking:,} blocking, {warnings:,} warnings ({ran}).")
        kept.sort(key=lambda found: found["level"] != checks.BLOCKING)
        told = {"at": timezone.now().isoformat(), "blocking": blocking, "warnings": warnings}
        text = json.dumps(told | {"findings": kept[:KEPT]})
        kept_findings().write_text(text, encoding="utf-8")
        if blocking:
            raise SystemExit(1)
