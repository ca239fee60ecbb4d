from tests.site.conftest import _spare_readers

__all__ = ["_spare_readers"]
