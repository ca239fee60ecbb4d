"""Makes the outlines of the states, careers/charts/us_states/outlines.json, from the npm package us-atlas.

    npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
    python tools/us_map.py package/states-albers-10m.json

The package has them projected already (Albers, with Alaska and Hawaii moved beside the others) on a sheet
of 975 × 610. Borders are simplified by the area of the triangle that a point makes with its neighbours
(Visvalingam and Whyatt, 1993), a border that two states share once for both, so that no gap opens.
"""

import heapq
import json
import re
import sys
from pathlib import Path

TO = Path(__file__).resolve().parents[1] / "careers/charts/us_states/outlines.json"
LEAST_AREA = 7  # of a triangle that is kept, in square units of the sheet
LEAST_ISLAND = 30  # in the same units
LABEL = (26, 17)  # what a postal code needs
BESIDE = {"DC"}  # too small to be seen: listed beside the map, as are the territories
# Census codes of the states, each with its postal code.
CODES = (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS "
    "21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC "
    "38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY"
)
POSTAL = {pair[:2]: pair[2:] for pair in CODES.split()}

Point = tuple[float, float]


def main(source: str) -> None:
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    borders = [simplified(points) for points in decoded(topology)]
    states = {}
    for geometry in topology["objects"]["states"]["geometries"]:
        code = POSTAL[geometry["id"]]
        if code in BESIDE:
            continue
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings = [ring(numbers, borders) for part in parts for numbers in part]
        largest = max(rings, key=area)
        kept = [points for points in rings if points is largest or area(points) >= LEAST_ISLAND]
        states[slug(geometry["properties"]["name"])] = {
            "name": geometry["properties"]["name"],
            "code": code,
            "path": "".join(map(path, kept)),
            "label": label_point(largest),
        }
    lines = (f"{json.dumps(name)}: {json.dumps(states[name])}" for name in sorted(states))
    TO.write_text(
        '{"width": 975, "height": 610, "states": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8"
    )


def decoded(topology: dict) -> list[list[Point]]:
    """The borders of a TopoJSON file as points on the sheet."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        found.append(points)
    return found


def simplified(points: list[Point]) -> list[Point]:
    """The points whose triangle is large enough; the ends stay, where other borders begin."""
    before = {number: number - 1 for number in range(1, len(points))}
    after = {number: number + 1 for number in range(len(points) - 1)}
    sizes = {number: triangle(*points[number - 1 : number + 2]) for number in range(1, len(points) - 1)}
    heap = [(size, number) for number, size in sizes.items()]
    heapq.heapify(heap)
    while heap and heap[0][0] < LEAST_AREA:
        size, number = heapq.heappop(heap)
        if sizes.get(number) != size:
            continue
        del sizes[number]
        left, right = before.pop(number), after.pop(number)
        after[left], before[right] = right, left
        for other in (left, right):
            if other in sizes:
                around = (before[other], other, after[other])
                # Never less than what has gone, or small bends in a large one would go too late.
                sizes[other] = max(size, triangle(*(points[each] for each in around)))
                heapq.heappush(heap, (sizes[other], other))
    return [points[0], *(points[number] for number in sorted(sizes)), points[-1]]


def ring(numbers: list[int], borders: list[list[Point]]) -> list[tuple[int, int]]:
    """One outline in whole units, from borders of which those numbered below zero run backwards."""
    points = []
    for number in numbers:
        points += borders[number] if number >= 0 else borders[~number][::-1]
    rounded = [(round(x), round(y)) for x, y in points]
    return [point for number, point in enumerate(rounded) if point != rounded[number - 1]]


def path(points: list[tuple[int, int]]) -> str:
    """As an SVG path of steps from point to point."""
    x, y = points[0]
    steps = []
    for next_x, next_y in points[1:]:
        steps.append(f"{next_x - x} {next_y - y}")
        x, y = next_x, next_y
    return re.sub(r" (?=-)", "", f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z")


def label_point(points: list[tuple[int, int]]) -> list[int] | None:
    """The middle of the largest box of a label's shape that lies within; None where a label has no room."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    best = max(
        ((room(x, y, points), x, y) for x in range(left, right, 2) for y in range(top, bottom, 2)),
        default=(0, 0, 0),
    )
    return [best[1], best[2]] if best[0] >= 1 else None


def room(x: float, y: float, points: list[tuple[int, int]]) -> float:
    """How many times as large as a label is the box around a point that no border touches; 0 outside."""
    sides = list(zip(points, points[1:] + points[:1], strict=True))
    crossings = sum(
        (one_y > y) != (other_y > y) and x < one_x + (y - one_y) / (other_y - one_y) * (other_x - one_x)
        for (one_x, one_y), (other_x, other_y) in sides
    )
    if crossings % 2 == 0:
        return 0
    # Along each side in small steps: how far it stays from the point, measured in labels.
    nearest = 99.0
    for (one_x, one_y), (other_x, other_y) in sides:
        steps = max(1, round(max(abs(other_x - one_x), abs(other_y - one_y)) / 2))
        for step in range(steps):
            at_x = one_x + (other_x - one_x) * step / steps
            at_y = one_y + (other_y - one_y) * step / steps
            nearest = min(nearest, max(2 * abs(at_x - x) / LABEL[0], 2 * abs(at_y - y) / LABEL[1]))
    return nearest


def triangle(one: Point, other: Point, third: Point) -> float:
    return area([one, other, third])


def area(points: list[Point]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)) / 2


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


if __name__ == "__main__":
    main(sys.argv[1])
