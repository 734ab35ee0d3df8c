"""The calculator in a page of another site."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, ViewportSize, expect

from calculator.publish.engine.compress import gzipped
from calculator.publish.hosting.release import make_release
from tests.browser.fields import show_step
from tests.browser.hosts import Plain, host
from tests.browser.outside import outside, round_trip, served
from tests.browser.visits import DESK, PHONE, READY
from tests.browser.waiting import DRAWN, wait_in_page, wait_until
from tests.support import ROOT, editions

LIMIT = 34_000
"""Bytes of the embedded page without the engine, compressed: at most 40 KB by the design."""

TOLD = """[heard.length, history.length,
  ...[...document.querySelectorAll("iframe")].map((it) => it.offsetHeight)]"""
"""All that a host can count: messages, entries of the history, heights."""

ASKED = "html => parseFloat(getComputedStyle(html).getPropertyValue('--frame-height'))"


@dataclass
class Embedding:
    """A page of the example host, what is pasted into it, and all that is said in its console."""

    page: Page
    host: str
    inner: str
    pasted: dict[str, str]
    said: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def tag(self, attributes: str, loader: str = "embed/v1/embed.js") -> str:
        """The one line of a webmaster."""
        return f'<script src="{self.inner}{loader}" {attributes} async></script>'

    def open(self, *tags: str) -> FrameLocator:
        """Go to a page with these tags; its first frame."""
        self.pasted["page"] = "\n".join(tags)
        self.page.goto(f"{self.host}page")
        return self.page.frame_locator("iframe >> nth=0")

    def events(self) -> list[dict[str, Any]]:
        """What the loader told the host's page."""
        told: list[dict[str, Any]] = self.page.evaluate("events")
        return told

    def fits(self, place: int = 0) -> bool:
        """Whether a frame is as high as its page asks for at this width."""
        frame = self.page.locator("iframe").nth(place)
        high = frame.evaluate("frame => frame.offsetHeight")
        asked = frame.content_frame.locator("html").evaluate(ASKED)
        return bool(high == asked)


@pytest.fixture(scope="module")
def hosts(site: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """A host that may embed, and the site; no test leaves anything with them."""
    with outside(site) as both:
        yield both


@contextmanager
def _embedding(
    chromium: Browser, hosts: tuple[str, str, dict[str, str]], viewport: ViewportSize = DESK
) -> Iterator[Embedding]:
    context = chromium.new_context(viewport=viewport, locale="zh-CN")
    context.set_default_timeout(30_000)
    made = Embedding(context.new_page(), *hosts)
    made.page.on("console", lambda message: made.said.append(message.text))
    made.page.on("pageerror", lambda error: made.said.append(str(error)))
    context.on("request", lambda request: made.requests.append(request.url))
    yield made
    context.close()


@pytest.fixture
def embedding(chromium: Browser, hosts: tuple[str, str, dict[str, str]]) -> Iterator[Embedding]:
    """A host that may embed, at a desk."""
    with _embedding(chromium, hosts) as made:
        yield made


@pytest.fixture
def narrow(chromium: Browser, hosts: tuple[str, str, dict[str, str]]) -> Iterator[Embedding]:
    """The same on a phone."""
    with _embedding(chromium, hosts, PHONE) as made:
        yield made


@pytest.fixture
def unlisted(chromium: Browser, site: Path) -> Iterator[Embedding]:
    """A host that is not on the list."""
    with outside(site, allowed=False) as hosts, _embedding(chromium, hosts) as made:
        yield made


def test_one_tag_is_a_calculator(embedding: Embedding) -> None:
    """Edition, track, title, language and height as the tag says; nothing from a third host."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2021" data-track="schooling"'))
    frame.locator(READY).wait_for(state="attached")
    assert frame.locator('[name="standard"]').input_value() == "suzhou-2021"
    expect(frame.locator('[name="track"][value="schooling"]')).to_be_checked()
    iframe = embedding.page.locator("iframe")
    expect(iframe).to_have_attribute("title", "苏州市流动人口积分估算")
    expect(iframe).to_have_attribute("lang", "zh-CN")
    _settled(embedding)
    assert embedding.said == []
    own = (embedding.host, embedding.inner, "blob:", "data:")
    assert [url for url in embedding.requests if not url.startswith(own)] == []


def test_an_answer_is_counted_and_no_message_holds_it(embedding: Embedding) -> None:
    """96 months are 480 points; the host hears of a height and the engine only."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    frame.locator('[name="social_insurance_months"]').fill("96")
    expect(frame.locator("#total")).to_have_attribute("data-low", "480")
    heard = embedding.page.evaluate("heard.map(({ data }) => [data.type, Object.keys(data)])")
    allowed = {
        "height": ["source", "version", "type", "height"],
        "ready": ["source", "version", "type", "standard"],
    }
    assert heard
    assert [message for message in heard if allowed[message[0]] != message[1]] == []


def test_enter_in_a_field_is_quiet(embedding: Embedding) -> None:
    """Nothing is sent, nothing is said against it, and the page goes on."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    months = frame.locator('[name="social_insurance_months"]')
    months.press("Enter")
    months.fill("96")
    expect(frame.locator("#total")).to_have_attribute("data-low", "480")
    assert embedding.said == []


def test_three_frames_at_once(embedding: Embedding) -> None:
    """Each tag one frame, each its own edition and height; async in any order."""
    editions = ["suzhou-2016", "suzhou-2021", "suzhou-2024-schooling"]
    embedding.open(*(embedding.tag(f'data-standard="{edition}"') for edition in editions))
    for place, edition in enumerate(editions):
        iframe = embedding.page.locator("iframe").nth(place)
        iframe.scroll_into_view_if_needed()
        frame = iframe.content_frame
        frame.locator(READY).wait_for(state="attached")
        assert frame.locator('[name="standard"]').input_value() == edition
    for place in range(3):
        _settled(embedding, place)
    assert embedding.page.locator("iframe").count() == 3
    assert embedding.said == []


def test_wrong_values_fall_back_with_a_message(embedding: Embedding) -> None:
    """Edition, track, hue and an unknown scheme: each is said, none is taken."""
    wrong = 'data-standard="suzhou-1999" data-track="x" data-hue="#f00" data-scheme="neon"'
    frame = embedding.open(embedding.tag(wrong))
    frame.locator(READY).wait_for(state="attached")
    assert frame.locator('[name="standard"]').input_value() == "suzhou-2016"
    expect(frame.locator('[name="track"][value="settlement"]')).to_be_checked()
    assert frame.locator("html").get_attribute("data-hue") == "blue"
    assert [re.findall(r"(\w+)=", line)[0] for line in embedding.said] == [
        "standard",
        "hue",
        "scheme",
        "track",
    ]


def test_looks_are_taken_from_the_tag(embedding: Embedding) -> None:
    """Hue, dark, large type, compact."""
    look = 'data-hue="red" data-scheme="dark" data-type="large" data-compact'
    frame = embedding.open(embedding.tag(f'data-standard="suzhou-2016" {look}'))
    frame.locator(READY).wait_for(state="attached")
    expect(frame.locator("body")).to_have_css("background-color", "rgb(18, 25, 28)")
    expect(frame.locator("#total + a, footer a").last).to_have_css("color", "rgb(242, 161, 154)")
    sizes = frame.locator("html").evaluate("e => [e.dataset.type, e.dataset.compact]")
    assert sizes == ["large", "yes"]
    assert embedding.said == []


@pytest.mark.parametrize("kind", ["normal", "large"])
def test_column_of_320_px_holds_it(embedding: Embedding, kind: str) -> None:
    """Nothing is wider than the column, and the frame is as high as its content."""
    tag = embedding.tag(f'data-standard="suzhou-2016" data-type="{kind}"')
    frame = embedding.open(f'<div class="narrow">{tag}</div>')
    frame.locator(READY).wait_for(state="attached")
    assert frame.locator("html").evaluate("e => [e.scrollWidth, innerWidth]") == [320, 320]
    _settled(embedding)


def test_host_that_lies_changes_nothing(embedding: Embedding) -> None:
    """Messages of our form from the host's own page, or with another version, are not heard."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2016" data-result'))
    frame.locator(READY).wait_for(state="attached")
    _settled(embedding)
    before = embedding.page.locator("iframe").evaluate("frame => frame.style.height")
    told = len(embedding.events())
    embedding.page.evaluate(
        """() => {
          const window_of_frame = document.querySelector("iframe").contentWindow;
          const lie = { source: "suzhou-points", version: 1 };
          postMessage({ ...lie, type: "height", height: 50000 }, "*");
          postMessage({ ...lie, type: "result", text: "9999" }, "*");
          for (const version of [1, 2]) {
            const height = { type: "height", height: 9 };
            const wrong = [height, { type: "result" }, { type: "view", from: 0, to: 9 }];
            for (const content of wrong) {
              window_of_frame.postMessage({ ...lie, version, ...content }, "*");
            }
          }
        }"""
    )
    round_trip(embedding.page)
    assert embedding.page.locator("iframe").evaluate("frame => frame.style.height") == before
    assert len(embedding.events()) == told
    assert embedding.said == []


def test_frame_hears_only_the_host_it_was_told_of(embedding: Embedding) -> None:
    """Where the address names another origin, nothing is delivered there and nothing is taken."""
    other = f"{embedding.inner}embed/?host=https://elsewhere.example&result=yes"
    frame = embedding.open(f'<iframe src="{other}"></iframe>')
    frame.locator(READY).wait_for(state="attached")
    lie = {"source": "suzhou-points", "version": 1, "type": "view", "from": 500, "to": 900}
    embedding.page.evaluate(
        "lie => document.querySelector('iframe').contentWindow.postMessage(lie, '*')", lie
    )
    round_trip(embedding.page)
    assert embedding.page.evaluate("heard") == []


def test_plain_frame_works_without_the_loader(embedding: Embedding) -> None:
    """It scrolls inside; height and ready are said to whoever framed it."""
    frame = embedding.open(f'<iframe src="{embedding.inner}embed/?standard=suzhou-2021"></iframe>')
    frame.locator(READY).wait_for(state="attached")
    assert frame.locator('[name="standard"]').input_value() == "suzhou-2021"
    kinds_heard = "[...new Set(heard.map(({ data }) => data.type))].sort()"
    wait_in_page(embedding.page, f"{kinds_heard}.length > 1")
    round_trip(embedding.page)
    kinds = embedding.page.evaluate(kinds_heard)
    assert kinds == ["height", "ready"]


def test_hidden_and_shown_again(embedding: Embedding) -> None:
    """A tab that is closed when the page opens: right height once it is shown, and again later."""
    tag = embedding.tag('data-standard="suzhou-2016"')
    frame = embedding.open(f'<div class="gone" id="tab">{tag}</div>')
    tab = embedding.page.locator("#tab")
    tab.evaluate("tab => tab.classList.remove('gone')")
    frame.locator(READY).wait_for(state="attached")
    _settled(embedding)
    frame.locator('[name="social_insurance_months"]').fill("96")
    for _ in range(3):
        tab.evaluate("tab => tab.classList.toggle('gone')")
        embedding.page.evaluate(DRAWN)
    tab.evaluate("tab => tab.classList.remove('gone')")
    _settled(embedding)
    expect(frame.locator("#total")).to_have_attribute("data-low", "480")
    assert embedding.said == []


def test_tag_that_runs_again_makes_no_second_frame(embedding: Embedding) -> None:
    """Taken from its place and put back, or copied as scripts are."""
    embedding.open(embedding.tag('data-standard="suzhou-2016"')).locator(READY).wait_for(
        state="attached"
    )
    embedding.page.evaluate(
        """() => new Promise((resolve) => {
          const tag = document.querySelector("script[data-standard]");
          document.querySelector("main").append(tag);
          const again = document.createElement("script");
          for (const { name, value } of tag.attributes) again.setAttribute(name, value);
          again.addEventListener("load", resolve);
          document.querySelector("main").append(again);
        })"""
    )
    assert embedding.page.locator("iframe").count() == 1


def test_late_tag_and_moved_frame(embedding: Embedding) -> None:
    """A tag that a script adds long after the page; a frame that is then moved starts anew."""
    embedding.open("")
    embedding.page.evaluate(
        """address => {
          const tag = document.createElement("script");
          tag.src = address;
          tag.dataset.standard = "suzhou-2016";
          document.querySelector(".column").append(tag);
        }""",
        f"{embedding.inner}embed/embed.js",
    )
    frame = embedding.page.frame_locator("iframe")
    frame.locator(READY).wait_for(state="attached")
    embedding.page.evaluate(
        "document.querySelector('main').append(document.querySelector('iframe'))"
    )
    frame.locator(READY).wait_for(state="attached")
    _settled(embedding)
    assert embedding.said == []


def test_frame_that_goes_on_growing_is_stopped(embedding: Embedding) -> None:
    """A loop ends with a message before the frame is a screen higher."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    frame.locator("#outlook[data-answers] p").first.wait_for(
        state="attached"
    )  # what comes later makes it higher
    _settled(embedding)
    iframe = embedding.page.locator("iframe")
    before = iframe.evaluate("frame => frame.offsetHeight")
    with embedding.page.expect_console_message():
        frame.locator("body").evaluate(
            """() => {
              for (let height = 780; height < 2000; height += 20) {
                const said = { source: "suzhou-points", version: 1, type: "height", height };
                parent.postMessage(said, "*");
              }
            }"""
        )
    round_trip(embedding.page)
    assert before < iframe.evaluate("frame => frame.offsetHeight") < before + 900
    assert embedding.said == ["积分估算：高度一直在变，已停止跟随。"]


def test_result_is_given_by_the_button_only(embedding: Embedding) -> None:
    """What is given is told before, is the total alone, and reaches the host as an event."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2016" data-result'))
    frame.locator(READY).wait_for(state="attached")
    frame.locator('[name="social_insurance_months"]').fill("96")
    expect(frame.locator("#give-words")).to_have_text("没有扣分的话，至少 480 分")
    expect(frame.locator("#give-host")).to_have_text(embedding.host.rstrip("/"))
    assert [event for event in embedding.events() if event["type"] == "result"] == []
    frame.get_by_role("button", name="把结果交给本网页").click()
    expect(frame.locator("#give-said")).to_have_text("已交给这个网页。")
    [given] = [event for event in embedding.events() if event["type"] == "result"]
    assert given == {
        "source": "suzhou-points",
        "version": 1,
        "type": "result",
        "text": "没有扣分的话，至少 480 分",
        "low": None,
        "high": None,
    }


def test_without_being_asked_for_the_button_is_not_there(embedding: Embedding) -> None:
    """No ``data-result``, no button."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    expect(frame.locator("#give")).to_be_hidden()


def test_total_stays_in_view_on_a_phone(narrow: Embedding) -> None:
    """The step scrolls inside the frame, above the bar."""
    frame = narrow.open(narrow.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    show_step(frame, "numbers")
    frame.locator('[name="social_insurance_months"]').fill("96")
    _settled(narrow)
    narrow.page.locator("iframe").scroll_into_view_if_needed()
    for place in ("social_insurance_months", "education", "birth_date"):
        frame.locator(f'[name="{place}"]').first.scroll_into_view_if_needed()
        expect(frame.locator("#total")).to_be_in_viewport()


def test_next_step_comes_into_view_of_the_host(narrow: Embedding) -> None:
    """From the end of a step to the head of the one after it."""
    frame = narrow.open(narrow.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    _settled(narrow)
    show_step(frame, "eligibility")
    frame.locator("[data-next]:visible").click()
    expect(frame.get_by_role("heading", name="最要紧的几项")).to_be_in_viewport()


def test_fault_comes_into_view(narrow: Embedding) -> None:
    """The words beside a field at the lower edge are seen."""
    frame = narrow.open(narrow.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    show_step(frame, "numbers")
    _settled(narrow)
    months = frame.locator('[name="social_insurance_months"]')
    months.fill("1.5")
    months.blur()
    expect(frame.locator("#e-social_insurance_months")).to_contain_text("整数")
    expect(frame.locator("#e-social_insurance_months")).to_be_in_viewport()


def test_paper_of_the_host_has_the_address_in_place_of_the_frame(embedding: Embedding) -> None:
    """One sheet; afterwards the frame stands there as before, with its answers."""
    frame = embedding.open(embedding.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    frame.locator('[name="social_insurance_months"]').fill("96")
    expect(frame.locator("#total")).to_have_attribute("data-low", "480")
    printed = embedding.page.get_by_text(f"{embedding.inner}embed/")
    embedding.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(printed).to_be_visible()
    expect(embedding.page.locator("iframe")).to_be_hidden()
    embedding.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(printed).to_be_hidden()
    expect(frame.locator("#total")).to_have_attribute("data-low", "480")
    assert len(re.findall(rb"/Type\s*/Page\b", embedding.page.pdf())) == 1


def test_paper_of_the_frame_has_the_result(narrow: Embedding) -> None:
    """Printed by the frame's own button; the bar stands in its place, and no step hides it."""
    frame = narrow.open(narrow.tag('data-standard="suzhou-2016"'))
    frame.locator(READY).wait_for(state="attached")
    narrow.page.emulate_media(media="print")
    expect(frame.locator("#calculator .sum")).to_have_css("position", "static")
    expect(frame.locator("#lines")).to_be_visible()


ANSWER_ALL = """async () => {
  const calculator = document.querySelector("#calculator");
  const PRESSED = "[data-all-met], [data-none-left], [data-next], [data-result]";
  const asked = () => [...calculator.querySelectorAll("#questions input")];
  for (const step of ["start", "eligibility", "numbers", "extras", "result"]) {
    calculator.dataset.step = step;
    for (const button of calculator.querySelectorAll("button")) {
      if (button.matches(PRESSED)) button.click();
    }
    for (const input of asked()) {
      if (input.type === "text") input.value = input.placeholder ? "19900508" : "96";
      else input.click();
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const fold of calculator.querySelectorAll("details")) fold.open = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}"""
"""Answers every question there is, one after another, in every step, and unfolds everything."""


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_the_frame_tells_nothing_of_the_answers(embedding: Embedding, width: int) -> None:
    """No message, no other height, nothing in the history, whatever is answered."""
    embedding.page.set_viewport_size({"width": width, "height": 844})
    for edition in editions().standards:
        frame = embedding.open(embedding.tag(f'data-standard="{edition}"'))
        frame.locator(READY).wait_for(state="attached")
        _settled(embedding)
        round_trip(embedding.page)
        told = embedding.page.evaluate(TOLD)
        frame.locator("body").evaluate(ANSWER_ALL)
        number = frame.locator("#calculator").get_attribute("data-answers")
        frame.locator(f'#outlook[data-answers="{number}"]').wait_for(state="attached")
        round_trip(embedding.page)
        assert embedding.page.evaluate(TOLD) == told


def test_the_height_is_of_width_and_reading_mode_alone(embedding: Embedding) -> None:
    """The same of every edition and benefit; another in large type."""
    heights: dict[str, set[int]] = {}
    for kind in ("normal", "large"):
        for edition in editions().standards.values():
            for track in edition.tracks:
                tag = f'data-standard="{edition.id}" data-track="{track}" data-type="{kind}"'
                frame = embedding.open(embedding.tag(tag))
                frame.locator(READY).wait_for(state="attached")
                _settled(embedding)
                high = embedding.page.locator("iframe").evaluate("it => it.offsetHeight")
                heights.setdefault(kind, set()).add(high)
    assert [len(found) for found in heights.values()] == [1, 1]
    assert heights["normal"] != heights["large"]


def test_unlisted_host_may_not_frame_and_gets_a_link(unlisted: Embedding) -> None:
    """``frame-ancestors`` refuses; after a while a link stands in place of the frame."""
    unlisted.open(unlisted.tag('data-standard="suzhou-2016"'))
    link = unlisted.page.get_by_role("link", name="在新窗口打开")
    link.wait_for()
    assert (link.get_attribute("href") or "").startswith(f"{unlisted.inner}embed/")
    assert [url for url in unlisted.requests if "/engine/" in url] == []


def test_check_page_passes_here_and_on_the_host(embedding: Embedding) -> None:
    """Every check, in a frame of another site, and opened by itself."""
    on_the_host = embedding.open(embedding.tag("data-check"))
    embedding.page.goto(embedding.page.url)
    for frame in (on_the_host, embedding.page.frame_locator("iframe")):
        frame.locator("#verdict[data-done]").wait_for(timeout=60_000)
        states = frame.locator("[data-check]").evaluate_all(
            "rows => rows.map(({ dataset }) => [dataset.check, dataset.state])"
        )
        assert len(states) == 11
        assert [name for name, state in states if state != "passed"] == []
        embedding.page.goto(f"{embedding.inner}embed/check.html")
    assert embedding.said == []


def test_embedded_page_is_within_its_budget(chromium: Browser, site: Path) -> None:
    """All that a first visit brings but the engine, as a host with gzip sends it."""
    with host(site, Plain) as (base, sent):
        context = chromium.new_context()
        page = context.new_page()
        page.goto(f"{base}embed/?standard=suzhou-2021")
        page.locator(READY).wait_for(state="attached", timeout=60_000)
        context.close()
        paths = [path.partition("?")[0].strip("/") for path in sent.times if "/engine/" not in path]
    files = [site / path for path in paths]
    contents = [(file / "index.html" if file.is_dir() else file).read_bytes() for file in files]
    assert 0 < sum(len(gzipped(content)) for content in contents) <= LIMIT, paths


def test_release_works_in_a_folder_of_any_server(
    chromium: Browser, site: Path, tmp_path: Path
) -> None:
    """Unpacked below another folder of a server that knows nothing and sends no header of ours."""
    with zipfile.ZipFile(make_release(site, tmp_path / "dist")) as archive:
        archive.extractall(tmp_path / "www/some/where")
    [folder] = (tmp_path / "www/some/where").iterdir()
    bare = partial(_Bare, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), bare) as server, served(server) as base:
        context = chromium.new_context()
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        for path in ("calculator/", "embed/?standard=suzhou-2021"):
            page.goto(f"{base}some/where/{folder.name}/{path}")
            page.locator(READY).wait_for(state="attached", timeout=60_000)
        context.close()
    assert said == []


class _Bare(SimpleHTTPRequestHandler):
    """Python's own server, quiet; it has heard of no favicon."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.mark.parametrize("path", ["embed/suzhou-2021.html", "embed/check.html"])
def test_nobody_is_kept_out(chromium: Browser, base: str, path: str) -> None:
    """No finding of axe in what is ours, light and dark."""
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme, viewport=PHONE)
        page = context.new_page()
        page.goto(base + path)
        page.locator(f"{READY}, iframe").first.wait_for(state="attached", timeout=60_000)
        page.evaluate(axe)
        found = page.evaluate(
            "axe.run(document, { iframes: false })"
            ".then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))"
        )
        context.close()
        assert found == []


def _settled(embedding: Embedding, place: int = 0) -> None:
    """Wait until a frame has found its height."""
    wait_until(lambda: embedding.fits(place), "a frame as high as its content")
