"""Untrusted input of a page is taken as text or left: no error, no markup, no other size.

It comes from the page around an embedded calculator and the frame it holds, the address with its
query and its fragment, and the attributes of the embedding tag. Bounded and the same on every
machine here; ``make fuzz`` runs as many as ``FUZZ_EXAMPLES`` says, others each time.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.fields import choose, field, total
from tests.browser.outside import outside, round_trip
from tests.browser.untrusted import NAMES, TEXTS, chances, fragment, garbage, message, shares
from tests.browser.visits import DESK, READY
from tests.support import AT_NIGHT

SHARES: Final = shares(int(os.environ.get("FUZZ_EXAMPLES", "2000" if AT_NIGHT else "200")))
SEED: Final = os.urandom(4).hex() if "FUZZ_EXAMPLES" in os.environ else "same everywhere"
BATCH: Final = 200


@contextmanager
def heard(chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what is said in its console but for our own warnings."""
    context = chromium.new_context(viewport=DESK, locale="zh-CN")
    context.set_default_timeout(30_000)
    context.add_init_script("self.hits = 0; self.hit = () => { hits += 1; };")
    said: list[str] = []
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on(
        "console",
        lambda message: (
            None if message.text.startswith("积分估算：") else said.append(message.text)
        ),
    )
    yield context.new_page(), said
    context.close()


def untouched(place: Page | Frame) -> None:
    """Nothing in the document was made of an untrusted text, and no prototype is another."""
    found = place.evaluate(
        "[document.querySelectorAll('.untrusted, [onerror], [onload]').length, hits,"
        " {}.hit ?? null]"
    )
    assert found == [0, 0, None]


def test_messages_are_heeded_or_left(chromium: Browser, site: Path) -> None:
    """To the frame, to the page around, and from the frame to it: of every shape."""
    chance = chances(f"messages {SEED}")
    with outside(site) as (address, inner, pasted), heard(chromium) as (page, said):
        tag = f'<script src="{inner}embed/v1/embed.js" data-standard="suzhou-2016" async></script>'
        pasted["page"] = tag
        page.goto(f"{address}page")
        page.frame_locator("iframe").locator(READY).wait_for(state="attached")
        frame = page.frames[1]
        for _ in range(0, SHARES["messages"], BATCH):
            sent = [message(chance) for _ in range(BATCH)]
            all_ = f"[{', '.join(sent)}]"
            iframe = 'document.querySelector("iframe")'
            page.evaluate(f"{all_}.forEach((m) => {iframe}.contentWindow.postMessage(m, '*'))")
            page.evaluate(f"{all_}.forEach((m) => postMessage(m, '*'))")
            frame.evaluate(f"{all_}.forEach((m) => parent.postMessage(m, '*'))")
            round_trip(page)
            assert said == [], (SEED, sent)
            assert 0 < page.locator("iframe").evaluate("it => it.offsetHeight") <= 60_100
            assert frame.evaluate("document.body.getBoundingClientRect().height") < 30_000
            untouched(page)
            untouched(frame)
        assert page.locator("iframe, script").count() == 3
        frame.locator('[name="social_insurance_months"]').fill("96")
        expect(frame.locator("#total")).to_have_attribute("data-low", "480")


def test_addresses_are_read_or_left(chromium: Browser, base: str) -> None:
    """Query and fragment of the pages that read one, and of the others."""
    chance = chances(f"addresses {SEED}")
    places = ["calculator/", "embed/", "embed/suzhou-2021.html", "", "who/", "proof/", "nowhere/"]
    with heard(chromium) as (page, said):
        for _ in range(SHARES["addresses"]):
            query = "&".join(
                f"{chance.choice([*NAMES, garbage(chance)])}={garbage(chance)}" for _ in range(3)
            )
            behind = chance.choice([garbage, fragment])(chance)
            address = f"{base}{chance.choice(places)}?{query}#{behind}"
            page.goto(address)
            untouched(page)
            faults = [text for text in said if "status of 404" not in text]  # as of "nowhere/"
            assert faults == [], (SEED, address)
            said.clear()


def test_links_pasted_over_the_page_are_opened_or_refused(chromium: Browser, base: str) -> None:
    """Each is answered in words, leaves the address, and the page goes on."""
    chance = chances(f"links {SEED}")
    with heard(chromium) as (page, said):
        page.goto(f"{base}calculator/")
        page.locator(READY).wait_for(state="attached")
        for _ in range(SHARES["links"]):
            pasted = fragment(chance)
            page.locator("#kept").evaluate("it => { it.textContent = ''; }")
            page.evaluate("link => { location.hash = link; }", pasted)
            expect(page.locator("#kept")).to_contain_text(re.compile("打开|打不开"))
            untouched(page)
            assert page.url == f"{base}calculator/", (SEED, pasted)
            assert said == [], (SEED, pasted)
        page.locator("#clear").click()
        choose(page, "track", "settlement")
        choose(page, "standard", "suzhou-2016")
        field(page, "social_insurance_months").fill("96")
        total(page, "480", "")


def test_attributes_of_the_tag_are_taken_as_text(chromium: Browser, site: Path) -> None:
    """Of any text one frame comes, from the site, with nothing beside it."""
    chance = chances(f"tags {SEED}")
    names = [*NAMES, "title", "check"]
    with outside(site) as (address, inner, pasted), heard(chromium) as (page, said):
        given = [
            [
                f'data-{name}="{escape(chance.choice(TEXTS[:-3]))}"'
                for name in chance.sample(names, 8)
            ]
            for _ in range(5)
        ]
        pasted["page"] = "\n".join(
            f'<script src="{inner}embed/v1/embed.js" async {" ".join(attributes)}></script>'
            for attributes in given
        )
        page.goto(f"{address}page")
        expect(page.locator("iframe")).to_have_count(len(given))
        for place in page.locator("iframe").all():
            assert (place.get_attribute("src") or "").startswith(f"{inner}embed/")
        untouched(page)
        assert said == [], given
