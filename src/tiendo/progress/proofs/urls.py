"""The addresses of evidence."""

from django.urls import path

from tiendo.progress.proofs import views

app_name = "proofs"
urlpatterns = [
    path("bao-cao/<int:pk>/minh-chung/", views.proofs, name="proofs"),
    path("minh-chung/<int:pk>/xem.png", views.preview, name="preview"),
    path("minh-chung/<int:pk>/sua/", views.describe, name="describe"),
    path("minh-chung/<int:pk>/bo/", views.remove, name="remove"),
    path("minh-chung/<int:pk>/nhan-xet/", views.judge, name="judge"),
]
