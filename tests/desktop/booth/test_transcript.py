"""What stands in the conversation after which messages."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest

from garita.desktop.booth.doubts import doubtful_spans, heard_letters
from garita.desktop.booth.transcript import Entry, TranscriptModel
from garita.errors import Cancelled, EngineDied
from garita.journal.journal import Turn
from garita.messages import (
    FinishReason,
    HeardWord,
    Message,
    Notice,
    OfficerSilent,
    PartialHeard,
    SentenceFinal,
    SentenceSource,
    StudentSaid,
    TentativeText,
    Timings,
    Transcript,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)

NOON = datetime(2026, 5, 4, 12, 0)
DOUBTED = Transcript(
    "Vengo de Puebla, dos semanas.",
    tuple(
        HeardWord(text, 0, 1, sure)
        for text, sure in ((" Vengo", 0.9), (" de", 0.9), (" Puebla,", 0.3), (" dos", 0.2), (" semanas.", 0.9))
    ),
)


class Diary:
    """A watcher that keeps a copy of the rows as it is told of them."""

    def __init__(self, transcript: TranscriptModel) -> None:
        self._transcript = transcript
        self.rows = list(transcript.entries)
        self.news: list[str] = []
        self._row = (0, 0)
        transcript.watcher = self

    def inserting(self, row: int) -> None:
        self._row = (row, row)

    def inserted(self) -> None:
        self.rows.insert(self._row[0], self._transcript.entries[self._row[0]])
        self.news.append("inserted")

    def removing(self, first: int, last: int) -> None:
        self._row = (first, last)

    def removed(self) -> None:
        del self.rows[self._row[0] : self._row[1] + 1]
        self.news.append("removed")

    def replacing(self) -> None:
        pass

    def replaced(self) -> None:
        self.rows = list(self._transcript.entries)
        self.news.append("replaced")

    def changed(self, row: int) -> None:
        self.rows[row] = self._transcript.entries[row]
        self.news.append("changed")


@pytest.fixture
def transcript() -> TranscriptModel:
    return TranscriptModel("en", lambda: NOON)


def sentence(turn: int, text: str, source: SentenceSource = "model") -> SentenceFinal:
    return SentenceFinal(turn, text, source)


def finished(turn: int, text: str, reason: FinishReason = "stop") -> TurnFinished:
    return TurnFinished(turn, text, reason, Timings())


def take(transcript: TranscriptModel, *messages: Message) -> list[Entry]:
    for message in messages:
        transcript.take(message)
    return transcript.entries


def test_a_reply_streams_into_one_entry(transcript: TranscriptModel) -> None:
    diary = Diary(transcript)
    entry = take(transcript, TurnStarted(1), TentativeText(1, "Buenos"), TentativeText(1, "Buenos días."))[0]
    assert (entry.whole, entry.text, entry.state) == ("Buenos días.", "", "writing")
    entry = take(transcript, sentence(1, "Buenos días."), TentativeText(1, "¿De"))[0]
    assert (entry.text, entry.tentative, entry.whole) == ("Buenos días.", "¿De", "Buenos días. ¿De")
    entry = take(transcript, sentence(1, "¿De dónde viene?"), finished(1, "Buenos días. ¿De dónde viene?"))[0]
    assert (entry.whole, entry.state, entry.time) == ("Buenos días. ¿De dónde viene?", "done", NOON)
    assert diary.rows == transcript.entries
    assert diary.news == ["inserted"] + ["changed"] * 6


def test_sentences_of_the_guard_are_counted(transcript: TranscriptModel) -> None:
    entry = take(
        transcript, TurnStarted(1), sentence(1, "Uno.", "stock"), sentence(1, "Dos.", "resampled"), sentence(1, "Tres.")
    )[0]
    assert (entry.set_words, entry.reworded) == (1, 1)


def test_what_is_heard_stands_grey_until_it_is_said(transcript: TranscriptModel) -> None:
    entries = take(transcript, PartialHeard("Vengo"), PartialHeard("Vengo de Puebla"))
    assert [(entry.state, entry.whole) for entry in entries] == [("hearing", "Vengo de Puebla")]
    entries = take(transcript, StudentSaid(2, DOUBTED))
    assert [(entry.state, entry.text, entry.turn, entry.spoken) for entry in entries] == [
        ("done", DOUBTED.text, 2, True)
    ]


def test_doubtful_words_are_marked_where_they_stand(transcript: TranscriptModel) -> None:
    entry = take(transcript, StudentSaid(2, DOUBTED))[0]
    assert [DOUBTED.text[start:end] for start, end in entry.doubts] == ["Puebla", "dos"]
    mended = msgspec.structs.replace(DOUBTED, text="Vengo de Puebla, 2 semanas.")
    assert [mended.text[start:end] for start, end in doubtful_spans(mended)] == ["Puebla"]


def test_the_words_come_before_an_answer_that_was_quicker_than_the_news(transcript: TranscriptModel) -> None:
    entries = take(transcript, TurnStarted(2), TentativeText(2, "Bien"), StudentSaid(2, Transcript("Hola.")))
    assert [entry.who for entry in entries] == ["student", "officer"]


@pytest.mark.parametrize("key", ["nothing_heard", "recognition_failed"])
def test_what_was_heard_and_is_no_turn_goes(transcript: TranscriptModel, key: str) -> None:
    entries = take(transcript, PartialHeard("eh"), Notice(0, key))
    assert [entry.who for entry in entries] == ["notice"]
    assert entries[0].text.endswith(".")


def test_an_interrupted_officer_keeps_what_was_heard_apart(transcript: TranscriptModel) -> None:
    said = "Buenos días. ¿De dónde viene usted?"
    take(transcript, TurnStarted(1), sentence(1, "Buenos días."), sentence(1, "¿De dónde viene usted?"))
    entry = take(transcript, finished(1, said), OfficerSilent(1, "Buenos días. ¿De", interrupted=True))[0]
    assert (entry.whole, entry.state) == (said, "interrupted")
    assert entry.heard is not None
    assert entry.text[: entry.heard] == "Buenos días. ¿De"


def test_interrupted_while_it_is_written_it_is_interrupted_when_it_ends(transcript: TranscriptModel) -> None:
    take(transcript, TurnStarted(1), sentence(1, "Buenos días."), TentativeText(1, "¿De"))
    entry = take(transcript, OfficerSilent(1, "Buenos", interrupted=True))[0]
    assert entry.state == "writing"
    entry = take(transcript, finished(1, "Buenos días.", "cancelled"))[0]
    assert (entry.whole, entry.state, entry.heard) == ("Buenos días.", "interrupted", 6)


def test_an_officer_who_was_heard_to_the_end_was_not_interrupted(transcript: TranscriptModel) -> None:
    take(transcript, TurnStarted(1), sentence(1, "Buenos  días."), finished(1, "Buenos  días."))
    assert take(transcript, OfficerSilent(1, "Buenos días.", interrupted=True))[0].state == "done"


def test_an_officer_stopped_before_the_first_sentence_leaves_nothing(transcript: TranscriptModel) -> None:
    assert take(transcript, TurnStarted(1), TentativeText(1, "Bue"), finished(1, "", "cancelled")) == []


def test_taking_back_says_nothing_and_shows_nothing(transcript: TranscriptModel) -> None:
    transcript.typed("Hola.")
    take(transcript, TurnStarted(1), sentence(1, "Sí."), finished(1, "Sí."))
    transcript.typed("Adiós.")
    take(transcript, TurnStarted(2), sentence(2, "No."), finished(2, "No."))
    assert transcript.take_back_from(2) == 1
    assert [entry.text for entry in take(transcript, finished(3, ""))] == ["Hola.", "Sí."]
    assert transcript.take_back_from(0) == 1
    assert transcript.entries == []


def test_a_failed_turn_is_one_sentence_and_can_be_dropped(transcript: TranscriptModel) -> None:
    transcript.typed("Hola.")
    died = EngineDied(engine="llama", exit_code=-9, restarts=2)
    entries = take(transcript, TurnStarted(1), TentativeText(1, "Bue"), TurnFailed(1, died))
    assert [entry.who for entry in entries] == ["student", "failure"]
    assert "starting it again 2 times did not help" in entries[-1].text
    assert transcript.drop_failure()
    assert [entry.who for entry in transcript.entries] == ["student"]


def test_a_failure_before_the_officer_began_says_that_the_words_were_not_saved(transcript: TranscriptModel) -> None:
    transcript.typed("Hola.")
    take(transcript, TurnFailed(1, RuntimeError("a bug")))
    assert "Sorry, Garita made a mistake" in transcript.entries[-1].text
    assert not transcript.drop_failure()


def test_what_was_said_before_a_failure_stays(transcript: TranscriptModel) -> None:
    entries = take(
        transcript, TurnStarted(1), sentence(1, "Bien."), TentativeText(1, "¿Y"), TurnFailed(1, RuntimeError())
    )
    assert (entries[0].who, entries[0].whole, entries[0].state) == ("officer", "Bien.", "interrupted")


def test_cancelled_work_is_silence(transcript: TranscriptModel) -> None:
    assert take(transcript, TurnFailed(1, Cancelled())) == []


def test_another_answer_takes_the_place_of_the_last(transcript: TranscriptModel) -> None:
    transcript.typed("Hola.")
    take(transcript, TurnStarted(1), sentence(1, "Sí."), finished(1, "Sí."))
    transcript.regenerate()
    take(transcript, TurnStarted(2), sentence(2, "No."), finished(2, "No."))
    assert [entry.text for entry in transcript.entries] == ["Hola.", "No."]


def test_a_conversation_of_the_journal_is_shown_with_its_times_and_doubts(transcript: TranscriptModel) -> None:
    heard = msgspec.json.encode(DOUBTED).decode()
    turns = [
        Turn(1, "officer", "Hola.", "2026-05-04T10:00:00.000+00:00", complete=False),
        Turn(2, "student", DOUBTED.text, "2026-05-04T10:00:05.000+00:00", True, heard, number=7),
    ]
    transcript.typed("from before")
    transcript.load(turns)
    officer, student = transcript.entries
    assert (officer.text, officer.state, student.turn, student.spoken) == ("Hola.", "interrupted", 7, True)
    assert len(student.doubts) == 2
    assert officer.time.timestamp() == pytest.approx(datetime.fromisoformat(turns[0].said_at).timestamp())
    names = {"officer": "Marta", "student": "You"}
    assert transcript.as_text(names) == f"Marta: Hola.\nYou: {DOUBTED.text}"  # type: ignore[arg-type]


def test_letters_heard_are_counted_over_other_spaces() -> None:
    assert heard_letters("Hola,  buenos días.", "Hola, bue") == len("Hola,  bue")
    assert heard_letters("Hola.", "") == 0
    assert heard_letters("Hola.", "Hola. Y más") == len("Hola.")
