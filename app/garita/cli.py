"""The commands of Garita: one function a command, each parses, calls and prints. No logic lives here."""

from __future__ import annotations

import logging
import random
import sys
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from garita import __version__, logs, messages_to_user, paths, settings
from garita.errors import Cancelled, ExtraMissing, GaritaError
from garita.messages_to_user.entry import Language

log = logging.getLogger(__name__)

app = typer.Typer(
    help="Practise spoken Spanish at a customs booth, offline. / Practique español en la aduana, sin conexión.",
    add_completion=False, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
history_app = typer.Typer(help="Past conversations.", no_args_is_help=True)
bench_app = typer.Typer(help="Speed, as ratios against a baseline in the same run.", no_args_is_help=True)
train_app = typer.Typer(help="Make an officer: corpus, pretraining, export.", no_args_is_help=True)
app.add_typer(history_app, name="history")
app.add_typer(bench_app, name="bench")
app.add_typer(train_app, name="train")
convert_app = typer.Typer(help="Adapters in, one quantised GGUF file out; exact or refused.", no_args_is_help=True)
app.add_typer(convert_app, name="convert")
evaluate_app = typer.Typer(help="Judge an officer.", no_args_is_help=True)
app.add_typer(evaluate_app, name="evaluate")
recogniser_app = typer.Typer(help="Speech recognition models: what is here, and getting one.", no_args_is_help=True)
app.add_typer(recogniser_app, name="recogniser")

# What the extra "voice" brings; the spoken commands import it, the others do without.
_VOICE_PACKAGES = {
    "av", "espeakng_loader", "faster_whisper", "num2words", "onnxruntime", "pywebrtc_audio", "sounddevice", "soxr",
}  # fmt: skip

ModelOption = Annotated[Path | None, typer.Option("--model", help="A .gguf file; default: the built-in officer.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ScenarioOption = Annotated[str, typer.Option(help='A scenario\'s id, a .toml file, or "random".')]
SeedOption = Annotated[int | None, typer.Option(min=0, max=2**31 - 1, help="Same seed, same officer and traveller.")]


def main() -> None:
    """Entry point: an error meant for the user becomes a sentence and exit code 2, a bug an apology and 1."""
    try:
        app()
    except GaritaError as error:
        _print_error(error)
        sys.exit(2)
    except ModuleNotFoundError as error:
        if error.name not in _VOICE_PACKAGES:
            _bug()
        _print_error(ExtraMissing(extra="voice", package=error.name))
        sys.exit(2)
    except (Cancelled, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # whoever read our output has gone; there is nobody left to tell
        sys.stderr.close()
        sys.exit(0)
    except Exception:
        _bug()


def _bug() -> NoReturn:
    """Apologise for the exception being handled and say where it is written down."""
    log.exception("a bug")
    _errors().print(Text(messages_to_user.notice("bug", _language(), path=paths.logs() / "garita.log"), style="red"))
    sys.exit(1)


# --- talking --------------------------------------------------------------------------------------------------------


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False
) -> None:
    if version:
        typer.echo(f"garita {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        _errors().print(Text(messages_to_user.notice("no_window", _language()), style="dim"))
        chat()


@app.command()
def chat(
    scenario: ScenarioOption = "random",
    model: ModelOption = None,
    seed: SeedOption = None,
    plain: Annotated[bool, typer.Option("--plain", help="One officer reply per line, nothing else.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="Show tokens, rates and what the guard did.")] = False,
) -> None:
    """Talk with the officer in the terminal."""
    from garita.terminal import talk

    seed = random.randrange(2**31) if seed is None else seed
    request = talk.Request(scenario=scenario, model=model, seed=seed, plain=plain, stats=stats)
    talk.run(request, _settings(), _language())


# --- looking --------------------------------------------------------------------------------------------------------


@app.command()
def talk(scenario: ScenarioOption = "random", seed: SeedOption = None) -> None:
    """Talk with the officer aloud: microphone, loudspeaker, nothing leaves the machine. Ctrl-C leaves."""
    from garita import wiring
    from garita.terminal import aloud

    seed = random.randrange(2**31) if seed is None else seed
    aloud.run(wiring.choose_scenario(scenario, seed), _settings(), _language(), seed)


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Folder for the recordings, the transcript and the picture.")] = Path(
        "garita-demo"
    ),
    scenario: ScenarioOption = "es_barajas_turismo",
    seed: SeedOption = 1,
) -> None:
    """Let a synthetic traveller speak a scenario through the whole spoken route; needs no sound hardware."""
    from garita import wiring
    from garita.terminal import demo as demonstration

    seed = seed or 0
    demonstration.run(wiring.choose_scenario(scenario, seed), out, seed, _settings(), _console(), _language())


@app.command()
def devices(as_json: JsonOption = False) -> None:
    """List microphones and loudspeakers, and which will be used."""
    from garita import wiring_voice
    from garita.terminal import devices as listing

    system = wiring_voice.sound_system()
    listing.show_devices(_console(), system, _settings().voice, _language(), as_json=as_json)


@app.command()
def say(
    text: Annotated[str, typer.Argument(help="What to say, as it is written.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write a WAV file instead of playing it.")] = None,
    voice: Annotated[str, typer.Option(help="A voice by name; see --list.")] = "",
    speed: Annotated[float | None, typer.Option(min=0.5, max=1.5, help="1 is the voice's own.")] = None,
    list_voices: Annotated[bool, typer.Option("--list", help="List the voices.")] = False,
) -> None:
    """Read a text aloud in Spanish, numbers and dates as they are spoken."""
    from garita.terminal import say as speech

    if list_voices:
        speech.show_voices(_language())
    else:
        speech.say(text, voice, out, _settings(), speed=speed)


@app.command()
def transcribe(
    files: Annotated[list[Path], typer.Argument(help="Sound files of any kind.")],
    as_json: JsonOption = False,
    srt: Annotated[bool, typer.Option("--srt", help="Write SubRip subtitles.")] = False,
    vtt: Annotated[bool, typer.Option("--vtt", help="Write WebVTT subtitles.")] = False,
    model: Annotated[Path | None, typer.Option(help="Folder of a faster-whisper model.")] = None,
) -> None:
    """Write down what is said in sound files."""
    from contextlib import closing

    from garita import wiring_voice
    from garita.terminal import subtitles
    from garita.terminal import transcribe as transcription

    form: subtitles.Format = "json" if as_json else "srt" if srt else "vtt" if vtt else "text"
    with closing(wiring_voice.start_recogniser(model or wiring_voice.recogniser_folder(_settings()))) as recogniser:
        recogniser.load()
        transcription.transcribe_files(files, recogniser, form, _language())


@app.command()
def scenarios() -> None:
    """List the scenarios."""
    from garita.roleplay import scenario_file
    from garita.terminal import tables

    _console().print(tables.scenarios(scenario_file.load_all(), _language()))


@app.command()
def models() -> None:
    """List the models that are here: what they are, what they need, why they can or cannot run."""
    from garita.library import shelf
    from garita.terminal import tables

    _console().print(tables.models(shelf.look(), _language()))
    typer.echo(messages_to_user.notice("models_folder", _language(), path=paths.user_models()))


@recogniser_app.command("list")
def recogniser_list() -> None:
    """List the recognisers that are here and those that can be had."""
    from garita import wiring_voice
    from garita.terminal import recogniser

    recogniser.show(wiring_voice.recognisers(), _console(), _language())


@recogniser_app.command("get")
def recogniser_get(size: Annotated[str, typer.Argument(help="tiny, base, small, medium or large-v3-turbo.")]) -> None:
    """Download a recogniser from the Hugging Face hub. Ctrl-C stops; the same command goes on."""
    from garita import wiring_voice
    from garita.library import hub
    from garita.terminal import recogniser

    paths.ensure_home()
    recogniser.get(size, wiring_voice.recognisers(), hub.fetch, _errors(), _language())


@app.command()
def doctor(
    as_json: JsonOption = False,
    echo: Annotated[bool, typer.Option("--echo", help="Measure the loudspeaker's echo in the microphone.")] = False,
) -> None:
    """Check this machine: processor, memory, llama.cpp, GPU, threads, sound, speech, and what is missing."""
    from garita import doctor as examination
    from garita.terminal import tables

    if echo:
        from garita.terminal import echo as room

        room.run(_settings(), _console(), _language(), as_json=as_json)
        return
    report = examination.examine(_settings())
    if as_json:
        typer.echo(report.as_json())
    else:
        _console().print(tables.doctor(report, _language()))
    if report.has_problem:
        raise typer.Exit(1)


@history_app.command("list")
def history_list(limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50) -> None:
    """List past conversations, newest first."""
    from garita.terminal import history

    history.show_list(_console(), limit, _language())


@history_app.command("show")
def history_show(number: int) -> None:
    """Print one conversation."""
    from garita.terminal import history

    history.show(_console(), number)


@history_app.command("export")
def history_export(
    number: int, file: Annotated[Path, typer.Argument(help="Where to write; .json gives JSON, else Markdown.")]
) -> None:
    """Write one conversation to a file."""
    from garita.terminal import history

    history.export_to(number, file)
    typer.echo(str(file))


# --- measuring ------------------------------------------------------------------------------------------------------


@bench_app.command("llm")
def bench_llm(model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Decode rate through the whole path against a bare llama.cpp loop, and the first token's cost at turn 10."""
    from garita.terminal import benchmarks

    benchmarks.llm(model, _settings(), as_json=as_json)


@bench_app.command("voice")
def bench_voice(as_json: JsonOption = False) -> None:
    """The spoken route against the plain sequence, interruption, CPU, memory, and both engines at once."""
    from garita.terminal import bench_voice as voice

    voice.run(_settings(), as_json=as_json)


@bench_app.command("convert")
def bench_convert(as_json: JsonOption = False) -> None:
    """Time, processor time and memory of merging and quantising files of real size, beside llama.cpp's own tools."""
    from garita.terminal import convert_bench

    convert_bench.run(_errors(), as_json=as_json)


# --- making an officer ----------------------------------------------------------------------------------------------


@train_app.command("corpus")
def train_corpus(
    out: Annotated[Path, typer.Argument(help="A .jsonl file.")],
    count: Annotated[int, typer.Option(min=1, help="Conversations.")] = 10_000,
    seed: Annotated[int, typer.Option(min=0)] = 1,
) -> None:
    """Simulate conversations, both sides, and write them as JSON lines. Same seed, same bytes."""
    from garita.terminal import training

    training.corpus(out, count, seed)


@train_app.command("pretrain")
def train_pretrain(
    out: Annotated[Path, typer.Argument(help="A folder for checkpoints, curve and log; a second run resumes.")],
    recipe: Annotated[Path | None, typer.Option(help="Default: models/recipes/officer.toml.")] = None,
    start: Annotated[Path | None, typer.Option(help="An earlier run's model folder to go on from.")] = None,
    minutes: Annotated[float | None, typer.Option(min=0.1, help="Time budget, decay included.")] = None,
    threads: Annotated[int, typer.Option(min=1, max=64)] = 1,
) -> None:
    """Pretrain an officer on simulated conversations. Ctrl-C saves and stops."""
    from garita.terminal import training

    training.pretrain(out, recipe, start, minutes, threads)


@train_app.command("ear")
def train_ear(
    out: Annotated[Path, typer.Argument(help="A folder for checkpoints and the ear; a second run resumes.")],
    recipe: Annotated[Path | None, typer.Option(help="Default: models/recipes/ear.toml.")] = None,
    minutes: Annotated[float | None, typer.Option(min=0.1, help="Time budget, decay included.")] = None,
    threads: Annotated[int, typer.Option(min=1, max=64)] = 1,
) -> None:
    """Train the small recogniser of demo and tests, which understands synthetic voices only. Ctrl-C saves and stops."""
    from garita.terminal import ear

    ear.train(out, recipe, minutes, threads)


@train_app.command("export")
def train_export(
    folder: Annotated[Path, typer.Argument(help="A folder with model.safetensors and tokenizer.json.")],
    out: Annotated[Path, typer.Argument(help="The .gguf file to write.")],
    kind: Annotated[str, typer.Option("--type", help="F32, F16, BF16, Q8_0, Q6_K, ...")] = "Q8_0",
) -> None:
    """Write a trained officer as a GGUF file."""
    from garita.terminal import training

    training.export(folder, out, kind)


# --- converting ------------------------------------------------------------------------------------------------------


@convert_app.command("merge")
def convert_merge(
    base: Annotated[Path, typer.Option(help="The model the adapters were made for: a .gguf file or its first shard.")],
    adapter: Annotated[
        list[str], typer.Option(help="A PEFT folder, a .gguf adapter or hub:OWNER/NAME, each also with :WEIGHT; again.")
    ],
    out: Annotated[Path, typer.Option(help="The .gguf file to write.")],
    kind: Annotated[str, typer.Option("--type", help="Q4_K_M, Q8_0, F16 ...; keep: the types of the base.")] = "keep",
    imatrix: Annotated[Path | None, typer.Option(help="An importance matrix of llama-imatrix.")] = None,
    on_low_gain: Annotated[
        Literal["raise", "refuse", "accept"],
        typer.Option(help="What to do where a change would not survive in the type: write it larger, stop, go on."),
    ] = "raise",
    threads: Annotated[int, typer.Option(min=0, help="0: all cores but one. The result is the same.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the plan, write nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Merge LoRA adapters into a model, exactly or not at all."""
    from garita.terminal import adapter_places
    from garita.terminal import convert_merge as merging
    from garita.terminal.convert_quantize import spare_threads

    places = tuple(adapter_places.at_hand(adapter))
    request = merging.Request(base, places, out, kind, imatrix, on_low_gain, threads or spare_threads(), dry_run)
    merging.run(request, _errors(), _language(), as_json=as_json)


@convert_app.command("inspect")
def convert_inspect(
    place: Annotated[Path, typer.Argument(help="A .gguf file, a llama.cpp adapter, or the folder of a PEFT adapter.")],
    as_json: JsonOption = False,
) -> None:
    """Show what is in a model or an adapter, and whether it can be merged."""
    from garita.terminal import convert_inspect as inspection

    inspection.show(place, _console(), _language(), as_json=as_json)


@convert_app.command("quantize")
def convert_quantize(
    source: Annotated[Path, typer.Argument(help="A .gguf file, or one of its shards.")],
    out: Annotated[Path, typer.Argument(help="The .gguf file to write.")],
    kind: Annotated[str, typer.Option("--type", help="Q4_K_M, Q5_K_M, Q6_K, Q8_0, F16, ...")],
    imatrix: Annotated[Path | None, typer.Option(help="An importance matrix of llama-imatrix.")] = None,
) -> None:
    """Write a model in another type: llama.cpp's bytes, without its accidents. Ctrl-C leaves nothing behind."""
    from garita.terminal import convert_quantize as job

    job.run(source, out, kind, imatrix, _errors(), _language())


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
    from garita.terminal import adapter_places
    from garita.terminal import convert_adapter as job

    job.run(Path(adapter_places.at_hand([folder])[0]), base, out)


@convert_app.command("check")
def convert_check(
    base: Annotated[Path, typer.Option(help="The base model's .gguf file.")],
    adapter: Annotated[list[str], typer.Option(help="As for merge: a folder or file, with :WEIGHT if not 1.")],
    merged: Annotated[Path, typer.Option(help="The merged .gguf file.")],
    text: Annotated[Path | None, typer.Option(help="What to let them read; default: a scene at the booth.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Compare a merged file with base + adapters: what it answers, and how much of every change it holds."""
    from garita.terminal import adapter_places
    from garita.terminal import convert_check as job

    job.run(base, adapter_places.at_hand(adapter), merged, text, (_console(), _errors()), _language(), as_json=as_json)


@evaluate_app.command("officer")
def evaluate_officer(
    model: ModelOption = None,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same travellers.")] = 1,
    talks: Annotated[int, typer.Option(min=1, help="Conversations with the model.")] = 120,
    heard: Annotated[int, typer.Option(min=1, help="Conversations for understanding, without the model.")] = 600,
    corpus: Annotated[int, typer.Option(min=1, help="Conversations for variety, without the model.")] = 10_000,
    by_hand: Annotated[Path | None, typer.Option(help="A folder of sets made by hand: tests/by_hand.")] = None,
    out: Annotated[Path | None, typer.Option(help="A folder for the report and the conversations.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Let an officer talk to travellers it never met, and count what it does right."""
    from garita.terminal import evaluation

    evaluation.officer(model, _settings(), seed, (talks, heard, corpus), by_hand, out, as_json=as_json)


# --- helpers --------------------------------------------------------------------------------------------------------


def _settings() -> settings.Settings:
    paths.ensure_home()
    logs.start()
    return settings.load()


def _language() -> Language:
    try:
        chosen = settings.load().language
    except GaritaError:  # the broken settings themselves are reported by whoever needs them
        chosen = "auto"
    return messages_to_user.system_language() if chosen == "auto" else chosen


def _console() -> Console:
    """Standard output; wide where nobody looks, so that nothing is cut in a file or a pipe."""
    return Console() if sys.stdout.isatty() else Console(width=200)


def _errors() -> Console:
    return Console(stderr=True, soft_wrap=True)


def _print_error(error: GaritaError) -> None:
    words = messages_to_user.explain(error, _language())
    _errors().print(Text.assemble((words.title, "bold red"), f"\n{words.sentence}\n{words.to_do}"))
