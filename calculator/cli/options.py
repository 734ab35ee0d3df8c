"""Arguments that several commands take, each said once."""

import argparse


def add_facts(parser: argparse.ArgumentParser) -> None:
    """One person's document."""
    parser.add_argument("facts", metavar="FACTS.json", help="情况，一个 JSON 对象；- 为标准输入")


def add_standard(parser: argparse.ArgumentParser) -> None:
    """The edition, and the place whose edition of the day is taken where none is named."""
    parser.add_argument(
        "--standard", metavar="ID|PATH.toml", help="哪一版：id 或文件，默认当天生效的一版"
    )
    add_place(parser)


def add_place(parser: argparse.ArgumentParser) -> None:
    """The place."""
    parser.add_argument("--place", metavar="PLACE", help="哪个地方，默认第一个")


def add_track(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """The benefit."""
    words = "哪一项待遇，例如 settlement"
    parser.add_argument("--track", metavar="TRACK", required=required, help=words)


def add_on(parser: argparse.ArgumentParser) -> None:
    """The day that the answers are as of."""
    parser.add_argument("--on", metavar="DATE", help="哪一天的情况，默认今天")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Output for programs."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")
