"""What every command does alike: parts that are not installed are named, in a sentence."""

from __future__ import annotations

import subprocess
import sys

# As on a computer without the extra "voice": the import is refused before anything is found.
WITHOUT = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == {package!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name.split(".")[0])
sys.meta_path.insert(0, Without())
sys.argv = ["garita", *{arguments!r}]
from garita.cli import main
main()
"""


def run(package: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = WITHOUT.format(package=package, arguments=list(arguments))
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


def test_a_spoken_command_names_the_part_that_it_lacks() -> None:
    done = run("soxr", "devices")
    assert done.returncode == 2
    assert "soxr" in done.stderr
    assert ".[voice]" in done.stderr


def test_writing_needs_no_part_of_the_voice() -> None:
    done = run("num2words", "scenarios")
    assert (done.returncode, done.stderr) == (0, "")
