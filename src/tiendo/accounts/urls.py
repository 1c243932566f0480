"""Addresses of what people do about themselves: coming in by a slip, the own account, being away."""

from django.urls import path

from tiendo.accounts import coming_in, views

app_name = "accounts"
urlpatterns = [
    path("phieu-dang-nhap/", coming_in.come_in, name="come_in"),
    path("phieu-dang-nhap/mat-khau/", coming_in.choose_password, name="choose_password"),
    path("phieu-dang-nhap/<str:token>/", coming_in.by_link, name="by_link"),
    path("tai-khoan/", views.account, name="account"),
    path("vang-mat/", views.away, name="away"),
    path("vang-mat/<int:pk>/ket-thuc/", views.end_stand_in, name="end_stand_in"),
]
