"""Wrong usage in words of one's own language, exit codes, and output that depends on nothing but the file."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import cli
from runbook import __version__, schema
from runbook.console import language_of, same_bytes, typed
from runbook.format import page
from tests.powerless import powerless
from tests.workspace import common, readers

ROOT = Path(__file__).resolve().parents[1]
CONFERENCE = str(ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml")
SMALL = """\
ceremony: le
title: Lễ kỷ niệm
date: 22/11/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
agencies: {so-vhtt: {name: Sở Văn hóa và Thể thao, short: Sở VHTT}}
tasks:
  E1: {title: Họp giao việc, lead: so-vhtt, work: 1d}
"""
HEAVY = {"networkx", "ics", "numpy", "pendulum", "tabulate", "yaml", "wcwidth"}


def run(*args: str, language: str = "vi") -> Result:
    env = {"RUNBOOK_LANG": language, "COLUMNS": "80", "NO_COLOR": None}
    return CliRunner(env=env).invoke(cli.runbook, list(args), prog_name="runbook")


def process(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The program as people run it: a process of its own."""
    clean = {
        key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "RUNBOOK", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *args], env={**clean, **env}, capture_output=True, check=False
    )


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "le.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def last_line(result: Result) -> str:
    return result.stderr.splitlines()[-1]


WRONG = {
    ("frobnicate",): "Lỗi: không có lệnh “frobnicate”.",
    ("plam", "FILE"): "Lỗi: không có lệnh “plam”. Có phải ý bạn là “plan”?",
    ("plan",): "Lỗi: thiếu TỆP.",
    ("why", "FILE"): "Lỗi: thiếu MÃ_VIỆC.",
    ("plan", "FILE", "more"): "Lỗi: thừa “more”.",
    ("plan", "FILE", "--agancy", "x"): "Lỗi: không có tùy chọn --agancy. Có phải ý bạn là “--agency”?",
    ("invite", "FILE", "--agency", "so-vhtt", "--set", "E1.work=2d"): (
        "Lỗi: không có tùy chọn --set. Có phải ý bạn là “--store”?"
    ),
    ("invite", "FILE", "--agency", "so-vhtt", "--day", "25/11/2024"): (
        "Lỗi: không có tùy chọn --day. Có phải ý bạn là “--agency”?"
    ),
    ("plan", "FILE", "--day"): "Lỗi: tùy chọn --day cần một giá trị.",
    ("plan", "FILE", "--json=x"): "Lỗi: tùy chọn --json không nhận giá trị.",
    ("plan", "FILE", "--by", "size"): "Lỗi: --by phải là một trong: agency, day, phase.",
    ("sheet", "FILE", "--agency", "so-vht"): (
        "Lỗi: không có cơ quan nào tên “so-vht”. Có phải ý bạn là “so-vhtt”? Các cơ quan: so-vhtt."
    ),
    ("why", "FILE", "E2"): "Lỗi: không có việc nào mang mã “E2”.",
    ("plan", "FILE", "--day", "31/11/2024"): (
        "Lỗi: “31/11/2024” không phải là ngày; viết 22/11/2024 hoặc 2024-11-22 (với sheet --date còn có N, N-1, N+2w)."
    ),
    ("plan", "FILE", "--now", "yesterday"): (
        "Lỗi: “yesterday” không phải là thời điểm; "
        "viết 12/11/2024, “12/11/2024 14:00”, 2024-11-12T14:00, now hoặc today."
    ),
    ("sheet", "FILE", "--date", "N-9999"): "Không có việc nào trong ngày này.",
    ("completion", "tcsh"): "Lỗi: VỎ_LỆNH phải là một trong: bash, zsh, fish.",
    ("new", "--from", "x"): "Lỗi: thiếu TỆP.",
    ("new", "--list", "y.yaml"): "Lỗi: thừa “y.yaml”.",
    ("new", "new.yaml", "--from", "hoi-nghi-tong-ket"): (
        "Lỗi: không có mẫu nào tên “hoi-nghi-tong-ket”. Có phải ý bạn là “hoi-nghi-tong-ket-2024”? "
        "Xem các mẫu: runbook new --list"
    ),
    ("--lang", "fr", "plan", "FILE"): "Lỗi: --lang phải là một trong: vi, en.",
}


@pytest.mark.parametrize("args", [args for args in WRONG if args[-1] != "N-9999"], ids=" ".join)
def test_wrong_usage_is_told_and_ends_with_2(args: tuple[str, ...], small: str) -> None:
    result = run(*(small if word == "FILE" else word for word in args))
    assert (last_line(result), result.exit_code, result.stdout) == (WRONG[args], 2, "")


@pytest.mark.parametrize("args", WRONG, ids=" ".join)
def test_wrong_usage_speaks_english_too_and_never_shows_a_traceback(args: tuple[str, ...], small: str) -> None:
    result = run(*(small if word == "FILE" else word for word in args), language="en")
    assert isinstance(result.exception, SystemExit | None)
    assert not any(word in result.stderr for word in ("Lỗi", "Traceback", "không"))


def test_wrong_usage_shows_the_usage_line_and_where_to_look(small: str) -> None:
    assert run("plan", small, "x", language="en").stderr == (
        "Usage: runbook plan [OPTIONS] FILE\nFor help: runbook plan --help\n\nError: “x” is too much.\n"
    )


def test_problems_of_the_file_end_with_1_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "le.yaml"
    path.write_text(SMALL.replace("work: 1d", "work: one day"), encoding="utf-8")
    for args in (
        ["check"],
        ["plan"],
        ["ics", "--output", str(tmp_path / "x.ics")],
        ["build", "--output", str(tmp_path / "x")],
    ):
        result = run(args[0], str(path), *args[1:])
        assert result.exit_code == 1
        assert "bad-duration" in result.stdout + result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["le.yaml"]


def test_a_file_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "le.yaml"
    path.write_bytes(SMALL.encode("utf-8").replace("ễ".encode(), b"\xff", 1))
    result = run("plan", str(path))
    assert (result.exit_code, "not-utf8" in result.stderr, result.stdout) == (1, True, "")


def test_a_file_without_permission_is_told(small: str) -> None:
    path = Path(small)
    path.chmod(0)
    with powerless(path.parent, 0o555):
        assert last_line(run("plan", path.name)) == f"Lỗi: không có quyền dùng “{path.name}”."


def test_a_tried_change_that_cannot_be_read_is_a_problem_and_keeps_its_place(small: str) -> None:
    result = run("plan", small, "--set", "E1.work=1d", "--set", "E1.wrk=2d")
    assert result.exit_code == 2
    assert result.stderr.startswith("--set:2:")


ENDS = {  # the table of exit codes in the README
    ("check", "FILE"): 0,
    ("plan", "FILE", "--set", "E1.work=9d"): 0,  # a plan that is late is a plan
    ("check", "BROKEN"): 1,
    ("plan", "BROKEN"): 1,
    ("plan", "BROKEN", "--set", "E1.wrk=2d"): 1,
    ("plan", "none.yaml"): 1,
    ("plan", "/"): 1,
    ("ics", "FILE", "--output", "/"): 1,
    ("ics", "FILE", "--output", "FILE"): 1,
    ("build", "FILE", "--output", "."): 1,
    ("new", "FILE"): 1,
    ("frobnicate",): 2,
    ("plan", "FILE", "--agancy", "x"): 2,
    ("plan", "FILE", "--agency", "x"): 2,
    ("why", "FILE", "E9"): 2,
    ("plan", "FILE", "--set", "E1"): 2,
    ("check", "FILE", "--set", "E1.work=one day"): 2,
    ("plan", "FILE", "--set", "E9.work=2d"): 2,
    ("plan", "FILE", "--now", "yesterday"): 2,
    ("plan", "FILE", "--day", "N-1"): 2,
    ("sheet", "FILE", "--date", "x"): 2,
    ("new", "new.yaml", "--from", "x"): 2,
}


@pytest.mark.parametrize("args", ENDS, ids=" ".join)
def test_the_exit_code_says_whose_fault_it_is(args: tuple[str, ...], small: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(SMALL.replace("work: 1d", "work: one day"), encoding="utf-8")
    words = {"FILE": small, "BROKEN": str(broken)}
    assert run(*(words.get(word, word) for word in args)).exit_code == ENDS[args]
    assert Path(small).read_text(encoding="utf-8") == SMALL


def test_the_day_may_lie_outside_the_window_and_that_is_said(small: str) -> None:
    result = run("plan", small, "--day", "2024-11-26")
    assert result.exit_code == 0
    assert "Ngày N: T3 26/11/2024" in result.stdout
    assert result.stderr == "Lưu ý: 26/11/2024 nằm ngoài khoảng 22/11/2024 - 22/11/2024 của kế hoạch.\n"


def test_dates_beyond_the_calendar_are_told(small: str) -> None:
    result = run("plan", small, "--set", "E1.work=3000d", "--day", "02/01/1900")
    assert (result.exit_code, last_line(result)) == (1, "Lỗi: ngày tháng ra ngoài khoảng 1900-2200, không tính được.")


@pytest.mark.parametrize("command", ["check", "plan", "dates", "timeline", "sheet", "show", "matrix", "ics", "build"])
def test_a_ceremony_with_nothing_to_do_yet_is_no_mistake(command: str, tmp_path: Path) -> None:
    path = tmp_path / "le.yaml"
    path.write_text(SMALL.split("agencies:")[0], encoding="utf-8")
    output = ["--output", str(tmp_path / "out")] if command in ("ics", "build") else []
    output += ["--only", "pages,calendars"] if command == "build" else []
    result = run(command, str(path), *output)
    assert (result.exit_code, result.stderr) == (0, "")


def test_now_is_a_moment_or_the_present(small: str) -> None:
    written = [run("plan", small, "--now", now).stdout for now in ("20/11/2024", "2024-11-20T00:00", "20/11/2024 0h00")]
    written += [run("plan", small, "--now", now).stdout for now in ("2024-11-20T00:00+07:00", "2024-11-19T17:00Z")]
    assert len(set(written)) == 1
    assert "Tính tại thời điểm T4 20/11 00h00" in written[0]
    assert "lẽ ra phải bắt đầu" not in written[0]
    assert "Tính tại thời điểm" in run("plan", small, "--now", "now").stdout
    assert "00h00;" in run("plan", small, "--now", "hôm nay").stdout


def test_json_is_the_plan_in_its_order_and_the_rest_goes_beside_it(small: str) -> None:
    result = run("plan", small, "--json", "--set", "E1.work=2d")
    plan = json.loads(result.stdout)
    assert [(one["id"], one["start"], one["finish"]) for one in plan["tasks"]] == [
        ("E1", "2024-11-18T08:00+07:00", "2024-11-19T17:30+07:00")
    ]
    assert "THAY ĐỔI" in result.stderr


def test_a_calendar_goes_to_a_file_or_to_the_screen(small: str, tmp_path: Path) -> None:
    written = run("ics", small, "--agency", "SỞ VHTT", "--output", str(tmp_path / "a.ics"))
    assert written.stdout.splitlines()[0] == f"Đã viết {tmp_path / 'a.ics'}"
    assert written.stdout.splitlines()[1] == "Lịch này là dự thảo; để gửi cho các đơn vị thì phát hành:"
    shown = run("ics", small, "--agency", "so-vhtt", "--output", "-")
    assert shown.stdout_bytes == (tmp_path / "a.ics").read_bytes()
    assert shown.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_calendar_that_cannot_be_written_ends_with_1(small: str, tmp_path: Path) -> None:
    result = run("ics", small, "--output", str(tmp_path))
    assert (result.exit_code, last_line(result)) == (1, f"Lỗi: “{tmp_path}” là thư mục, không phải tệp.")


def test_a_calendar_is_not_written_over_the_ceremony_or_another_file(small: str, tmp_path: Path) -> None:
    result = run("ics", small, "--output", small)
    assert (result.exit_code, Path(small).read_text(encoding="utf-8")) == (1, SMALL)
    assert last_line(result) == f"Lỗi: “{small}” là chính tệp kế hoạch, không ghi kết quả đè lên; chọn tên khác."
    (tmp_path / "mine.txt").write_text("mine")
    result = run("ics", small, "--output", str(tmp_path / "mine.txt"))
    assert (result.exit_code, (tmp_path / "mine.txt").read_text()) == (1, "mine")
    assert [run("ics", small, "--output", str(tmp_path / "a.ics")).exit_code for _ in range(2)] == [0, 0]


CROWDED = """\
ceremony: NUL
title: Lễ kỷ niệm
date: 25/03/2025
hours: 08:30-10:30
agencies: {a: A, a-2025-03-25: B, all: C, CON: D, nul: E}
tasks:
  E1: {title: Họp, lead: a, work: 1d}
  E2: {title: Họp, lead: CON, work: 1d}
  E3: {title: Họp, lead: nul, work: 1d}
day:
  n1: {title: Đón, lead: a, support: [a-2025-03-25, all], at: opening-90m, length: 30m}
"""


def test_names_of_files_collide_with_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("le.yaml").write_text(CROWDED, encoding="utf-8")
    assert run("build", "le.yaml", "--only", "pages,calendars").exit_code == 0
    built = json.loads(Path("NUL_", "runbook-build.json").read_text("utf-8"))["files"]
    assert len({name.casefold() for name in built}) == len(built)
    assert readers(built, "lich.ics") == {"", "a", "a-2025-03-25", "all_2", "CON_", "nul_"}
    assert readers(built, "phieu-2025-03-25-ngay-N.html") == {"a", "a-2025-03-25", "all_2"}
    assert run("ics", "le.yaml").stdout.splitlines()[0] == "Đã viết NUL_2.ics"
    assert run("ics", "le.yaml", "--agency", "CON").stdout.splitlines()[0] == "Đã viết CON_.ics"
    assert run("ics", "le.yaml", "--agency", "nul").stdout.splitlines()[0] == "Đã viết nul_.ics"


def test_the_days_of_a_build_are_judged_as_of_now(tmp_path: Path) -> None:
    for now in ([], ["--now", "21/11/2024 16:00"]):
        output = str(tmp_path / f"out{len(now)}")
        assert run("build", CONFERENCE, "--only", "pages", "--output", output, *now).exit_code == 0
    pages = (tmp_path / name / common("chon-ngay-to-chuc.html") for name in ("out0", "out2"))
    late = [page.read_text("utf-8").count(">không kịp") for page in pages]
    assert late == [4, 8]


def test_a_build_never_deletes_what_others_put_there(small: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    result = run("build", small, "--output", str(tmp_path / "out"))
    assert (result.exit_code, "mine.txt" in last_line(result)) == (1, True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_new_file_can_be_planned_at_once_and_is_never_written_over(tmp_path: Path) -> None:
    for name, args, language in (("a", [], "vi"), ("b", [], "en"), ("c", ["--from", "hoi-nghi-tong-ket-2024"], "vi")):
        path = str(tmp_path / f"{name}.yaml")
        assert run("new", path, *args, language=language).exit_code == 0
        assert run("check", path).exit_code == 0
    assert (tmp_path / "a.yaml").read_bytes() != (tmp_path / "b.yaml").read_bytes()
    result = run("new", str(tmp_path / "a.yaml"))
    assert (result.exit_code, last_line(result)) == (1, f"Lỗi: “{tmp_path / 'a.yaml'}” đã có, không ghi đè.")


def test_the_examples_are_listed() -> None:
    assert run("new", "--list").stdout.splitlines() == sorted(path.stem for path in (ROOT / "events").glob("*.yaml"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_completes(shell: str) -> None:
    assert "_RUNBOOK_COMPLETE" in run("completion", shell).stdout
    words = {"COMP_WORDS": "runbook ti", "COMP_CWORD": "1"}
    done = process(_RUNBOOK_COMPLETE="bash_complete", RUNBOOK_LANG="vi", **words)
    assert done.stdout.decode() == "plain,timeline\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("plan FILE --b", ["--by"]),
        ("plan FILE --by a", ["agency"]),
        ("plan FILE --agency so-", ["so-vhtt"]),
        ("sheet FILE --date N --agency=so-", ["so-vhtt"]),
        ("why FILE E", ["E1"]),
        ("why FILE x", []),
        ("why none.yaml E", []),
        ("plan --agency so-", []),
        ("new y.yaml --from hoi-", ["hoi-nghi-tong-ket-2024"]),
        ("frobnicate x", []),
        ("completion b", ["bash"]),
    ],
)
def test_completion_knows_the_file_and_the_examples(words: str, found: list[str], small: str) -> None:
    typed = f"runbook {words}".replace("FILE", small)
    env = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1), "RUNBOOK_LANG": "vi"}
    done = process(_RUNBOOK_COMPLETE="bash_complete", **env)
    assert (done.stdout.decode().split(), done.stderr) == ([f"plain,{one}" for one in found], b"")


def test_completion_speaks_the_language_asked_for() -> None:
    result = run("completion", "--help", "--lang", "vi", language="en")
    assert (result.exit_code, "bash, zsh hoặc fish" in result.stdout) == (0, True)


def test_the_format_is_printed_as_a_page_or_a_schema() -> None:
    assert run("format").stdout == page.markdown()
    assert run("format", "--schema").stdout == schema.text()


def test_a_command_to_type_again_is_quoted_for_every_shell_and_stands_on_one_line(tmp_path: Path) -> None:
    words = {"le.yaml": "le.yaml", "Kế hoạch.yaml": '"Kế hoạch.yaml"', "": "''", "$a": "'$a'", "C:\\a b": '"C:\\a b"'}
    assert {word: typed(word) for word in words} == words
    path = str(tmp_path / ("x" * 40 + " y.yaml"))
    assert run("new", path).stdout.splitlines()[1] == f'  runbook check "{path}"'
    assert f"{path}: không có lỗi." in run("check", path).stdout.splitlines()
    assert run("plan", path, "--day", "31/12/2024").stderr.splitlines()[-1].startswith(f'  runbook check "{path}"')


def test_help_alone_and_version() -> None:
    assert run().stdout == run("--help").stdout
    assert run("--version").stdout == f"runbook {__version__}\n"


@pytest.mark.parametrize(
    ("words", "environ", "language"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "C.UTF-8"}, "vi"),
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LC_ALL": "fr_FR", "LANG": "vi_VN"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "RUNBOOK_LANG": "vi"}, "vi"),
        ([], {"RUNBOOK_LANG": "klingon"}, "vi"),
        (["plan", "x", "--lang", "en"], {"RUNBOOK_LANG": "vi"}, "en"),
        (["--lang=en", "plan"], {}, "en"),
        (["--lang"], {}, "vi"),
        ([], {"SYSTEM": "English_United States.1252"}, "en"),
        ([], {"SYSTEM": "Vietnamese_Vietnam.1258"}, "vi"),
        ([], {"SYSTEM": "Chinese_China.936"}, "en"),
        ([], {"SYSTEM": "UTF-8"}, "vi"),
        ([], {"SYSTEM": "C"}, "vi"),
        ([], {"SYSTEM": "Vietnamese_Vietnam.1258", "LANG": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for(words: list[str], environ: dict[str, str], language: str) -> None:
    assert language_of(words, environ, environ.get("SYSTEM", "")) == language


def test_other_letters_and_line_ends_of_a_system_are_set_aside() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n")
    same_bytes(stream)
    stream.write("Lễ\n")
    stream.flush()
    assert raw.getvalue() == "Lễ\n".encode()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_help_is_shown_on_every_terminal(encoding: str) -> None:
    for words in (["--help"], ["plan", "--help"], ["completion", "--help"], []):
        done = process(*words, RUNBOOK_LANG="vi", PYTHONIOENCODING=encoding, LC_ALL="C")
        assert (done.returncode, done.stderr, done.stdout.isascii()) == (0, b"", True)
        assert done.stdout.startswith(b"Cach dung: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [["plan", CONFERENCE], ["--help"], ["ics", CONFERENCE, "--output", "-"]])
def test_output_that_cannot_be_written_is_told(command: list[str]) -> None:
    words = [sys.executable, str(ROOT / "cli.py"), *command]
    with open("/dev/full", "wb") as full:
        env = {**os.environ, "RUNBOOK_LANG": "vi", "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, env=env, check=False)
    assert (done.returncode, done.stderr.decode()) == (1, "Lỗi: không ghi được kết quả: hết chỗ trên đĩa.\n")


def test_a_terminal_without_vietnamese_gets_the_words_without_marks() -> None:
    done = process("timeline", CONFERENCE, PYTHONIOENCODING="ascii", COLUMNS="80")
    assert done.stdout.isascii()
    assert b"Hoi nghi tong ket cac hoat dong ky niem" in done.stdout
    assert b"######" not in done.stdout.replace(b"---", b"")  # bars are days, not blocks of noise
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert b"khong co lenh" in process("frobnicate", PYTHONIOENCODING="latin-1").stderr


def test_a_pipe_gets_no_colour_and_a_reader_that_leaves_is_no_error() -> None:
    done = process("plan", CONFERENCE, "--now", "20/11/2024")
    assert b"\x1b" not in done.stdout
    command = f'"{sys.executable}" "{ROOT / "cli.py"}" timeline "{CONFERENCE}" | head -c 1 >/dev/null'
    assert subprocess.run(["sh", "-c", command], capture_output=True, check=False).stderr == b""


@pytest.mark.parametrize("command", ["plan", "sheet", "matrix"])
def test_output_depends_on_nothing_but_the_file(command: str) -> None:
    environments = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LANG": "C.UTF-8", "LC_ALL": "vi_VN.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LANG": "C", "PYTHONUTF8": "1"},
    )
    texts = {process(command, CONFERENCE, RUNBOOK_LANG="vi", COLUMNS="80", **env).stdout for env in environments}
    assert len(texts) == 1
    assert b"Traceback" not in texts.pop()


def modules_after(*args: str) -> set[str]:
    code = "import sys, cli\ntry: cli.main()\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, *args], env=env, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("args", [["--help"], ["plan", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    assert modules_after(*args) & HEAVY == set()


def test_a_check_loads_no_more_than_it_needs() -> None:
    assert modules_after("check", CONFERENCE) & HEAVY == {"yaml"}
    assert modules_after("sheet", CONFERENCE) & HEAVY == {"yaml", "tabulate", "wcwidth"}
    assert modules_after("plan", CONFERENCE) & HEAVY == {"yaml", "tabulate", "wcwidth", "networkx"}  # every path
