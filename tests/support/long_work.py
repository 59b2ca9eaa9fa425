"""Work for jobs of the tests: a new process imports it by name."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Any

from osteon.errors import InputError
from osteon.web.jobs.errand import Content, Tell


def sleep(question: Mapping[str, Any], tell: Tell) -> Content:
    """Say that it has begun, and sleep for long."""
    tell(0.5, "asleep")
    time.sleep(question.get("seconds", 600))
    return {"slept": True}


def refuse(_: Mapping[str, Any], __: Tell) -> Content:
    """Refuse what is asked."""
    raise InputError("nothing can be asked of this")


def fail(_: Mapping[str, Any], __: Tell) -> Content:
    """Fail with words that are nobody's business."""
    raise RuntimeError("/home/ada/secret")


def die(_: Mapping[str, Any], __: Tell) -> Content:
    """End without a word."""
    os._exit(3)
