"""The addresses of reminders and calendars."""

from django.urls import path

from tiendo.desk.reminders.views import calendars, notices, pasting, rules

app_name = "reminders"
urlpatterns = [
    path("nhac-viec/", notices.mine, name="mine"),
    path("nhac-viec/cach-nhan/", notices.wish, name="wish"),
    path("nhac-viec/nhat-ky/", notices.log, name="log"),
    path("nhac-viec/quy-tac/", rules.rules, name="rules"),
    path("nhac-viec/dan-vao-zalo/", pasting.text, name="text"),
    path("nhac-viec/lich/", calendars.calendars, name="calendars"),
    path("nhac-viec/lich/lay/", calendars.take, name="take"),
    path("nhac-viec/lich/<int:pk>/thoi/", calendars.end, name="end"),
    path("lich/<int:pk>-<slug:token>.ics", calendars.feed, name="feed"),
]
