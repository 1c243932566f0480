"""Addresses of people, their roles, their slips, and of adding many at once."""

from django.urls import path

from tiendo.administration.views import accounts, people, roles, roster

AT = "quan-tri/nguoi-dung/"
urlpatterns = [
    path(AT, people.people, name="people"),
    path(f"{AT}them/", people.add_person, name="add_person"),
    path(f"{AT}them-nhieu/", roster.roster, name="roster"),
    path(f"{AT}them-nhieu/ghi/", roster.add_roster, name="add_roster"),
    path(f"{AT}them-nhieu/bang-mau/", roster.sample, name="roster_sample"),
    path(f"{AT}<int:pk>/", people.person, name="person"),
    path(f"{AT}<int:pk>/sua/", people.change_person, name="change_person"),
    path(f"{AT}<int:pk>/vai-tro/", roles.give_role, name="give_role"),
    path(f"{AT}<int:pk>/phu-trach/", roles.put_in_charge, name="put_in_charge"),
    path(f"{AT}<int:pk>/phieu/", accounts.slip, name="slip"),
    path(f"{AT}<int:pk>/dong/", accounts.deactivate, name="deactivate"),
    path(f"{AT}<int:pk>/mo-lai/", accounts.reactivate, name="reactivate"),
    path("quan-tri/vai-tro/<int:pk>/ket-thuc/", roles.end_role, name="end_role"),
    path("quan-tri/phu-trach/<int:pk>/ket-thuc/", roles.end_charge, name="end_charge"),
]
