"""How templates of the dashboard put targets into words: `{% load dashboard_words %}`.

{{ line|figure_of }} {{ line|number_of }} {{ line|unit_of }} {{ line|period_of }} {{ line|way_done }}
{{ told|led_to }} {{ told|arithmetic_of }} {{ told|form_of }} {{ value|short }} {{ change|signed }}
"""

from django import template

from tiendo.progress.dashboard import words

register = template.Library()
register.filter("figure_of", words.figure_of)
register.filter("number_of", words.number_of)
register.filter("unit_of", words.unit_words)
register.filter("period_of", words.period_of)
register.filter("way_done", words.way_done)
register.filter("led_to", words.led_to)
register.filter("arithmetic_of", words.arithmetic_of)
register.filter("form_of", words.form_of)
register.filter("short", words.short)
register.filter("signed", words.signed)
