"""First screens, the queue, the calendar, search."""

from django.urls import path

from tiendo.desk import brief_views, calendar_views, saved_views, search_views, system_views, views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("cho-xu-ly/", views.queue, name="queue"),
    path("cho-xu-ly/lam/", views.act, name="act"),
    path("ke-hoach/<int:pk>/giao-ban/", brief_views.brief, name="brief"),
    path("lich/", calendar_views.calendar, name="calendar"),
    path("cach-xem/giu/", saved_views.keep, name="keep_view"),
    path("cach-xem/<int:pk>/bo/", saved_views.forget, name="forget_view"),
    path("he-thong/", system_views.system, name="system"),
    path("tim/", search_views.search, name="search"),
]
