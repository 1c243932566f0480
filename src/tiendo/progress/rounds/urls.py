"""The addresses of reporting rounds."""

from django.urls.resolvers import URLPattern

app_name = "rounds"
urlpatterns: list[URLPattern] = []
