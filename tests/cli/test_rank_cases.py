"""What ``rank`` decides and leaves open, by small tables under the editions of the product."""

import csv
import io
from pathlib import Path

import pytest

from calculator.cli.exit_codes import DONE
from tests.cli.commands import called

CAPTURE = pytest.CaptureFixture[str]

COLUMNS_2016 = (
    "id,birth_date,education,skill_level,professional_title,social_insurance_months,"
    "housing_fund_months,home_areas,lives_in_own_home,residence_months,family_planning_compliant,"
    "invention_patents,utility_patents_this_year,awards_district,awards_municipal,"
    "awards_prefectural,sports_top_three,child_vaccination_record,child_vaccinations_complete,"
    "maternal_child_card,health_record,registration_date,other_parent_total,town,school,grade"
)
COLUMNS_2024 = (
    "id,birth_date,education,skill_level,professional_title,social_insurance_months,"
    "residence_months,veteran,housing_fund_months,investment_and_tax_claimed,registration_date"
)
SEATS = "town,school,grade,seats\nT,S,1,1\n"


def row_2016(name: str, registered: str, other: str, *, base_points: int) -> str:
    """Somebody of 410 points, of which 400 or 410 are base points: ten may come from an award."""
    months, award = base_points // 5, (410 - base_points) // 10
    nothing = f"0,none,false,0,false,0,0,{award},0,0,false,false,false,false,false"
    return f"{name},1970-01-01,other,none,none,{months},{nothing},{registered},{other},T,S,1"


def row_2024(name: str, months: int, education: str, registered: str, rest: str = "") -> str:
    """Somebody with months of insurance and an education, of 35 years or more."""
    return f"{name},1980-01-01,{education},none,none,{months},0,false,0,false,{registered}{rest}"


def ranked(
    capsys: CAPTURE, folder: Path, table: str, *options: str
) -> dict[str, tuple[str, str, str, str]]:
    """By id: rank, base points, whether admitted, note."""
    (folder / "applicants.csv").write_text(table, "utf-8")
    ran = called(capsys, "rank", str(folder / "applicants.csv"), "--track", "schooling", *options)
    assert ran.code == DONE
    rows = csv.DictReader(io.StringIO(ran.out))
    return {row["id"]: (row["rank"], row["base"], row["admitted"], row["note"]) for row in rows}


def admitted_2016(capsys: CAPTURE, folder: Path, *rows: str) -> dict[str, str]:
    """By id, whether somebody has the one seat."""
    (folder / "seats.csv").write_text(SEATS, "utf-8")
    options = ("--standard", "suzhou-2016", "--on", "2019-05-15")
    table = "\n".join([COLUMNS_2016, *rows])
    found = ranked(capsys, folder, table, *options, "--seats", str(folder / "seats.csv"))
    return {name: admitted for name, (_, _, admitted, _) in found.items()}


def test_whoever_comes_first_in_the_middle_reading_alone_is_not_refused(
    capsys: CAPTURE, tmp_path: Path
) -> None:
    """Base points, then the other parent's total, then the date: p0 would have the seat."""
    rows = [
        row_2016("p0", "2012-03-03", "2", base_points=410),
        row_2016("p1", "2012-03-02", "3", base_points=400),
        row_2016("p2", "2012-03-01", "0", base_points=410),
    ]
    assert admitted_2016(capsys, tmp_path, *rows) == {"p0": "tie", "p1": "tie", "p2": "tie"}


@pytest.mark.parametrize("other", ["", "9"])
def test_a_blank_total_of_the_other_parent_is_unknown(
    capsys: CAPTURE, tmp_path: Path, other: str
) -> None:
    """It may be as high as one that would leave the seat open."""
    rows = [
        row_2016("p0", "2012-03-02", other, base_points=400),
        row_2016("p1", "2012-03-03", "1", base_points=410),
    ]
    assert admitted_2016(capsys, tmp_path, *rows) == {"p0": "tie", "p1": "tie"}


def test_a_lower_total_of_the_other_parent_changes_nothing(capsys: CAPTURE, tmp_path: Path) -> None:
    """Where all readings agree the seat is decided."""
    rows = [
        row_2016("p0", "2012-03-02", "0", base_points=400),
        row_2016("p1", "2012-03-03", "1", base_points=410),
    ]
    assert admitted_2016(capsys, tmp_path, *rows) == {"p0": "no", "p1": "yes"}


def test_an_inferred_order_decides_and_says_so(capsys: CAPTURE, tmp_path: Path) -> None:
    """In 2024 only insurance and residence are base points: 500 against 400."""
    table = "\n".join(
        [
            COLUMNS_2024,
            row_2024("first", 100, "other", "2018-05-01"),
            row_2024("second", 80, "bachelor", "2015-05-01"),
            row_2024("third", 10, "other", "2015-05-01"),
        ]
    )
    options = ("--standard", "suzhou-2024-schooling", "--on", "2024-06-01", "--quota", "1")
    found = ranked(capsys, tmp_path, table, *options)
    inferred = "同分先后是推定的，没有见到这一版的规定；没有比另一方总分；未计入 3 项"
    assert found == {
        "first": ("1", "500", "yes", inferred),
        "second": ("2", "400", "no", inferred),
        "third": ("3", "50", "no", "未计入 3 项"),
    }


def test_conditions_and_a_higher_total_of_the_other_parent_are_said(
    capsys: CAPTURE, tmp_path: Path
) -> None:
    """Whoever may not apply has no seat, though their total is higher."""
    conditions = ",insured_now,continuous_residence_months,residence_permit_held,"
    heading = f"{COLUMNS_2024}{conditions}child_starting_grade,other_parent_total"
    table = "\n".join(
        [
            heading,
            row_2024("p1", 60, "bachelor", "2015-03-01", ",false,0,false,false,900"),
            row_2024("p2", 10, "bachelor", "2015-03-01", ",true,48,true,true,0"),
        ]
    )
    options = ("--standard", "suzhou-2024-schooling", "--on", "2025-05-01", "--quota", "1")
    found = ranked(capsys, tmp_path, table, *options)
    labels = (
        "有市区有效的居住证、在市区连续合法居住满六个月、在市区参加职工社会保险、孩子上起始年级"
    )
    said = f"另一方总分 900，比本人高；不符合申请条件：{labels}；未计入 3 项"
    assert found == {
        "p1": ("2", "300", "no", said),
        "p2": ("1", "50", "yes", "未计入 3 项"),
    }


def row_of_groups(*cells: str) -> str:
    """A table of one person, in which only what is asked of two groups differs; by 2016."""
    heading = COLUMNS_2016.replace(",town,school,grade", "")
    columns = ("social_contribution_claimed", "donation_yuan", "city_management_violations")
    row = row_2016("p", "2012-03-02", "0", base_points=410).removesuffix(",T,S,1")
    return f"{','.join([heading, *columns[: len(cells)]])}\n{','.join([row, *cells])}\n"


OPTIONS_2016 = ("--standard", "suzhou-2016", "--on", "2019-05-15")


@pytest.mark.parametrize(
    ("cells", "total", "note"),
    [
        ((), "410", "未计入 9 项"),
        (("false",), "410", "未计入 6 项"),
        (("false", "4000"), "420", "未计入 6 项"),
        (("false", "4000", "2"), "320", "未计入 5 项"),
    ],
)
def test_items_of_a_group_count_as_far_as_the_table_asks_for_them(
    capsys: CAPTURE, tmp_path: Path, cells: tuple[str, ...], total: str, note: str
) -> None:
    """The others are left out as their group is, of which no points are public."""
    (tmp_path / "applicants.csv").write_text(row_of_groups(*cells), "utf-8")
    table = str(tmp_path / "applicants.csv")
    ran = called(capsys, "rank", table, "--track", "schooling", *OPTIONS_2016)
    found = [(row["total"], row["note"]) for row in csv.DictReader(io.StringIO(ran.out))]
    assert found == [(total, note)]


def test_items_left_out_are_said(capsys: CAPTURE, tmp_path: Path) -> None:
    """Those of which the table has no column."""
    (tmp_path / "applicants.csv").write_text(row_of_groups("false"), "utf-8")
    table = str(tmp_path / "applicants.csv")
    ran = called(capsys, "rank", table, "--track", "schooling", *OPTIONS_2016)
    assert ran.err.splitlines()[-1] == "没有计入的项目，表里没有相应的列：违反城市管理"


def test_a_group_that_is_not_answered_is_named_before_its_items(
    capsys: CAPTURE, tmp_path: Path
) -> None:
    """A no to it answers them all; an empty cell is unknown."""
    (tmp_path / "applicants.csv").write_text(row_of_groups("", ""), "utf-8")
    table = str(tmp_path / "applicants.csv")
    ran = called(capsys, "rank", table, "--track", "schooling", *OPTIONS_2016)
    named = "social_contribution_claimed、donation_yuan、public_welfare_post"
    expected = "社会贡献（没有的填“否”，有的还要填公益捐赠、特殊公益性岗位）"
    assert ran.err.splitlines()[-2] == (
        f"第 2 行（p）{named} 列：空着，总分不是一个数（410 分起），应为填好：{expected}"
    )
