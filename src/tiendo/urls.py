"""The addresses of the product. Paths are Vietnamese without marks, as people read them aloud."""

from django.urls import include, path

urlpatterns = [
    path("", include("tiendo.desk.urls")),
    path("", include("tiendo.desk.reminders.urls")),
    path("", include("tiendo.accounts.login_urls")),
    path("", include("tiendo.accounts.urls")),
    path("", include("tiendo.legal.urls")),
    path("", include("tiendo.industry.urls")),
    path("", include("tiendo.difficulties.urls")),
    path("", include("tiendo.procedures.urls")),
    path("", include("tiendo.registers.urls")),
    path("", include("tiendo.plans.urls")),
    path("", include("tiendo.indicators.urls")),
    path("", include("tiendo.progress.urls")),
    path("", include("tiendo.progress.dashboard.urls")),
    path("", include("tiendo.progress.owing.urls")),
    path("", include("tiendo.progress.handover.urls")),
    path("", include("tiendo.progress.rounds.urls")),
    path("", include("tiendo.progress.proofs.urls")),
    path("", include("tiendo.progress.sheets.urls")),
    path("", include("tiendo.progress.outside.urls")),
    path("", include("tiendo.progress.extensions.urls")),
    path("", include("tiendo.progress.directing.urls")),
    path("", include("tiendo.progress.amending.urls")),
    path("", include("tiendo.progress.raising.urls")),
    path("", include("tiendo.administration.urls")),
    path("", include("tiendo.ui.urls")),
]
