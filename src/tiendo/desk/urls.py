"""First screens."""

from django.urls import path

from tiendo.desk import views

app_name = "desk"
urlpatterns = [path("", views.home, name="home")]
