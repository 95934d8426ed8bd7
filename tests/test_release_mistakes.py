"""What goes wrong with releases: a whole sentence in both languages, an exit code, and nothing changed on the disk."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from runbook.console import failed
from runbook.files import disk
from runbook.store import postgres, sqlite
from runbook.text.catalogue import CATALOGUE
from runbook.tracking import objections
from tests.ical_rules import broken_rules
from tests.powerless import powerless
from tests.test_layers import modules
from tests.test_release_commands import LONGER
from tests.workspace import CEREMONY, FIRST, SECOND, Workspace, done, files, run

RELEASE = ["release", "le.yaml", "-m", "Lý do"]
# Words, then the sentence in both languages; exit code 2 where the words of the command are wrong, else 1.
MISTAKES: dict[str, tuple[list[str], int, str, str]] = {
    "no message": (
        ["release", "le.yaml"],
        2,
        'Lỗi: cần một câu nói rõ phát hành vì sao: -m "Dời ngày họp sang 25/11".',
        'Error: say in a sentence why: -m "The day moves to 25/11".',
    ),
    "empty message": (
        ["release", "le.yaml", "-m", " \t\x1b\n\udc80 "],
        2,
        'Lỗi: cần một câu nói rõ phát hành vì sao: -m "Dời ngày họp sang 25/11".',
        'Error: say in a sentence why: -m "The day moves to 25/11".',
    ),
    "long message": (
        ["release", "le.yaml", "-m", "x" * 501],
        2,
        "Lỗi: nội dung -m dài 501 ký tự, nhiều nhất được 500.",
        "Error: the text of -m has 501 characters; the most is 500.",
    ),
    "no file": (
        ["release", "khong-co.yaml", "-m", "Lý do"],
        1,
        "Lỗi: không tìm thấy “khong-co.yaml”.",
        "Error: “khong-co.yaml” is not there.",
    ),
    "at nonsense": (
        [*RELEASE, "--at", "hôm kia"],
        2,
        "Lỗi: “hôm kia” không phải là thời điểm; "
        "viết 12/11/2024, “12/11/2024 14:00”, 2024-11-12T14:00, now hoặc today.",
        "Error: “hôm kia” is not a moment; write 12/11/2024, “12/11/2024 14:00”, 2024-11-12T14:00, now or today.",
    ),
}
AFTER_A_RELEASE: dict[str, tuple[list[str], int, str, str]] = {
    "back in time": (
        ["release", "khac.yaml", "-m", "Lý do", "--at", "12/11/2024T09:00"],
        1,
        "Lỗi: thời điểm phát hành T3 12/11/2024 09h00 trước bản số 1 (T4 13/11/2024 09h00); viết một thời điểm sau đó.",
        "Error: the instant of release Tue 12/11/2024 09:00 lies before release 1 (Wed 13/11/2024 09:00); "
        "write a later one.",
    ),
    "key with other content": (
        ["release", "khac.yaml", "-m", "Lý do", "--key", "k1", "--at", SECOND],
        1,
        "Lỗi: khóa “k1” đã dùng cho bản phát hành số 1, với nội dung khác.",
        "Error: the key “k1” was used for release 1, of other content.",
    ),
    "key with another message": (
        ["release", "le.yaml", "-m", "Lý do khác", "--key", "k1", "--at", SECOND],
        1,
        "Lỗi: khóa “k1” đã dùng cho bản phát hành số 1, với nội dung khác.",
        "Error: the key “k1” was used for release 1, of other content.",
    ),
    "unknown release": (
        ["show-release", "2"],
        2,
        "Lỗi: không có bản phát hành số “2”. Các bản: 1.",
        "Error: there is no release “2”. The releases: 1.",
    ),
    "no number": (
        ["show-release", "một"],
        2,
        "Lỗi: không có bản phát hành số “một”. Các bản: 1.",
        "Error: there is no release “một”. The releases: 1.",
    ),
    "unknown end": (
        ["diff", "1", "99999999999999999999"],
        2,
        "Lỗi: không có bản phát hành số “99999999999999999999”. Các bản: 1.",
        "Error: there is no release “99999999999999999999”. The releases: 1.",
    ),
    "too many ends": (
        ["diff", "1", "2", "3"],
        2,
        "Lỗi: “1 2 3”: diff nhận nhiều nhất hai số bản phát hành và một tệp hoặc mã sự kiện.",
        "Error: “1 2 3”: diff takes at most two numbers of releases and one file or id of a ceremony.",
    ),
    "since nothing": (
        ["ics", "le.yaml", "--since", "0"],
        2,
        "Lỗi: không có bản phát hành số “0”. Các bản: 1.",
        "Error: there is no release “0”. The releases: 1.",
    ),
    "since the future": (
        ["invite", "le.yaml", "--agency", "cong-an", "--since", "2"],
        2,
        "Lỗi: không có bản phát hành số “2”. Các bản: 1.",
        "Error: there is no release “2”. The releases: 1.",
    ),
    "changes since nothing": (
        ["changes", "--agency", "cong-an", "--since", "x"],
        2,
        "Lỗi: không có bản phát hành số “x”. Các bản: 1.",
        "Error: there is no release “x”. The releases: 1.",
    ),
    "unknown agency": (
        ["changes", "--agency", "so-y-t"],
        2,
        "Lỗi: không có cơ quan nào tên “so-y-t”. Có phải ý bạn là “so-y-te”? "
        "Các cơ quan: van-phong, cong-an, so-y-te, cac-quan, ba-dinh, tay-ho.",
        "Error: there is no agency called “so-y-t”. Did you mean “so-y-te”? "
        "The agencies: van-phong, cong-an, so-y-te, cac-quan, ba-dinh, tay-ho.",
    ),
    "agency that is not released": (
        ["ics", "khac.yaml", "--agency", "moi"],
        1,
        "Lỗi: bản phát hành số 1 chưa có Đơn vị mới; phát hành lại rồi mới có lịch của đơn vị này.",
        "Error: Đơn vị mới is not in release 1 yet; release again, then it has a calendar.",
    ),
    "agency that is not released, invited": (
        ["invite", "khac.yaml", "--agency", "moi"],
        1,
        "Lỗi: bản phát hành số 1 chưa có Đơn vị mới; phát hành lại rồi mới có lịch của đơn vị này.",
        "Error: Đơn vị mới is not in release 1 yet; release again, then it has a calendar.",
    ),
    "unknown ceremony": (
        ["history", "lee"],
        2,
        "Lỗi: không có sự kiện “lee” trong sổ phát hành. Có phải ý bạn là “le”? Các sự kiện: le.",
        "Error: the store has no ceremony “lee”. Did you mean “le”? It has: le.",
    ),
    "a name too long for a file": (
        ["history", "x" * 300],
        2,
        f"Lỗi: không có sự kiện “{'x' * 300}” trong sổ phát hành. Các sự kiện: le.",
        f"Error: the store has no ceremony “{'x' * 300}”. It has: le.",
    ),
    "a file not released": (
        ["diff", "hoi.yaml"],
        1,
        'Lỗi: chưa phát hành bản nào của hoi; trước hết: runbook release TỆP -m "..."',
        'Error: nothing of hoi was released yet; first: runbook release FILE -m "..."',
    ),
    "feeds of a file not released": (
        ["build", "hoi.yaml", "--feeds"],
        1,
        'Lỗi: chưa phát hành bản nào của hoi; trước hết: runbook release TỆP -m "..."',
        'Error: nothing of hoi was released yet; first: runbook release FILE -m "..."',
    ),
    "bad address": (
        ["build", "le.yaml", "--feeds", "--url", "https://example.vn/\r\nX-EVIL:1"],
        2,
        "Lỗi: “https://example.vn/ X-EVIL:1” không phải là địa chỉ web https://...",
        "Error: “https://example.vn/ X-EVIL:1” is not a web address https://...",
    ),
    "invited without e-mail": (
        ["invite", "le.yaml", "--agency", "so-y-te"],
        1,
        "Lỗi: Sở Y tế không có địa chỉ email dùng được; giấy mời cần địa chỉ của đơn vị được mời và của cơ quan "
        "thường trực. Ghi email: trong phần agencies rồi phát hành lại.",
        "Error: Sở Y tế has no usable e-mail address; an invitation needs that of the agency and that of the "
        "standing one. Write email: among the agencies and release again.",
    ),
    "nothing to be invited to": (
        ["invite", "le.yaml", "--agency", "cong-an", "--since", "1"],
        1,
        "Lỗi: không có mục lịch nào để mời Công an Thành phố.",
        "Error: there is nothing to invite Công an Thành phố to.",
    ),
    "invitations into another's folder": (
        ["invite", "le.yaml", "--agency", "cong-an", "--output", "cua-toi"],
        1,
        "Lỗi: ",
        "Error: ",
    ),
    "feeds into a file": (
        ["build", "le.yaml", "--feeds", "--output", "le.yaml"],
        1,
        "Lỗi: “le.yaml” đã có, không ghi đè.",
        "Error: “le.yaml” exists already and is not overwritten.",
    ),
    "a key no store can hold": (
        ["release", "khac.yaml", "-m", "Lý do", "--at", SECOND, "--key", "k\0"],
        1,
        "Lỗi: có nội dung không lưu được vào sổ phát hành (",
        "Error: something cannot be kept in the store (",
    ),
    "backup over a file": (
        ["backup", "le.yaml"],
        1,
        "Lỗi: “le.yaml” đã có, không ghi đè.",
        "Error: “le.yaml” exists already and is not overwritten.",
    ),
    "backup into nowhere": (
        ["backup", "khong-co/a.sqlite"],
        1,
        "Lỗi: thư mục chứa “khong-co/a.sqlite” không có.",
        "Error: the folder of “khong-co/a.sqlite” is not there.",
    ),
    "restore of no backup": (
        ["restore", "le.yaml"],
        1,
        "Lỗi: “le.yaml” không phải là sổ phát hành của runbook; để nguyên, chọn tệp khác.",
        "Error: “le.yaml” is not a store of runbook; it is left alone, choose another file.",
    ),
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    Path("hoi.yaml").write_text(CEREMONY.replace("ceremony: le\n", "ceremony: hoi\n"), encoding="utf-8")
    others = LONGER.replace("  cac-quan:", "  moi: {name: Đơn vị mới, email: moi@example.vn}\n  cac-quan:")
    Path("khac.yaml").write_text(others, encoding="utf-8")
    Path("cua-toi").mkdir()
    Path("cua-toi", "ghi chep.txt").write_text("của tôi")
    desk = Workspace()
    desk.write(CEREMONY)
    return desk


def assert_refused(words: list[str], code: int, sentences: tuple[str, str]) -> None:
    before = {name: data for name, data in files(".").items() if not name.endswith("-journal")}
    for language, sentence in zip(("vi", "en"), sentences, strict=True):
        result = run(*words, language=language)
        last = result.stderr.strip().split("\n")[-1]
        told = last if sentence.endswith((".", '"', "...")) else last[: len(sentence)]
        assert (told, result.exit_code, result.stdout) == (sentence, code, "")
        assert isinstance(result.exception, SystemExit)
    assert {name: data for name, data in files(".").items() if not name.endswith("-journal")} == before


@pytest.mark.parametrize("name", MISTAKES)
def test_a_release_that_cannot_be_made_begins_no_store(name: str, desk: Workspace) -> None:
    words, code, *sentences = MISTAKES[name]
    assert_refused(words, code, (sentences[0], sentences[1]))


@pytest.mark.parametrize("name", AFTER_A_RELEASE)
def test_a_mistake_after_a_release_is_told_and_changes_nothing(name: str, desk: Workspace) -> None:
    done(run(*RELEASE, "--at", FIRST, "--key", "k1"))
    words, code, *sentences = AFTER_A_RELEASE[name]
    assert_refused(words, code, (sentences[0], sentences[1]))


@pytest.mark.parametrize(
    "words",
    [
        ["history"],
        ["diff"],
        ["diff", "le.yaml"],
        ["changes", "--agency", "so-y-te"],
        ["show-release", "1", "le.yaml"],
        ["backup", "a.sqlite"],
    ],
    ids=" ".join,
)
def test_without_a_store_the_first_step_is_named(words: list[str], desk: Workspace) -> None:
    sentence = (
        'Lỗi: không có sổ phát hành “runbook.sqlite”. Sổ được lập khi phát hành lần đầu: runbook release TỆP -m "..."'
    )
    english = 'Error: there is no store “runbook.sqlite”. The first release begins it: runbook release FILE -m "..."'
    assert_refused(words, 1, (sentence, english))


@pytest.mark.parametrize(
    "words",
    [["ics", "le.yaml", "--todos"], ["build", "le.yaml", "--feeds"], ["invite", "le.yaml", "--agency", "cong-an"]],
    ids=" ".join,
)
def test_what_needs_a_release_says_so(words: list[str], desk: Workspace) -> None:
    sentence = 'Lỗi: chưa phát hành bản nào của le; trước hết: runbook release TỆP -m "..."'
    assert_refused(words, 1, (sentence, 'Error: nothing of le was released yet; first: runbook release FILE -m "..."'))


def test_several_ceremonies_have_to_be_told_apart(desk: Workspace) -> None:
    for file in ("le.yaml", "hoi.yaml"):
        done(run("release", file, "-m", "Lý do", "--at", FIRST))
    for words in (["history"], ["diff"], ["diff", "1"], ["show-release", "1"], ["changes", "--agency", "so-y-te"]):
        assert_refused(
            words,
            2,
            (
                "Lỗi: sổ phát hành có nhiều sự kiện; ghi thêm tệp hoặc mã của một trong: hoi, le.",
                "Error: the store holds several ceremonies; name the file or the id of one of: hoi, le.",
            ),
        )


def test_a_file_with_errors_is_not_released(desk: Workspace) -> None:
    desk.write(CEREMONY.replace("work: 1d", "work: một ngày"))
    result = run(*RELEASE)
    assert (result.exit_code, "bad-duration" in result.stderr, Path("runbook.sqlite").exists()) == (1, True, False)


def test_an_organizer_without_an_address_is_the_one_that_is_named(desk: Workspace) -> None:
    desk.release(CEREMONY.replace(", email: vp@example.vn", ""))
    assert run("invite", "le.yaml", "--agency", "cong-an").stderr.startswith(
        "Lỗi: Văn phòng UBND không có địa chỉ email dùng được; "
    )


def test_what_was_withdrawn_before_there_was_an_address_stops_no_invitation(desk: Workspace) -> None:
    without = CEREMONY.replace(", email: vp@example.vn", "").replace(
        "tasks:\n", "tasks:\n  X: {title: Diễu binh, lead: cong-an, work: 1d}\n"
    )
    desk.release(without)
    desk.release(CEREMONY, SECOND)
    done(run("invite", "le.yaml", "--agency", "cong-an", "--output", "giay"))
    assert set(files("giay")) == {"B.ics", "ceremony.ics", "runbook-build.json"}


def test_a_task_called_ceremony_is_invited_to_beside_the_ceremony(desk: Workspace) -> None:
    desk.release(CEREMONY.replace("  B: {", "  ceremony: {"))
    assert (
        run("invite", "le.yaml", "--agency", "cong-an", "--output", "giay").stdout
        == "Đã viết 2 giấy mời, 0 thư hủy vào giay\n"
    )
    assert set(files("giay")) == {"ceremony.ics", "ceremony_2.ics", "runbook-build.json"}
    assert [broken_rules(data) for name, data in files("giay").items() if name.endswith(".ics")] == [[], []]


def test_where_nothing_may_be_written_all_can_be_read_and_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with TemporaryDirectory(dir="/tmp") as folder:  # where everybody may pass
        monkeypatch.chdir(folder)
        Workspace().release(CEREMONY)
        Path("khac.yaml").write_text(LONGER, encoding="utf-8")
        invited = ["invite", "le.yaml", "--agency", "cong-an", "--output", "giay"]
        built = ["build", "le.yaml", "--only", "pages", "--output", "out"]
        for words in (["history"], built, ["backup", "b.sqlite"], invited):
            done(run(*words))  # what is imported on the way may be closed to others
        with powerless(Path(folder), 0o555):
            assert "+45" in done(run("history")).stdout
            assert "không có quyền" not in done(run("show-release", "1", "--source")).output
            told = {
                ("release", "khac.yaml", "-m", "Lý do", "--at", SECOND): "runbook.sqlite",
                ("build", "le.yaml", "--feeds"): "le-feeds",
                ("build", "le.yaml", "--only", "pages"): "le",
                ("invite", "le.yaml", "--agency", "cong-an"): "cong-an-invitations",
                ("backup", "a.sqlite"): "a.sqlite",
            }
            for order, name in told.items():
                result = run(*order)
                assert (result.exit_code, result.stdout) == (1, "")
                assert result.stderr.startswith("Lỗi: không có quyền dùng ")
                assert name in result.stderr


@pytest.mark.parametrize("data", [b"khong phai so", b"SQLite format 3\0" + b"\xff" * 2000], ids=["text", "damaged"])
def test_another_file_in_the_place_of_the_store_is_left_alone(data: bytes, desk: Workspace) -> None:
    Path("runbook.sqlite").write_bytes(data)
    for words in (RELEASE, ["history"], ["diff"], ["build", "le.yaml"], ["ics", "le.yaml"], ["backup", "a.sqlite"]):
        result = run(*words)
        assert result.exit_code == 1
        assert re.match("Lỗi: .*“runbook.sqlite”.*", result.stderr)
        assert Path("runbook.sqlite").read_bytes() == data
    assert run("doctor").exit_code == 1


def test_a_store_changed_by_another_hand_is_told(desk: Workspace) -> None:
    desk.release(CEREMONY)
    with sqlite3.connect("runbook.sqlite") as connection:
        connection.execute("DROP TRIGGER journal_no_update")
        connection.execute("UPDATE journal SET body = replace(body, 'Công an', 'Công ty')")
        connection.execute(sqlite._TRIGGERS[0])
    connection.close()
    for words in (["history"], ["show-release", "1"], ["build", "le.yaml"], [*RELEASE, "--at", SECOND]):
        result = run(*words)
        assert (result.exit_code, "bị hỏng" in result.stderr) == (1, True), result.output


WILD = "Dời\x1b[31m \x07ngày\r\nEND:VEVENT\n\u202eX-EVIL:1 <script>\udc80\0\u2028{number}" + " rất dài" * 50


def test_a_message_of_any_signs_is_one_harmless_line_wherever_it_is_shown(desk: Workspace) -> None:
    desk.write(CEREMONY)
    said = done(run("release", "le.yaml", "-m", WILD, "--at", FIRST))
    shown = [said, run("history"), run("show-release", "1"), run("history", language="en")]
    for result in shown:
        assert result.exit_code == 0
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]", result.stdout) == []
        assert "END:VEVENT" in result.stdout
    for name, data in {**desk.built(), **desk.feeds()}.items():
        assert b"X-EVIL" not in data, name
        assert not name.endswith(".ics") or broken_rules(data) == [], name


@pytest.mark.parametrize("actor", ["", "\x1b]0;x\x07\n\udc80"])
def test_an_account_without_a_name_can_issue(actor: str, desk: Workspace) -> None:
    done(run(*RELEASE, "--at", FIRST, RUNBOOK_ACTOR=actor))
    assert "\x1b" not in done(run("history")).stdout


# What raises a refusal with a code, where it is at home, and how the keys of its sentences begin.
KINDS = {
    "StoreError": ("runbook.store", "store"),
    "RefusedError": ("runbook.commands", "refused"),
    "UnclearError": ("runbook.reports.wanted", "wanted"),
    "UnusableError": ("runbook.files", "file"),
}


@cache
def refusals() -> tuple[tuple[str, str, frozenset[str] | None], ...]:
    """Every code that is written where a refusal is made: module, key, the facts given (None where they vary)."""
    named = {name: source for name, source in modules().items() if any(kind in source for kind in KINDS)}
    return tuple(found for name, source in named.items() for found in made_in(name, list(ast.walk(ast.parse(source)))))


def made_in(name: str, nodes: Sequence[ast.AST]) -> Iterator[tuple[str, str, frozenset[str] | None]]:
    """The refusals that one module makes."""
    known = {one: KINDS[one][1] for one in KINDS if knows(name, nodes, one)}
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known and node.args:
            facts = {word.arg for word in node.keywords}
            for code in constants(node.args[0]):
                given = None if None in facts else frozenset(one for one in facts if one)
                yield name, f"{known[node.func.id]}.{code}", given


def knows(name: str, nodes: Sequence[ast.AST], kind: str) -> bool:
    """Whether a module means that class by its name, and not another one."""
    home = KINDS[kind][0]
    taken = [node for node in nodes if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(home)]
    return name.startswith(home) or any(alias.name == kind for node in taken for alias in node.names)


def tabled() -> set[str]:
    """The keys of the codes that stand in tables, by what the system says."""
    found = {f"store.{code}" for codes in (sqlite._CODES, postgres._CODES) for code in codes.values()}
    return found | {f"file.{code}" for code in disk._CODES.values()} | objected() | levelled()


def objected() -> set[str]:
    """The keys of what stands against a line about a task."""
    tree = ast.parse(modules()["runbook.tracking.objections"])
    returned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return) and node.value]
    told = {code for value in returned for code in constants(value)} | set(objections._STATES.values())
    return {f"refused.progress-{code}" for code in told if code}


def levelled() -> set[str]:
    """The keys of what has no schedule within its capacities. A circle is an error of the file, told before; calendars
    that differ stand against the proof alone."""
    sources = [source for name, source in modules().items() if name.startswith("runbook.levelling")]
    raised = {code for source in sources for code in re.findall(r'LevellingError\("([a-z-]+)"', source)}
    return {f"refused.level-{code}" for code in raised - {"circle", "mixed-calendars"}}


def constants(node: ast.expr) -> list[str]:
    """The texts an argument may be, where it says so itself."""
    match node:
        case ast.Constant(value=str(code)):
            return [code]
        case ast.IfExp(body=body, orelse=orelse):
            return constants(body) + constants(orelse)
    return []


KEYS = sorted({key for _, key, _ in refusals()} | tabled())


def test_every_refusal_has_its_sentence_and_every_sentence_its_refusal() -> None:
    assert [key for key in KEYS if key not in CATALOGUE] == []
    begun = tuple(f"{kind}." for _, kind in KINDS.values())
    said = {key for key in CATALOGUE if key.startswith(begun) and not key.startswith("store.fault.")}
    handed_on = {"wanted.day", "wanted.moment", "wanted.beyond", "file.failed", "store.failed", "store.no-server"}
    assert said - set(KEYS) - handed_on == set()


@pytest.mark.parametrize("key", KEYS)
def test_a_refusal_is_told_in_both_languages(key: str) -> None:
    facts = dict.fromkeys(re.findall(r"\{(\w+)\}", CATALOGUE[key][0]), "x")
    assert [failed(key, language, **facts).count("{") for language in ("vi", "en")] == [0, 0]


def test_the_facts_of_a_refusal_are_those_its_sentence_asks_for() -> None:
    missing = [
        (name, key, blank)
        for name, key, given in refusals()
        for blank in sorted(set(re.findall(r"\{(\w+)\}", CATALOGUE[key][0])) - {"near"})
        if given is not None and blank not in given
    ]
    assert missing == []
