from django.shortcuts import render

from careers.selectors import home as selector


def home(request):
    return render(request, "careers/home.html", {"home": selector.home(), "nav": "none"})
