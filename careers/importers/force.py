"""Which figures an import takes out of force: kept with its release, so that it can be rolled back.

Keys are kept as ranges: an import writes its rows one after another, so a release of 370,000 figures is a
few pairs of numbers.
"""

from collections.abc import Iterable, Iterator

from django.apps import apps

from careers.models import Published, Release, Source

Ranges = list[list[int]]  # first and last key of each
# By model (`careers.wageestimate`), then by the key of the release, as JSON keeps it.
Rows = dict[str, dict[str, Ranges]]


def of_others(release: Release) -> Rows:
    """The figures in force of the other releases of a source."""
    others = release.source.releases.exclude(pk=release.pk)
    return _in_force(list(others.values_list("pk", flat=True)))


def of_source(source: Source) -> Rows:
    """The figures in force of all releases of a source."""
    return _in_force(list(source.releases.values_list("pk", flat=True)))


def of_itself(release: Release) -> Rows:
    return _in_force([release.pk])


def record(release: Release, before: Rows) -> None:
    """Keep which of the figures that were in force `before` an import no longer are.

    Of a release that was there before this was kept, say in the portal's snapshot, it stays unknown.
    """
    if release.rolled_back is not None:
        release.replaced, release.rolled_back = {}, None
    elif release.replaced is None:
        if release.receipts.exists():
            return
        release.replaced = {}
    after = of_others(release) if before else {}
    for model, by_release in before.items():
        for key, ranges in by_release.items():
            if key == str(release.pk):
                continue
            still = set(keys(after.get(model, {}).get(key, [])))
            gone = {one for one in keys(ranges) if one not in still}
            if gone:
                kept = release.replaced.setdefault(model, {})
                kept[key] = as_ranges(sorted(gone.union(keys(kept.get(key, [])))))
    release.save(update_fields=["replaced", "rolled_back"])


def published_models() -> list[type[Published]]:
    return [model for model in apps.get_models() if issubclass(model, Published)]


def keys(ranges: Ranges) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


def as_ranges(ascending: Iterable[int]) -> Ranges:
    ranges: Ranges = []
    for key in ascending:
        if ranges and ranges[-1][1] == key - 1:
            ranges[-1][1] = key
        else:
            ranges.append([key, key])
    return ranges


def _in_force(releases: list[int]) -> Rows:
    found: Rows = {}
    for model in published_models() if releases else ():
        rows = model.objects.filter(release__in=releases, is_current=True)
        by_release: dict[str, list[int]] = {}
        for release, key in rows.order_by("pk").values_list("release_id", "pk").iterator(chunk_size=20_000):
            by_release.setdefault(str(release), []).append(key)
        if by_release:
            found[model._meta.label_lower] = {key: as_ranges(rows) for key, rows in by_release.items()}
    return found
