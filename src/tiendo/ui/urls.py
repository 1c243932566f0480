"""Addresses that belong to the look itself."""

from django.urls import path
from django.views.i18n import set_language

from tiendo.ui import views

app_name = "ui"
urlpatterns = [
    path("co-chu/", views.type_size, name="type-size"),
    path("ngon-ngu/", set_language, name="language"),
    path("he-thong/thanh-phan/", views.components, name="components"),
]
