"""Pull requests: the workflows are sound, and a good and a bad edit come through their steps as they should."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from repository import copy_repository
from ruamel.yaml import YAML

SCHEMAS = {
    "github-workflows": ".github/workflows/*.yml",
    "github-issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
    "github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
}
QUICK = ("检查编者的文件 / Check the editors' files", "对读者的改动 / What changes for readers", "生成网站 / Build the site")
"""The steps of a pull request that are run here; the others set up, keep the site, or are these very tests."""


def run(*command: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, text=True)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_github_knows_their_form(root: Path, schema: str) -> None:
    files = sorted(root.glob(SCHEMAS[schema]))
    assert files
    told = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files, folder=root)
    assert told.returncode == 0, told.stdout


def test_the_workflows_are_safe(root: Path) -> None:
    """Pinned by hash, with least rights, without what a fork could abuse (https://docs.zizmor.sh/audits/)."""
    told = run(Path(sys.executable).with_name("zizmor"), "--offline", "--quiet", ".github", folder=root)
    assert told.returncode == 0, told.stdout


def test_a_pull_request_sees_no_secret_and_writes_nothing(root: Path) -> None:
    text = (root / ".github/workflows/pull-request.yml").read_text("utf-8")
    workflow = YAML(typ="safe", pure=True).load(text)
    assert list(workflow["on"]) == ["pull_request"] and "secrets." not in text
    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]


def test_every_step_that_is_run_here_is_a_step_of_the_workflow(root: Path) -> None:
    assert set(QUICK) <= set(steps(root))


def test_the_hooks_of_pre_commit_are_well_formed(root: Path) -> None:
    told = run(sys.executable, "-m", "pre_commit", "validate-config", folder=root)
    assert told.returncode == 0, told.stdout


def steps(root: Path) -> dict[str, str]:
    """Return the commands of a pull request's steps by their names."""
    workflow = YAML(typ="safe", pure=True).load((root / ".github/workflows/pull-request.yml").read_text("utf-8"))
    return {step["name"]: step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step}


# By doing: a bare repository, a clone of it, a branch with an edit.


@pytest.fixture(scope="module")
def bare(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with the edition as it lies here, as one commit on main."""
    work, bare = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("bare")
    copy_repository(root, work)
    git(work, "init", "--quiet", "--initial-branch=main")
    commit(work, "The edition")
    git(bare, "init", "--quiet", "--bare", "--initial-branch=main")
    git(work, "push", "--quiet", str(bare), "main")
    return bare


def git(folder: Path, *arguments: str) -> str:
    done = run("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", *arguments, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


@pytest.fixture
def clone(bare: Path, root: Path, tmp_path: Path) -> Path:
    """A clone on a branch of its own, with the libraries of this checkout at hand."""
    git(tmp_path, "clone", "--quiet", str(bare), "clone")
    folder = tmp_path / "clone"
    git(folder, "switch", "--quiet", "--create", "edit")
    (folder / ".venv").symlink_to(root / ".venv")
    return folder


def through(clone: Path, name: str, base: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the workflow as it is written, but for `make setup`, for the libraries are there."""
    summary = clone.parent / "summary.md"
    command = re.sub(r"\bmake (\w+)", r"make -o setup \1", steps(clone)[name])
    return run("sh", "-c", command, folder=clone, BASE=base, GITHUB_STEP_SUMMARY=str(summary),
               PYTHONPATH=str(clone / "tools"), EDITION_PAPERS="papers", MAKEFLAGS="")


TERM = """---
zh: 照会
en: diplomatic note
kind: document
themes: [united-nations]
---

一国政府致另一国政府的正式书面通知，用第三人称写成，通常不署名而盖章；它陈述立场、提出要求或者答复先前的来文，是外交往来中最常用的书面形式之一，收到的一方可以答复，也可以不答。

## English

A formal written communication from one government to another.
"""


def test_a_good_edit_passes_and_says_what_changes(clone: Path) -> None:
    base = git(clone, "rev-parse", "HEAD")
    (clone / "docs/glossary/diplomatic-note.md").write_text(TERM, "utf-8")
    commit(clone, "Add the term 照会")
    for name in QUICK:
        done = through(clone, name, base)
        assert done.returncode == 0, done.stdout + done.stderr
    said = (clone.parent / "summary.md").read_text("utf-8")
    assert "照会" in said and "glossary/diplomatic-note" in said
    assert (clone / "site/glossary/diplomatic-note/index.html").is_file()
    assert git(clone, "status", "--porcelain", "--", "docs", "bib") == ""


def test_a_bad_edit_is_stopped_at_its_line(clone: Path) -> None:
    base = git(clone, "rev-parse", "HEAD")
    (clone / "docs/glossary/diplomatic-note.md").write_text(TERM.replace("kind: document", "kind: letter"), "utf-8")
    commit(clone, "Add the term 照会")
    done = through(clone, QUICK[0], base)
    assert done.returncode != 0
    assert "docs/glossary/diplomatic-note.md" in done.stdout + done.stderr
    assert re.search(r"line=4\b|:4:", done.stdout + done.stderr) and "Traceback" not in done.stderr


def publish(clone: Path, server: Path, pages: dict[str, str], **settings: str) -> dict[str, str]:
    """Publish a site of these pages as the workflow does; return what stands on the branch that is served."""
    shutil.rmtree(clone / "site", ignore_errors=True)
    for name, text in pages.items():
        (clone / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / "site" / name).write_text(text, "utf-8")
    done = run("sh", "scripts/publish.sh", folder=clone, SERVER=str(server.parent), REPOSITORY=server.name,
               PYTHONPATH=str(clone / "tools"), EDITION_PAPERS="papers", **settings)
    assert done.returncode == 0, done.stderr
    names = git(server, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    return {name: git(server, "show", f"gh-pages:{name}") for name in names}


def test_a_site_is_published_over_the_one_before_and_kept_releases_stay(clone: Path, tmp_path: Path) -> None:
    server, kept, page = tmp_path / "served.git", "versions/0.1.0/index.html", "<html><head></head><body>{}</body></html>"
    git(tmp_path, "init", "--quiet", "--bare", str(server))
    first = publish(clone, server, {"index.html": page.format("one"), "old/index.html": page.format("old")})
    assert {"index.html", "old/index.html", ".nojekyll", "versions/index.html"} <= set(first)
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(server), "served")
    (tmp_path / "served" / kept).parent.mkdir(parents=True)
    (tmp_path / "served" / kept).write_text("kept", "utf-8")
    commit(tmp_path / "served", "Keep a release")
    git(tmp_path / "served", "push", "--quiet")
    second = publish(clone, server, {"index.html": page.format("two")})
    assert "two" in second["index.html"] and "old/index.html" not in second and second[kept] == "kept"
    publish(clone, server, {"index.html": page.format("two")})
    assert git(server, "rev-list", "--count", "gh-pages") == "3"  # the last brought nothing new
