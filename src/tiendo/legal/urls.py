"""Addresses of what the registers of legal bases and norms have beside the common pages."""

from django.urls import path

from tiendo.legal import views

app_name = "legal"

urlpatterns = [
    path("so/dinh-muc/de-xuat/", views.proposals, name="proposals"),
]
