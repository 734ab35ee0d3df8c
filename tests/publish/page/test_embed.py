"""What other sites embed: its looks can be read, its loader is small, its policy is strict."""

import re
from pathlib import Path

import pytest

from calculator.publish.hosting.headers import embed_policy, headers, write_policies
from calculator.publish.page.client import PAGE, write_client
from calculator.publish.page.embed import LOADER_LIMIT, write_embed
from calculator.standard.editions import read_editions
from calculator.standard.loading import load_data

pytestmark = pytest.mark.node
ENOUGH = 4.5
LOOK = (PAGE / "embed/look.js").read_text("utf-8")
HUES = re.findall(r"\w+", re.findall(r"hue: \[(.*)\]", LOOK)[0])
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of nothing but the pages to be embedded."""
    folder = tmp_path_factory.mktemp("site")
    write_client(folder)
    write_embed(read_editions(load_data()), "suzhou-2016", "0123", folder)
    return folder


def test_loader_is_within_its_budget(site: Path) -> None:
    """Bytes as sent, not compressed."""
    assert 0 < (site / "embed/embed.js").stat().st_size <= LOADER_LIMIT


def test_pinned_loader_is_there(site: Path) -> None:
    """The first version of the address holds the loader of version 1."""
    assert (site / "embed/v1/embed.js").read_bytes() == (site / "embed/embed.js").read_bytes()


def test_every_edition_has_a_page_and_a_link_to_it(site: Path) -> None:
    """What ``?standard=`` may name is what there is."""
    editions = list(read_editions(load_data()).standards)
    index = (site / "embed/index.html").read_text("utf-8")
    assert re.findall(r'href="([\w-]+)\.html" data-standard="\1"', index) == editions
    assert [e for e in editions if not (site / f"embed/{e}.html").is_file()] == []


def test_pages_have_no_script_or_style_in_them(site: Path) -> None:
    """Their policy needs no hash."""
    for page in (site / "embed").glob("*.html"):
        text = page.read_text("utf-8")
        assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=", text) == []


def test_the_form_is_the_edition_s_own(site: Path) -> None:
    """Each page asks what its edition asks, and estimates with it."""
    for standard in read_editions(load_data()).standards.values():
        text = (site / f"embed/{standard.id}.html").read_text("utf-8")
        assert f'value="{standard.id}"' in text
        assert [
            i.id for i in standard.items for fact in i.facts if f'name="{fact}"' not in text
        ] == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("hue", HUES)
def test_hue_can_be_read(scheme: str, hue: str) -> None:
    """What can be touched, on paper and on mist, and paper on it: 4.5 to 1 at least."""
    colours = _colours(scheme, hue)
    for ground in ("paper", "mist"):
        assert _contrast(colours["blue"], colours[ground]) >= ENOUGH


def test_no_colour_for_a_hue_that_cannot_be_chosen() -> None:
    """The style and the list of what is allowed name the same hues; the first is the site's."""
    style = (PAGE / "embed/embed.css").read_text("utf-8")
    assert list(dict.fromkeys(re.findall(r'data-hue="(\w+)"', style))) == HUES[1:]


def test_only_listed_sites_may_frame_and_guide_pages_only_the_site_itself(site: Path) -> None:
    """``frame-ancestors`` by path."""
    listed = embed_policy("https://a.example https://b.example").split("; ")
    assert listed[-1] == "frame-ancestors 'self' https://a.example https://b.example"
    guide = headers(site)["Content-Security-Policy"].split("; ")
    assert guide[-1] == "frame-ancestors 'self'"
    assert "form-action 'none'" in listed
    assert "form-action 'none'" in guide


def test_pages_carry_of_their_policy_what_browsers_take_from_there(tmp_path: Path) -> None:
    """All but ``frame-ancestors``, which is a header only; the hashes are those without it."""
    page = tmp_path / "index.html"
    page.write_text('<head><meta charset="utf-8"><script>1</script></head>', "utf-8")
    policy = headers(tmp_path)["Content-Security-Policy"]
    write_policies(tmp_path)
    [written] = re.findall(r'Security-Policy" content="([^"]*)"', page.read_text("utf-8"))
    assert written == policy.removesuffix("; frame-ancestors 'self'")
    assert headers(tmp_path)["Content-Security-Policy"] == policy


def _colours(scheme: str, hue: str) -> dict[str, str]:
    """Custom properties as the cascade gives them for such a page."""
    found: dict[str, str] = {}
    for file in (PAGE / "shared/site.css", PAGE / "embed/embed.css"):
        for selectors, rules in RULE.findall(file.read_text("utf-8")):
            wanted = (
                ":root",
                f'[data-md-color-scheme="{scheme}"]',
                f'[data-hue="{hue}"]',
                f'[data-md-color-scheme="{scheme}"][data-hue="{hue}"]',
            )
            last = selectors.split("*/")[-1]
            if any(selector.strip() in wanted for selector in last.split(",")):
                found |= re.findall(r"--(\w+): (#\w+);", rules)
    return found


def _contrast(one: str, other: str) -> float:
    """WCAG 2: 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
