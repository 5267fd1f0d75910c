"""`python -m auditing SITE TOOLS NODE CHROMIUM`: prints a table of what was measured and its bar.

Exit 1 if one is missed.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from hosting import host
from kinds import address_of

from auditing.axe_everywhere import violations_of
from auditing.lighthouse import failed_in, milliseconds, report_of, scores_of
from auditing.nu import errors_of

BARS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
LARGEST_PAINT = 2000
SHIFT = 0.02
PAGES = ("paper", "home")


@dataclass(frozen=True)
class Row:
    what: str
    found: str
    bar: str
    kept: bool


def main() -> int:
    asked = arguments()
    rows = []
    for row in (*of_nu(asked), *of_axe(asked), *of_lighthouse(asked)):
        print(f"{'ok  ' if row.kept else 'MISS'}  {row.what:44} {row.found:>10}  {row.bar}", flush=True)
        rows.append(row)
    return 0 if all(row.kept for row in rows) else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__.partition(":")[2])
    for name in ("site", "tools"):
        parser.add_argument(name, type=Path)
    parser.add_argument("node")
    parser.add_argument("chromium")
    parser.add_argument("--runs", type=int, default=3,
                        help="how often Lighthouse visits a page; the middle run by performance counts")
    parser.add_argument("--slowdown", type=float, default=4, help="how many times slower the phone's processor is than this one; "
                        "Lighthouse's 4 is meant for a fast machine with nothing else to do")
    return parser.parse_args()


def of_nu(asked: argparse.Namespace) -> Iterator[Row]:
    if not which("java"):
        print("skip  the Nu checker: there is no Java (on Debian: apt install default-jre-headless)")
        return
    errors = errors_of(asked.site, asked.tools)
    yield Row("Nu checker, all pages: errors and warnings", str(errors.total()), "0", not errors)
    for message, count in errors.most_common(10):
        print(f"      {count} × {message}")


def of_axe(asked: argparse.Namespace) -> Iterator[Row]:
    with host(asked.site, below="/") as hosted:  # where the page for what is not there finds its style sheet
        for kind, found in violations_of(hosted, asked.chromium):
            yield Row(f"axe, {kind}, two widths and schemes", str(len(found)), "0", not found)
            for each in found:
                print(f"      {each}")


def of_lighthouse(asked: argparse.Namespace) -> Iterator[Row]:
    with host(asked.site) as hosted:
        for kind in PAGES:
            address = hosted.url + address_of(kind, hosted)
            reports = [report_of(address, asked.tools, asked.node, asked.chromium, asked.slowdown) for _ in range(asked.runs)]
            reports.sort(key=lambda report: report["categories"]["performance"]["score"])
            yield from rows_of(kind, reports[len(reports) // 2])


def rows_of(kind: str, report: dict) -> Iterator[Row]:
    for name, score in scores_of(report).items():
        yield Row(f"Lighthouse, {kind}: {name}", str(score), f"≥ {BARS[name]}", score >= BARS[name])
    paint, shift = milliseconds(report, "largest-contentful-paint"), milliseconds(report, "cumulative-layout-shift")
    yield Row(f"Lighthouse, {kind}: largest contentful paint", f"{paint:.0f} ms", f"≤ {LARGEST_PAINT} ms", paint <= LARGEST_PAINT)
    yield Row(f"Lighthouse, {kind}: layout shift", f"{shift:.3f}", f"≤ {SHIFT}", shift <= SHIFT)
    print(f"      machine's benchmark index {report['environment']['benchmarkIndex']:.0f}; points lost by: "
          f"{', '.join(failed_in(report)) or 'nothing'}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
