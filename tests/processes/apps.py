from django.apps import AppConfig, apps


class MischiefConfig(AppConfig):
    """Hands in the tagger of these tests, after the project handed in its own."""

    name = "tests.processes"

    def ready(self):
        from tests.processes.mischief import MischievousTagger, install_crash_points

        apps.get_app_config("articles").use_tagger(MischievousTagger)
        install_crash_points()
