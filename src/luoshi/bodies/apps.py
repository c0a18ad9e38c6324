"""App registration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BodiesConfig(AppConfig):
    """Who and where: places, bodies, posts, persons."""

    name = "luoshi.bodies"
    label = "bodies"
    verbose_name = _("地区与单位")

    def ready(self) -> None:
        """Make the verbs and the search known and listen to sign-ins."""
        from luoshi.bodies import rules, second_factor, sign_in  # noqa: F401
        from luoshi.bodies.own_references import register_own
        from luoshi.bodies.searcher import BODIES
        from luoshi.bodies.verbs import VERBS
        from luoshi.common.searching import register_searcher
        from luoshi.journal.verbs import register

        register(VERBS)
        register_searcher(BODIES)
        register_own()
