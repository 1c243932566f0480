"""The addresses of reading in and of documents."""

from django.urls import path

from tiendo.plans.views import (
    amends,
    answers,
    checks,
    copies,
    documents,
    intakes,
    items,
    links,
    names,
    papers,
    related,
    review,
)

app_name = "plans"
urlpatterns = [
    path("doc-van-ban/", intakes.intakes, name="intakes"),
    path("doc-van-ban/moi/", intakes.upload, name="upload"),
    path("doc-van-ban/kiem-tra/", checks.check_draft, name="check_draft"),
    path("doc-van-ban/<int:pk>/kiem-tra/", checks.check, name="check"),
    path("doc-van-ban/<int:pk>/kiem-tra-lai/", checks.check_anew, name="check_anew"),
    path("doc-van-ban/<int:pk>/", review.review_page, name="review"),
    path("doc-van-ban/<int:pk>/thu-tu/", intakes.order, name="order"),
    path("doc-van-ban/<int:pk>/tien-do/", intakes.progress, name="progress"),
    path("doc-van-ban/<int:pk>/dieu-chinh/", amends.amends, name="amends"),
    path("doc-van-ban/<int:pk>/bo/", intakes.give_up, name="discard"),
    path("doc-van-ban/<int:pk>/chap-nhan/", review.accept_sure, name="accept_sure"),
    path("doc-van-ban/<int:pk>/tra-loi/", answers.answers, name="answers"),
    path("doc-van-ban/<int:pk>/co-quan/", names.many, name="names"),
    path("doc-van-ban/<int:pk>/them/<slug:kind>/", items.add, name="add"),
    path("doc-van-ban/ten/<int:pk>/", names.name, name="name"),
    path("doc-van-ban/muc/<int:pk>/", review.decide, name="decide"),
    path("doc-van-ban/muc/<int:pk>/sua/", items.edit, name="item"),
    path("doc-van-ban/muc/<int:pk>/tach/", items.split, name="split"),
    path("doc-van-ban/muc/<int:pk>/gop/", items.merge, name="merge"),
    path("doc-van-ban/muc/<int:pk>/ghep/", items.join, name="join"),
    path("doc-van-ban/muc/<int:pk>/ke-hoach-khac/", copies.share, name="share"),
    path("ke-hoach/<int:pk>/sao-chep/", copies.copy, name="copy"),
    path("ke-hoach/<int:pk>/van-ban/", documents.source, name="source"),
    path("ke-hoach/<int:pk>/kiem-tra/", checks.check_plan, name="check_plan"),
    path("ke-hoach/<int:pk>/so-ngay/", documents.head, name="head"),
    path("ke-hoach/<int:pk>/lien-quan/", related.related, name="related"),
    path("ke-hoach/<int:pk>/van-ban-phai-ban-hanh/", papers.papers, name="papers"),
    path("nhiem-vu/<int:pk>/so/", links.links, name="links"),
    path("so-gan/<int:pk>/bo/", links.untie, name="untie"),
    path("lien-quan/<int:pk>/bo/", related.unrelate, name="unrelate"),
    path("van-ban/<int:pk>/tep/", documents.file, name="file"),
    path("van-ban/<int:pk>/trang/<int:number>/", documents.picture, name="picture"),
]
