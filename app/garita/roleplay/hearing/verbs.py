"""Conjugated everyday verbs, to know what is no answer: "existe", "contesta", "alquilé" are neither trades nor places.

Forms are made by rule from a list of infinitives; irregular ones stand beside. Knows plain spelling and no sentences.
"""

from __future__ import annotations

from functools import cache

from garita.roleplay.hearing.table import word_set

_INFINITIVES = word_set(
    """
    abrir aceptar acabar acompanar acordar admitir ahorrar alcanzar alojar alquilar amar animar apagar aparecer
    aprender apuntar arreglar arrendar asegurar asistir avisar ayudar bailar bajar beber buscar caber caminar cambiar
    cansar cargar casar celebrar cenar cerrar cobrar cocinar coger comer comprar comprender comunicar conducir confiar
    conocer conseguir considerar consistir contar contestar contratar convencer convivir correr costar creer cruzar
    cubrir cuidar cumplir dar decidir dejar demorar desayunar descansar descubrir desear deber depender dirigir disenar
    disfrutar dormir durar echar elegir embarcar empezar encantar encontrar ensenar entender entrar entregar enviar
    equivocar escoger escribir escuchar esperar estar estudiar existir explicar extranar faltar formar fumar funcionar
    ganar gastar girar guardar gustar hablar hacer heredar hospedar importar imaginar incluir interesar invitar ir
    jubilar jugar juntar jurar lavar leer llamar llegar llenar llevar llorar llover mandar manejar marcar marear
    mejorar meter mirar morir mostrar mover mudar nacer necesitar nevar notar ocupar odiar ofrecer oir olvidar pagar
    parar parecer participar partir pasar pedir pensar perder perdonar permitir pertenecer planear poder poner
    preferir preguntar preocupar preparar presentar prestar probar prohibir prometer quedar quejar querer quitar
    recibir recoger recomendar reconocer recordar regalar regresar reir repetir reservar resultar responder reunir
    robar romper saber sacar salir sentar sentir ser servir significar sobrar soler sonar sonreir sorprender subir
    suceder sufrir suponer tardar tener terminar tirar tocar tomar trabajar traducir traer tratar usar valer vender
    venir ver vestir viajar visitar vivir volar volver
    """
)
_IRREGULAR = word_set(
    """
    soy eres es somos son era eran fui fue fueron sera sea estoy esta estan estuvo estuve voy va van iba fuimos vaya
    he ha han habia hay hubo tengo tiene tienen tuve tuvo vengo viene vienen vine vino digo dice dicen dijo dijeron
    hago hice hizo pongo puse puso puedo puede pueden pude pudo quiero quiere quieren quise quiso se sabe supe supo
    salgo traigo traje trajo oigo oye doy dio dieron veo ve vio vi creo cree leyo cuesta cuestan cuenta suena suele
    suelo encuentra encuentro encanta duele duelen duermo duerme durmio muere murio vuelvo vuelve vuelven vuelo juego
    juega pienso piensa empieza empiezan cierra cierran prefiero prefiere siento siente quiera entiendo entiende
    pierdo pierde pido pide sigo sigue consigo consigue sirve repito repite elijo elige dirijo parezco parece conozco
    conduzco conduce ofrece pertenece nacio naci cayo cupo vale valgo llueve nieva recuerdo recuerda muestra muestro
    pruebo prueba acuerdo apruebo convence recojo recoge incluye
    """
)
# also nouns, which answers may begin with
_NOUNS = word_set(
    """
    abrigo acuerdo ama amara apuntes baile baja bajo bebe bebida beso busca cabo cambio camino carga cargo casa
    casada casado casas cena cobro cocina cocinas comida compra compras contrato costa cruce cruz cuenta cuento
    cuidado cura dado dan de descanso deseo disena dura duran duro encuentro entrada entrega equipo escribo este
    estudio estudios falta forma funcionaria gasto gira giro guarda hacienda importe invito iran jubilado juego jugo
    junta juro lee llamada llave llegada manda mando marca marco marea mejora mira muestra muestras nado nota
    notaria ocupa olvido paga pago pagos para parada paro parte partes partida parto pase paseo paso pedido
    pensamiento perdida planeo plano presa presente prueba pruebas puesta quito recuerdo regalo reserva reservas
    resulta reunion robo saca saco sales salida sentada sobra sobre sube subida suela suelo sueno suma tarde tardes
    tira tiras toma tomas toque trabajo trabajos traje trajes trata trato usa uso vale vela venta vera vestida
    vestido viaje viajes vino vinos visita visitas vista vuelo vuelta
    """
)
_ENDINGS = {
    "ar": "o as a amos an e aste aron aba abas abamos aban are ara aremos aran aria en emos",
    "er": "o es e emos en i iste io imos ieron ia ias iamos ian ere era eremos eran eria",
    "ir": "o es e imos en i iste io ieron ia ias iamos ian ire ira iremos iran iria",
}
_SHORTEST = 4  # made by rule; those of "ir" and "ver" are none
_BEFORE_E = {"c": "qu", "g": "gu", "z": "c"}  # embarcar -> embarqué


def is_conjugated(word: str) -> bool:
    """Whether a plain word is a form of an everyday verb, and no noun or infinitive."""
    return word in _forms()


def load() -> None:
    """Make the forms now."""
    _forms()


@cache
def _forms() -> frozenset[str]:
    made = {form for infinitive in _INFINITIVES for form in _conjugated(infinitive)}
    long = {form for form in made if len(form) >= _SHORTEST}
    return frozenset((long | _IRREGULAR) - _NOUNS - _INFINITIVES)


def _conjugated(infinitive: str) -> list[str]:
    stem, kind = infinitive[:-2], infinitive[-2:]
    written = stem[:-1] + _BEFORE_E.get(stem[-1:], stem[-1:]) if kind == "ar" else stem
    return [(written if ending.startswith("e") else stem) + ending for ending in _ENDINGS[kind].split()]
