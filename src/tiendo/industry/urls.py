"""Addresses of what registers of industry need beside the pages every register has."""

from django.urls import path

from tiendo.industry.merging import views

app_name = "industry"
urlpatterns = [
    path("so/doanh-nghiep/trung/", views.twins, name="twins"),
    path("so/doanh-nghiep/gop/<int:kept>/<int:twin>/", views.merge, name="merge"),
    path("so/doanh-nghiep/khac/<int:one>/<int:other>/", views.tell_apart, name="tell_apart"),
    path("so/doanh-nghiep/gop/<int:pk>/lay-lai/", views.take_back, name="take_back"),
]
