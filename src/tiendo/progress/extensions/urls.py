"""The addresses of extensions: asked for, decided, withdrawn, and the rule they follow."""

from django.urls import path

from tiendo.progress.extensions import views

app_name = "extensions"
urlpatterns = [
    path("ky/<int:pk>/gia-han/", views.ask, name="ask"),
    path("gia-han/<int:pk>/", views.decide, name="decide"),
    path("gia-han/<int:pk>/rut/", views.withdraw, name="withdraw"),
    path("gia-han/quy-dinh/", views.rule, name="rule"),
]
