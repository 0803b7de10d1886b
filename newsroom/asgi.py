"""The door for server-sent events only: pages, desk and API go through wsgi."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ.setdefault("ROOT_URLCONF", "newsroom.event_urls")

application = get_asgi_application()
