"""Addresses of what is measured, of its figures, and of how targets are judged by it."""

from django.urls import path

from tiendo.indicators.views import bindings, definitions, figures, listing, pasting, record

app_name = "indicators"

urlpatterns = [
    path("chi-so/", listing.index, name="index"),
    path("chi-so/moi/", definitions.add, name="add"),
    path("chi-so/<int:pk>/", record.indicator, name="indicator"),
    path("chi-so/<int:pk>/sua/", definitions.edit, name="edit"),
    path("chi-so/<int:pk>/nhap/", figures.give, name="enter"),
    path("chi-so/dan/", pasting.paste_many, name="paste_many"),
    path("chi-so/mau.xlsx", pasting.template_many, name="template_many"),
    path("chi-so/<int:pk>/dan/", pasting.paste, name="paste"),
    path("chi-so/<int:pk>/mau.xlsx", pasting.template, name="template"),
    path("chi-so/so-lieu/<int:pk>/chon/", figures.choose, name="choose"),
    path("chi-so/so-lieu/<int:pk>/go/", figures.take_out, name="take_out"),
    path("chi-tieu/<int:pk>/cach-xet/", bindings.bind, name="bind"),
    path("chi-tieu/<int:pk>/nhan-dinh/", bindings.verdict, name="verdict"),
]
