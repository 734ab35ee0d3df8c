"""Sample configurations of servers, with the headers of the site as it was built."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculator.publish.hosting.headers import (
    HOSTS,
    IMMUTABLE,
    content_security_policy,
    embed_policy,
    headers,
)

SAMPLES = Path(__file__).with_name("samples")


def write_samples(site: Path) -> None:
    """Write every sample into ``site/hosting/``, with the policy's hashes of this very site.

    As texts: under its own name a server might take one for its configuration of that folder.
    """
    samples = Environment(
        loader=FileSystemLoader(SAMPLES),
        autoescape=lambda name: name == "web.config.txt",  # noqa: S701 - the others hold no markup
        trim_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    names = {
        "headers": {
            name: value
            for name, value in headers(site).items()
            if name != "Content-Security-Policy"
        },
        "policy": content_security_policy(site),
        "embed_policy": embed_policy(HOSTS),
        "hosts": HOSTS,
        "immutable": IMMUTABLE,
    }
    (site / "hosting").mkdir(exist_ok=True)
    for sample in sorted(SAMPLES.iterdir()):
        text = samples.get_template(sample.name).render(**names)
        (site / "hosting" / sample.name).write_text(text, "utf-8")
