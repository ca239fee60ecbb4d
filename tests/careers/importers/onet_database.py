"""A small O*NET database in the publisher's two layouts, of any release."""

import zipfile
from pathlib import Path

from openpyxl import Workbook

CODE = "O*NET-SOC Code"
ANALYST = "Analyst"
SKILLS = {"2.A.1.a": "Reading Comprehension", "2.A.1.e": "Mathematics", "2.B.1.a": "Social Perceptiveness"}
KNOWLEDGE = {"2.C.1.a": "Administration and Management", "2.C.4.a": "Mathematics"}
INTERESTS = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
ANSWERS = {"RL": ("2.D.1", 12), "RW": ("3.A.1", 11), "PT": ("3.A.2", 9), "OJ": ("3.A.3", 9)}
# What stands in the Excel edition only.
EXPLANATIONS = ("Title", "Scale Name", "Related Title")
# Registered nurses and a part of them; the two halves of a broad occupation of the pay survey, 29-2010;
# and the parts of a residual one that has no data of its own.
OCCUPATIONS = {
    "29-1141.00": "Registered Nurses",
    "29-1141.01": "Acute Care Nurses",
    "29-2011.00": "Medical and Clinical Laboratory Technologists",
    "29-2012.00": "Medical and Clinical Laboratory Technicians",
    "15-1299.00": "Computer Occupations, All Other",
    "15-1299.08": "Computer Systems Engineers/Architects",
    "15-1299.09": "Information Technology Project Managers",
}
RATED = tuple(code for code in OCCUPATIONS if code != "15-1299.00")
SOLDIERS = "55-3016.00"  # the pay survey leaves them out


class Database:
    """The files by name, each a list of dictionaries by heading; edit them, then write them."""

    def __init__(self, version: str = "31.2", month: str = "February 2027"):
        self.version, self.month = version, month
        self.files = {
            "Occupation Data": [
                {CODE: code, "Title": title, "Description": f"They do the work of {title}."}
                for code, title in OCCUPATIONS.items()
            ],
            "Alternate Titles": [
                _of("29-1141.00", **{"Alternate Title": "Staff Nurse", "Short Title": ""}),
                _of("29-1141.00", **{"Alternate Title": "Registered Nurse (RN)", "Short Title": "RN"}),
                _of("29-1141.01", **{"Alternate Title": "ICU Nurse", "Short Title": ""}),
                _of("15-1299.08", **{"Alternate Title": "Systems Architect", "Short Title": ""}),
            ],
            "Sample of Reported Titles": [
                _of("29-1141.00", **{"Reported Job Title": "Charge Nurse", "Shown in My Next Move": "Y"})
            ],
            "Skills": _ratings(SKILLS),
            "Knowledge": _ratings(KNOWLEDGE),
            "Education, Training, and Experience": [
                row for code in RATED for scale in ANSWERS for row in _shares(code, scale)
            ],
            "Job Zones": [_of(code, **{"Job Zone": 3}) for code in RATED],
            "Interests": [row for code in RATED for row in _interests(code)],
            "Technology Skills": [
                _technology("29-1141.00", "Epic Systems", "Medical software", hot="Y"),
                _technology("15-1299.08", "Python", "Object oriented development software", hot="Y"),
                _technology("15-1299.09", "Python", "Object oriented development software", demand="Y"),
            ],
            "Related Occupations": [
                _related("29-1141.00", "29-2011.00", 1),
                _related("29-1141.00", "15-1299.09", 2),
                _related("29-2011.00", "29-2012.00", 1),
                _related("29-2011.00", "29-1141.00", 2),
            ],
            "Task Statements": [
                _task("29-1141.00", 8823, "Record what patients need.", "Core"),
                _task("29-1141.01", 8824, "Watch over ventilators.", "Supplemental"),
                _task("29-1141.01", 8825, "Keep the ward's stock.", ""),
            ],
        }

    def row(self, file: str, code: str, **values) -> dict:
        """The one row of an occupation that has the values, by heading or by its short name."""
        (row,) = (row for row in self.files[file] if row[CODE] == code and _fits(row, values))
        return row

    def line(self, file: str, row: dict) -> int:
        return 2 + next(number for number, other in enumerate(self.files[file]) if other is row)

    def add_soldiers(self) -> "Database":
        for name in ("Occupation Data", "Alternate Titles"):
            self.files[name].append({**self.files[name][0], CODE: SOLDIERS})
        return self

    def keep(self, *names: str) -> "Database":
        """Leave all files but the named ones out."""
        self.files = {name: self.files[name] for name in names}
        return self

    def write(self, folder: Path, edition: str = "xlsx", read_me: bool = True) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.files.items():
            path = folder / f"{name}.{edition}"
            write_workbook(path, name, rows) if edition == "xlsx" else write_text(path, rows)
        if read_me:
            text = f"O*NET {self.version} Database\n{self.month} Release\n---------\n"
            (folder / "Read Me.txt").write_text(text)
        return folder

    def write_zip(self, path: Path, inside: str, **options) -> Path:
        folder = self.write(path.parent / "to-be-packed", **options)
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, f"{inside}/{file.name}")
        return path


def write_workbook(path: Path, name: str, rows: list[dict]) -> None:
    workbook = Workbook()
    workbook.active.title = name[:31]
    headings = list(rows[0])
    workbook.active.append(headings)
    for row in rows:
        workbook.active.append([row.get(heading) for heading in headings])
    workbook.save(path)


def write_text(path: Path, rows: list[dict]) -> None:
    headings = [
        name for name in rows[0] if name not in EXPLANATIONS or (name == "Title" and "Description" in rows[0])
    ]
    lines = ["\t".join(headings)]
    lines += ["\t".join("n/a" if row[name] == "" else str(row[name]) for name in headings) for row in rows]
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")


def _of(code: str, **values) -> dict:
    return {CODE: code, "Title": OCCUPATIONS[code], **values}


def _fits(row: dict, values: dict) -> bool:
    short = {"element": "Element ID", "scale": "Scale ID", "category": "Category", "name": "Element Name"}
    return all(row[short.get(name, name)] == value for name, value in values.items())


def _ratings(elements: dict[str, str]) -> list[dict]:
    """Each element a tenth less important than the one before it; level 4, standard errors 0.3 and 0.4."""
    return [
        _of(
            code,
            **{
                "Element ID": element,
                "Element Name": name,
                "Scale ID": scale,
                "Scale Name": "Importance" if scale == "IM" else "Level",
                "Data Value": round(4 - number / 10, 2) if scale == "IM" else 4,
                "N": 8,
                "Standard Error": 0.3 if scale == "IM" else 0.4,
                "Recommend Suppress": "N",
                "Not Relevant": "" if scale == "IM" else "N",
                "Date": "08/2026",
                "Domain Source": ANALYST,
            },
        )
        for code in RATED
        for number, (element, name) in enumerate(elements.items())
        for scale in ("IM", "LV")
    ]


def _shares(code: str, scale: str) -> list[dict]:
    """Three quarters gave answer 2, one quarter answer 3; and how important a licence is, as O*NET has."""
    element, answers = ANSWERS[scale]
    shares = [0, 75, 25, *[0] * (answers - 3)]
    return [
        _of(
            code,
            **{
                "Element ID": element,
                "Element Name": "A question",
                "Scale ID": scale,
                "Scale Name": "Its answers",
                "Category": category,
                "Data Value": share,
                "N": 30,
                "Standard Error": 3.5 if share else 0,
                "Recommend Suppress": "N",
            },
        )
        for category, share in enumerate(shares, start=1)
    ]


def _interests(code: str) -> list[dict]:
    rows = [
        (f"1.B.1.{letter}", name, "OI", 2 + number / 2)
        for number, (letter, name) in enumerate(zip("abcdef", INTERESTS, strict=True))
    ]
    rows.append(("1.B.1.g", "First Interest High-Point", "IH", 6))
    headings = ("Element ID", "Element Name", "Scale ID", "Data Value")
    return [_of(code, **dict(zip(headings, row, strict=True))) for row in rows]


def _technology(code: str, name: str, category: str, hot: str = "N", demand: str = "N") -> dict:
    marks = {"Hot Technology": hot, "In Demand": demand}
    return _of(code, **{"Example": name, "Commodity Code": 43232202, "Commodity Title": category, **marks})


def _related(code: str, other: str, rank: int) -> dict:
    tier = "Primary-Short" if rank <= 5 else "Supplemental"
    return _of(
        code,
        **{
            "Related O*NET-SOC Code": other,
            "Related Title": OCCUPATIONS[other],
            "Relatedness Tier": tier,
            "Index": rank,
        },
    )


def _task(code: str, number: int, text: str, kind: str) -> dict:
    return _of(code, **{"Task ID": number, "Task": text, "Task Type": kind, "Date": "08/2026"})
