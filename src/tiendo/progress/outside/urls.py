"""The addresses of links for bodies without an account."""

from django.urls import path

from tiendo.progress.outside import handing, views

app_name = "outside"
urlpatterns = [
    path("phoi-hop/<int:pk>/lien-ket/", handing.for_contribution, name="for_contribution"),
    path("bao-cao-ky/<int:pk>/lien-ket/", handing.for_report, name="for_report"),
    path("lien-ket/<int:pk>/thu-hoi/", handing.revoke, name="revoke"),
    path("tra-loi/<str:code>/", views.answer, name="answer"),
    path("tra-loi/<str:code>/mau.xlsx", views.sheet, name="sheet"),
]
