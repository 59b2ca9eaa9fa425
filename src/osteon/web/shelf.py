"""The store of cases as the studio uses it: opened for one question, its place never told.

An encrypted store is opened with the passphrase that `osteon serve` was started with
($OSTEON_PASSPHRASE); the page never asks for one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from osteon.cases.location import PASSPHRASE, is_new, is_plain, store_file
from osteon.cases.store import Store
from osteon.errors import StoreError, UnknownNameError
from osteon.web.problems import NotFoundError, RefusedError


class StoreClosedError(RefusedError):
    """The store of cases cannot be used now."""

    status, title = 409, "the store cannot be used"


@contextmanager
def shelf() -> Iterator[Store]:
    """Open the store, made if it is not there.

    Raises
    ------
    StoreClosedError
        If it is damaged, locked, or encrypted and no passphrase is at hand.
    NotFoundError
        If there is no case of a name.
    """
    path = store_file()
    try:
        plain = not path.is_file() or is_new(path) or is_plain(path)
        passphrase = None if plain else os.environ.get(PASSPHRASE)
        if not plain and not passphrase:
            raise StoreClosedError(
                "the store of cases is encrypted, or damaged; start osteon serve with its "
                f"passphrase in ${PASSPHRASE}"
            )
        with Store.open(path, passphrase=passphrase) as store:
            yield store
    except UnknownNameError as fault:
        raise NotFoundError(fault.message) from fault
    except StoreError as fault:
        raise StoreClosedError(str(fault).replace(str(path), "the store of cases")) from fault
