"""Lighthouse, with its own throttled phone (https://github.com/GoogleChrome/lighthouse)."""

import json
import os
import subprocess
from pathlib import Path

CHROMIUM = "--headless=new --no-sandbox --disable-gpu"


def report_of(address: str, tools: Path, node: str, chromium: str) -> dict:
    """Return Lighthouse's report on a page."""
    file = tools / "lighthouse.json"
    command = [node, tools / "node_modules/lighthouse/cli/index.js", address, "--quiet", f"--chrome-flags={CHROMIUM}",
               "--output=json", f"--output-path={file}"]
    subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, check=True)
    return json.loads(file.read_text("utf-8"))


def scores_of(report: dict) -> dict[str, float]:
    """Return the score of each category, out of 100."""
    wanted = ("performance", "accessibility", "best-practices", "seo")
    return {name: round(100 * report["categories"][name]["score"]) for name in wanted}


def failed_in(report: dict) -> list[str]:
    """Return the names of the audits that cost points."""
    counting = {ref["id"] for category in report["categories"].values() for ref in category["auditRefs"] if ref["weight"]}
    return [name for name, one in report["audits"].items() if name in counting and (one["score"] or 0) < 1 and one["score"] is not None]


def milliseconds(report: dict, audit: str) -> float:
    """Return the number that an audit measured."""
    return report["audits"][audit]["numericValue"]
