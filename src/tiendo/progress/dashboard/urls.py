"""The addresses of what leaders look at."""

from django.urls import path

from tiendo.progress.dashboard import asking, files, places_views, views

app_name = "dashboard"
urlpatterns = [
    path("chi-tieu/<int:pk>/", views.target, name="target"),
    path("chi-tieu/<int:pk>/bieu-do.svg", files.drawing, name="svg"),
    path("chi-tieu/<int:pk>/bieu-do.png", files.picture, name="png"),
    path("chi-tieu/<int:pk>/so-lieu.xlsx", files.sheet, name="sheet"),
    path("chi-tieu/<int:pk>/theo-xa/", places_views.places, name="places"),
    path("chi-tieu/<int:pk>/theo-xa.xlsx", files.places_sheet, name="places_sheet"),
    path("chi-tieu/<int:pk>/chi-dao/", asking.ask, name="ask"),
    path("ke-hoach/<int:pk>/dan-toi/", views.walk, name="walk"),
    path("ke-hoach/<int:pk>/chi-tieu.xlsx", files.all_targets, name="targets_sheet"),
]
