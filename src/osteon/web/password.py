"""The password of a studio that others may reach, and how often it may be tried.

Compared in constant time, by digest, so that neither its length nor its beginning is told. After
some wrong tries from one address, and after more from all of them together, the next has to wait.
Nothing of a try is kept but when it was and from where.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from hmac import compare_digest
from typing import Final

from osteon.errors import InputError

SHORTEST: Final = 12
TRIES, TRIES_OF_ALL = 5, 50
WAIT: Final = 60.0
"""Seconds until a wrong try is forgotten."""
_ADDRESSES: Final = 1024


class Password:
    """What opens the studio.

    Parameters
    ----------
    secret:
        The password.
    clock:
        Tells the time in seconds.

    Raises
    ------
    InputError
        If it is too short.
    """

    def __init__(self, secret: str, clock: Callable[[], float] = time.monotonic) -> None:
        if len(secret) < SHORTEST:
            raise InputError(f"the password is too short; it has {SHORTEST} characters or more")
        self._digest, self._clock = _digest(secret), clock
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._of_all: deque[float] = deque(maxlen=TRIES_OF_ALL)

    def opens(self, given: str, address: str) -> bool:
        """Return whether a try is right; a wrong one is remembered."""
        if compare_digest(_digest(given), self._digest):
            return True
        now = self._clock()
        tries = self._wrong.setdefault(address, deque(maxlen=TRIES))
        self._wrong.move_to_end(address)
        tries.append(now)
        self._of_all.append(now)
        while len(self._wrong) > _ADDRESSES:
            self._wrong.popitem(last=False)
        return False

    def wait(self, address: str) -> float:
        """Return how many seconds an address has to wait before its next try; 0: none."""
        return max(
            self._left(self._wrong.get(address, deque(maxlen=TRIES))), self._left(self._of_all)
        )

    def _left(self, tries: deque[float]) -> float:
        if len(tries) < (tries.maxlen or 0):
            return 0.0
        return max(0.0, tries[0] + WAIT - self._clock())


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
