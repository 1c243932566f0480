"""The web application as a server such as gunicorn wants it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiendo.settings")

application = get_wsgi_application()
