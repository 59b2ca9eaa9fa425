"""The studio for others: closed without a password, and what opens it; on 127.0.0.1 alone."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from doors.outside import Osteon
from doors.studio import Studio, open_studio
from playwright.sync_api import expect, sync_playwright

from osteon.errors import InputError
from osteon.web.app import application
from osteon.web.entrance import Entrance
from osteon.web.password import TRIES, TRIES_OF_ALL, WAIT, Password

SECRET = "a long and quiet password"
HOST = ("--host", "127.0.0.1")
CHROMIUM = shutil.which("chromium")


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def studio() -> Iterator[Studio]:
    with open_studio(*HOST, OSTEON_PASSWORD=SECRET) as opened:
        yield opened


@pytest.fixture
def client(studio: Studio) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=studio.place, timeout=60) as one:
        yield one


def enter(client: httpx.Client, password: str) -> httpx.Response:
    return client.post("enter", data={"password": password})


def test_without_a_password_nobody_is_let_in(osteon: Osteon, monkeypatch) -> None:
    monkeypatch.delenv("OSTEON_PASSWORD", raising=False)
    ended = osteon("serve", *HOST, "--port", 0)
    assert ended.returncode == 2
    assert "needs a password" in ended.stderr
    assert "OSTEON_PASSWORD" in ended.stderr


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--host", "0.0.0.0"), "--known-as NAME"),
        (("--known-as", "bone.example.org"), "go with --host"),
        ((*HOST, "--password-file", "nowhere"), "there is no file"),
        (HOST, "too short"),
    ],
)
def test_what_would_be_unsafe_is_refused(
    words: tuple[str, ...], hint: str, osteon: Osteon, monkeypatch
) -> None:
    monkeypatch.setenv("OSTEON_PASSWORD", "short")
    ended = osteon("serve", *words, "--port", 0)
    assert ended.returncode == 2
    assert hint in ended.stderr


def test_a_password_never_stands_in_the_command(osteon: Osteon) -> None:
    ended = osteon("serve", *HOST, "--password", SECRET)
    assert ended.returncode == 2
    assert "No such option" in ended.stderr


def test_a_file_holds_it_and_only_for_its_owner(osteon: Osteon, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{SECRET}\n", "utf-8")
    file.chmod(0o644)
    ended = osteon("serve", *HOST, "--password-file", file)
    assert ended.returncode == 2
    assert "everyone on this machine can read" in ended.stderr
    file.chmod(0o600)
    with (
        open_studio(*HOST, "--password-file", str(file)) as opened,
        httpx.Client(base_url=opened.place, timeout=60) as one,
    ):
        assert enter(one, SECRET).status_code == 303


def test_nothing_is_shown_before_the_password(client: httpx.Client) -> None:
    assert client.get("").headers["location"] == "/enter"
    assert client.get("index.html").status_code == 303
    refused = client.get("api/schema")
    assert refused.status_code == 401
    assert "/enter" in refused.json()["detail"]
    page = client.get("enter")
    assert page.status_code == 200
    assert "form-action 'self'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]


def test_the_password_opens_page_and_api(client: httpx.Client) -> None:
    opened = enter(client, SECRET)
    cookie = opened.headers["set-cookie"].lower()
    assert opened.status_code == 303
    assert {"httponly", "samesite=strict"} <= set(cookie.replace(" ", "").split(";"))
    assert SECRET not in cookie
    assert "studio" in client.get("").text
    assert client.get("api/schema").status_code == 200
    assert client.post("api/case", json={"text": "person: {}"}).status_code == 422


def test_a_program_brings_the_token(studio: Studio, client: httpx.Client) -> None:
    assert client.get("api/schema", headers=studio.headers).status_code == 200


def test_another_page_cannot_use_the_cookie(client: httpx.Client) -> None:
    enter(client, SECRET)
    for told in ({"Origin": "http://example.org"}, {"Sec-Fetch-Site": "same-site"}):
        answer = client.post("api/case", json={"text": ""}, headers=told)
        assert answer.status_code == 401


def test_wrong_tries_have_to_wait() -> None:
    with (
        open_studio(*HOST, OSTEON_PASSWORD=SECRET) as opened,
        httpx.Client(base_url=opened.place, timeout=60) as one,
    ):
        for _ in range(TRIES):
            assert enter(one, "a wrong one, again").status_code == 403
        told = enter(one, SECRET)
    assert told.status_code == 429
    assert 0 < int(told.headers["retry-after"]) <= WAIT
    assert "set-cookie" not in told.headers


def test_tries_held_open_at_once_count_as_those_one_after_another() -> None:
    async def crowd(many: int) -> list[int]:
        begun, all_begun = 0, asyncio.Event()

        async def late() -> AsyncIterator[bytes]:
            nonlocal begun
            begun += 1
            if begun == many:
                all_begun.set()
            await all_begun.wait()
            yield b"password=a+wrong+one,+again"

        inside = httpx.ASGITransport(app=application("token", password=Password(SECRET)))
        async with httpx.AsyncClient(transport=inside, base_url="http://127.0.0.1") as client:
            tries = (client.post("/enter", content=late()) for _ in range(many))
            return [answer.status_code for answer in await asyncio.gather(*tries)]

    assert sorted(asyncio.run(crowd(TRIES + 20))) == [403] * TRIES + [429] * 20


def test_a_wrong_try_is_forgotten_in_time() -> None:
    clock = Clock()
    password = Password(SECRET, clock)
    for _ in range(TRIES):
        assert password.wait("here") == 0
        assert not password.opens("wrong", "here")
    assert password.wait("here") == WAIT
    assert password.wait("there") == 0
    clock.now = WAIT
    assert password.wait("here") == 0
    assert password.opens(SECRET, "here")


def test_many_addresses_together_have_to_wait_too() -> None:
    password = Password(SECRET, Clock())
    for number in range(TRIES_OF_ALL):
        assert not password.opens("wrong", f"address {number}")
    assert password.wait("another") == WAIT


@pytest.mark.parametrize("given", ["", SECRET[:-1], SECRET + " ", SECRET.upper(), "ä" * 40])
def test_only_the_password_opens(given: str) -> None:
    assert not Password(SECRET).opens(given, "here")


def test_a_short_password_is_refused() -> None:
    with pytest.raises(InputError, match="12 characters"):
        Password("eleven char")


@pytest.mark.parametrize("cookie", ["", "osteon=", "osteon=wrong", "x=token", "osteon=\x7f;;="])
def test_only_the_cookie_admits(cookie: str) -> None:
    entrance = Entrance(Password(SECRET), "token")
    assert not entrance.admits("GET", {b"cookie": cookie})
    assert entrance.admits("GET", {b"cookie": "a=b; osteon=token"})


@pytest.mark.parametrize("foreign", ['x={"a":1}', "theme=dark mode", "a[0]=1", "é=ü", "=", ""])
def test_the_cookie_is_found_among_odd_ones(foreign: str) -> None:
    entrance = Entrance(Password(SECRET), "token")
    for cookie in (f"{foreign}; osteon=token", f"osteon=token; {foreign}"):
        assert entrance.admits("GET", {b"cookie": cookie})
    assert not entrance.admits("GET", {b"cookie": f"{foreign}; osteon=another"})


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium to look at the page with")
def test_a_person_enters_and_sees_the_forecast(studio: Studio) -> None:
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        page = browser.new_page(viewport={"width": 360, "height": 700})
        page.goto(studio.place)
        page.get_by_label("Password").fill("not this password")
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("alert")).to_have_text("That is not the password.")
        page.get_by_label("Password").fill(SECRET)
        page.get_by_role("button", name="Enter").click()
        page.locator(".course").first.wait_for(timeout=60_000)
        browser.close()
