"""What a browser would send back of a form that nobody touched."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """The fields of the form of that id, as a browser sends them."""

    def __init__(self, form: str):
        super().__init__()
        self.form, self.is_within = form, False
        self.sent: dict[str, list[str]] = {}
        self.select = self.area = ""
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.is_within = given.get("id") == self.form
        if not self.is_within:
            return
        name, kind = given.get("name") or "", given.get("type") or ""
        if tag == "select":
            self.select = name
        elif tag == "option" and "selected" in given and self.select:
            self.send(self.select, given.get("value"))
        elif tag == "textarea":
            self.area, self.text = name, []
        elif tag == "input" and name and kind in {"checkbox", "radio"}:
            if "checked" in given:
                self.send(name, given.get("value", "on"))
        elif tag == "input" and name and kind not in {"submit", "button", "file"}:
            self.send(name, given.get("value"))

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_within = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea" and self.area:
            # A browser leaves out the line break that HTML puts first.
            self.send(self.area, "".join(self.text).removeprefix("\n").removeprefix("\r\n"))
            self.area = ""

    def handle_data(self, data):
        if self.area:
            self.text.append(data)

    def send(self, name: str, value: str | None) -> None:
        self.sent.setdefault(name, []).append(value or "")


def untouched(html: str, form: str) -> dict[str, list[str]]:
    reader = FormReader(form)
    reader.feed(html)
    return reader.sent
