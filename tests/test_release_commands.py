"""Releases on the command line: issued, listed, shown, compared, and built from."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from runbook.store import open_store
from tests.workspace import (
    CEREMONY,
    FIRST,
    SECOND,
    THIRD,
    Workspace,
    common,
    done,
    entries,
    files,
    own,
    process,
    readers,
    run,
)


def edited(*edits: tuple[str, str]) -> str:
    """The ceremony with some of its words replaced."""
    text = CEREMONY
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


LONGER = edited(("so-y-te, work: 1d", "so-y-te, work: 2d"))
RENAMED = LONGER.replace("Trực cấp cứu", "Trực y tế")
BUILD = ("build", "le.yaml", "--only", "pages,calendars", "--output", "out")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    return Workspace()


def test_a_release_says_what_it_told_and_what_comes_next(desk: Workspace) -> None:
    assert desk.release(CEREMONY, message="Bản đầu").stdout == (
        "Đã phát hành bản số 1, T4 13/11/2024 09h00: Bản đầu\n"
        "45 mục lịch cho 6 đơn vị, và lịch chung.\n"
        "Xuất lịch và trang thay đổi cho từng đơn vị: runbook build le.yaml\n"
    )
    assert desk.release(LONGER, SECOND, "Trực thêm một ngày").stdout == (
        "Đã phát hành bản số 2, T5 14/11/2024 09h00: Trực thêm một ngày\n"
        "Mục lịch: 0 mới, 2 sửa, 0 hủy; 1 đơn vị có thay đổi, 5 đơn vị không thay đổi.\n"
        "Xuất lịch và trang thay đổi cho từng đơn vị: runbook build le.yaml\n"
    )


def test_a_release_of_the_same_is_none(desk: Workspace) -> None:
    desk.release(CEREMONY)
    store, built = Path("runbook.sqlite").read_bytes(), desk.built()
    assert desk.release(CEREMONY, SECOND, "Lý do khác").stdout == (
        "Không có gì khác bản phát hành số 1; không phát hành bản mới.\n"
    )
    assert (Path("runbook.sqlite").read_bytes(), desk.built()) == (store, built)


def test_a_file_by_another_name_is_the_same_plan(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.file.rename("khac.yaml")
    assert Workspace(Path("khac.yaml")).release(CEREMONY, SECOND).stdout.startswith("Không có gì khác")
    assert run("build", "khac.yaml", *BUILD[2:]).stdout.count("\n") == 1


def test_a_ceremony_with_nothing_to_do_yet_is_released(desk: Workspace) -> None:
    empty = CEREMONY[: CEREMONY.index("tasks:")]
    assert desk.release(empty).stdout.splitlines()[1] == "0 mục lịch cho 0 đơn vị, và lịch chung."
    assert "NAME:Toàn bộ kế hoạch – Lễ kỷ niệm\r\n".encode() in desk.feeds()["all.ics"]
    assert entries(desk.feeds()["all.ics"]) == {}
    desk.built()
    assert run("changes", "--agency", "so-y-te").exit_code == 0
    assert desk.release(CEREMONY, SECOND).stdout.splitlines()[1].startswith("Mục lịch: 45 mới")


def test_a_plan_that_is_not_feasible_is_released_and_said_to_be(desk: Workspace) -> None:
    said = desk.release(edited(("so-y-te, work: 1d", "so-y-te, work: 9d")), message="Gấp").stdout
    assert said.splitlines()[2:] == [
        "Lưu ý: kế hoạch này không kịp. Xem: runbook plan le.yaml",
        "Xuất lịch và trang thay đổi cho từng đơn vị: runbook build le.yaml",
    ]
    assert "KHÔNG KỊP HẠN" in desk.feeds()["all.ics"].decode().replace("\r\n ", "")


def test_before_the_first_release_calendars_are_a_draft_and_no_store_is_begun(desk: Workspace) -> None:
    desk.write(CEREMONY)
    built = desk.built()
    assert not Path("runbook.sqlite").exists()
    assert {int(one["SEQUENCE"]) for one in entries(built[own("so-y-te", "lich.ics")]).values()} == {0}
    assert [readers(built, one) for one in ("lich-cap-nhat.ics", "thay-doi.html", "viec-can-lam.ics")] == [set()] * 3
    done(run("ics", "le.yaml", "--agency", "so-y-te", "--output", "a.ics"))
    assert Path("a.ics").read_bytes() == built[own("so-y-te", "lich.ics")]
    assert not Path("runbook.sqlite").exists()


def calendars(built: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in built.items() if name.endswith(".ics")}


def test_an_edit_that_was_not_released_is_a_draft_beside_the_calendars_of_the_release(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(LONGER, SECOND)
    released = desk.built()
    assert "Bản phát hành số 2, 14/11/2024" in released[common("viec-phai-lam-truoc.html")].decode()
    desk.write(RENAMED)
    result = run(*BUILD)
    assert result.stdout == (
        f"Đã viết {len(files('out')) - 1} tệp vào out\n"
        "Kế hoạch đã khác bản phát hành số 2; lịch .ics vẫn là của bản số 2. Để gửi thay đổi cho các đơn vị:\n"
        '  runbook release le.yaml -m "..."\n'
    )
    draft = files("out")
    assert calendars(draft) == calendars(released)
    pages = [name for name in draft if name.endswith(".html")]
    drafts = [name for name in pages if re.search(r"Dự thảo [0-9a-f]{7} sau bản phát hành số 2", draft[name].decode())]
    assert sorted(set(pages) - set(drafts)) == [own("so-y-te", "thay-doi.html"), common("thay-doi.html")]
    assert {name: draft[name] for name in set(pages) - set(drafts)} == {
        name: released[name] for name in set(pages) - set(drafts)
    }
    assert "Trực y tế" in draft[common("viec-phai-lam-truoc.html")].decode()


@pytest.mark.parametrize("edit", [("Lập danh sách", "Lập bảng"), ("- {id: p1", "# ghi chú\n  - {id: p1")])
def test_whatever_would_make_a_release_makes_a_draft(edit: tuple[str, str], desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.write(edited(edit))
    assert "Kế hoạch đã khác" in run(*BUILD).stdout
    desk.release(edited(edit), SECOND)
    assert "Kế hoạch đã khác" not in run(*BUILD).stdout


@pytest.mark.parametrize(
    ("trial", "note"),
    [
        (["--set", "C.work=2d"], "Đây là kế hoạch thử; lịch .ics vẫn là của bản phát hành số 1.\n"),
        (["--day", "25/11/2024"], "Đây là kế hoạch thử; lịch .ics vẫn là của bản phát hành số 1.\n"),
        (
            ["--now", "18/11/2024"],
            "Kế hoạch đã khác bản phát hành số 1; lịch .ics vẫn là của bản số 1. Để gửi thay đổi cho các đơn vị:\n"
            '  runbook release le.yaml -m "..." --now 18/11/2024\n',
        ),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
def test_a_trial_leaves_the_calendars_as_they_were_released(trial: list[str], note: str, desk: Workspace) -> None:
    desk.release(CEREMONY)
    released = desk.built()
    result = done(run(*BUILD, *trial))
    assert calendars(files("out")) == calendars(released)
    assert "".join(result.stdout.splitlines(keepends=True)[1:]).startswith(note)
    page = files("out")[common("viec-phai-lam-truoc.html")].decode()
    assert re.search(r"Dự thảo [0-9a-f]{7} sau bản phát hành số 1", page)
    one = done(run("ics", "le.yaml", "--agency", "so-y-te", "--output", "-", *trial))
    assert one.stdout_bytes.startswith(released[own("so-y-te", "lich.ics")])
    assert one.stderr.startswith(note)


def test_a_calendar_of_an_edited_file_says_that_it_is_the_releases(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.write(LONGER)
    assert run("ics", "le.yaml", "--agency", "so-y-te").stdout.splitlines() == [
        "Đã viết so-y-te.ics",
        "Kế hoạch đã khác bản phát hành số 1; lịch .ics vẫn là của bản số 1. Để gửi thay đổi cho các đơn vị:",
        '  runbook release le.yaml -m "..."',
    ]


def test_an_update_since_any_release_and_a_list_of_todos(desk: Workspace) -> None:
    for text, at in ((CEREMONY, FIRST), (LONGER, SECOND), (RENAMED.replace("Lập danh sách", "Lập bảng"), THIRD)):
        desk.release(text, at)
    counts = []
    for since in ("1", "2", "3"):
        done(run("ics", "le.yaml", "--agency", "van-phong", "--since", since, "--output", "a.ics"))
        counts.append(len(entries(Path("a.ics").read_bytes())))
    assert counts == [1, 1, 0]
    done(run("ics", "le.yaml", "--agency", "van-phong", "--todos", "--output", "todo.ics"))
    assert Path("todo.ics").read_bytes() == desk.built()[own("van-phong", "viec-can-lam.ics")]
    assert Path("todo.ics").read_bytes().count(b"BEGIN:VTODO") == 1


def test_releases_are_listed_shown_and_given_back(desk: Workspace) -> None:
    desk.release(CEREMONY, message="Bản đầu")
    desk.release(LONGER, SECOND, "Trực thêm")
    assert run("history").stdout == (
        "CÁC BẢN ĐÃ PHÁT HÀNH\nLễ kỷ niệm\n\n"
        "Bản  Thời điểm            Người phát hành  Nội dung   Mục lịch\n"
        "---  -------------------  ---------------  ---------  ---------\n"
        "2    T5 14/11/2024 09h00  thu-ky           Trực thêm  +0 ~2 ×0\n"
        "1    T4 13/11/2024 09h00  thu-ky           Bản đầu    +45 ~0 ×0\n\n"
        "+ mục lịch mới, ~ sửa, × hủy.\n"
    )
    assert run("show-release", "1", "--source").stdout == CEREMONY
    assert run("show-release", "2", "le.yaml", "--source").stdout == LONGER
    assert run("show-release", "1").stdout.startswith("Bản phát hành số 1, T4 13/11/2024 09h00, thu-ky: Bản đầu\n")


def test_differences_go_between_any_two_ends(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(LONGER, SECOND)
    desk.release(RENAMED, THIRD)

    def ends(*words: str) -> str:
        return next(
            line for line in done(run("diff", *words, columns=200)).stdout.splitlines() if line.startswith("Từ ")
        )

    names = [f"bản phát hành số {number + 1} (T{4 + number} {13 + number}/11/2024 09h00)" for number in range(3)]
    assert ends() == ends("le") == f"Từ {names[1]} đến {names[2]}."
    assert (
        ends("1") == ends("1", "le") == ends("1", "3") == ends("1", "3", "le.yaml") == f"Từ {names[0]} đến {names[2]}."
    )
    assert ends("3", "1") == f"Từ {names[2]} đến {names[0]}."
    assert ends("le.yaml") == f"Từ {names[2]} đến tệp hiện tại (chưa phát hành)."
    assert ends("1", "le.yaml") == ends("le.yaml", "1") == f"Từ {names[0]} đến tệp hiện tại (chưa phát hành)."
    assert "Không có việc nào thay đổi." in run("diff", "le.yaml").stdout


def test_what_changed_and_changed_back_is_no_difference(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(LONGER, SECOND)
    desk.release(CEREMONY, THIRD)
    assert "Không có việc nào thay đổi." in run("diff", "1", "3").stdout
    assert "không phải nhập lại lịch" in run("changes", "--agency", "so-y-te", "--since", "1").stdout
    assert "1 việc có thay đổi." in run("changes", "--agency", "so-y-te").stdout


def test_who_came_and_went_between_two_releases_is_told_nothing(desk: Workspace) -> None:
    without = edited(("  cac-quan:", "  moi: {name: Đơn vị mới}\n  cac-quan:"))
    for text, at in ((without, FIRST), (without.replace("[so-y-te]", "[so-y-te, moi]"), SECOND), (without, THIRD)):
        desk.release(text, at)
    assert "không phải nhập lại lịch" in run("changes", "--agency", "moi", "--since", "1").stdout
    assert "Đơn vị không còn việc nào" in run("changes", "--agency", "moi").stdout


def test_a_difference_to_the_file_is_what_releasing_it_tells(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.write(LONGER)
    before = run("diff", "le.yaml").stdout.splitlines()[3:]
    desk.release(LONGER, SECOND)
    assert [line for line in run("diff").stdout.splitlines()[3:] if not line.startswith("Lý do")] == before
    assert "1 việc có thay đổi." in before


def test_several_ceremonies_share_a_store_and_are_told_apart(desk: Workspace) -> None:
    desk.release(CEREMONY)
    other = CEREMONY.replace("ceremony: le\n", "ceremony: hoi\n").replace("Lễ kỷ niệm", "Hội nghị")
    Path("hoi.yaml").write_text(other, encoding="utf-8")
    for text, at in ((other, FIRST), (other.replace("Trực cấp cứu", "Trực"), SECOND)):
        Path("hoi.yaml").write_text(text, encoding="utf-8")
        done(run("release", "hoi.yaml", "-m", "Hội", "--at", at))
    for word in ("hoi", "hoi.yaml"):
        assert run("history", word).stdout.splitlines()[1] == "Hội nghị"
        assert run("show-release", "2", word).exit_code == 0
        assert "Tên việc: Trực cấp cứu → Trực" in run("diff", "1", "2", word).stdout
        assert "Tên việc: Trực cấp cứu → Trực" in run("changes", word, "--agency", "Sở Y tế").stdout
    assert run("history", "le").stdout.splitlines()[1] == "Lễ kỷ niệm"


def test_a_store_elsewhere_is_named_again_in_what_comes_next(desk: Workspace) -> None:
    desk.write(CEREMONY)
    Path("so sach").mkdir()
    said = done(run("release", "le.yaml", "-m", "Bản đầu", "--at", FIRST, "--store", "so sach")).stdout
    assert said.splitlines()[-1].endswith('runbook build le.yaml --store "so sach"')
    assert not Path("runbook.sqlite").exists()
    assert "+45" in run("history", "--store", "so sach").stdout
    assert "+45" in run("history", RUNBOOK_STORE="so sach/runbook.sqlite").stdout


def test_a_key_makes_a_command_happen_once(desk: Workspace) -> None:
    desk.write(CEREMONY)
    order = ["release", "le.yaml", "-m", "Bản đầu", "--key", "k1"]
    done(run(*order, "--at", FIRST))
    store = Path("runbook.sqlite").read_bytes()
    assert run(*order, "--at", SECOND).stdout == "Lệnh này đã được thực hiện: bản phát hành số 1.\n"
    assert Path("runbook.sqlite").read_bytes() == store
    desk.release(LONGER, SECOND)
    desk.write(CEREMONY)
    assert run(*order).stdout == "Lệnh này đã được thực hiện: bản phát hành số 1.\n"


def test_without_an_instant_a_release_is_of_now(desk: Workspace) -> None:
    desk.write(CEREMONY)
    began = int(time.time())
    done(run("release", "le.yaml", "-m", "Bản đầu"))
    with open_store(".") as store:
        assert began - 60 <= store.releases("le")[0].event.at <= time.time()


def test_who_issues_is_named_by_the_environment(desk: Workspace) -> None:
    desk.write(CEREMONY)
    done(run("release", "le.yaml", "-m", "Bản đầu", "--at", FIRST, RUNBOOK_ACTOR="chi\x1b[31m Lan\n"))
    assert "thu-ky" not in run("history").stdout
    assert "chi [31m Lan" in run("history").stdout


def test_the_same_releases_give_the_same_store_and_the_same_files_anywhere(tmp_path: Path) -> None:
    told = []
    for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "America/Los_Angeles")):
        folder = tmp_path / f"folder{seed}"
        folder.mkdir()
        env = {"PYTHONHASHSEED": seed, "TZ": zone, "RUNBOOK_LANG": "vi", "RUNBOOK_ACTOR": "thu-ky", "COLUMNS": "80"}
        env |= {"PYTHONIOENCODING": "utf-8"}
        out = []
        for text, at in ((CEREMONY, FIRST), (LONGER, SECOND)):
            (folder / "le.yaml").write_text(text, encoding="utf-8")
            out.append(process("release", "le.yaml", "-m", "Lý do", "--at", at, folder=folder, **env).stdout)
        for command in (["build", *BUILD[1:4]], ["show-release", "2"], ["diff"], ["history"]):
            out.append(process(*command, folder=folder, **env).stdout)
        told.append((out, files(folder / "le"), files(folder)["le.yaml"]))
    assert told[0] == told[1]
    assert b"Traceback" not in b"".join(told[0][0])
    assert "Mã kiểm tra: ".encode() in told[0][0][3]


def test_a_draft_says_so_on_the_terminal_and_on_paper(desk: Workspace) -> None:
    desk.write(CEREMONY)
    built = done(run(*BUILD))
    assert built.stdout.splitlines()[1:] == [
        'Lịch này là dự thảo; để gửi cho các đơn vị thì phát hành: runbook release le.yaml -m "..."',
    ]
    page = Path("out", common("viec-phai-lam-truoc.html")).read_text("utf-8")
    assert re.search(r"Dự thảo [0-9a-f]{7}, chưa phát hành", page)


def test_the_advice_after_a_release_plans_as_it_did(desk: Workspace) -> None:
    desk.write(CEREMONY)
    told = done(run("release", "le.yaml", "-m", "Đầu", "--at", FIRST, "--now", "11/11/2024T08:00"))
    assert told.stdout.splitlines()[-1].endswith("runbook build le.yaml --now 11/11/2024T08:00")
    built = done(run(*BUILD, "--now", "11/11/2024T08:00"))
    assert len(built.stdout.splitlines()) == 1


def test_with_one_release_there_is_nothing_to_compare(desk: Workspace) -> None:
    desk.release(CEREMONY)
    said = "Mới có bản phát hành số 1, chưa có gì để so sánh.\n"
    assert (run("diff").stdout, run("changes", "--agency", "so-y-te").stdout) == (said, said)


def test_changes_knows_an_agency_by_every_name_it_has(desk: Workspace) -> None:
    called = edited(("name: Sở Y tế", "name: Sở Y tế, short: SYT, aliases: [Ngành y tế]"))
    desk.release(called)
    desk.release(called.replace("so-y-te, work: 1d", "so-y-te, work: 2d"), SECOND)
    told = {done(run("changes", "--agency", one)).stdout for one in ("so-y-te", "sở y tế", "SYT", "ngành Y tế")}
    assert len(told) == 1
    assert "THAY ĐỔI ĐỐI VỚI SỞ Y TẾ" in told.pop()


def test_a_file_released_under_another_id_is_told(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.write(CEREMONY.replace("ceremony: le\n", "ceremony: le-moi\n"))
    told = done(run("release", "le.yaml", "-m", "Đổi mã", "--at", SECOND)).stdout
    assert "Lưu ý: tệp này đã phát hành với mã “le”." in " ".join(told.split())


def test_what_can_only_be_a_file_is_missed_as_one(desk: Workspace) -> None:
    desk.release(CEREMONY)
    missed = run("history", "khong-co.yaml")
    assert (missed.exit_code, missed.stderr) == (1, "Lỗi: không tìm thấy “khong-co.yaml”.\n")


def test_what_is_unwise_is_counted_beside_a_release(desk: Workspace) -> None:
    assert desk.release(CEREMONY).stderr == "1 cảnh báo; xem: runbook check le.yaml\n"
