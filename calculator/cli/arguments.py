"""The command line's arguments, and what is said where they are wrong."""

import argparse
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

Run: TypeAlias = Callable[[argparse.Namespace], int]

_IN_CHINESE: Final = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (
        r"argument COMMAND: invalid choice: '?(.*?)'? \(choose from (.*)\)",
        r"没有 \1 这个命令，可用：\2",
    ),
    (r"argument (.*): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 不能和 \2 一起用"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 后面不带值，读到 \2"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 不明确，可能是 \2"),
)
"""What argparse says, and how we say it; whatever else it says stays as it is."""


class Parser(argparse.ArgumentParser):
    """A parser that says in Chinese what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Say how it is used and what is wrong, and end."""
        for english, chinese in _IN_CHINESE:
            if match := re.fullmatch(english, message):
                message = match.expand(chinese)
        self.exit(2, f"{self.format_usage()}{message}\n")


def make_parser(commands_by_name: Mapping[str, Run], program: str) -> Parser:
    """The parser of the whole command line; each command is run by what its name stands for."""
    parser = Parser(prog=program, description="苏州积分：估算、排名、展望、比较、检查。")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("estimate", help="一个人的积分，或两位家长的")
    command.set_defaults(run=commands_by_name["estimate"])
    command.add_argument("facts", metavar="FACTS.json", help="情况，一个 JSON 对象；- 为标准输入")
    command.add_argument("other", metavar="SECOND_PARENT.json", nargs="?")
    command.add_argument("--standard", metavar="ID|PATH.toml")
    command.add_argument("--track", metavar="TRACK")
    command.add_argument("--on", metavar="DATE", help="哪一天的情况，默认今天")
    command.add_argument("--json", action="store_true")
    command.add_argument("--lines", action="store_true", help="每行一个人，逐行输入输出")

    command = commands.add_parser("rank", help="给申请人排名，看谁入围")
    command.set_defaults(run=commands_by_name["rank"])
    command.add_argument("applicants", metavar="APPLICANTS.csv", help="申请人的表；- 为标准输入")
    command.add_argument("--standard", metavar="ID|PATH.toml")
    command.add_argument("--track", metavar="TRACK", required=True)
    command.add_argument("--on", metavar="DATE", help="哪一天的情况，默认今天")
    line = command.add_mutually_exclusive_group()
    line.add_argument("--quota", metavar="N", help="取前 N 名")
    line.add_argument("--threshold", metavar="N", help="N 分以上入围")
    line.add_argument("--seats", metavar="SEATS.csv", help="各校各年级的学位数")

    command = commands.add_parser("outlook", help="以后各天的总分，和下一步")
    command.set_defaults(run=commands_by_name["outlook"])
    command.add_argument("facts", metavar="FACTS.json", help="情况，一个 JSON 对象；- 为标准输入")
    command.add_argument("--standard", metavar="ID|PATH.toml")
    command.add_argument("--track", metavar="TRACK")
    command.add_argument("--on", metavar="DATE", help="哪一天的情况，默认今天")
    command.add_argument("--until", metavar="DATE", help="到哪一天，默认两年后")
    command.add_argument("--line", metavar="N", help="什么时候到 N 分")
    command.add_argument("--json", action="store_true")

    command = commands.add_parser("diff", help="比较两版，或一版的两稿")
    command.set_defaults(run=commands_by_name["diff"])
    command.add_argument("a", metavar="A", help="版本的 id，或文件")
    command.add_argument("b", metavar="B", help="版本的 id，或文件")
    command.add_argument("--facts", metavar="FACTS.json", help="一个人，按 A 回答的情况")
    command.add_argument("--track", metavar="TRACK")
    command.add_argument("--on", metavar="DATE", help="哪一天的情况，默认今天")

    command = commands.add_parser("standards", help="有哪些版本，各管到什么时候")
    command.set_defaults(run=commands_by_name["standards"])

    command = commands.add_parser("check", help="检查计分标准有什么不对")
    command.set_defaults(run=commands_by_name["check"])
    command.add_argument("paths", metavar="PATH.toml", nargs="*", type=Path)
    return parser
