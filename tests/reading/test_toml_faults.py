"""What keeps a text from being TOML, and the remedy."""

import tomllib

import pytest

from calculator.reading.toml_faults import explain

ONE_LINE = '一行一个 键 = 值；注释前面加 #，文字里的引号写成 \\"'
EQUALS = "键 = 值；文字是注释的，前面加 #"
ANY_DAY = "一个日期，例如 2016-01-15"


def said(text: str) -> tuple[int, str, str]:
    """The line, what was found and what is expected, of a text that is no TOML."""
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        tomllib.loads(text)
    return explain(text, str(refused.value))


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("a = [1，2]", "第 7 列读到中文逗号「，」", "英文逗号 ,"),
        ("a = [1、2]", "第 7 列读到顿号「、」", "英文逗号 ,"),
        ("a = “x”", "第 5 列读到中文引号「“」", '英文引号 "'),
        ('a = "x”\n', "文字的末尾是中文引号 ”", '英文引号 "'),
        ("a = １２", "第 5 列读到全角数字 １２", "半角数字 12"),
        ("a = 1２", "第 6 列读到全角数字 ２", "半角数字 2"),
        ("a ＝ 1", "第 3 列读到全角等号「＝」", "英文等号 ="),
        ("［items］", "第 1 列读到全角方括号「［」", "英文方括号 [ ]"),
        ("a = （1）", "第 5 列读到全角圆括号「（」", "英文方括号 [ ]"),
        ("a = −100", "第 5 列读到不是英文减号的横线「−」", "英文减号 -，例如 -100"),
        ("a = true。", "第 9 列读到句号「。」", "行末没有标点"),
        ("a = 1\u3000# x", "第 6 列读到全角空格「\u3000」", "普通空格"),
        ("a = 1\x0b", "第 6 列有看不见的字符 U+000B", "删去这个字符"),
        ('a = "\x01x"', "第 6 列有看不见的字符 U+0001", "删去这个字符"),
    ],
)
def test_a_character_is_named_with_its_remedy(text: str, found: str, expected: str) -> None:
    """What Chinese input methods and word processors bring."""
    assert said(text) == (1, found, expected)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("a = 30分", "第 5 列读到 30分，数字后面有“分”", "只写数字 30，单位不写"),
        ("a = 100 分", "第 5 列读到 100 分，数字后面有“分”", "只写数字 100，单位不写"),
        ("a = [30分, 2]", "第 6 列读到 30分，数字后面有“分”", "只写数字 30，单位不写"),
        ("a = 35%", "第 5 列读到 35%，数字后面有“%”", "只写数字 35，单位不写"),
        ("a = .35", "第 5 列读到 .35，小数点前面没有数字", "0.35"),
        ("a = -.5", "第 5 列读到 -.5，小数点前面没有数字", "-0.5"),
        ("a = 5.", "第 5 列读到 5.，小数点后面没有数字", "5 或 5.0"),
        ("a = 012", "第 5 列读到 012，前面多了 0", "12"),
        ("a = 1,000", "第 5 列读到 1,000", "不带逗号的数字 1000"),
        ("a = - 100", "第 5 列减号后面有空格", "连写的 -100"),
        ("a = 2026-13-01", "第 5 列读到 2026-13-01，没有 13 月", ANY_DAY),
        ("a = 2026-02-31", "第 5 列读到 2026-02-31，2026 年 2 月没有 31 日", ANY_DAY),
        (
            "a = 2026-1-1",
            "第 5 列读到 2026-1-1",
            "四位年、两位月、两位日，用 - 隔开：2026-01-01",
        ),
        (
            "a = { from = 2016年1月15日 }",
            "第 14 列读到 2016年1月15日",
            "四位年、两位月、两位日，用 - 隔开：2016-01-15",
        ),
        ("a = TRUE", "第 5 列读到 TRUE", "小写的 true，不加引号"),
        ("a = 否", "第 5 列读到 否", "小写的 false，不加引号"),
        ("a = 市区", "第 5 列读到 市区，文字没有加引号", '英文引号中的文字 "市区"'),
        ("a = ", "第 5 列等号后面没有值", '一个值，例如 30、"市区"、2016-01-15'),
        ("a = # x", "第 5 列等号后面没有值", '一个值，例如 30、"市区"、2016-01-15'),
        ("a = 2016-01-15 2", "第 16 列多出 2", ONE_LINE),
    ],
)
def test_a_value_is_named_with_its_remedy(text: str, found: str, expected: str) -> None:
    """A unit, a day that does not exist, a number as it is written by hand."""
    assert said(text) == (1, found, expected)


@pytest.mark.parametrize(
    ("text", "line", "found", "expected"),
    [
        ("b = 1\na 1", 2, "第 3 列没有等号", EQUALS),
        ("a", 1, "第 2 列没有等号", EQUALS),
        ("a : 1", 1, "第 3 列读到 :", EQUALS),
        ('a = "x\nb = 1', 1, "引号没有结束", '文字后面写上英文引号 "'),
        ("b = 1\na = 'x\n", 2, "引号没有结束", '文字后面写上英文引号 "'),
        ('b = 1\na = """x\ny\n', 2, '""" 没有结束', '文字后面写上 """'),
        ('a = "C:\\q"', 1, "第 10 列前面有反斜杠 \\", "写两个 \\\\，或不用反斜杠"),
        ('a = ["a" "b"]', 1, "第 10 列之前的列表没有写完", "两项之间写英文逗号 ,，最后写 ]"),
        (
            'a = [\n"x",\n"y"\nb = 3\n',
            1,
            "这里开始的列表没有写完",
            "两项之间写英文逗号 ,，最后写 ]",
        ),
        ("a = {x = 1\n}", 1, "第 11 列之前的 { 没有写完", "写在一行里的 { 键 = 值, 键 = 值 }"),
        ("[a\nb = 1", 1, "第 3 列方括号没有写完", "[名称] 或 [[名称]]"),
        ("[[a]\n", 1, "第 4 列方括号没有写完", "[名称] 或 [[名称]]"),
        ("a = 1 b = 2", 1, "第 7 列多出 b = 2", ONE_LINE),
        (
            "学历 = 1",
            1,
            "第 1 列读到 学历 = 1",
            "键 = 值，键用英文字母、数字、_ 和 -；文字是注释的，前面加 #",
        ),
    ],
)
def test_what_is_not_finished_is_named_by_its_line(
    text: str, line: int, found: str, expected: str
) -> None:
    """Quotes, brackets and signs; the line is where the fault began."""
    assert said(text) == (line, found, expected)


@pytest.mark.parametrize(
    ("text", "line", "found", "expected"),
    [
        ("a = 1\na = 2", 2, "a 写了第二次，第一次在第 1 行", "每个键只写一次"),
        ("a = 1\nb = 2\na = 3", 3, "a 写了第二次，第一次在第 1 行", "每个键只写一次"),
        ("a.b = 1\na = 2\n", 2, "a 写了第二次", "每个键只写一次"),
        ("[t]\na.b = 1\na = 2\n", 3, "a 写了第二次", "每个键只写一次"),
        ("[t]\nb = {x = 1, x = 2}", 2, "x 写了第二次", "每个键只写一次"),
        ("[s.a]\n[s.a]\n", 2, "[s.a] 写了第二次，第一次在第 1 行", "另一个名称，或合写在一处"),
        ("a = 1\n[a]\n", 2, "[a] 写了第二次", "另一个名称，或合写在一处"),
        (
            "[items]\nb = 1\n[[items]]\nb = 2\n",
            1,
            "[items] 只有一层方括号",
            "[[items]]，两层方括号，每一项各写一次",
        ),
        (
            "[[items]]\nb = 1\n[items]\nb = 2\n",
            3,
            "又一个 [items]，只有一层方括号",
            "[[items]]，两层方括号，每一项各写一次",
        ),
        (
            "[items]\nb = 1\n[items]\nb = 2\n",
            3,
            "又一个 [items]，只有一层方括号，第一次在第 1 行",
            "[[items]]，两层方括号，每一项各写一次",
        ),
    ],
)
def test_what_stands_twice_is_named_by_both_lines(
    text: str, line: int, found: str, expected: str
) -> None:
    """A single bracket in place of two blames the line that has it."""
    assert said(text) == (line, found, expected)


def test_what_is_not_understood_is_still_placed() -> None:
    """A reason that a later Python may give."""
    expected = "键 = 值，文字加引号，日期写 2016-01-15"
    assert explain("a = 1", "Strange (at line 1, column 3)") == (1, "第 3 列附近读不懂", expected)


@pytest.mark.parametrize("text", ["a\t=\t1\r\n", "\ta = 1\n", "a = '''x\ty'''"])
def test_tabs_and_line_ends_are_no_faults(text: str) -> None:
    """As any editor writes them."""
    assert list(tomllib.loads(text)) == ["a"]
