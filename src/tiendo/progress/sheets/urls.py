"""The addresses of the .xlsx form."""

from django.urls import path

from tiendo.progress.sheets import views

app_name = "sheets"
urlpatterns = [
    path("bao-cao-ky/<int:pk>/mau.xlsx", views.form, name="form"),
    path("bao-cao-ky/<int:pk>/nop-mau/", views.take, name="take"),
    path("bao-cao-ky/<int:pk>/mau-co-danh-dau.xlsx", views.marked, name="marked"),
]
