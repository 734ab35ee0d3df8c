"""Whatever a stranger sends to a page is taken as text or left: no error, no markup, no other size.

Strangers are the page around an embedded calculator and the frame it holds, the address with its
query and its fragment, and the attributes of the embedding tag. Bounded and the same on every
machine here; ``make fuzz`` runs as many as ``FUZZ_EXAMPLES`` says, others each time.
"""

import json
import os
import re
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from random import Random
from typing import Any, Final
from urllib.parse import quote

from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.conftest import DESK
from tests.browser.fields import total
from tests.browser.outside import outside
from tests.support import editions

EXAMPLES: Final = int(os.environ.get("FUZZ_EXAMPLES", "200"))
SEED: Final = os.urandom(4).hex() if "FUZZ_EXAMPLES" in os.environ else "same everywhere"
BATCH: Final = 200
READY = '#calculator[data-engine="ready"] #total:not([data-low=""])'

MARKUP = [
    '<img class="stranger" src="x" onerror="hit()">',
    "<script class=stranger>hit()</script>",
    "\"><svg class='stranger' onload='hit()'>",
    "javascript:hit()",
    "{{stranger}}${hit()}",
]
TEXTS = [*MARKUP, "", "0", "9999", "__proto__", "constructor", "toString", "\0", "\ud7ff", "分" * 9]
NAMES = ["standard", "track", "hue", "scheme", "type", "compact", "result", "host", "h", "q"]
KEYS = [*NAMES, "source", "version", "height", "top", "bottom", "from", "to", "text", "__proto__"]
VALUES = [
    *("undefined", "null", "true", "-1", "0", "49", "99999", "1e999", "-1e308", "NaN", "10n"),
    *("[]", "[99999]", "[[[[[[{}]]]]]]", "{}", "{valueOf: 1, toString: 1}", "new Date(NaN)"),
    *("new Map([[1, 2]])", "new Uint8Array(9)", '"x".repeat(1e5)', "new Error('x')"),
    *('JSON.parse(\'{"__proto__": {"hit": 1}, "constructor": {"prototype": {"hit": 1}}}\')',),
]
KINDS = ["height", "focus", "view", "ready", "failed", "result"]


def chances(what: str) -> Random:
    """The same draws for the same seed."""
    return Random(f"{what} {SEED}")  # noqa: S311 - nothing is kept secret with it


def message(chance: Random) -> str:
    """A message as JavaScript: of our form as far as it goes, and then something else."""
    if chance.random() < 0.1:
        return value(chance)
    parts = {"source": '"suzhou-points"', "version": "1", "type": f'"{chance.choice(KINDS)}"'}
    for key in chance.sample(KEYS, chance.randint(0, 5)):
        parts[key] = value(chance)
    for key in ("height", "top", "bottom", "from", "to"):
        parts.setdefault(key, value(chance))
    return f"{{{', '.join(f'{json.dumps(key)}: {each}' for key, each in parts.items())}}}"


def value(chance: Random) -> str:
    """Any value that a message can hold, as JavaScript."""
    number = str(chance.uniform(-1e5, 1e5))
    return chance.choice([number, json.dumps(chance.choice(TEXTS)), *VALUES])


def garbage(chance: Random) -> str:
    """Part of an address: escaped as it should be, not at all, broken off, or very long."""
    text = "".join(chance.choices([*TEXTS, "%", "%E0%A4%A", "%ff", "&", "=", "'", "."], k=3))
    forms = [quote(text), quote(text, safe="<>\"'=%& ()"), quote(text)[:-1]]
    return chance.choice(forms) * (60 if chance.random() < 0.05 else 1)


def fragment(chance: Random) -> str:
    """A link's answers: damaged, or whole with a document in it that nobody here wrote."""
    if chance.random() < 0.4:
        return f"v{chance.choice('0129')}.{garbage(chance)}"
    about: dict[str, Any] = {
        "version": 1,
        "standard": chance.choice([*editions().standards, *TEXTS]),
        "track": chance.choice(["settlement", "schooling", *TEXTS]),
        "on": chance.choice(["2016-05-15", "2026-11-23", *TEXTS]),
    }
    if chance.random() < 0.3:
        about["other"] = facts(chance)
    raw = json.dumps(facts(chance) | {"estimate": about}).encode()
    packed = urlsafe_b64encode(zlib.compress(raw)).decode().rstrip("=")
    return f"v1.{packed}.{zlib.crc32(raw):08x}"


def facts(chance: Random) -> dict[str, Any]:
    """A few answers, under names that are known and others."""
    values: list[Any] = [*TEXTS, 96, -1, 1e300, True, None, [], [[]], {}, ["90", {}], "bachelor"]
    names = [*editions().facts, *TEXTS]
    return {chance.choice(names): chance.choice(values) for _ in range(4)}


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
        lambda each: None if each.text.startswith("积分估算：") else said.append(each.text),
    )
    yield context.new_page(), said
    context.close()


def untouched(place: Page | Frame) -> None:
    """Nothing in the document was made of a stranger's text, and no prototype is another."""
    found = place.evaluate(
        "[document.querySelectorAll('.stranger, [onerror], [onload]').length, hits, {}.hit ?? null]"
    )
    assert found == [0, 0, None]


def test_messages_are_heeded_or_left(chromium: Browser, site: Path) -> None:
    """To the frame, to the page around, and from the frame to it: of every shape."""
    chance = chances("messages")
    with outside(site) as (address, inner, pasted), heard(chromium) as (page, said):
        tag = f'<script src="{inner}embed/v1/embed.js" data-standard="suzhou-2016" async></script>'
        pasted["page"] = tag
        page.goto(f"{address}page")
        page.frame_locator("iframe").locator(READY).wait_for()
        frame = page.frames[1]
        for _ in range(0, EXAMPLES, BATCH):
            sent = [message(chance) for _ in range(BATCH)]
            all_ = f"[{', '.join(sent)}]"
            rest = "new Promise((resolve) => setTimeout(resolve, 50))"
            iframe = 'document.querySelector("iframe")'
            page.evaluate(f"{all_}.forEach((m) => {iframe}.contentWindow.postMessage(m, '*'))")
            page.evaluate(f"{all_}.forEach((m) => postMessage(m, '*'))")
            frame.evaluate(f"{all_}.forEach((m) => parent.postMessage(m, '*')), {rest}")
            page.evaluate(rest)
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
    chance = chances("addresses")
    places = ["calculator/", "embed/", "embed/suzhou-2021.html", "", "who/", "proof/", "nowhere/"]
    with heard(chromium) as (page, said):
        for _ in range(EXAMPLES // 8):
            query = "&".join(
                f"{chance.choice([*NAMES, garbage(chance)])}={garbage(chance)}" for _ in range(3)
            )
            behind = chance.choice([garbage, fragment])(chance)
            address = f"{base}{chance.choice(places)}?{query}#{behind}"
            page.goto(address)
            untouched(page)
            faults = [each for each in said if "status of 404" not in each]  # as of "nowhere/"
            assert faults == [], (SEED, address)
            said.clear()


def test_links_pasted_over_the_page_are_opened_or_refused(chromium: Browser, base: str) -> None:
    """Each is answered in words, leaves the address, and the page goes on."""
    chance = chances("links")
    with heard(chromium) as (page, said):
        page.goto(f"{base}calculator/")
        page.locator(READY).wait_for()
        for _ in range(EXAMPLES // 4):
            pasted = fragment(chance)
            page.locator("#kept").evaluate("it => { it.textContent = ''; }")
            page.evaluate("link => { location.hash = link; }", pasted)
            expect(page.locator("#kept")).to_contain_text(re.compile("打开|打不开"))
            untouched(page)
            assert (page.url, said) == (f"{base}calculator/", []), (SEED, pasted)
        page.locator("#clear").click()
        page.locator('[name="standard"][value="suzhou-2016"]').check()
        page.locator('[name="track"][value="settlement"]').check()
        page.locator('[name="social_insurance_months"]').fill("96")
        total(page, "480", "")


def test_attributes_of_the_tag_are_taken_as_text(chromium: Browser, site: Path) -> None:
    """Of any text one frame comes, from the site, with nothing beside it."""
    chance = chances("tags")
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
            f'<script src="{inner}embed/v1/embed.js" async {" ".join(each)}></script>'
            for each in given
        )
        page.goto(f"{address}page")
        expect(page.locator("iframe")).to_have_count(len(given))
        for place in page.locator("iframe").all():
            assert (place.get_attribute("src") or "").startswith(f"{inner}embed/")
        untouched(page)
        assert said == [], given
