from __future__ import annotations

import os
import shutil
import signal
import tempfile

import pytest
from hypothesis import settings

# A busy machine is no fault: no example of a property has a time limit.
settings.register_profile("untimed", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True, max_examples=20)  # for mutants
settings.load_profile("untimed")

# Tests keep away from the cache of whoever runs them, also in the processes that they start.
os.environ["REPORTLINT_CACHE_DIR"] = os.path.join(
    tempfile.gettempdir(), f"reportlint-tests-{os.getpid()}"
)

# Where the tests were started in the background or by `nohup`, Ctrl-C or SIGHUP is ignored, also by
# what they start; tests send both.
_HANDLERS = {"SIGINT": signal.default_int_handler, "SIGHUP": signal.SIG_DFL}
for name, handler in _HANDLERS.items():
    number = getattr(signal, name, None)  # Windows has no SIGHUP
    if number is not None and signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help=(
            "run the tests of expected outputs alone, and write what they expect anew, from what"
            " it is now"
        ),
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--update"):
        items[:] = [item for item in items if "update" in getattr(item, "fixturenames", ())]


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite the expected outputs."""
    return bool(request.config.getoption("--update"))


def pytest_sessionfinish() -> None:
    shutil.rmtree(os.environ["REPORTLINT_CACHE_DIR"], ignore_errors=True)
