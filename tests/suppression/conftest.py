from __future__ import annotations

# Fixtures.
from support.repository import env as env
from support.repository import make as make
from support.repository import repository as repository
