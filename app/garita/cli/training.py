"""The commands ``garita train`` and ``garita evaluate``: making officers and judging them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from garita.cli.common import JsonOption, ModelOption, read_settings

train_app = typer.Typer(help="Make an officer: conversations, dataset, training, gate.", no_args_is_help=True)
evaluate_app = typer.Typer(help="Judge an officer.", no_args_is_help=True)

_FORMATS = (
    "Of all rows: conversations, sharegpt, openorca, guanaco, pairs, transcript. Default: what each row looks like."
)


@train_app.command("corpus")
def train_corpus(
    out: Annotated[Path, typer.Argument(help="A .jsonl file.")],
    count: Annotated[int, typer.Option(min=1, help="Conversations.")] = 10_000,
    seed: Annotated[int, typer.Option(min=0)] = 1,
    rare: Annotated[bool, typer.Option("--rare", help="To learn from: of four, the one with the rarest acts.")] = False,
) -> None:
    """Simulate conversations, both sides, and write them as JSON lines. Same seed, same bytes."""
    from garita.terminal import training

    training.corpus(out, count, seed, rare=rare)


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
    """Write a trained officer as a GGUF file. Ctrl-C leaves nothing behind."""
    from garita.terminal import convert_export

    convert_export.run(folder, out, kind, {"general.name": out.stem, "general.license": "mit"})


@train_app.command("generate")
def train_generate(
    folder: Annotated[Path, typer.Argument(help="The run's own; the same command goes on where it stopped.")],
    officer: Annotated[str, typer.Option(help="A .gguf file or a server's http://.../v1; default: in use.")] = "",
    traveller: Annotated[str | None, typer.Option(help="The same for the other side; default: the officer's.")] = None,
    officer_model: Annotated[str, typer.Option(help="What its server calls it.")] = "",
    traveller_model: Annotated[str | None, typer.Option(help="What its server calls it.")] = None,
    count: Annotated[int, typer.Option(min=1, help="Conversations.")] = 100,
    seed: Annotated[int, typer.Option(min=0)] = 1,
    turns: Annotated[int, typer.Option(min=1, max=100, help="The officer's, where no farewell comes earlier.")] = 10,
    scenario: Annotated[list[str], typer.Option(help="Ids or .toml files; default: all that are shipped.")] = [],  # noqa: B006
    attribute: Annotated[list[str], typer.Option(help="Narrow down what is drawn: level=A2,B1.")] = [],  # noqa: B006
    temperature: Annotated[tuple[float, float], typer.Option(help="Range to draw from.")] = (0.3, 1.0),
    top_p: Annotated[tuple[float, float], typer.Option(help="Range to draw from.")] = (0.8, 1.0),
    batch: Annotated[bool, typer.Option("--batch", help="Through the server's batch interface.")] = False,
    batch_dir: Annotated[Path | None, typer.Option(help="Only write and read batch files there.")] = None,
    at_once: Annotated[int, typer.Option(min=1, max=1024, help="Requests under way at a server.")] = 4,
    poll: Annotated[float, typer.Option(min=0.01, help="Seconds between two looks at a batch.")] = 30.0,
    price_in: Annotated[float, typer.Option(min=0, help="Of a million tokens read.")] = 0.0,
    price_out: Annotated[float, typer.Option(min=0, help="Of a million tokens written.")] = 0.0,
    yes: Annotated[bool, typer.Option("--yes", help="Send it; without, only what it would cost is shown.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Let two models talk, officer and traveller. Ctrl-C saves and stops. A server's key stands in OPENAI_API_KEY."""
    from garita.cli.common import language as spoken
    from garita.terminal import generate
    from garita.training.generate.attributes import narrowed
    from garita.training.generate.cost import Price

    officers = generate.Speaker(officer, officer_model)
    travellers = generate.Speaker(
        officer if traveller is None else traveller, officer_model if traveller_model is None else traveller_model
    )
    plan = {
        "count": count, "seed": seed, "turns": turns, "scenarios": scenario, "narrowed": narrowed(attribute),
        "temperatures": temperature, "top_ps": top_p,
    }  # fmt: skip
    how = generate.How(batch, batch_dir, at_once, poll)
    generate.generate(
        folder, {"officer": officers, "traveller": travellers}, plan, how, Price(price_in, price_out),
        read_settings(), spoken(), yes=yes, as_json=as_json,
    )  # fmt: skip


@train_app.command("dataset")
def train_dataset(
    out: Annotated[Path, typer.Argument(help="A new folder: train, validation, test, what was set aside, report.")],
    files: Annotated[list[Path], typer.Argument(help="JSON Lines, JSON or CSV; the format is seen row by row.")],
    form: Annotated[str, typer.Option("--format", help=_FORMATS)] = "",
    language: Annotated[list[str], typer.Option(help="Languages wanted (es, en, ...), or any.")] = ["es"],  # noqa: B006
    unfinished: Annotated[
        Literal["keep", "cut"], typer.Option(help="A last turn that is unanswered or breaks off.")
    ] = "keep",
    min_words: Annotated[int, typer.Option(min=0, help="The persona's, in a conversation.")] = 2,
    max_words: Annotated[int, typer.Option(min=1, help="Everybody's, in a conversation.")] = 4000,
    validation: Annotated[float, typer.Option(min=0, max=0.99, help="Share of the conversations.")] = 0.05,
    test: Annotated[float, typer.Option(min=0, max=0.99, help="Share of the conversations.")] = 0.05,
    sample: Annotated[int | None, typer.Option(min=1, help="Take at most so many for each part.")] = None,
    translate_with: Annotated[str, typer.Option(help="Other languages: a server (http://.../v1), or a .gguf.")] = "",
    server_model: Annotated[str, typer.Option(help="What the server calls its model.")] = "default",
    as_json: JsonOption = False,
) -> None:
    """Read conversations of many formats, clean and split them. Bad lines are named and set aside."""
    from garita.cli.common import language as spoken
    from garita.terminal import dataset

    wanted = [] if language == ["any"] else language
    rules = {"languages": wanted, "unfinished": unfinished, "min_words": min_words, "max_words": max_words}
    plan = {"rules": rules, "shares": {"validation": validation, "test": test}, "sample": sample}
    dataset.dataset(out, files, plan, form, translate_with, server_model, read_settings(), spoken(), as_json=as_json)


@train_app.command("finetune")
def train_finetune(
    recipe: Annotated[Path, typer.Argument(help="A .toml file; models/recipes has some.")],
    threads: Annotated[int, typer.Option(min=1, max=64, help="Of the processor, where there is no GPU.")] = 1,
) -> None:
    """Teach a base model a persona with LoRA. Ctrl-C saves and stops. Several GPUs: accelerate launch -m garita ..."""
    from garita.cli.common import errors, language
    from garita.terminal import finetune

    finetune.run(recipe, threads, read_settings(), errors(), language())


@train_app.command("gate")
def train_gate(
    report: Annotated[Path, typer.Argument(help="report.json of garita evaluate officer.")],
    rules: Annotated[Path | None, typer.Option(help="Default: models/recipes/gate.toml.")] = None,
    against: Annotated[
        Path | None, typer.Option(help="The active officer's report.json on the same conversations, if it has its own.")
    ] = None,
    promote: Annotated[bool, typer.Option("--promote", help="If it passes, keep it and let it speak.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Hold an officer's report against the rules; exit code 1 if it stays out."""
    from garita.cli.common import language
    from garita.terminal import gate

    gate.run(report, rules, against, read_settings(), language(), promote=promote, as_json=as_json)


@evaluate_app.command("officer")
def evaluate_officer(
    model: ModelOption = None,
    against: Annotated[Path | None, typer.Option(help="Another .gguf file, on the same conversations.")] = None,
    adapter: Annotated[
        list[str] | None, typer.Option(help="On the model: a PEFT folder or .gguf adapter, also with :WEIGHT; again.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same travellers.")] = 1,
    held: Annotated[int, typer.Option(min=1, help="Held-out conversations, turn by turn.")] = 100,
    booth: Annotated[int, typer.Option(min=1, help="Conversations of 20 turns with travellers who tempt.")] = 30,
    talks: Annotated[int, typer.Option(min=1, help="Conversations with the model.")] = 120,
    heard: Annotated[int, typer.Option(min=1, help="Conversations for understanding, without the model.")] = 600,
    corpus: Annotated[int, typer.Option(min=1, help="Conversations for variety, without the model.")] = 10_000,
    dataset: Annotated[Path | None, typer.Option(help="A dataset folder: its test part instead of simulated.")] = None,
    trained_on: Annotated[Path | None, typer.Option(help="The dataset folder the model was trained on.")] = None,
    by_hand: Annotated[Path | None, typer.Option(help="A folder of sets made by hand: tests/by_hand.")] = None,
    out: Annotated[Path | None, typer.Option(help="A folder for report.html, report.json and conversations.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Let an officer talk to travellers it never met, and count what it does right."""
    from garita.cli.common import console, errors, language
    from garita.terminal import evaluation

    asked = evaluation.Asked(
        model, against, tuple(adapter or ()), seed, talks, heard, corpus, held, booth, dataset, trained_on, by_hand, out
    )
    evaluation.officer(asked, read_settings(), (console(), errors()), language(), as_json=as_json)
