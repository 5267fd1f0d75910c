"""The set-up scripts say in one sentence what is missing, and do nothing twice. No test here needs the network."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ALWAYS_FAILS = "#!/bin/sh\nexit 1\n"
ALWAYS_WORKS = "#!/bin/sh\nexit 0\n"
PYTHON_WITHOUT_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'
PYTHON_OF_THE_VENV = f'#!/bin/sh\necho "$@" >>"$(dirname "$0")/../calls"\nexec "{sys.executable}" -c ""\n'
NEEDED = ("sh", "dirname", "pwd", "cksum", "cat", "make", "awk", "grep", "id")


def write_program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # it may be a link to the real program
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """A checkout in a folder with a blank in its name, without .venv."""
    folder = tmp_path / "a checkout"
    shutil.copytree(root / "scripts", folder / "scripts")
    for name in ("Makefile", "requirements.lock", "requirements-axe.txt", "pyproject.toml"):
        shutil.copy(root / name, folder)
    (folder / "papers").mkdir()
    return folder


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A PATH with what every Debian has, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in NEEDED:
        (folder / name).symlink_to(shutil.which(name) or pytest.skip(f"there is no {name}"))
    return folder


def run(checkout: Path, programs: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a checkout with nothing but these programs on the PATH."""
    environment = {"PATH": str(programs), "HOME": os.environ.get("HOME", "/"), **settings}
    return subprocess.run(
        command, cwd=checkout, env=environment, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )


def make_finished_venv(checkout: Path) -> None:
    """Put a .venv there as a finished set-up leaves it; its Python writes what it is asked to `.venv/calls`."""
    write_program(checkout / ".venv/bin/python", PYTHON_OF_THE_VENV)
    libraries = ("requirements.lock", "requirements-axe.txt")
    for stamp, sources, rest in (("libraries", libraries, f" {checkout}"), ("project", ("pyproject.toml",), "")):
        asked = b"".join((checkout / source).read_bytes() for source in sources)
        key = subprocess.run(["cksum"], input=asked, capture_output=True).stdout.decode()
        (checkout / f".venv/{stamp}.stamp").write_text(key.strip() + rest + "\n", encoding="utf-8")


@pytest.mark.parametrize("age", ["missing", "too old"])
def test_missing_python_is_one_sentence(checkout: Path, programs: Path, age: str) -> None:
    if age == "too old":
        write_program(programs / "python3", ALWAYS_FAILS)
    result = run(checkout, programs, "make", "setup")
    assert result.returncode != 0
    assert result.stderr.splitlines()[0] == (
        "setup: Python 3.11 or newer is needed and was not found; on Debian, run: apt install python3 python3-venv"
    )
    assert not (checkout / ".venv").exists()


def test_missing_venv_module_is_one_sentence(checkout: Path, programs: Path) -> None:
    write_program(programs / "python3", PYTHON_WITHOUT_VENV)
    result = run(checkout, programs, "make", "setup")
    assert result.returncode != 0
    assert result.stderr.splitlines()[0] == (
        "setup: python3 has no venv module with ensurepip; on Debian, run: apt install python3-venv"
    )
    assert not (checkout / ".venv").exists()


def test_finished_setup_is_left_alone(checkout: Path, programs: Path) -> None:
    make_finished_venv(checkout)
    result = run(checkout, programs, "make", "setup")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert "pip" not in (checkout / ".venv/calls").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-axe.txt"])
def test_changed_lock_is_set_up_anew(checkout: Path, programs: Path, name: str) -> None:
    make_finished_venv(checkout)
    with (checkout / name).open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    result = run(checkout, programs, "make", "setup")
    assert "Python 3.11 or newer is needed" in result.stderr


def test_changed_project_needs_no_network(checkout: Path, programs: Path) -> None:
    make_finished_venv(checkout)
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# changed\n")
    assert run(checkout, programs, "make", "setup").returncode == 0
    installs = [call for call in (checkout / ".venv/calls").read_text(encoding="utf-8").splitlines() if "pip" in call]
    assert len(installs) == 1 and "--no-index" in installs[0]


def test_papers_that_are_not_there_are_one_sentence(checkout: Path, programs: Path) -> None:
    make_finished_venv(checkout)
    result = run(checkout, programs, "make", "site", "EDITION_PAPERS=../no such")
    assert result.returncode != 0
    assert result.stderr.splitlines()[0] == "EDITION_PAPERS: there is no folder ../no such"


def test_a_browser_is_found_by_name(checkout: Path, programs: Path) -> None:
    assert run(checkout, programs, "sh", "scripts/chromium.sh").returncode == 1
    write_program(programs / "google-chrome", ALWAYS_WORKS)
    found = run(checkout, programs, "sh", "scripts/chromium.sh")
    assert (found.returncode, found.stdout.strip()) == (0, str(programs / "google-chrome"))
    write_program(programs / "chromium-headless-shell", ALWAYS_WORKS)
    assert run(checkout, programs, "sh", "scripts/chromium.sh").stdout.strip() == str(programs / "chromium-headless-shell")


def test_a_browser_named_wrongly_is_none(checkout: Path, programs: Path) -> None:
    write_program(programs / "chromium", ALWAYS_WORKS)
    assert run(checkout, programs, "sh", "scripts/chromium.sh", CHROMIUM="/no/such").returncode != 0


def test_failing_apt_is_said_and_stops_nothing(checkout: Path, programs: Path) -> None:
    write_program(programs / "id", "#!/bin/sh\necho 0\n")
    write_program(programs / "timeout", '#!/bin/sh\nshift\nexec "$@"\n')
    write_program(programs / "apt-get", "#!/bin/sh\necho 'E: no network' >&2\nexit 100\n")
    result = run(checkout, programs, "sh", "scripts/install-chromium.sh")
    assert result.returncode == 0
    assert "E: no network" in result.stderr and "apt-get failed (see above)" in result.stderr


def test_lock_pins_all_with_hashes_and_names_no_host(root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([a-z0-9-]+)==\S+ (.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+)", lock, re.MULTILINE))
    assert len(pins) == len(re.findall(r"^[^\s#]", lock, re.MULTILINE))
    listed = (root / "requirements.in").read_text(encoding="utf-8")
    wanted = re.findall(r"^[a-z][a-z0-9.-]*[a-z0-9]", listed, re.MULTILINE)
    assert {name.replace(".", "-") for name in wanted} <= set(pins)
    assert "://" not in lock and "\n--" not in lock


def test_axe_is_pinned_with_its_hash(root: Path) -> None:
    asked = [line for line in (root / "requirements-axe.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(asked) == 1 and re.fullmatch(r"[a-z-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}", asked[0])


@pytest.mark.parametrize(("failing", "code"), [("none", 0), ("site", 1), ("test", 1)])
def test_ci_runs_the_tests_last_and_fails_with_either(
    root: Path, checkout: Path, programs: Path, failing: str, code: int
) -> None:
    shutil.copytree(root / ".ci", checkout / ".ci")
    (checkout.parent / "shared/papers").mkdir(parents=True)
    write_program(programs / "make", f'#!/bin/sh\necho "$1 $EDITION_PAPERS"\n[ "$1" != {failing} ]\n')
    write_program(programs / "timeout", '#!/bin/sh\nshift\nexec "$@"\n')
    result = run(checkout, programs, shutil.which("bash") or "bash", ".ci/run")
    assert result.returncode == code
    assert result.stdout.splitlines()[0] == "setup "
    assert result.stdout.splitlines()[-1] == f"test {checkout.parent / 'shared/papers'}"
    assert "there is no folder ../shared/gold" in result.stdout


def test_git_ignores_nothing_that_people_wrote(root: Path) -> None:
    command = ["git", "-C", root, "ls-files", "-z", "--others", "--ignored", "--exclude-standard"]
    listing = subprocess.run([*command, "bib", "docs", "scripts", "tests", "tools"], capture_output=True, text=True)
    ignored = [name for name in listing.stdout.split("\0") if name and not re.search(r"__pycache__|\.egg-info/", name)]
    assert ignored == []
