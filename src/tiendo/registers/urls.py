"""Addresses of the registers: the same pages for each of them."""

from django.urls import path, register_converter

from tiendo.registers.register import Register
from tiendo.registers.views import attachments, imports, maps, outlines, registers, rows

app_name = "registers"


class RegisterConverter:
    """A register by its name in the address."""

    regex = "[a-z0-9-]+"

    def to_python(self, slug: str) -> Register:
        return registers.known(slug)

    def to_url(self, register: Register) -> str:
        return register.slug


register_converter(RegisterConverter, "register")

urlpatterns = [
    path("so/", registers.index, name="index"),
    path("so/ranh-gioi/", outlines.outlines, name="outlines"),
    path("so/ranh-gioi/<int:pk>/", outlines.shown, name="outline_file"),
    path("so/ranh-gioi/<int:pk>/luu/", outlines.store, name="store_outlines"),
    path("so/ranh-gioi/<int:pk>/lay-lai/", outlines.take_back, name="take_back_outlines"),
    path("so/<register:register>/", rows.rows, name="rows"),
    path("so/<register:register>/them/", rows.add, name="add"),
    path("so/<register:register>/huong-dan/", registers.guide, name="guide"),
    path("so/<register:register>/ban-do/", maps.places, name="places"),
    path("so/<register:register>/ai-giu/", registers.keepers, name="keepers"),
    path("so/<register:register>/so-do/", registers.measures, name="measures"),
    path("so/<register:register>/so-do/<slug:slug>/", registers.measure, name="measure"),
    path("so/<register:register>/mau/", imports.template, name="template"),
    path("so/<register:register>/nhap/", imports.bring, name="bring"),
    path("so/<register:register>/nhap/<int:pk>/", imports.shown, name="import"),
    path("so/<register:register>/nhap/<int:pk>/tra-loi/", imports.answer, name="answer"),
    path("so/<register:register>/nhap/<int:pk>/luu/", imports.carry_out, name="carry_out"),
    path("so/<register:register>/nhap/<int:pk>/can-sua/", imports.returned, name="returned"),
    path("so/<register:register>/<int:pk>/", rows.row, name="row"),
    path("so/<register:register>/<int:pk>/sua/", rows.edit, name="edit"),
    path("so/<register:register>/<int:pk>/xoa/", rows.delete, name="delete"),
    path("so/<register:register>/<int:pk>/tep/", attachments.attach, name="attach"),
    path("so/<register:register>/<int:pk>/tep/<int:file>/", attachments.attachment, name="file"),
    path("so/<register:register>/<int:pk>/tep/<int:file>/bo/", attachments.detach, name="detach"),
]
