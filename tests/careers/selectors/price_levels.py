"""Price levels to put beside the snapshot's pay."""

import datetime

from careers.models import Area, PriceParity, Release, Source


def price_release() -> Release:
    source, _ = Source.objects.get_or_create(
        slug="price-levels-of-a-test",
        defaults={
            "name": "Price levels",
            "short_name": "Prices",
            "publisher": "A publisher",
            "licence": "public domain",
        },
    )
    release, _ = Release.objects.get_or_create(
        source=source, label="2023", defaults={"period_end": datetime.date(2023, 12, 31)}
    )
    return release


def set_price_level(slug: str, index: str | None) -> PriceParity:
    """That of one place and no other in force there; None is a figure that its publisher does not give."""
    area = Area.objects.get(slug=slug)
    PriceParity.objects.filter(area=area).update(is_current=False)
    missing = {"index": "not_collected"} if index is None else {}
    return PriceParity.objects.create(area=area, release=price_release(), index=index, missing=missing)


def forget_price_levels() -> None:
    """The same with and without price levels in the snapshot."""
    PriceParity.objects.update(is_current=False)
