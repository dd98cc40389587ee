"""The command ``garita convert``: adapters in, one quantised GGUF file out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from garita.cli.common import JsonOption, console, errors, language, read_settings

convert_app = typer.Typer(help="Adapters in, one quantised GGUF file out; exact or refused.", no_args_is_help=True)


@convert_app.command("merge")
def convert_merge(
    base: Annotated[Path, typer.Option(help="The model the adapters were made for: a .gguf file or its first shard.")],
    adapter: Annotated[
        list[str], typer.Option(help="A PEFT folder, a .gguf adapter or hub:OWNER/NAME, each also with :WEIGHT; again.")
    ],
    out: Annotated[Path, typer.Option(help="The .gguf file to write.")],
    kind: Annotated[str, typer.Option("--type", help="Q4_K_M, Q8_0, F16 ...; keep: the types of the base.")] = "keep",
    imatrix: Annotated[Path | None, typer.Option(help="An importance matrix of llama-imatrix.")] = None,
    name: Annotated[str, typer.Option(help="What the program calls it; default: base + adapters.")] = "",
    on_low_gain: Annotated[
        Literal["raise", "refuse", "accept"],
        typer.Option(help="What to do where a change would not survive in the type: write it larger, stop, go on."),
    ] = "raise",
    threads: Annotated[int, typer.Option(min=0, max=64, help="0: all cores but one. The result is the same.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the plan, write nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Merge LoRA adapters into a model, exactly or not at all."""
    from garita.terminal import convert_merge as merging
    from garita.terminal.convert_quantize import spare_threads

    places = tuple(_at_hand(adapter))
    request = merging.Request(base, places, out, kind, imatrix, on_low_gain, threads or spare_threads(), dry_run, name)
    merging.run(request, errors(), language(), as_json=as_json)


@convert_app.command("inspect")
def convert_inspect(
    place: Annotated[
        str, typer.Argument(help="A .gguf file, a llama.cpp adapter, the folder of a PEFT adapter, or hub:OWNER/NAME.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Show what is in a model or an adapter, and whether it can be merged."""
    from garita.terminal import adapter_places
    from garita.terminal import convert_inspect as inspection

    inspection.show(Path(adapter_places.at_hand([place])[0]), console(), language(), as_json=as_json)


@convert_app.command("quantize")
def convert_quantize(
    source: Annotated[Path, typer.Argument(help="A .gguf file, or one of its shards.")],
    out: Annotated[Path, typer.Argument(help="The .gguf file to write.")],
    kind: Annotated[str, typer.Option("--type", help="Q4_K_M, Q5_K_M, Q6_K, Q8_0, F16, ...")],
    imatrix: Annotated[Path | None, typer.Option(help="An importance matrix of llama-imatrix.")] = None,
) -> None:
    """Write a model in another type: llama.cpp's bytes, without its accidents. Ctrl-C leaves nothing behind."""
    from garita.terminal import convert_quantize as job

    job.run(source, out, kind, imatrix, errors(), language())


@convert_app.command("export")
def convert_export(
    folder: Annotated[Path, typer.Argument(help="A Llama: config.json, *.safetensors, tokenizer.json.")],
    out: Annotated[Path, typer.Argument(help="The .gguf file to write.")],
    kind: Annotated[str, typer.Option("--type", help="F32, F16, BF16, Q8_0, Q4_K_M, ...")] = "F16",
) -> None:
    """Write a model of transformers as GGUF. Ctrl-C leaves nothing behind."""
    from garita.terminal import convert_export as job

    job.run(folder, out, kind)


@convert_app.command("adapter")
def convert_adapter(
    folder: Annotated[str, typer.Argument(help="A PEFT adapter: a folder, or hub:OWNER/NAME.")],
    out: Annotated[Path, typer.Argument(help="The .gguf file to write.")],
    base: Annotated[Path, typer.Option(help="The base model's .gguf file: names and order of rows are its.")],
) -> None:
    """Write an adapter for use at run time, or say what of it llama.cpp would leave out."""
    from garita.terminal import convert_adapter as job

    job.run(Path(_at_hand([folder])[0]), base, out)


@convert_app.command("check")
def convert_check(
    base: Annotated[Path, typer.Option(help="The base model's .gguf file.")],
    adapter: Annotated[
        list[str], typer.Option(help="As for merge: a folder, a file or hub:OWNER/NAME, with :WEIGHT if not 1.")
    ],
    merged: Annotated[Path, typer.Option(help="The merged .gguf file.")],
    text: Annotated[Path | None, typer.Option(help="What to let them read; default: a scene at the booth.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Compare a merged file with base + adapters: what it answers, and how much of every change it holds."""
    from garita.terminal import convert_check as job

    job.run(base, _at_hand(adapter), merged, text, (console(), errors()), language(), as_json=as_json)


def _at_hand(adapters: list[str]) -> list[str]:
    """Adapters on this computer; those of the hub are fetched, where the settings do not lock the network."""
    from garita.library import hub
    from garita.library.recognisers import OnProgress
    from garita.terminal import adapter_places

    def fetch(repository: str, folder: Path, on_progress: OnProgress, *, wanted: Sequence[str]) -> None:
        hub.fetch(repository, folder, on_progress, wanted=wanted, offline=read_settings().network.offline)

    return adapter_places.at_hand(adapters, fetch)
