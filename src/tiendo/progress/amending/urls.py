"""The addresses of what changes a plan."""

from django.urls import path

from tiendo.progress.amending.views import amendments, clauses, matching, proposals

app_name = "amending"
urlpatterns = [
    path("ke-hoach/<int:pk>/dieu-chinh/", amendments.amendments, name="amendments"),
    path("ke-hoach/<int:pk>/dieu-chinh/moi/", amendments.begin, name="begin"),
    path("dieu-chinh/<int:pk>/", amendments.amendment, name="amendment"),
    path("dieu-chinh/<int:pk>/so-ngay/", amendments.head, name="head"),
    path("dieu-chinh/<int:pk>/ban-hanh/", amendments.decide, name="decide"),
    path("dieu-chinh/<int:pk>/thu-hoi/", amendments.withdraw, name="withdraw"),
    path("dieu-chinh/<int:pk>/bo/", amendments.give_up, name="give_up"),
    path("dieu-chinh/<int:pk>/chon/", clauses.choose, name="choose"),
    path("dieu-chinh/<int:pk>/them/<slug:about>/", clauses.add, name="add"),
    path("dieu-chinh/<int:pk>/sua/<slug:about>/<int:item>/", clauses.change, name="change"),
    path("dieu-chinh/<int:pk>/bai-bo/", clauses.end, name="end"),
    path("noi-dung-dieu-chinh/<int:pk>/", clauses.clause, name="clause"),
    path("noi-dung-dieu-chinh/<int:pk>/chon/", matching.match, name="match"),
    path("noi-dung-dieu-chinh/<int:pk>/dung/", matching.settle, name="settle"),
    path("noi-dung-dieu-chinh/<int:pk>/bo/", clauses.remove, name="remove"),
    path("ke-hoach/<int:pk>/de-xuat/", proposals.propose, name="propose"),
    path("de-xuat/<int:pk>/", proposals.proposal, name="proposal"),
    path("de-xuat/<int:pk>/dua-vao/", proposals.take, name="take"),
    path("de-xuat/<int:pk>/rut/", proposals.take_back, name="take_back"),
    path("ke-hoach/<int:pk>/trinh/", proposals.submit, name="submit"),
    path("van-ban-trinh/<int:pk>/", proposals.submission, name="submission"),
]
