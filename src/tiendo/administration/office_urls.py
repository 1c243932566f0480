"""Addresses of offices, groups, working days and deletions."""

from django.urls import path

from tiendo.administration.views import (
    groups,
    holidays,
    imports,
    offices,
    removals,
    succession_sheets,
    successions,
)

OFFICES, GROUPS, DAYS = "quan-tri/co-quan/", "quan-tri/nhom/", "quan-tri/ngay-nghi/"
FOLLOWING = "quan-tri/ke-thua/"
urlpatterns = [
    path(FOLLOWING, successions.successions, name="successions"),
    path(f"{FOLLOWING}them/", successions.add_succession, name="add_succession"),
    path(f"{FOLLOWING}tu-bang-tinh/", succession_sheets.bring, name="import_successions"),
    path(
        f"{FOLLOWING}tu-bang-tinh/ghi/", succession_sheets.take_over, name="take_over_successions"
    ),
    path(f"{FOLLOWING}bang-mau/", succession_sheets.sample, name="succession_sample"),
    path(f"{OFFICES}<int:pk>/di-tiep/", successions.withdraw, name="withdraw_succession"),
    path(OFFICES, offices.offices, name="offices"),
    path(f"{OFFICES}them/", offices.add_office, name="add_office"),
    path(f"{OFFICES}tai-ve/", imports.export_offices, name="export_offices"),
    path(f"{OFFICES}tu-bang-tinh/", imports.import_offices, name="import_offices"),
    path(f"{OFFICES}tu-bang-tinh/ghi/", imports.take_over, name="take_over_offices"),
    path(f"{OFFICES}<int:pk>/", offices.office, name="office"),
    path(f"{OFFICES}<int:pk>/sua/", offices.change_office, name="change_office"),
    path(f"{OFFICES}<int:pk>/ket-thuc/", offices.end_office, name="end_office"),
    path(f"{OFFICES}<int:pk>/xoa/", offices.delete_office, name="delete_office"),
    path(f"{OFFICES}<int:pk>/ten-goi/", offices.name_office, name="name_office"),
    path("quan-tri/ten-goi/<int:pk>/bo/", offices.forget_name, name="forget_name"),
    path(f"{GROUPS}them/", groups.add_group, name="add_group"),
    path(f"{GROUPS}<int:pk>/", groups.group, name="group"),
    path(f"{GROUPS}<int:pk>/doi-ten/", groups.rename_group, name="rename_group"),
    path(f"{GROUPS}<int:pk>/xoa/", groups.delete_group, name="delete_group"),
    path(f"{GROUPS}<int:pk>/ten-goi/", groups.name_group, name="name_group"),
    path(f"{GROUPS}<int:pk>/thanh-vien/", groups.join, name="join_group"),
    path("quan-tri/thanh-vien/<int:pk>/roi/", groups.leave, name="leave_group"),
    path(DAYS, holidays.holidays, name="holidays"),
    path(f"{DAYS}them/", holidays.add_holiday, name="add_holiday"),
    path(f"{DAYS}de-xuat/<int:year>/", holidays.confirm_holidays, name="confirm_holidays"),
    path(f"{DAYS}<int:pk>/", holidays.change_holiday, name="change_holiday"),
    path(f"{DAYS}<int:pk>/xoa/", holidays.delete_holiday, name="delete_holiday"),
    path("quan-tri/da-xoa/", removals.removals, name="removals"),
    path("quan-tri/da-xoa/<int:pk>/", removals.removal, name="removal"),
    path("quan-tri/da-xoa/<int:pk>/lay-lai/", removals.take_back, name="take_back"),
]
