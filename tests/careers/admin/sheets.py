"""Lists taken out and sheets handed in, as a browser would."""

import csv
import io

import openpyxl
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse


def sign_in(client, role: str, name: str = "somebody") -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return user


def address(model: str, page: str, *args) -> str:
    label = model if "_" in model else f"careers_{model}"
    return reverse(f"admin:{label}_{page}", args=args)


def take_out(client, model: str, kind: str = "csv", **asked) -> list:
    """Rows by title of CSV; cells of XLSX, the titles in the first row."""
    answer = client.get(address(model, "export", kind), asked)
    assert answer.status_code == 200
    if kind == "xlsx":
        return list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows())
    text = answer.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def hand_in(client, model: str, sheet: str | bytes | list[dict], name: str = "sheet.csv", **more) -> str:
    """The page that answers; `sheet` is the text, the bytes or the rows of it."""
    if isinstance(sheet, list):
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, sheet[0])
        writer.writeheader()
        writer.writerows(sheet)
        sheet = text.getvalue()
    content = sheet if isinstance(sheet, bytes) else sheet.encode()
    given = {"file": SimpleUploadedFile(name, content), **more}
    answer = client.post(address(model, "sheet"), given, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()
