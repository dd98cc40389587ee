"""One place with its clerk: what several talks share, and the system prompt that says so. Read ``draw`` first.

The prompt has the form of the officer's: who, where, manner, what is known, what to ask in which order, how to speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from garita.training.simulator import invented
from garita.training.simulator.places import BY_CODE
from garita.training.simulator.service.queries import INFORMATION
from garita.training.simulator.service.scenes import SCENES, Scene
from garita.training.simulator.service.topic import Topic
from garita.training.simulator.service.topics_booking import TOPICS as BOOKING
from garita.training.simulator.service.topics_care import TOPICS as CARE
from garita.training.simulator.service.topics_friends import TOPICS as FRIENDS
from garita.training.simulator.service.topics_goods import TOPICS as GOODS
from garita.training.simulator.service.values import Values
from garita.training.simulator.service.words import Language, Pair

TOPICS: dict[str, Topic] = {**BOOKING, **GOODS, **CARE, **FRIENDS}
SPANISH_SHARE = 0.55
_SPAIN_SHARE = 0.4
_ABROAD_SHARE = 0.5  # of the talks in English, where English is the language of the place
_LANDS = ("MX", "AR", "CO", "PE", "CL", "UY", "CR", "EC", "GT", "DO")
_MONEY = {
    "ES": Pair("euros", "euros"), "PE": Pair("soles", "soles"), "CR": Pair("colones", "colones"),
    "EC": Pair("dólares", "dollars"), "GT": Pair("quetzales", "quetzales"), "GB": Pair("libras", "pounds"),
    "US": Pair("dólares", "dollars"),
}  # fmt: skip
_PESOS = Pair("pesos", "pesos")
_ENGLISH_CITIES = {
    "GB": ("London", "Leeds", "Bristol", "Cardiff", "Glasgow", "York", "Oxford", "Brighton"),
    "US": ("Boston", "Chicago", "Austin", "Denver", "Seattle", "Portland", "Miami", "Tucson"),
}
_TOPICS_FEWEST, _TOPICS_MOST = 4, 8
_KNOWN = 3  # queries the clerk can answer

_MANNERS = {
    "kind": Pair("Trato amable y tranquilo.", "You are kind and calm."),
    "brief": Pair("Trato correcto y breve.", "You are polite and brief."),
    "lively": Pair("Trato alegre y hablador.", "You are cheerful and talkative."),
}
_PROMPT = Pair(
    "Eres {clerk}, {role} ({place}). Lugar: {city}.\n{manner}\nSabes: {known}.\n"
    "Pregunta en este orden: {topics}.\n{how}",
    "You are {clerk}, {role} ({place}). Place: {city}.\n{manner}\nYou know: {known}.\n"
    "Ask in this order: {topics}.\n{how}",
)
_HOW = Pair(
    "{form}. En cada turno, recoge lo que oyes y pregunta una sola cosa. Si tras lo que dice {who} hay una nota entre "
    "paréntesis, dice qué has oído y qué haces ahora: síguela.",
    "{form}. In every turn, take up what you hear and ask one thing only. If there is a note in parentheses after the "
    "words of the {who}, it says what you have heard and what you do now: follow it.",
)
_FORMAL = Pair("Habla español y de usted", "Speak English")
_FRIENDLY = Pair("Habla español y de tú", "Speak English")
_BILINGUAL = Pair("Habla español o inglés, como {who}", "Speak English or Spanish, like the {who}")
_BILINGUAL_SHARE = 0.3


@dataclass(frozen=True)
class Setting:
    """A place, its clerk and what is known there (query -> detail)."""

    scene: Scene
    language: Language
    land: str
    cities: tuple[str, ...]
    city: str
    clerk: str
    gender: str
    place: str
    manner: str
    topics: tuple[Topic, ...]
    known: dict[str, Pair]
    bilingual: bool

    @property
    def currency(self) -> Pair:
        """What is paid with."""
        return _MONEY.get(self.land, _PESOS)

    def values(self, rng: Random) -> Values:
        """A source of values that fit here."""
        return Values(rng, self.cities, self.currency, friendly=self.scene.friendly)

    def prompt(self) -> str:
        """The clerk's whole brief, in the setting's language."""
        language = self.language
        known = (
            f"{INFORMATION[key].into(language).about}, {value.into(language)}" for key, value in self.known.items()
        )
        return _PROMPT.into(language).format(
            clerk=self.clerk,
            role=self.scene.role.into(language).replace("@", "a" if self.gender == "f" else "o"),
            place=f"{self.scene.place.into(language)} {self.place}",
            city=self.city,
            manner=_MANNERS[self.manner].into(language),
            known="; ".join(known),
            topics=", ".join(topic.into(language).word for topic in self.topics),
            how=_how(self),
        )


def draw(rng: Random) -> Setting:
    """A random place."""
    scene = rng.choice(SCENES)
    language: Language = "es" if rng.random() < SPANISH_SHARE else "en"
    land, cities = _where(language, rng)
    values = Values(rng, cities, _MONEY.get(land, _PESOS), friendly=scene.friendly)
    gender = rng.choice("fm")
    queries = sorted(rng.sample(scene.queries, min(_KNOWN, len(scene.queries))))
    return Setting(
        scene=scene,
        language=language,
        land=land,
        cities=cities,
        city=rng.choice(cities),
        clerk=values.person(gender),
        gender=gender,
        place=invented.name(rng),
        manner=rng.choice(sorted(_MANNERS)),
        topics=_topics(scene, rng),
        known={key: values.draw(INFORMATION[key].value).heard for key in queries},
        bilingual=rng.random() < _BILINGUAL_SHARE,
    )


def _where(language: Language, rng: Random) -> tuple[str, tuple[str, ...]]:
    if language == "en" and rng.random() < _ABROAD_SHARE:
        land = rng.choice(sorted(_ENGLISH_CITIES))
        return land, _ENGLISH_CITIES[land]
    land = "ES" if rng.random() < _SPAIN_SHARE else rng.choice(_LANDS)
    return land, tuple(BY_CODE[land].cities)


def _topics(scene: Scene, rng: Random) -> tuple[Topic, ...]:
    """Some of the scene's, in its order but for two neighbours now and then."""
    most = min(_TOPICS_MOST, len(scene.topics))
    chosen = set(rng.sample(scene.topics, rng.randint(min(_TOPICS_FEWEST, most), most)))
    keys = [key for key in scene.topics if key in chosen]
    if rng.random() < 0.5:
        at = rng.randrange(len(keys) - 1)
        keys[at], keys[at + 1] = keys[at + 1], keys[at]
    return tuple(TOPICS[key] for key in keys)


def _how(setting: Setting) -> str:
    language = setting.language
    who = setting.scene.customer.into(language)
    form = _BILINGUAL if setting.bilingual else _FRIENDLY if setting.scene.friendly else _FORMAL
    return _HOW.into(language).format(form=form.into(language).format(who=who), who=who)
