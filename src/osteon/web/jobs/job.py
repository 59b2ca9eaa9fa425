"""A job: its kind, how far it is, and how it ended."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from osteon.web.jobs.errand import Content, Errand, Failed, Found, Message, Work


class Phase(StrEnum):
    """Where a job is on its way."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELED = "canceled"


class JobState(BaseModel):
    """How far a job is.

    Attributes
    ----------
    job:
        Its name, to ask for it.
    kind:
        What is done: a plan or a trial.
    phase:
        Where it is on its way.
    share:
        How much of it is done, 0 to 1.
    doing:
        What it is doing, in words.
    detail:
        Why it failed, and what to do about it.
    input_was_wrong:
        Whether it failed because what was asked cannot be used.
    """

    job: str
    kind: str
    phase: Phase
    share: float
    doing: str
    detail: str | None
    input_was_wrong: bool


@dataclass
class Job:
    """A job on the board; only the board changes it."""

    kind: str
    work: Work
    question: Mapping[str, Any]
    name: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    phase: Phase = Phase.WAITING
    share: float = 0.0
    doing: str = "waiting for its turn"
    failure: Failed | None = None
    content: Content | None = None
    errand: Errand | None = None

    @property
    def over(self) -> bool:
        """Return whether it has ended, whichever way."""
        return self.phase not in (Phase.WAITING, Phase.RUNNING)

    def begin(self) -> Errand:
        """Start its process."""
        self.errand = Errand(self.work, self.question)
        self.phase, self.doing = Phase.RUNNING, "starting"
        return self.errand

    def hear(self, message: Message) -> None:
        """Note what its process tells; nothing more is heard of what has ended."""
        if self.over:
            return
        if isinstance(message, Found):
            self.phase, self.share, self.doing = Phase.DONE, 1.0, "done"
            self.content = message.content
        elif isinstance(message, Failed):
            self.phase, self.doing, self.failure = Phase.FAILED, "failed", message
        else:
            self.share, self.doing = message.share, message.doing

    def cancel(self) -> None:
        """End it and its process."""
        if self.over:
            return
        self.phase, self.doing = Phase.CANCELED, "canceled"
        if self.errand is not None:
            self.errand.end()

    def state(self) -> JobState:
        """Return how far it is."""
        return JobState(
            job=self.name,
            kind=self.kind,
            phase=self.phase,
            share=self.share,
            doing=self.doing,
            detail=self.failure.detail if self.failure else None,
            input_was_wrong=self.failure is not None and self.failure.input_was_wrong,
        )
