"""The help: what each command says it does, with an example that works, and nothing that is not so."""

from __future__ import annotations

import inspect
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from commands import run, small_tracker
from documents import Told, document

from actiontracker import errors, ingest
from actiontracker.cli import EXIT_CODES, app

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typer

Capture = pytest.CaptureFixture[str]
GOLDEN = Path(__file__).with_name("cli_help.txt")


def commands(group: typer.Typer, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every command's name as it is typed, with its function."""
    for command in group.registered_commands:
        yield f"{prefix}{command.name}", command.callback
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        alone = inner.typer_instance.registered_callback
        if alone is not None:
            yield f"{prefix}{inner.name}", alone.callback
        yield from commands(inner.typer_instance, f"{prefix}{inner.name} ")


COMMANDS = dict(commands(app))


def example(command: str) -> str:
    """The example line of a command's help."""
    found = re.findall(r"^Example: actiontracker (.+)$", inspect.getdoc(COMMANDS[command]) or "", re.MULTILINE)
    assert len(found) == 1, f"{command} needs one example in one line"
    return str(found[0])


def plain(text: str) -> str:
    """Help without its frames and line breaks."""
    return " ".join(re.sub("[╭╮╰╯│─]", " ", text).split())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does_with_an_example(capsys: Capture, command: str) -> None:
    done = run(capsys, *command.split(), "--help")
    assert done.code == 0
    assert f"Example: actiontracker {example(command)}" in plain(done.out)
    assert example(command).startswith(command)
    assert len(f" Example: actiontracker {example(command)} ") <= 80, (
        "it must be copied from a narrow terminal in one go"
    )
    first = (inspect.getdoc(COMMANDS[command]) or "").partition("\n")[0]
    assert first.endswith(".")
    assert len(first) <= 66, "the first line stands in the list of commands on a terminal of 80 columns"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_example_works(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACTIONTRACKER_DB", str(small_tracker(tmp_path / "tracker.db")))
    (tmp_path / "minutes").mkdir()
    tables = {
        "calendar.csv": "date\n11/06/2026\n",
        "people.csv": "name,post\nDee Marsh,Head of Parks\n",
        "tracker.csv": "Ref,Action,Owner,Due\n1,Mend the stile,Warden,30/06/2026\n",
    }
    for name, rows in tables.items():
        (tmp_path / name).write_text(rows, encoding="utf-8")
    for name in ("minutes.pdf", "minutes/june.txt"):
        (tmp_path / name).write_text("minutes", encoding="utf-8")
    made = document(Told("sweep the path"))
    one = ingest.Ingested("june.txt", made.minutes, made.actions, (), None)
    monkeypatch.setattr(ingest, "ingest_files", lambda *_: iter([one]))
    monkeypatch.setattr(
        ingest, "extract_files", lambda *_: iter([ingest.Extracted("minutes.pdf", made.minutes, made.actions, ())])
    )
    monkeypatch.setattr(
        ingest, "extract_texts", lambda texts, *_: (ingest.Extracted(name, None, (), ()) for name, _ in texts)
    )
    marked = Path(__file__).parents[1] / "samples" / "marked"
    for name in ("samples/marked", "my-corpus"):
        shutil.copytree(marked, tmp_path / name)
    network = ingest.NetworkInfo(tmp_path, "n", "1", None, {})
    monkeypatch.setattr(ingest, "model_info", lambda _: ingest.ModelInfo(tmp_path, "m", "1", {}, network))
    done = run(capsys, *shlex.split(example(command)))
    assert (done.code, "Traceback" in done.err) == (0, False), done.err


def test_commands_stand_in_panels_by_user(capsys: Capture) -> None:
    page = run(capsys, "--help").out
    panels = re.findall(r"╭─ (.+?) ─", page)
    assert panels == ["Options", "Clerk", "Scrutiny officer", "Chair", "The tracker itself", "Measuring"]
    for command in COMMANDS:
        assert re.search(rf"│ {command.split()[0]} ", page)


def test_all_exit_codes_are_told(capsys: Capture) -> None:
    kinds: list[type[errors.TrackerError]] = [errors.TrackerError, *errors.TrackerError.__subclasses__()]
    codes = {kind.exit_code for kind in kinds}
    codes |= {errors.EXIT_OK, errors.EXIT_SOME_FAILED, errors.EXIT_USAGE, errors.EXIT_INTERRUPTED}
    told = re.findall(r"^(\d+) ", EXIT_CODES, re.MULTILINE)
    assert [int(code) for code in told] == sorted(codes)
    assert plain(EXIT_CODES) in plain(run(capsys, "--help").out)


def test_every_option_has_a_sentence() -> None:
    for command, function in COMMANDS.items():
        for name, hint in inspect.get_annotations(function, eval_str=True).items():
            if name not in ("return", "context"):
                (option,) = hint.__metadata__
                assert option.help, f"{command}: {name}"
                assert option.help.endswith("."), f"{command}: {name}"


def test_the_help_is_as_reviewed() -> None:
    """When a change of the help is meant: put what the failed comparison shows into `cli_help.txt`, and read it."""
    assert help_pages() == GOLDEN.read_text(encoding="utf-8")


def help_pages() -> str:
    """The help of every command, without the frames that Typer draws."""
    pages = []
    for command, function in COMMANDS.items():
        pages.append(f"# {command}\n\n{inspect.getdoc(function)}\n")
        for name, hint in inspect.get_annotations(function, eval_str=True).items():
            if name not in ("return", "context"):
                (option,) = hint.__metadata__
                pages.append(f"{_spelling(option, name)}: {option.help}")
        pages.append("")
    return "\n".join(pages)


def _spelling(option: Any, name: str) -> str:
    spellings = [word for word in (option.default, *(option.param_decls or ())) if isinstance(word, str)]
    return " ".join([*spellings, option.metavar or ""]).strip() or f"--{name}"


def test_the_version_is_told(capsys: Capture) -> None:
    from actiontracker import __version__

    assert run(capsys, "--version").out == f"actiontracker {__version__}\n"
