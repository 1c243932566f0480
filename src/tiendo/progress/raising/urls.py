"""The address at which a report's difficulty is taken over."""

from django.urls import path

from tiendo.progress.raising import views

app_name = "raising"
urlpatterns = [path("bao-cao/<int:pk>/kho-khan/", views.raise_difficulty, name="raise")]
