from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from careers.feeds import reading
from careers.feeds.naming import default_name, free_slug
from careers.models import Company, Feed

MAX_NAME = 120
MAX_LOCATION = Feed._meta.get_field("location").max_length
MAX_SHOWN = 20


class Command(BaseCommand):
    help = "Read postings from a file or an address, bring them in, and print the receipt."

    def add_arguments(self, parser):
        parser.add_argument("format", choices=Feed.Format.values, help="what the document is")
        parser.add_argument("location", metavar="PATH|URL", help="the file, or the http(s) address")
        parser.add_argument(
            "--feed",
            default="",
            help="the name of the feed; of a file that changes its name, give the same each time "
            "(default: made of format and location)",
        )
        parser.add_argument("--company", default="", metavar="SLUG", help="whose jobs they are")
        parser.add_argument(
            "--allow-shrink",
            action="store_true",
            help="close what is gone, even where more than half of the open postings are",
        )

    def handle(self, *, location, feed, company, allow_shrink, **options):
        self.refuse(location)
        feed = self.feed(options["format"], feed or default_name(options["format"], location), company)
        receipt = reading.import_feed(feed, location, timezone.localdate(), allow_shrink=allow_shrink)
        if receipt.error:
            raise CommandError(f"{feed}: {receipt.error} Nothing was changed.")
        seconds = (receipt.finished_at - receipt.started_at).total_seconds()
        self.stdout.write(
            f"{feed}: {receipt.created:,} created, {receipt.updated:,} updated, "
            f"{receipt.unchanged:,} unchanged, {receipt.merged:,} merged, {receipt.closed:,} closed, "
            f"{receipt.rejected:,} rejected in {seconds:.1f} s"
        )
        for rejection in receipt.rejections[:MAX_SHOWN]:
            self.stdout.write(f"  rejected {rejection['item']}: {rejection['reason']}")
        if receipt.rejected > MAX_SHOWN:
            self.stdout.write(f"  … and {receipt.rejected - MAX_SHOWN:,} more, in the receipt in the admin")

    def refuse(self, location: str) -> None:
        """What is no address at all; Django asks `check` for something else."""
        if len(location) > MAX_LOCATION:
            raise CommandError(f"The address or path is longer than {MAX_LOCATION} characters.")
        try:
            urlsplit(location)
        except ValueError as fault:
            raise CommandError(f"{location} is no address ({fault}).") from fault

    def feed(self, form: str, name: str, company: str) -> Feed:
        if len(name) > MAX_NAME:
            raise CommandError(f"{name} is too long for a name: give a shorter one with --feed.")
        owner = None
        if company and (owner := Company.objects.filter(slug=company).first()) is None:
            raise CommandError(f"No company has the address {company!r}: /companies/ lists them.")
        feed = Feed.objects.filter(name=name).first()
        if feed is None:
            return Feed.objects.create(name=name, slug=free_slug(name), format=form, company=owner)
        if feed.format != form:
            raise CommandError(f"The feed {name!r} is of the format {feed.format}: give another with --feed.")
        if owner and feed.company != owner:
            feed.company = owner
            feed.save(update_fields=["company"])
        return feed
