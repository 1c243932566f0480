"""What is wrong with a plan itself, for the officer who drafts it.

`check_reading(reading)` and `check_file(path)` in `checking` give the remarks; `registry` has their codes and words.
"""
