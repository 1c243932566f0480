"""The addresses of the running plan."""

from django.urls import path

from tiendo.progress.dashboard import views as dashboard
from tiendo.progress.views import bulk, joined, offices, past, plans, reports, tasks

app_name = "progress"
urlpatterns = [
    path("ke-hoach/", plans.plans, name="plans"),
    path("ke-hoach/<int:pk>/", plans.plan, name="plan"),
    path("ke-hoach/<int:pk>/nhiem-vu/", tasks.plan_tasks, name="plan_tasks"),
    path("ke-hoach/<int:pk>/trach-nhiem/", plans.duties, name="duties"),
    path("ke-hoach/<int:pk>/chi-tieu/", dashboard.targets, name="targets"),
    path("ke-hoach/<int:pk>/tien-trinh/", plans.timeline, name="timeline"),
    path("ke-hoach/<int:pk>/trung-viec/", joined.joined, name="joined"),
    path("nhiem-vu/<int:pk>/ghep/", joined.join, name="join"),
    path("ke-hoach/<int:pk>/ky-truoc/", past.past, name="past"),
    path("nhiem-vu/", tasks.tasks, name="tasks"),
    path("viec/lam-mot-luot/", bulk.bulk, name="bulk"),
    path("nhiem-vu/<int:pk>/", tasks.task, name="task"),
    path("nhiem-vu/<int:pk>/trong-diem/", tasks.key, name="key"),
    path("ky/<int:pk>/bao-cao/", reports.report, name="report"),
    path("ky/<int:pk>/dieu-kien/", reports.condition, name="condition"),
    path("minh-chung/<int:pk>/", reports.evidence, name="evidence"),
    path("co-quan/", offices.offices, name="offices"),
    path("co-quan/<int:pk>/", offices.office, name="office"),
    path("doc-van-ban/<int:pk>/xac-nhan/", plans.confirm, name="confirm"),
]
