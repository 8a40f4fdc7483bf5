"""What annotations need of `typing`, which is not imported at run time: that takes as long as checking a report.

mypy takes a TYPE_CHECKING of any module for the one of `typing`.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any as Any
    from typing import Protocol as Protocol
else:
    Any = object

    class Protocol:
        """Stands among the bases of a class that only annotations name."""
