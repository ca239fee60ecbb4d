"""A small workbook of the Census occupation list, in the publisher's layout: edit the rows, then write."""

from pathlib import Path

from openpyxl import Workbook

# The Census list of 2018: title, Census code, SOC code.
TITLES = [
    ["Chief executives", "0010", "11-1011"],
    ["Legislators", "0030", "11-1031"],
    ["Public relations and fundraising managers", "0060", "11-2030"],
    ["Budget analysts", "0820", "13-2031"],
    ["Other financial specialists", "0960", "13-20XX"],
    ["Other mathematical science occupations", "1240", "15-20XX"],
    ["Exercise physiologists", "3235", "29-1128"],
    ["Therapists, all other", "3245", "29-1129"],
    ["Registered nurses", 3255, "29-1141"],
    ["Home health aides", 3601, "31-1121"],
    ["Personal care aides", 3602, "31-1122"],
    ["Nursing assistants", 3603, "31-1131"],
    ["Police officers", "3870", "33-3050"],
    ["Bus drivers, school", 9121, "53-3051"],
    ["Bus drivers, transit and intercity", 9122, "53-3052"],
    ["Shuttle drivers and chauffeurs", 9141, "53-3053"],
    ["Taxi drivers", 9142, "53-3054"],
    ["Transportation service attendants", "9365", "53-6030"],
    ["Unemployed, or never worked", "9920", "none"],
]
# The crosswalk from 2010, as it stands: SOC, code and title of 2010; SOC, code and title of 2018.
CROSSWALK = [
    ["11-1011", "0010", "Chief Executives", "11-1011", "0010", "Chief Executives"],
    ["11-1031", "0030", "Legislators", "11-1031", "0030", "Legislators"],
    ["11-2031", "0060", "Public Relations and Fundraising Managers", "11-2030", "0060", "The same"],
    ["", "", "", "", "", "Public Relations Managers (11-2032)"],
    ["", "", "", "", "", "Fundraising Managers (11-2033)"],
    ["13-2031", "0820", "Budget Analysts", "13-2031", "0820", "Budget Analysts"],
    ["13-2099", "0950", "Financial Specialists, All Other", "13-20XX", "0960", "Other Financial Specialists"],
    ["", "", "", "", "", "Financial Risk Specialists (13-2054)"],
    ["", "", "", "", "", "Financial Specialists, All Other (13-2099)"],
    ["15-2090", "1240", "Miscellaneous Mathematical Science Occupations", "15-20XX", "1240", "Other"],
    ["", "", "", "", "", "Data Scientists (15-2051 )"],
    ["", "", "", "", "", "Mathematical Science Occupations, All Other (15-2099)"],
    ["29-1128", "3235", "Exercise Physiologists", "29-1128", "3235", "Exercise Physiologists"],
    ["29-1129", "3245", "Therapists, All Other", "29-1129", "3245", "Therapists, All Other"],
    ["29-1141", "3255", "Registered Nurses", "29-1141", "3255", "Registered Nurses"],
    ["31-1010", "3600", "Nursing, Psychiatric, and Home Health Aides", "", "", ""],
    ["", "", "", "31-1121", 3601, "Home Health Aides"],
    ["", "", "", "31-1131", 3603, "Nursing Assistants"],
    ["", "", "", "33-3050", "3870", "Police Officers"],
    ["33-3051", "3850", "Police and Sheriff's Patrol Officers", "", "", "Patrol Officers (33-3051)"],
    ["33-3052", "3860", "Transit and Railroad Police", "", "", "Transit and Railroad Police (33-3052)"],
    ["39-9021", "4610", "Personal Care Aides", "31-1122", 3602, "Personal Care Aides"],
    ["53-3020", "9120", "Bus Drivers", "", "", ""],
    ["", "", "", "53-3051", 9121, "Bus Drivers, School"],
    ["", "", "", "53-3052", 9122, "Bus Drivers, Transit and Intercity"],
    ["53-3041", "9140", "Taxi Drivers and Chauffeurs", "", "", ""],
    ["", "", "", "53-3053", 9141, "Shuttle Drivers and Chauffeurs"],
    ["", "", "", "53-3054", 9142, "Taxi Drivers"],
    [
        "53-6031",
        "9360",
        "Automotive Service Attendants",
        "53-6030",
        "9365",
        "Transportation Service Attendants",
    ],
    ["", "", "", "", "", "Automotive and Watercraft Service Attendants (53-6031)"],
    ["", "", "", "", "", "Aircraft Service Attendants (53-6032)"],
    ["none", "9920", "Unemployed, or never worked", "none", "9920", "Unemployed, or never worked"],
]
CHANGES = [
    ["0950", "Financial Specialists, All Other", "0960", "Other Financial Specialists"],
    ["3600", "Nursing, Psychiatric, and Home Health Aides", 3601, "Home Health Aides"],
    ["", "", 3603, "Nursing Assistants"],
    ["3850", "Police and Sheriff's Patrol Officers", "3870", "Police Officers"],
    ["3860", "Transit and Railroad Police", "", ""],
    ["4610", "Personal Care Aides", 3602, "Personal Care Aides"],
    ["9120", "Bus Drivers", 9121, "Bus Drivers, School"],
    ["", "", 9122, "Bus Drivers, Transit and Intercity"],
    ["", "", 9141, "Shuttle Drivers and Chauffeurs"],
    ["9140", "Taxi Drivers and Chauffeurs", 9141, "Shuttle Drivers and Chauffeurs"],
    ["", "", 9142, "Taxi Drivers"],
    ["9360", "Automotive Service Attendants", "9365", "Transportation Service Attendants"],
]
LIST_HEADINGS = ["", "2018 Census Title ", "2018 Census Code", "2018 SOC Code"]
CROSSWALK_HEADINGS = [
    "2010 SOC code", "2010 Census Code", "2010 Census Title \n",
    "2018 SOC Code", "2018 Census Code", "2018 Census Title ",
]  # fmt: skip
CHANGES_HEADINGS = [
    "2010 Census OCC Code", "2010 Census Title", "New 2018 Census OCC Code", "2018  Census Title", "Summary",
]  # fmt: skip


class CensusList:
    """The Census Bureau's workbook of its list of 2018 and the crosswalk from 2010."""

    def __init__(self, updated: str = "May 6, 2031"):
        self.updated = updated
        self.titles = [list(row) for row in TITLES]
        self.crosswalk = [list(row) for row in CROSSWALK]
        self.changes = [list(row) for row in CHANGES]
        self.headings = {"list": LIST_HEADINGS, "crosswalk": CROSSWALK_HEADINGS, "changes": CHANGES_HEADINGS}
        self.stated = {"list": len(TITLES), "crosswalk": sum(bool(row[1]) for row in CROSSWALK)}

    def row(self, code: str) -> list:
        return next(row for row in self.titles if str(row[1]) == code)

    def crosswalk_line(self, text: str) -> int:
        """The line of the sheet on which a text stands."""
        return 5 + next(number for number, row in enumerate(self.crosswalk) if text in row)

    def write(self, path: Path) -> Path:
        workbook = Workbook()
        workbook.active.title = "OVERVIEW"
        sheet = workbook.create_sheet("2018 Census Occ Code List")
        sheet.append(["", "2018 Census Occupation Code List"])
        sheet.append(["", "last updated: September 26, 2019"])
        sheet.append(self.headings["list"])
        sheet.append(
            ["", f"The 2018 census occupation classification list has {self.stated['list']} codes in all. "]
        )
        sheet.append(["", "Management Occupations:", "0010-0440", "11-0000"])
        for row in self.titles:
            sheet.append(["", *row])
        sheet = workbook.create_sheet("2010 to 2018 Crosswalk ")
        sheet.append(["Census Occupation Code Crosswalk from 2010 to 2018 "])
        sheet.append([f"Updated {self.updated}"])
        sheet.append([])
        sheet.append(self.headings["crosswalk"])
        for row in self.crosswalk:
            sheet.append(row)
        sheet.append(["", "", f"Total Codes, 2010: {self.stated['crosswalk']} including military "])
        sheet = workbook.create_sheet("Occ Code Changes")
        sheet.append(["Summary of 2010 and 2018 Census Occupation Code Changes "])
        sheet.append(self.headings["changes"])
        for row in self.changes:
            sheet.append(row)
        workbook.save(path)
        return path
