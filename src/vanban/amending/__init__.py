"""Documents that change another one: which one, from when on, and clause by clause."""

from vanban.amending.reading import read_amending as read_amending
