"""From options to a running LlamaModel: file check, choice of build, devices, template, threads.

``load`` is what an engine's process is told to call. llama.cpp is imported inside it and not before, because which
library that loads is part of the options.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from garita.engines import gpu, llama_builds, model_files, threads
from garita.engines.hooks import Hooks
from garita.engines.llama_options import LlamaOptions
from garita.errors import Cancelled, ModelLoadFailed, ModelUnsupported
from garita.messages import ModelFacts

if TYPE_CHECKING:
    from garita.engines.chat_template import ChatTemplate
    from garita.engines.llama import LlamaModel
    from garita.engines.llamacpp import Context, Log, Model

_USUAL_CONTEXT = 4096
_CPU_CHUNK, _GPU_CHUNK = 128, 512


def load_from_wire(options: bytes, hooks: Hooks) -> LlamaModel:
    """``load`` for a host that got the options as MessagePack."""
    return load(msgspec.msgpack.decode(options, type=LlamaOptions), hooks)


def load(options: LlamaOptions, hooks: Hooks | None = None) -> LlamaModel:
    """Load a model and make it ready to answer.

    Raises:
        GaritaError: one of the model errors, LlamaBuildUnusable or TemplateInvalid.
        Cancelled: the hooks' stop said so.
    """
    hooks = hooks or Hooks()
    path = Path(options.path)
    model_files.check(path)
    _choose_build(options, hooks)
    from garita.engines import llamacpp  # loads the library that was just chosen

    log = llamacpp.Log()
    llamacpp.start_backends(log)
    with hooks.staged("model"):
        model, plan = _load_weights(path, options, hooks, log)
    try:
        return _assemble(model, plan, options, hooks, log)
    except BaseException:
        model.close()
        raise


def _choose_build(options: LlamaOptions, hooks: Hooks) -> None:
    build = llama_builds.find(Path(options.lib_folder)) if options.lib_folder else None
    if build:
        with hooks.staged(f"build {build}"):
            llama_builds.use(build)


def _load_weights(path: Path, options: LlamaOptions, hooks: Hooks, log: Log) -> tuple[Model, gpu.GpuPlan]:
    plan = _plan_gpu(path, options, log)
    try:
        return _open(path, plan.layers, hooks, log), plan
    except (ModelLoadFailed, ModelUnsupported):
        if plan.layers == 0:
            raise
    return _open(path, 0, hooks, log), gpu.GpuPlan(0, "load_failed")


def _plan_gpu(path: Path, options: LlamaOptions, log: Log) -> gpu.GpuPlan:
    from garita.engines import llamacpp

    devices = llamacpp.gpu_memory()
    if not devices or options.gpu_layers == 0:
        return gpu.plan(options.gpu_layers, llamacpp.supports_gpu(), devices, 0, 0)
    try:
        header = llamacpp.Model(str(path), vocabulary_only=True)
    except llamacpp.NativeError:
        raise model_files.explain(path, log.since()) from None
    try:
        needed = path.stat().st_size + _context_length(header, options) * header.bytes_per_token()
        return gpu.plan(options.gpu_layers, True, devices, header.layers(), needed)
    finally:
        header.close()


def _open(path: Path, gpu_layers: int, hooks: Hooks, log: Log) -> Model:
    from garita.engines import llamacpp

    def on_progress(fraction: float) -> bool:
        hooks.progress(fraction)
        return not hooks.stop.load_cancelled()

    log.since()
    try:
        model = llamacpp.Model(str(path), gpu_layers=gpu_layers, on_progress=on_progress)
    except llamacpp.NativeError:
        if hooks.stop.load_cancelled():
            raise Cancelled from None
        raise model_files.explain(path, log.since()) from None
    if not model.generates_text():
        architecture = model.metadata("general.architecture") or ""
        model.close()
        raise ModelUnsupported(path=str(path), architecture=architecture)
    return model


def _assemble(model: Model, plan: gpu.GpuPlan, options: LlamaOptions, hooks: Hooks, log: Log) -> LlamaModel:
    from garita.engines import llama, llamacpp
    from garita.engines.own_answers import OwnAnswers
    from garita.engines.prompt import PromptBuilder
    from garita.engines.thread_keeper import ThreadKeeper

    path = Path(options.path)
    template = _template(model, path, hooks)
    try:
        context = llamacpp.Context(
            model,
            length=_context_length(model, options),
            chunk=_GPU_CHUNK if plan.layers else _CPU_CHUNK,
            sequences=llama.SEQUENCES,
            threads=max(1, options.threads),
        )
    except llamacpp.NativeError:
        raise ModelLoadFailed(path=str(path), log="\n".join(log.since()[-5:])) from None
    keeper = ThreadKeeper(
        context,
        fixed=options.threads,
        keep_free=options.keep_cores_free,
        book=threads.RateBook(Path(options.cache_folder) if options.cache_folder else None),
        key=threads.book_key(path, options.keep_cores_free, plan.layers),
    )
    own = OwnAnswers()
    prompts = PromptBuilder(model, template, own)
    facts = _facts(model, context, template, plan, path)
    return llama.LlamaModel(model, context, prompts, own, facts=facts, threads=keeper, hooks=hooks, log=log)


def _template(model: Model, path: Path, hooks: Hooks) -> ChatTemplate:
    from garita.engines.chat_template import ChatTemplate  # Jinja is not needed before a file is known to be good

    text = model.metadata("tokenizer.chat_template")
    with hooks.staged("template"):
        return ChatTemplate(text, path=str(path), bos=model.spelled("bos"), eos=model.spelled("eos"))


def _context_length(model: Model, options: LlamaOptions) -> int:
    return options.context_length or min(model.context_trained() or _USUAL_CONTEXT, _USUAL_CONTEXT)


def _facts(model: Model, context: Context, template: ChatTemplate, plan: gpu.GpuPlan, path: Path) -> ModelFacts:
    from garita.engines import llamacpp

    return ModelFacts(
        path=str(path),
        architecture=model.metadata("general.architecture") or "",
        description=model.description(),
        parameters=model.parameters(),
        file_bytes=path.stat().st_size,
        context_length=context.length,
        context_trained=model.context_trained(),
        chat_template=template.name,
        template_source=template.source,
        threads=1,
        thread_rates={},
        gpu_layers=plan.layers,
        gpu_note=plan.note,
        llama_build=llamacpp.build_name(),
    )
