"""The addresses of hand-overs."""

from django.urls import path

from tiendo.progress.handover import views

app_name = "handover"
urlpatterns = [
    path("ban-giao/chuan-bi/", views.prepare, name="prepare"),
    path("ban-giao/<int:pk>/", views.hand_over, name="hand_over"),
    path("ban-giao/<int:pk>/viec/", views.work, name="work"),
    path("ban-giao/<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("ban-giao/<int:pk>/hoan-tac/", views.undo, name="undo"),
    path("ban-giao/<int:pk>/tiep-tuc/", views.go_on, name="go_on"),
]
