"""Collects the window's words and compiles their translations: translations.py [--check].

Words are marked with ``tr`` in app/garita/desktop; Qt's lupdate puts them into assets/translations/garita_es.ts, where
somebody writes the Spanish beside them (in Qt Linguist or any editor); Qt's lrelease compiles that into garita_es.qm.
With --check nothing is written: exit code 1 where a word lacks Spanish or the files are older than the code.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
SOURCE = FOLDER / "garita_es.ts"


def update(target: Path) -> None:
    """Bring the words of the code into ``target``; translations that are there stay, words that went go."""
    files = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "app" / "garita" / "desktop").rglob("*.py"))
    options = ["-source-language", "en", "-target-language", "es", "-no-obsolete", "-locations", "none"]
    _run("lupdate", *files, *options, "-ts", str(target))


def compiled(source: Path, target: Path) -> bytes:
    """The .qm file of a .ts file."""
    _run("lrelease", str(source), "-qm", str(target))
    return target.read_bytes()


def missing(source: Path) -> list[str]:
    """Words without Spanish, with their class."""
    found = []
    for context in ET.parse(source).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not (translation.text or "").strip():
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def words(source: Path) -> set[tuple[str, str]]:
    """Every word with its class."""
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(source).getroot().iter("context")
        for message in context.iter("message")
    }


def problems() -> list[str]:
    """What keeps the translation from being complete and of today."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / SOURCE.name
        shutil.copy(SOURCE, fresh)
        update(fresh)
        old = words(SOURCE)
        found = [f"not collected: {where}: {text}" for where, text in sorted(words(fresh) - old)]
        found += [f"no longer used: {where}: {text}" for where, text in sorted(old - words(fresh))]
        found += [f"no Spanish: {one}" for one in missing(SOURCE)]
        if compiled(SOURCE, Path(folder) / "garita_es.qm") != SOURCE.with_suffix(".qm").read_bytes():
            found.append("garita_es.qm is older than garita_es.ts")
    return found


def _run(tool: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{tool}"
    done = subprocess.run([str(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")


def main() -> None:
    """The command."""
    if "--check" in sys.argv:
        found = problems()
        print("\n".join(found))
        sys.exit(bool(found))
    FOLDER.mkdir(exist_ok=True)
    update(SOURCE)
    compiled(SOURCE, SOURCE.with_suffix(".qm"))
    for one in missing(SOURCE):
        print(f"no Spanish: {one}")


if __name__ == "__main__":
    main()
