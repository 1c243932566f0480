"""The addresses of who owes what, how an office handles it, and what it asks of others."""

from django.urls import path

from tiendo.progress.owing.views import asking, discussion, office, table

app_name = "owing"
urlpatterns = [
    path("ke-hoach/<int:pk>/ai-no-gi/", table.table, name="table"),
    path("phan-cong/<int:pk>/dau-moi/", table.lead, name="lead"),
    path("viec-cua-co-quan/<int:pk>/", office.obligation, name="obligation"),
    path("viec-cua-co-quan/<int:pk>/tiep-nhan/", office.receive, name="receive"),
    path("viec-cua-co-quan/<int:pk>/tu-choi/", office.refuse, name="refuse"),
    path("viec-cua-co-quan/<int:pk>/thu-hoi/", office.recall, name="recall"),
    path("viec-cua-co-quan/<int:pk>/nguoi-lam/", office.name_officer, name="name_officer"),
    path("nguoi-lam/<int:pk>/thoi/", office.release, name="release"),
    path("viec-cua-co-quan/<int:pk>/buoc/", office.add_step, name="add_step"),
    path("buoc/<int:pk>/", office.step, name="step"),
    path("ky/<int:pk>/de-nghi/", asking.ask, name="ask"),
    path("de-nghi/<int:pk>/rut/", asking.recall, name="recall_request"),
    path("phoi-hop/<int:pk>/", asking.contribution, name="contribution"),
    path("nhiem-vu/<int:pk>/trao-doi/", discussion.say, name="say"),
    path("trao-doi/<int:pk>/xoa/", discussion.unsay, name="unsay"),
]
