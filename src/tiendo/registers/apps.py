"""Finds what applications declare: every `registers` module is read when the product starts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RegistersConfig(AppConfig):
    name = "tiendo.registers"

    def ready(self) -> None:
        autodiscover_modules("registers")
