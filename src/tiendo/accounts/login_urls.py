"""Addresses of login, logout and password, under the names allauth looks for.

Only these exist. Signing up, e-mail addresses and resetting by e-mail are not part of the
product: the administrator of the office makes accounts and sets new passwords.
"""

from allauth.account import views
from django.urls import path
from django.views.generic import TemplateView

urlpatterns = [
    path("dang-nhap/", views.login, name="account_login"),
    path("dang-xuat/", views.logout, name="account_logout"),
    path("dang-nhap/bi-khoa/", views.account_inactive, name="account_inactive"),
    path("mat-khau/", views.password_change, name="account_change_password"),
    path(
        "mat-khau/quen/",
        TemplateView.as_view(template_name="account/forgotten.html"),
        name="account_reset_password",
    ),
]
