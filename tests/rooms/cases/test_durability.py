"""Nothing confirmed is lost: killed in the middle, written by two at once, damaged on the disk."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from osteon.cases.store import Store
from osteon.errors import StoreError
from osteon.language.case import Case

WRITER = """
import sys
from random import random
from osteon.cases.store import Store
with Store.open(sys.argv[1]) as store:
    for month in range(1, 100_000):
        store.measure("Ada", {"month": 600 * random(), "ctx": f"0.{month % 900 + 100} ng/mL"})
        store.keep_forecast("Ada", {"values": [month] * 2000}, None)
        print(month, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path, case: Case) -> Path:
    place = tmp_path / "cases.db"
    with Store.open(place) as store:
        store.add("Ada", case)
    return place


def test_killed_while_writing_nothing_confirmed_is_lost(path: Path) -> None:
    chance = random.Random(3)
    confirmed = 0
    for kills in range(1, 6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.15))
        os.kill(writer.pid, signal.SIGKILL)
        told = [first, *writer.stdout.read().splitlines()]
        writer.wait()
        writer.stdout.close()
        assert first.strip() == "1"
        confirmed += len([line for line in told if line.strip()])
        with Store.open(path) as store:
            measured, forecasts = store.case("Ada").measurements, store.forecasts("Ada")
        assert confirmed <= len(forecasts) <= len(measured) <= len(forecasts) + kills
        confirmed = len(forecasts)


def test_one_who_writes_waits_for_another_and_then_says_so(path: Path) -> None:
    with Store.open(path) as other:
        held, release = threading.Event(), threading.Event()

        def hold() -> None:
            with Store.open(path) as busy, busy._database.writing():
                held.set()
                release.wait(20)

        holder = threading.Thread(target=hold)
        holder.start()
        held.wait(20)
        with (
            Store.open(path, patience=0.1) as hasty,
            pytest.raises(StoreError, match="another program is writing"),
        ):
            hasty.measure("Ada", {"month": 1, "ctx": "0.5 ng/mL"})
        assert other.case("Ada").measurements == ()
        threading.Timer(0.3, release.set).start()
        other.measure("Ada", {"month": 2, "ctx": "0.5 ng/mL"})
        holder.join()
        assert [visit.month for visit in other.case("Ada").measurements] == [2]


def test_two_processes_that_write_at_once_both_write_all(path: Path) -> None:
    words = WRITER.replace("100_000", "12")
    writers = [subprocess.Popen([sys.executable, "-c", words, str(path)],
                                stdout=subprocess.DEVNULL) for _ in range(2)]  # fmt: skip
    assert [writer.wait() for writer in writers] == [0, 0]
    with Store.open(path) as store:
        assert len(store.case("Ada").measurements) == 22


@pytest.mark.parametrize("fault", ["cut short", "zeroed", "scrambled", "no header"])
def test_a_damaged_file_is_named_and_left_untouched(path: Path, fault: str) -> None:
    with Store.open(path) as store:
        for month in range(60):
            store.keep_forecast("Ada", {"values": list(range(500))}, f"layer {month}")
    content = bytearray(path.read_bytes())
    if fault == "cut short":
        del content[len(content) // 2 :]
    elif fault == "zeroed":
        content[4096 : len(content) // 2] = bytes(len(content) // 2 - 4096)
    elif fault == "scrambled":
        content[4096:20000] = random.Random(1).randbytes(20000 - 4096)
    else:
        content[:16] = b"no store at all!"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"cases\.db: the store is .*damaged") as told:
        Store.open(path)
    assert fault == "no header" or "osteon case import" in str(told.value)
    assert path.read_bytes() == bytes(content)
