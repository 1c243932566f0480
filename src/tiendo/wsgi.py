"""The web application as a server such as gunicorn wants it."""

import os

from django.core.wsgi import get_wsgi_application

from tiendo.accounts.clock import refuse_moved_clock

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiendo.settings")

application = get_wsgi_application()
refuse_moved_clock()
