"""Waiting for a condition: no test sleeps for a time that somebody guessed."""

import time
from collections.abc import Callable
from threading import Event
from typing import Final

from playwright.sync_api import Frame, Page

PATIENCE: Final = 20
"""Seconds after which a condition will not come true any more, on a machine with other work."""

ANIMATED: Final = "Promise.all(document.getAnimations().map((animation) => animation.finished))"
"""Resolves once what fades or slides has come to rest, so that what is measured is what stays."""

DRAWN: Final = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Resolves once the page has been laid out and drawn as it is now."""


def wait_until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Return once ``holds()``; AssertionError naming ``what`` where it does not in time."""
    pause, until = Event(), time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, f"{what}: not within {seconds} s"
        pause.wait(0.02)  # leaves the processor to what is waited for


def wait_in_page(place: Page | Frame, condition: str, seconds: float = PATIENCE) -> None:
    """Return once a JavaScript expression is true, looked at as often as the page is drawn.

    It is part of the script and not handed to ``eval``, which the policy of the site forbids.
    """
    place.evaluate(
        f"""() => new Promise((resolve, reject) => {{
          const until = performance.now() + {seconds * 1000};
          const look = () => {{
            if ({condition}) resolve();
            else if (performance.now() > until) reject(new Error({condition!r}));
            else requestAnimationFrame(look);
          }};
          look();
        }})"""
    )
