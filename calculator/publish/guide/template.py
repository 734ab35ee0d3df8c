"""The template that officers start from, put together from what stands in each shape's room.

    python -m calculator.publish.guide.template > docs/assets/template.toml

A room's ``template.toml`` begins with the shape's title and purpose as a comment; then come the
questions and the rows that show what the shape can do. Rows may refer to those of shapes that
stand before theirs in the register. ``template_head.toml`` has what belongs to no shape.
"""

import re
from pathlib import Path
from typing import Final, NamedTuple

from calculator.rules.register import SHAPES

ROOMS: Final = Path(__file__).parents[2] / "rules"
_RULE: Final = "# " + "-" * 64
_ROOM: Final = re.compile(
    r"# (?P<title>[^：\n]+)：(?P<purpose>[^\n]+)\n\n(?P<tables>.+)", re.DOTALL
)


class RoomTemplate(NamedTuple):
    """What a room's template says of its shape, and its tables: questions first, then rows."""

    title: str
    purpose: str
    questions: str
    rows: str


def read_room_template(name: str) -> RoomTemplate:
    """The template in the room of the shape ``name``."""
    found = _ROOM.fullmatch((ROOMS / name / "template.toml").read_text("utf-8"))
    if found is None:
        raise ValueError(f"{name}/template.toml does not begin with “# title：purpose”")
    questions, mark, rows = found["tables"].partition("[[items]]")
    return RoomTemplate(found["title"], found["purpose"], questions.strip(), (mark + rows).strip())


def template() -> str:
    """The whole template as TOML: the head, the questions of every shape, then all rows."""
    rooms = [read_room_template(name) for name in SHAPES]
    head = Path(__file__).with_name("template_head.toml").read_text("utf-8").strip()
    rows = [f"# {room.title}：{room.purpose}\n\n{room.rows}" for room in rooms]
    questions = [room.questions for room in rooms if room.questions]
    return "\n\n".join([head, *questions, f"{_RULE} 计分项", *rows]) + "\n"


if __name__ == "__main__":
    print(template(), end="")
