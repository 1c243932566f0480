"""The address at which a one-stop shop's sheet is brought in."""

from django.urls import path

from tiendo.procedures import views

app_name = "procedures"
urlpatterns = [path("so/thu-tuc-doanh-nghiep/mot-cua/", views.one_stop, name="one_stop")]
