"""Every topic's question in the plainest words, for who did not understand it.

Data only; see ``lines_ask`` for how it is written.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

# After "no entiendo": the plainest words, a whole question each.
SIMPLER: dict[str, Frames] = {
    "passport": frames(
        easy="""
        {su|el} pasaporte, por favor{. El documento|. El documento con su foto|}.
        ¿tiene {su|el} pasaporte<c>?
        ¿dónde está {su|el} pasaporte?
        ¿me da {su|el} pasaporte?
        ¿y {su|el} pasaporte?
        deme {su|el} pasaporte.
        """
    ),
    "name": frames(
        easy="""
        ¿su nombre<c>?
        ¿cómo se llama<c>?
        ¿cuál es su nombre<c>?
        ¿qué nombre tiene<c>?
        ¿su nombre y apellido<c>?
        ¿me dice su nombre<c>?
        diga su nombre<c>.
        """
    ),
    "origin": frames(
        easy="""
        ¿de qué país viene<c>?
        ¿de qué país o ciudad viene<c>?
        ¿cuál es su país<c>?
        ¿de dónde viene<c>?
        ¿de qué país es<c>?
        ¿de qué ciudad viene<c>?
        ¿de dónde es<c>?
        ¿su país<c>?
        """
    ),
    "purpose": frames(
        easy="""
        ¿turismo, trabajo o estudios<c>?
        ¿vacaciones, trabajo o familia<c>?
        ¿viene por turismo o por trabajo<c>?
        ¿por qué viene<c>?
        ¿para qué viene<c>?
        ¿qué hace <aqui><c>?
        ¿viene de vacaciones<c>?
        ¿es turismo o trabajo<c>?
        """
    ),
    "stay": frames(
        easy="""
        ¿cuántos días<c>?
        ¿cuántos días o semanas<c>?
        ¿cuántos días <aqui><c>?
        ¿cuántos días se queda<c>?
        ¿una semana, dos, un mes<c>?
        ¿cuánto tiempo <aqui><c>?
        ¿cuánto tiempo se queda<c>?
        ¿cuántas semanas<c>?
        """
    ),
    "lodging": frames(
        easy="""
        ¿dónde duerme<c>?
        ¿hotel, casa o apartamento<c>?
        ¿dónde va a dormir<c>?
        ¿duerme en un hotel<c>?
        ¿un hotel o una casa<c>?
        ¿en qué hotel duerme<c>?
        ¿qué hotel<c>?
        """
    ),
    "profession": frames(
        easy="""
        ¿cuál es su trabajo<c>?
        ¿en qué trabaja<c>?
        ¿qué trabajo tiene<c>?
        ¿cuál es su profesión<c>?
        ¿su trabajo<c>?
        ¿trabaja o estudia<c>?
        ¿qué hace en su trabajo<c>?
        """
    ),
    "companions": frames(
        easy="""
        ¿viaja con amigos o familia<c>?
        ¿quién viaja con usted<c>?
        ¿viene con alguien<c>?
        ¿con quién viaja<c>?
        ¿viaja con alguien<c>?
        ¿con su familia, amigos o nadie más<c>?
        ¿hay alguien más con usted<c>?
        """
    ),
    "goods": frames(
        easy="""
        ¿qué hay en la <maleta><c>?
        ¿qué cosas lleva<c>?
        ¿qué lleva en la <maleta><c>?
        ¿qué hay en su equipaje<c>?
        ¿ropa, regalos, alcohol<c>?
        ¿lleva regalos, alcohol o tabaco<c>?
        ¿qué trae<c>?
        """
    ),
    "food": frames(
        easy="""
        ¿tiene comida<c>?
        ¿lleva comida: carne, queso, fruta<c>?
        ¿hay comida en la <maleta><c>?
        ¿trae comida<c>?
        ¿lleva algo de comer<c>?
        ¿carne, queso, fruta<c>?
        ¿lleva comida<c>?
        """
    ),
    "medicines": frames(
        easy="""
        ¿tiene medicinas<c>?
        ¿lleva pastillas o medicinas<c>?
        ¿hay medicinas en la <maleta><c>?
        ¿trae medicinas<c>?
        ¿toma medicinas<c>?
        ¿lleva medicinas<c>?
        """
    ),
    "pets": frames(
        easy="""
        ¿tiene un animal<c>?
        ¿lleva un perro o un gato<c>?
        ¿viaja con un animal<c>?
        ¿trae un animal<c>?
        ¿perro, gato u otro animal<c>?
        ¿hay un animal con usted<c>?
        """
    ),
    "samples": frames(
        easy="""
        ¿lleva productos de su empresa<c>?
        ¿tiene muestras<c>?
        ¿lleva muestras<c>?
        ¿trae productos para vender<c>?
        ¿trae muestras<c>?
        ¿hay muestras en la <maleta><c>?
        """
    ),
    "money": frames(
        easy="""
        ¿cuánto dinero tiene<c>?
        ¿cuánto dinero lleva<c>?
        ¿cuánto dinero<c>?
        ¿cuánto dinero trae<c>?
        ¿lleva dinero<c>?
        """
    ),
    "onward": frames(
        easy="""
        ¿adónde va después<c>?
        ¿qué país es el siguiente<c>?
        ¿adónde va luego<c>?
        ¿a qué país va después<c>?
        ¿y después, adónde va<c>?
        ¿cuál es el siguiente país<c>?
        """
    ),
}
