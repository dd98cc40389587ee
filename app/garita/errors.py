"""The errors Garita raises on purpose. They carry facts (a path, a size, a name); sentences are in messages_to_user.

Three fates: a GaritaError is told to the user, Cancelled is silent, anything else is a bug.
"""

from __future__ import annotations


class GaritaError(Exception):
    """Base of all errors meant for the user. Keyword arguments become attributes and the facts of the message."""

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{key}={value}" for key, value in facts.items()))
        self.facts = facts


class Cancelled(Exception):
    """The user stopped it; nothing is said."""


# --- files and settings --------------------------------------------------------------------------------------------


class HomeNotWritable(GaritaError):
    """GARITA_HOME cannot be written. Facts: path, reason."""


class SettingsInvalid(GaritaError):
    """The settings file is broken. Facts: path, line, key, problem."""


class OutputNotWritable(GaritaError):
    """A file the user asked for cannot be written. Facts: path, reason."""


class DatasetRefused(GaritaError):
    """A file or folder of conversations cannot be used as asked. Facts: path, problem."""


class GenerationRefused(GaritaError):
    """Conversations cannot be generated as asked. Facts: name (an option, a folder), problem."""


class WriterFailed(GaritaError):
    """A server with a language model does not answer. Facts: name (its address), reason."""


class SetUnusable(GaritaError):
    """A folder of evaluation sets is missing one or has a damaged one. Facts: path, problem."""


class InputMissing(GaritaError):
    """Standard input is closed. No facts."""


# --- models --------------------------------------------------------------------------------------------------------


class ModelMissing(GaritaError):
    """No file there. Facts: path."""


class ModelEmpty(GaritaError):
    """The file has no bytes. Facts: path."""


class ModelNotGGUF(GaritaError):
    """The file is something else. Facts: path, found (what its first bytes look like)."""


class ModelTruncated(GaritaError):
    """The file ends too early. Facts: path, expected_bytes, actual_bytes."""


class ModelDamaged(GaritaError):
    """It says GGUF but cannot be read. Facts: path, problem."""


class ModelUnsupported(GaritaError):
    """llama.cpp does not know this architecture, or it is no language model. Facts: path, architecture."""


class ModelTooLarge(GaritaError):
    """It needs more memory than is free. Facts: path, needed_bytes, available_bytes."""


class ModelLoadFailed(GaritaError):
    """llama.cpp refused it for another reason. Facts: path, log (its last lines)."""


class ModelNameTaken(GaritaError):
    """Another file of that name is among the models. Facts: path."""


class CatalogueInvalid(GaritaError):
    """The catalogue of models to be had is wrong. Facts: path, line, key, problem."""


class NetworkLocked(GaritaError):
    """The user has locked the network, and something was to be downloaded. Facts: name."""


class AdapterInvalid(GaritaError):
    """The adapter cannot be used with this model. Facts: path, problem."""


class OfficerMissing(GaritaError):
    """No promoted officer of that name. Facts: name, known."""


class OfficerUnusable(GaritaError):
    """A promoted officer's file is gone or damaged. Facts: path, problem."""


class NoEarlierOfficer(GaritaError):
    """No other officer was active before. No facts."""


# --- engine --------------------------------------------------------------------------------------------------------


class TemplateInvalid(GaritaError):
    """The model's chat template is broken or does forbidden things. Facts: path, problem."""


class ConstraintInvalid(GaritaError):
    """The grammar or JSON schema cannot be used. Facts: problem."""


class PromptTooLong(GaritaError):
    """The system prompt and the last message alone do not fit. Facts: tokens, context_length."""


class EngineDied(GaritaError):
    """The engine's process ended and could not be replaced. Facts: engine, exit_code, restarts."""


class LlamaBuildUnusable(GaritaError):
    """The llama.cpp build in lib/ does not fit. Facts: path, problem."""


# --- roleplay ------------------------------------------------------------------------------------------------------


class ScenarioMissing(GaritaError):
    """No scenario of that name. Facts: name, known."""


class ScenarioInvalid(GaritaError):
    """A scenario file is wrong. Facts: path, line, key, problem."""


# --- journal -------------------------------------------------------------------------------------------------------


class ConversationMissing(GaritaError):
    """No conversation of that number. Facts: number."""


class NothingRecorded(GaritaError):
    """Nothing of the student's own voice was kept of a conversation. Facts: number."""


class JournalUnusable(GaritaError):
    """The journal cannot be opened or written (disk full, folder gone). Facts: path, reason."""


# --- convert and training ------------------------------------------------------------------------------------------


class ConversionRefused(GaritaError):
    """The conversion would not be exact or its input is unsuitable. Facts: path, problem."""


class GgufInvalid(ConversionRefused):
    """A GGUF file is missing, damaged or incomplete. Facts: path, problem."""


class AdapterRefused(ConversionRefused):
    """An adapter is damaged, or of a kind that cannot be merged exactly. Facts: path, problem."""


class OutputTooLarge(ConversionRefused):
    """The file to be written does not fit on its disk. Facts: path, needed_bytes, available_bytes."""


class TrainingRefused(GaritaError):
    """A training job cannot start or resume. Facts: path, problem."""


class RecipeInvalid(GaritaError):
    """A recipe file is wrong. Facts: path, line, key, problem."""


class ReportUnusable(GaritaError):
    """A report of an evaluation cannot be judged by. Facts: path, problem."""


class ExtraMissing(GaritaError):
    """An optional part is not installed. Facts: extra, package."""


# --- sound and speech ----------------------------------------------------------------------------------------------


class SoundSystemMissing(GaritaError):
    """PortAudio cannot be loaded. Facts: reason."""


class NoMicrophone(GaritaError):
    """There is no input device, or not the chosen one. Facts: name (empty: any), present (names, comma-separated)."""


class NoLoudspeaker(GaritaError):
    """There is no output device, or not the chosen one. Facts: name (empty: any), present (names, comma-separated)."""


class DeviceFailed(GaritaError):
    """A device cannot be opened or stopped working. Facts: name, reason."""


class SoundFileInvalid(GaritaError):
    """A file holds no sound that can be read. Facts: path, problem."""


class RecogniserMissing(GaritaError):
    """No speech recognition model is installed or chosen. Facts: path (empty: none chosen)."""


class RecogniserInvalid(GaritaError):
    """A recogniser's folder lacks something or is damaged. Facts: path, file, problem."""


class RecogniserUnknown(GaritaError):
    """No recogniser of that size can be had. Facts: name, known (names, comma-separated)."""


class DownloadFailed(GaritaError):
    """A download did not come to its end. Facts: name, reason."""


class LicenceNotAccepted(GaritaError):
    """The hub gives a repository to those only who accepted its licence. Facts: name, page."""


class DiskTooFull(GaritaError):
    """What was asked for does not fit on the disk. Facts: path, needed_bytes, available_bytes."""


class VoiceMissing(GaritaError):
    """The chosen voice is not there. Facts: name, present (names, comma-separated)."""


class VoiceInvalid(GaritaError):
    """A voice's files are incomplete or damaged. Facts: path, problem."""


class VoiceFailed(GaritaError):
    """A voice could not speak. Facts: name, reason."""


class EchoUnknown(GaritaError):
    """The echo check heard nothing it could measure. Facts: problem."""


class NothingToSay(GaritaError):
    """A text has no word that a Spanish voice can say. No facts."""


class TextTooLong(GaritaError):
    """A text is too long to be read aloud at once. Facts: letters, limit."""
