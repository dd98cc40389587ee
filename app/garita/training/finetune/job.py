"""Fine-tunes a base model with LoRA: recipe, base and data set in, an adapter with its loss curve out.

trl's SFTTrainer and PEFT do the work; this module chooses, watches and writes. A run may be stopped at any moment
(SIGINT, SIGTERM, a power cut) and is continued by the same call, also in several processes under ``accelerate launch``.
Read ``run`` first. Knows no simulator, no GGUF and no network.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import torch
from peft import LoraConfig
from safetensors import SafetensorError
from transformers import EarlyStoppingCallback, PrinterCallback
from trl import SFTConfig, SFTTrainer

from garita.errors import TrainingRefused
from garita.files import write_beside
from garita.roleplay import heard
from garita.training import network, spoken_words
from garita.training.data import conversation_line, folder
from garita.training.finetune import base_model, checkpoints, processes, quiet, token_sets
from garita.training.finetune.recipe import ALL_LINEAR, FinetuneRecipe
from garita.training.finetune.token_sets import Part
from garita.training.finetune.trainer import ProcessorTrainer
from garita.training.finetune.watch import Watch
from garita.training.long_run import OnProgress, Report, asked_to_stop

ADAPTER, CHECKPOINTS, RECIPE = "adapter", "checkpoints", "recipe.json"
_TOKENS = "tokens"
_LOGGED_EVERY = 10  # updates
_KEPT = 2  # checkpoints: the last, and the one before it or the best


def run(
    recipe: FinetuneRecipe, base: Path, *, threads: int = 1, on_progress: OnProgress = lambda _: None
) -> Report | None:
    """Train until the recipe's end or a signal; both save. None where the adapter was finished before.

    The recipe's output folder receives adapter/ (PEFT's files and the officer's own words), checkpoints/, log.jsonl,
    curve.csv, curve.svg and the recipe. Belongs on the main thread, because of the signals.

    Args:
        base: the folder of transformers' files in which the recipe's base is.
        threads: of the processor, where there is no GPU.

    Raises:
        TrainingRefused: the base, its tokenizer or the checkpoints cannot be used, the output cannot be written, memory
            is full, or the loss went astray.
        DatasetRefused: the data set cannot be used.
        ExtraMissing: 4 bits are wanted without bitsandbytes.
    """
    torch.set_num_threads(threads)
    output = Path(recipe.output)
    with _sentences(output), quiet.libraries(), asked_to_stop() as stop:
        if _finished(recipe, output):
            return None
        base_model.check_quantisation(recipe)
        (output / CHECKPOINTS).mkdir(parents=True, exist_ok=True)
        write_beside(output / RECIPE, msgspec.json.format(msgspec.json.encode(recipe)))
        return _train(recipe, base, output, on_progress, stop)


def _finished(recipe: FinetuneRecipe, output: Path) -> bool:
    """Whether there is nothing left to do.

    Raises:
        TrainingRefused: the folder is another recipe's.
    """
    earlier = output / RECIPE
    if earlier.exists():
        try:
            same = msgspec.json.decode(earlier.read_bytes(), type=FinetuneRecipe) == recipe
        except msgspec.MsgspecError as error:
            raise TrainingRefused(path=str(earlier), problem=f"is damaged: {error}") from error
        if not same:
            raise TrainingRefused(path=str(output), problem="it holds the fine-tune of another recipe")
    return (output / ADAPTER / heard.FILE_NAME).exists()


def _train(
    recipe: FinetuneRecipe, base: Path, output: Path, on_progress: OnProgress, stop: Callable[[], bool]
) -> Report | None:
    arguments = _arguments(recipe, output / CHECKPOINTS)
    tokenizer = base_model.load_tokenizer(base, recipe.chat_template)
    begun = checkpoints.last_whole(output / CHECKPOINTS)
    watch = Watch(output, begun.steps if begun else 0, on_progress, stop)
    with processes.group().main_process_first():  # the others find the rows that the first has made
        learned, measured = (token_sets.rows(part, tokenizer, base, output / _TOKENS) for part in _parts(recipe))
    trainer = _kind_of_trainer(arguments)(
        model=base_model.load_model(base, recipe),
        args=arguments,
        train_dataset=learned,
        eval_dataset=measured,
        processing_class=tokenizer,
        peft_config=_lora(recipe),
        callbacks=[watch, *_early_stop(recipe)],
    )
    trainer.remove_callback(PrinterCallback)
    if begun and begun.finished:  # killed before the adapter was there; transformers would add another update
        kept = begun.path if recipe.checks.patience is None else begun.best
        trainer.model.load_adapter(str(kept), "default")
    else:
        trainer.train(resume_from_checkpoint=str(begun.path) if begun else None)
    if trainer.is_world_process_zero():
        watch.save()
        if not watch.stopped:
            _keep(trainer.accelerator.unwrap_model(trainer.model), tokenizer, recipe, output)
    trainer.accelerator.wait_for_everyone()
    return msgspec.structs.replace(watch.last, finished=not watch.stopped) if watch.last else None


def _parts(recipe: FinetuneRecipe) -> Iterator[Part]:
    dataset, length = Path(recipe.dataset), recipe.sft.max_length
    yield Part(dataset, "train", length)
    yield Part(dataset, "validation", length, recipe.checks.conversations)


def _arguments(recipe: FinetuneRecipe, checkpoints_folder: Path) -> SFTConfig:
    plan, every = recipe.sft, recipe.checks.every
    device = network.best_device()
    held = plan.schedule == "constant" and plan.warmup > 0
    return SFTConfig(
        output_dir=str(checkpoints_folder),
        per_device_train_batch_size=plan.batch,
        per_device_eval_batch_size=plan.batch,
        gradient_accumulation_steps=plan.accumulation,
        learning_rate=plan.rate,
        lr_scheduler_type="constant_with_warmup" if held else plan.schedule,  # "constant" would pass over the warm-up
        warmup_steps=plan.warmup,  # below 1 it is a share
        max_steps=plan.steps or -1,
        num_train_epochs=plan.epochs or 1.0,
        weight_decay=plan.weight_decay,
        max_grad_norm=plan.gradient_norm,
        max_length=plan.max_length,
        packing=plan.packing,
        eval_packing=False,
        activation_checkpointing=plan.checkpointing,
        seed=plan.seed,
        bf16=network.half_precision(device),
        use_cpu=device.type == "cpu",
        optim="paged_adamw_32bit" if recipe.quantisation == "4bit" and device.type == "cuda" else "adamw_torch",
        eval_strategy="steps",
        save_strategy="steps",
        eval_steps=every,
        save_steps=every,
        logging_steps=min(every, _LOGGED_EVERY),
        logging_nan_inf_filter=False,  # watch stops a run that went astray
        restore_callback_states_from_checkpoint=True,  # how long early stopping has waited
        ddp_find_unused_parameters=False,  # all of an adapter is used
        save_total_limit=_KEPT,
        load_best_model_at_end=recipe.checks.patience is not None,
        metric_for_best_model="eval_loss",
        dataloader_pin_memory=device.type == "cuda",
        disable_tqdm=True,
        log_level="error",
        report_to="none",
    )


def _lora(recipe: FinetuneRecipe) -> LoraConfig:
    plan = recipe.lora
    return LoraConfig(
        task_type="CAUSAL_LM",
        r=plan.r,
        lora_alpha=plan.alpha,
        lora_dropout=plan.dropout,
        target_modules=ALL_LINEAR if plan.targets == (ALL_LINEAR,) else list(plan.targets),
        use_rslora=plan.rslora,
        use_dora=plan.dora,
        modules_to_save=list(plan.modules_to_save) or None,
        ensure_weight_tying=bool(plan.modules_to_save),  # an embedding that is also the output stays one matrix
    )


def _kind_of_trainer(arguments: SFTConfig) -> type[SFTTrainer]:
    return ProcessorTrainer if arguments.use_cpu else SFTTrainer


def _early_stop(recipe: FinetuneRecipe) -> list[EarlyStoppingCallback]:
    patience = recipe.checks.patience
    return [EarlyStoppingCallback(early_stopping_patience=patience)] if patience is not None else []


def _keep(model: Any, tokenizer: Any, recipe: FinetuneRecipe, output: Path) -> None:
    """Write the adapter beside its place and rename it; the officer's own words come last, so they say it is whole."""
    part = output / f"{ADAPTER}.partial"
    shutil.rmtree(part, ignore_errors=True)
    model.save_pretrained(part)
    tokenizer.save_pretrained(part)
    learned = conversation_line.load(folder.split_file(Path(recipe.dataset), "train"))
    words = spoken_words.spoken_words(line.messages for line in learned)
    write_beside(part / heard.FILE_NAME, " ".join(words).encode())
    shutil.rmtree(output / ADAPTER, ignore_errors=True)
    part.replace(output / ADAPTER)


@contextmanager
def _sentences(output: Path) -> Iterator[None]:
    """What libraries raise where a disk or a memory is full, as this program's errors."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        problem = "memory is full: a smaller batch, a shorter max_length, checkpointing or 4 bits need less"
        raise TrainingRefused(path=str(output), problem=problem) from error
    except (OSError, SafetensorError) as error:
        raise TrainingRefused(path=str(output), problem=f"cannot be written: {error}") from error
    except RuntimeError as error:
        if "PytorchStreamWriter" not in str(error):  # torch's own word for a full disk
            raise
        raise TrainingRefused(path=str(output), problem=f"cannot be written: {error}") from error
