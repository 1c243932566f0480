"""Addresses of what the registers of difficulties and petitions need beside the pages every register has."""

from django.urls import path

from tiendo.difficulties import views

app_name = "difficulties"
urlpatterns = [
    path("so/kho-khan/<int:pk>/chuyen/", views.forward, name="forward"),
    path("so/kien-nghi/gom/", views.gather, name="gather"),
]
