"""Addresses of the history, its seals, packages for audits, and of erasing what it says of a person."""

from django.urls import path

from tiendo.administration.views import audits, changes, erasing

PACKAGES = "quan-tri/goi-kiem-tra/"
urlpatterns = [
    path("quan-tri/lich-su/", changes.changes, name="history"),
    path("quan-tri/lich-su/tai-ve/", changes.export_changes, name="export_history"),
    path("quan-tri/niem-phong/", audits.seals, name="seals"),
    path(PACKAGES, audits.packages, name="packages"),
    path(f"{PACKAGES}them/", audits.ask_package, name="ask_package"),
    path(f"{PACKAGES}<int:pk>/", audits.package_file, name="package_file"),
    path(
        "quan-tri/nguoi-dung/<int:pk>/xoa-khoi-lich-su/",
        erasing.erase_person,
        name="erase_person",
    ),
]
