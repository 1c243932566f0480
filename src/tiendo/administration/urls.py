"""Pages of who looks after the installation: offices, people, working days, what was deleted."""

from django.urls import URLPattern

from tiendo.administration import audit_urls, office_urls, people_urls

app_name = "administration"
urlpatterns: list[URLPattern] = [
    *office_urls.urlpatterns,
    *people_urls.urlpatterns,
    *audit_urls.urlpatterns,
]
