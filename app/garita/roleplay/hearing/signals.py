"""What a turn does besides telling facts: yes and no, requests, greetings, English, insults, noise, injections.

Reads words and the raw text; knows nothing of facts or topics.
"""

from __future__ import annotations

import re
from functools import cache

from garita.roleplay.hearing import english, signals_table
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import LONGEST, Words
from garita.roleplay.meaning import OffTopic, Signal

_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
# a parenthesis, bracket or role mark that only a machine's text has
_MACHINE = re.compile(
    r"\(\s*o[ií]do\s*:|\(\s*ahora\s*:|<\|?[a-z_/]+\|?>|\[/?inst\]|^\s*(?:system|sistema|assistant|oficial|agente"
    r"|user)\s*:"
    r"|\n\s*(?:system|sistema|assistant|oficial|agente|user)\s*:|\(\s*nota\b|###|\{\s*\"role\"",
    re.IGNORECASE,
)
# a call or an assignment: somebody types a program
_CODE = re.compile(r"\w\([^()\s]{0,40}\)|[{}<>=]{2}|\w = \w|^\s*(?:import|def|select) \w+", re.IGNORECASE)
_FOREIGN = word_set(
    """
    spreche kein keine spanisch sprechen sie parle pas espagnol non parlo spagnolo nao falo espanhol capisco verstehe
    comprends
    je suis vous nous merci bonjour oui c'est j'ai pour avec votre monsieur madame ich bin und nicht danke bitte
    jestem nie tak dziekuje prosze rozumiem dzien dobry mam ik spreek geen spaans het een niet dank jag inte talar tack
    jeg ikke snakker takk merhaba anlamiyorum evet hayir tesekkurler da nyet ponimayu zdravstvuyte scusi capisco dove
    devo vacanza posso agora passar konnen das wiederholen urlaub im hier avec ma femme voyage comprends entendo
    desculpe     portugues ferias estou familia a minha
    ja nein guten tag habe haben obrigado obrigada voce nao sim bom dia tenho estou grazie sono buongiorno prego
    ciao mio dove che molto spasibo arigato konnichiwa desole jour semaines wochen zwei deux trois tres bien eu
    sou meu minha para
    """
) - word_set(
    "dia para tres bien mio sou estou tag jour da im ma a ja hier das posso familia portugues ferias entendo mam"
)
_EXPLAINED = re.compile(
    r"(?:a que se refiere con|que (?:significan?|quiere decir|es|son)|no (?:entiendo|comprendo|conozco|se)(?: bien)?"
    r"(?: que (?:es"
    r"|significa|quiere decir))?|what does)"
    r" (?:la palabra |esa palabra |el |la |los |las |un |una |\")?(\w+)"
)
_ASKED_BEFORE = re.compile(r"^(\w+)(?: \w+)? [?,] (?:eso )?que (?:es|significa|quiere decir)")
_NO_WORD = word_set(
    """
    eso esto nada bien la el lo que esa esta palabra pregunta su usted muy mucho todo espanol mean porque
    """
)
_WEAK = word_set("vale ok okay yeah sure bueno listo perfecto ya dale")
_START_NOISE = frozenset({",", ".", "?"})


def read(text: str, words: Words) -> frozenset[Signal]:
    """All signals of a turn."""
    if not words:
        empty = not _LETTER.search(text[:LONGEST]) and not any(sign.isdigit() for sign in text[:LONGEST])
        bare = text[:LONGEST].strip(" .…\n\t,")
        return frozenset({"silence"} if empty and not bare else {"noise"})
    if _is_foreign_script(text):
        return frozenset({"foreign"})
    if _is_noise(words) or _CODE.search(text[:LONGEST]):
        return frozenset({"noise"})
    plain = " ".join(words.plain) + " "
    found = {signal for signal, pattern in _anywhere().items() if pattern.search(plain)}
    if _MACHINE.search(text[:LONGEST]):
        found.add("injection")
    found |= _answers(plain) | _greeting(plain) | _language(words)
    return frozenset(_settled(found, plain))


def word_asked(words: Words) -> str:
    """The word in "¿qué significa alojarse?"; "" where none is named."""
    plain = " ".join(words.plain)
    match = _EXPLAINED.search(plain) or _ASKED_BEFORE.search(plain)
    if match is None or match[1] in _NO_WORD:
        return ""
    return words.raw[words.plain.index(match[1])].lower() if match[1] in words.plain else ""


def off_topic(words: Words) -> OffTopic:
    """The remark off the road that the turn makes; the first key that fits."""
    plain = " ".join(words.plain) + " "
    return next((key for key, pattern in _off_topics() if pattern.search(plain)), "")


def asks_for_a_robot(words: Words) -> bool:
    """Whether the officer is asked if he is a machine: then nothing of it is told of oneself or the suitcase."""
    return _robot_asked().search(" ".join(words.plain) + " ") is not None


@cache
def _robot_asked() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{signals_table.ROBOT_ASKED})(?= |$)")


def without_passport(words: Words) -> bool:
    """Whether, asked for the passport, somebody says that there is none or that it will not be given."""
    return _no_passport().search(" ".join(words.plain) + " ") is not None


@cache
def _no_passport() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{signals_table.NO_PASSPORT}) ")


def hands_over(words: Words) -> bool:
    """Whether, asked for the passport, somebody hands it over with hardly a word: "aquí", "tenga", "un momento"."""
    return _passport().search(" ".join(words.plain) + " ") is not None


@cache
def _passport() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{signals_table.PASSPORT})(?= |$)")


def paper(words: Words) -> Signal | None:
    """Asked for a paper: "document" where one is named or shown, "no" where there is none."""
    plain = " ".join(words.plain) + " "
    if _no_paper().search(plain):
        return "no"
    return "document" if _paper().search(plain) else None


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{signals_table.PAPER})(?= |$)")


@cache
def _no_paper() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{signals_table.NO_PAPER})(?= |$)")


def weak_yes(words: Words) -> bool:
    """Whether the turn begins with a "claro" or "ok" that only leads to the answer."""
    return words.at(0) in _WEAK or (words.at(0) in ("claro",) and words.at(1) == "que")


def is_little(words: Words) -> bool:
    """Whether the turn says hardly more of a sum than that it is small: "pues poquito", "no mucho"."""
    return _little().fullmatch(" ".join(words.plain)) is not None


@cache
def _little() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{signals_table.BEFORE_LITTLE}|[,.]) )*(?:{signals_table.LITTLE})(?: [,.?])*")


def bare_no(words: Words) -> bool:
    """Whether the whole turn is hardly more than "no"."""
    return _bare_no().match(" ".join(words.plain) + " ") is not None


@cache
def _bare_no() -> re.Pattern[str]:
    return re.compile(rf"(?:[,.] |(?:{signals_table.BEFORE_NO}) )*(?:{signals_table.BARE_NO})(?= [,.]| $)")


def load() -> None:
    """Compile all patterns now."""
    _anywhere(), _off_topics(), _patterns()


def _settled(found: set[Signal], plain: str) -> set[Signal]:
    """What one signal says about another: "perdón, no" is no farewell, "no sé" is no "no"."""
    if "foreign" in found:
        found -= {"explain", "repeat"}
    if "insult" in found and not re.match(r"no [,.]", plain):
        found.discard("no")
    if "injection" in found:
        found.discard("repeat")
    if "dont_know" in found and not re.match(r"no [,.]", plain):
        found.discard("no")
        found.discard("yes")
    if found & {"explain", "repeat", "slower"}:
        found.discard("no")
        if not re.match(r"(si|yes) [,.]", plain):
            found.discard("yes")
    if "slower" in found and "repeat" not in found and "explain" not in found:
        found.discard("english")
    return found


def _answers(plain: str) -> set[Signal]:
    yes, no, no_verb = _patterns()
    found: set[Signal] = set()
    start = re.sub(r"^(?:(?:perdon|gracias|hola|buen[oa]s dias|lo siento|, |[.,?]) )+", "", plain)
    if no.match(start) or no_verb.match(start):
        found.add("no")
    elif yes.match(start) or re.search(r"(?:creo|pienso|claro|por supuesto) que si ", plain):
        found.add("yes")
    return found


def _greeting(plain: str) -> set[Signal]:
    return {"greeting"} if _greetings().match(plain) else set()


def _language(words: Words) -> set[Signal]:
    found: set[Signal] = set()
    if english.is_english(words):
        found.add("english")
    known = [word for word in words.plain if word not in _START_NOISE]
    if known and sum(word in _FOREIGN for word in known) * 2 >= len(known) and not found:
        found.add("foreign")
    return found


def _is_foreign_script(text: str) -> bool:
    letters = _LETTER.findall(text[:LONGEST])
    return len(_NOT_LATIN.findall(text[:LONGEST])) * 2 > len(letters)


def _is_noise(words: Words) -> bool:
    spoken = [word for word in words.plain if word not in _START_NOISE]
    if not spoken:
        return True
    if all(word.isdigit() for word in spoken) and len(spoken) > 1 and len(set(spoken)) == 1:
        return True
    return all(_noise().fullmatch(word[:40]) for word in spoken)


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(signals_table.NOISE)


@cache
def _anywhere() -> dict[Signal, re.Pattern[str]]:
    return {name: re.compile(rf"(?:^|(?<= ))(?:{pattern})(?= |$)") for name, pattern in signals_table.ANYWHERE.items()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:si |ah )*{signals_table.YES}(?= |$)"),
        re.compile(rf"(?!no [a-z]){signals_table.NO}(?= [,.?]| $| [a-z])"),
        re.compile(
            r"no (?!(?:lo |le |la )?(?:se(?! (?:lo|la|los|las|le|me|nos) )|sabi|conoci|puede|se puede|"
            r"hay problema|pasa nada|entend|entiend|comprend|oi|oig|escuch"
            r"|he entend)\w* )\w"
        ),
    )


@cache
def _greetings() -> re.Pattern[str]:
    return re.compile(rf"(?:[,.?] )*(?:{signals_table.GREETING})(?= )")


@cache
def _off_topics() -> tuple[tuple[OffTopic, re.Pattern[str]], ...]:
    return tuple((key, re.compile(rf"(?:^|(?<= ))(?:{pattern})(?= |$)")) for key, pattern in signals_table.OFF_TOPIC)
