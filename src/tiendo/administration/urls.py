"""Pages of who looks after the installation: offices, people, working days, what was deleted."""

from django.urls import URLPattern

app_name = "administration"
urlpatterns: list[URLPattern] = []
