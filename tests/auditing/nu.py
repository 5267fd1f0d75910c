"""The Nu HTML checker over every page (https://validator.github.io/validator/)."""

import json
import subprocess
from collections import Counter
from pathlib import Path

PASSED_OVER = ".*Content Security Policy.*"
"""It takes 'self' for nothing where a page is read from a file; the browser tests hold the pages to their policy."""


def errors_of(site: Path, tools: Path) -> Counter[str]:
    """Return the checker's errors and warnings and how often each stands in the site."""
    jar = tools / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", jar, "--skip-non-html", "--exit-zero-always", "--format", "json",
               "--filterpattern", PASSED_OVER, site]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(run.stderr)["messages"]
    return Counter(one["message"] for one in messages if one["type"] != "info" or one.get("subType") == "warning")
