"""What editors do with a page of the desk, and what readers see of it then."""

from django.urls import reverse

from tests.careers.admin.forms import posted


def change(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def save(client, row, step: str = "_save", **typed):
    address = change(row)
    return client.post(address, posted(client.get(address), {step: "1"}, **typed))


def shown(client, row) -> str:
    response = client.get(row.get_absolute_url())
    return response.content.decode() if response.status_code == 200 else ""


def messages_of(answer) -> str:
    return " ".join(str(message) for message in answer.wsgi_request._messages)
