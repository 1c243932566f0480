"""The addresses of reporting rounds."""

from django.urls import path

from tiendo.progress.rounds.views import form, grid, opening, reports

app_name = "rounds"
urlpatterns = [
    path("ke-hoach/<int:pk>/ky-bao-cao/", grid.grid, name="grid"),
    path("ke-hoach/<int:pk>/ky-bao-cao/bang.xlsx", grid.sheet, name="sheet"),
    path("ke-hoach/<int:pk>/ky-bao-cao/mo/", opening.open_round, name="open"),
    path("ke-hoach/<int:pk>/ky-bao-cao/cho-duyet/", grid.queue, name="queue"),
    path("ke-hoach/<int:pk>/ky-bao-cao/tra-lai/", grid.returned_ones, name="returned"),
    path("ke-hoach/<int:pk>/ky-bao-cao/ty-le/", grid.rates, name="rates"),
    path("ke-hoach/<int:pk>/ky-bao-cao/don-doc/", grid.nudge, name="nudge"),
    path("ke-hoach/<int:pk>/ky-bao-cao/them-ngay/", grid.give_days, name="days"),
    path("ky-bao-cao/<int:pk>/", reports.round_, name="round"),
    path("ky-bao-cao/<int:pk>/dang-mo/", opening.opening, name="opening"),
    path("ky-bao-cao/<int:pk>/bao-cao/", form.form, name="form"),
    path("bao-cao-ky/<int:pk>/", reports.report, name="report"),
    path("bao-cao-ky/<int:pk>/duyet/", reports.answer, name="answer"),
    path("bao-cao-ky/<int:pk>/xem-xet/", reports.review, name="review"),
    path("bao-cao-ky/<int:pk>/cho-nop/", reports.let_in, name="let_in"),
]
