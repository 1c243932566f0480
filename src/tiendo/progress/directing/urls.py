"""The addresses of directions and corrective cards."""

from django.urls import path

from tiendo.progress.directing import views

app_name = "directing"
urlpatterns = [
    path("nhiem-vu/<int:pk>/chi-dao/", views.direct, name="direct"),
    path("chi-dao/<int:pk>/tra-loi/", views.answer, name="answer"),
    path("chi-dao/<int:pk>/rut/", views.recall, name="recall"),
    path("phieu-khac-phuc/<int:pk>/", views.card, name="card"),
]
