from tests.content.conftest import base

__all__ = ["base"]
