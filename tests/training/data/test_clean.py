"""Every mend and every reason against a conversation, with an example that has it and one that does not."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.errors import DatasetRefused
from garita.messages import ChatMessage
from garita.training.data.clean import REASONS, Cleaned, Reason, Rules, clean
from garita.training.data.conversation_line import ConversationLine, encode, fingerprint
from garita.training.data.language import LanguageJudge
from garita.training.data.near import Earlier, Twin
from garita.training.data.tidy import tidied
from tests.training.data.talk import say, talk

ODD = "aé ñ.,?1\n\r\t\x00\x0b\x85\u200b\u200d\u2028\ufe0f\u20e3\xa0🙂👩🏽🇪🇸☎⌚\ud800\ufeff\U000e0041"
ANY = st.text(alphabet=st.sampled_from(ODD), max_size=12)


class Fine:
    """Every language is a wanted one."""

    def language(self, text: str) -> tuple[str, bool]:
        return "es", True


class Never:
    """No language is."""

    def language(self, text: str) -> tuple[str, bool]:
        return "en", False


@pytest.fixture(scope="module")
def spanish() -> LanguageJudge:
    return LanguageJudge(("es",))


def cleaned(*turns: str, rules: Rules | None = None) -> Cleaned:
    return clean(talk(*turns), rules or Rules(), Fine())


@pytest.mark.parametrize(
    ("text", "expected", "emoji", "control"),
    [
        ("Buenos días, señor: 3 € — ¿qué “trae”?", "Buenos días, señor: 3 € — ¿qué “trae”?", False, False),
        ("Hola 🙂.", "Hola.", True, False),
        ("Hola🙂adiós", "Hola adiós", True, False),
        ("👨‍👩‍👧 familia 🇪🇸", "familia", True, False),
        ("Opción 1️⃣", "Opción 1", True, False),
        ("a\u200bb\x07c\ufeff", "abc", False, True),
        ("uno\r\ndos\u2028tres", "uno\ndos\ntres", False, False),
        ("uno  \t dos\xa0tres \n\n\n\n cuatro ", "uno dos tres\n\ncuatro", False, False),
        ("x \ud83d", "x", False, True),
        ("🙂", "", True, False),
    ],
)
def test_texts_are_tidied(text: str, expected: str, emoji: bool, control: bool) -> None:
    assert tidied(text) == (expected, emoji, control)


@given(ANY)
def test_tidying_again_changes_nothing(text: str) -> None:
    assert tidied(tidied(text).text) == (tidied(text).text, False, False)


@given(ANY)
def test_the_short_way_leads_to_the_same_place(text: str) -> None:
    """A control character at the end makes every text take the long way."""
    assert tidied(text + "\0").text == tidied(text).text


@given(st.lists(st.tuples(st.sampled_from("sua"), ANY).map("".join)), st.sampled_from(["keep", "cut"]))
def test_what_is_clean_stays_as_it_is(turns: list[str], unfinished: str) -> None:
    rules = Rules(unfinished=unfinished, min_words=0)
    first = cleaned(*turns, rules=rules)
    if first.reason is None:
        again = clean(first.line, rules, Fine())
        assert again.line is first.line
        assert again.reason is None
        assert again.changes <= {"unfinished_kept"}
        encode(first.line)


@pytest.mark.parametrize(
    ("turns", "rules", "reason"),
    [
        (("uHola", "aBuenos días."), Rules(), None),
        (("s🙂", "uHola", "aBuenos días."), Rules(), None),
        (("u🙂", "aBuenos días."), Rules(), "empty"),
        (("uHola", "uHola", "aBuenos días."), Rules(), "role_error"),
        (("uHola",), Rules(), "role_error"),
        ((), Rules(), "role_error"),
        (("uHola", "aSí."), Rules(), "too_short"),
        (("uHola", "aSí."), Rules(min_words=1), None),
        (("uuno dos tres", "acuatro cinco"), Rules(max_words=4), "too_long"),
        (("suno dos tres cuatro", "uuno dos", "acuatro cinco"), Rules(max_words=4), None),
        (("uHola", "aBuenos d\ufffdas."), Rules(), "broken_text"),
        (("uHola", "aBuenos días y bienvenido al"), Rules(unfinished="cut"), "unfinished"),
    ],
)
def test_reasons(turns: tuple[str, ...], rules: Rules, reason: str | None) -> None:
    found = cleaned(*turns, rules=rules)
    assert found.reason == reason
    assert bool(found.detail) == bool(reason)


def test_every_reason_has_its_place_in_the_order() -> None:
    assert get_args(Reason) == REASONS


@pytest.mark.parametrize(
    ("turns", "cut"),
    [
        (("uHola", "aBuenos días.", "uMi"), ("uHola", "aBuenos días.")),
        (("uHola", "aBuenos días.", "u¿Qué?", "aEs que no puede pasar con"), ("uHola", "aBuenos días.")),
        (("uHola", "aBuenos días", "u¿Dónde?", "aMadrid"), None),
        (("uHola", "aBuenos días, pase usted por la derecha."), None),
    ],
)
def test_an_unfinished_end_is_kept_or_cut(turns: tuple[str, ...], cut: tuple[str, ...] | None) -> None:
    keep, short = (cleaned(*turns, rules=Rules(unfinished=how)) for how in ("keep", "cut"))
    assert keep.line.messages == say(*turns)
    assert short.line.messages == say(*(cut or turns))
    assert keep.changes == ({"unfinished_kept"} if cut else set())
    assert short.changes == ({"unfinished_cut"} if cut else set())


def test_changes_are_told_and_all_else_is_kept() -> None:
    line = ConversationLine(messages=say("uHola🙂", "aBuenos\x00 días."), id="x", seed=3, meta={"a": [1]})
    found = clean(line, Rules(), Fine())
    assert found.changes == {"emoji", "control"}
    assert found.line == ConversationLine(messages=say("uHola", "aBuenos días."), id="x", seed=3, meta={"a": [1]})
    assert clean(line, Rules(), Never())[1:] == ("en", frozenset({"emoji", "control"}), "wrong_language", "en")


@pytest.mark.parametrize(
    ("text", "language", "fine"),
    [
        ("Buenos días. ¿Cuál es el motivo de su viaje?", "es", True),
        ("Pase, por favor.", "es", True),
        ("Señor Björn Schönfelder, bienvenido.", "es", True),
        ("Good morning. What is the purpose of your journey?", "en", False),
        ("Guten Tag. Haben Sie etwas zu verzollen?", "de", False),
        ("Sí.", "", True),
    ],
)
def test_languages_are_told_apart(spanish: LanguageJudge, text: str, language: str, fine: bool) -> None:
    assert spanish.language(text) == (language, fine)


def test_a_language_that_comes_late_is_noticed(spanish: LanguageJudge) -> None:
    late = "Buenos días. " * 5 + "And now we will be talking about something else, which takes a while. " * 20
    assert spanish.language(late) == ("en", False)


def test_any_language_or_a_wanted_neighbour_will_do() -> None:
    assert LanguageJudge(()).language("Good morning. What is the purpose?") == ("en", True)
    assert LanguageJudge(("gl", "es")).language("Bos días, boa viaxe e ata mañá, señora.") == ("gl", True)
    with pytest.raises(DatasetRefused, match="klingon"):
        LanguageJudge(("klingon",))


def add(earlier: Earlier, number: int, messages: tuple[ChatMessage, ...]) -> Twin | None:
    return earlier.add(number, fingerprint(messages), messages)


LONG = "El viajero trae dos botellas de vino, tres cajas de puros y una jaula con un loro verde que habla mucho. " * 3


def test_duplicates_are_found_word_for_word_and_nearly() -> None:
    earlier = Earlier()
    assert add(earlier, 7, say("uHola", "a" + LONG)) is None
    assert add(earlier, 8, say("uAdiós", "aNada que ver con lo de antes, de verdad.")) is None
    assert add(earlier, 9, say("sOtra regla", "uHOLA", "a" + LONG)) == (7, 1.0)
    near = add(earlier, 10, say("uHola", "a" + LONG + "Fin."))
    assert near is not None
    assert near.number == 7
    assert 0.8 <= near.similarity < 1
    assert add(earlier, 11, say("uHola", "aTrae poca cosa: un libro de cuentos, un peine y las gafas de leer.")) is None


def test_similarity_is_that_of_word_triples() -> None:
    """Of 40 pairs that share half their triples none is called near, of 40 that share nine of ten nearly all are."""
    words = [f"palabra{number}" for number in range(4000)]
    apart = nearby = 0
    for start in range(0, 4000, 100):
        whole = words[start : start + 60]
        for changed, step in ((whole[:30], 0), (whole[:57], 1)):
            earlier = Earlier()
            add(earlier, 0, (ChatMessage("assistant", " ".join(whole)),))
            found = add(earlier, 1, (ChatMessage("assistant", " ".join([*changed, "otra", "cosa"])),))
            apart += step == 0 and found is not None
            nearby += step == 1 and found is not None
    assert apart == 0
    assert nearby >= 38
