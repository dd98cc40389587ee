"""How a written sentence is said, which of its words were heard, and where a long one may be cut."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from garita.roleplay import scenario_file
from garita.roleplay.sentences import split
from garita.roleplay.spoken import clauses, heard_part, pieces, spoken

NUMBERS = [
    ("200 personas", "doscientas personas"),
    ("200 euros", "doscientos euros"),
    ("1 litro", "un litro"),
    ("1 problema", "un problema"),
    ("un 4x4", "un cuatro por cuatro"),
    ("1 botella", "una botella"),
    ("21 maletas", "veintiuna maletas"),
    ("21 euros", "veintiún euros"),
    ("31 días", "treinta y un días"),
    ("101 botellas", "ciento una botellas"),
    ("500 cajas", "quinientas cajas"),
    ("500 problemas", "quinientos problemas"),
    ("200 mujeres", "doscientas mujeres"),
    ("300 autorizaciones", "trescientas autorizaciones"),
    ("200 grandes cajas", "doscientas grandes cajas"),
    ("16 000 000", "dieciséis millones"),
    ("16\u00a0000\u00a0000 de personas", "dieciséis millones de personas"),
    ("1 000 000 personas", "un millón de personas"),
    ("2.500 cigarrillos", "dos mil quinientos cigarrillos"),
    ("2,500 cigarrillos", "dos mil quinientos cigarrillos"),
    ("21 000 botellas", "veintiún mil botellas"),
    ("200 000 personas", "doscientas mil personas"),
    ("200 mil personas", "doscientas mil personas"),
    ("200 millones de personas", "doscientos millones de personas"),
    ("2,5", "dos coma cinco"),
    ("2.5", "dos punto cinco"),
    ("3,14", "tres coma catorce"),
    ("0,05", "cero coma cero cinco"),
    ("1.234,5 kilos", "mil doscientos treinta y cuatro coma cinco kilos"),
    ("Tiene 21.", "Tiene veintiuno."),
    ("la puerta 21 está cerrada", "la puerta veintiuno está cerrada"),
    ("la habitación 201", "la habitación doscientos uno"),
    ("Hay 1 o 2 maletas", "Hay una o dos maletas"),
    ("de 10-20 años", "de diez a veinte años"),
    ("entre 5 y 10", "entre cinco y diez"),
    ("el año 2026", "el año dos mil veintiséis"),
    ("en 1999", "en mil novecientos noventa y nueve"),
    ("007", "cero cero siete"),
    ("1/2 kilo", "medio kilo"),
    ("3/4 de hora", "tres cuartos de hora"),
    ("2½ kilos", "dos y medio kilos"),
    ("0 problemas", "cero problemas"),
    ("1.000.000.000", "mil millones"),
    ("las 1001 noches", "las mil una noches"),
]
MONEY = [
    ("10 000 euros", "diez mil euros"),
    ("10 €", "diez euros"),
    ("10€", "diez euros"),
    ("1 €", "un euro"),
    ("21 €", "veintiún euros"),
    ("€ 50", "cincuenta euros"),
    ("$100", "cien dólares"),
    ("$ 1.500", "mil quinientos dólares"),
    ("$500 pesos", "quinientos pesos"),
    ("US$ 300", "trescientos dólares"),
    ("10 000 USD", "diez mil dólares"),
    ("$ 1.200,50 MXN", "mil doscientos pesos mexicanos con cincuenta"),
    ("50 €/día", "cincuenta euros por día"),
    ("USD 10,000", "diez mil dólares"),
    ("EUR 430", "cuatrocientos treinta euros"),
    ("430 EUR", "cuatrocientos treinta euros"),
    ("1 EUR", "un euro"),
    ("1 MXN", "un peso mexicano"),
    ("500 MXN", "quinientos pesos mexicanos"),
    ("1 CRC", "un colón"),
    ("200 GBP", "doscientas libras"),
    ("£200", "doscientas libras"),
    ("12,50 €", "doce euros con cincuenta"),
    ("$12.50", "doce dólares con cincuenta"),
    ("1,00 €", "un euro"),
    ("0,50 €", "cincuenta céntimos"),
    ("0,01 €", "un céntimo"),
    ("1.500,75 €", "mil quinientos euros con setenta y cinco"),
    ("1 000 000 €", "un millón de euros"),
    ("3 millones de €", "tres millones de euros"),
    ("US$ 2 millones", "dos millones de dólares"),
    ("10 mil €", "diez mil euros"),
    ("S/ 50", "cincuenta soles"),
    ("Son 50 € por persona.", "Son cincuenta euros por persona."),
    ("¿Lleva más de 10 000 €?", "¿Lleva más de diez mil euros?"),
]
DATES = [
    ("15/3/2026", "quince de marzo de dos mil veintiséis"),
    ("15-03-2026", "quince de marzo de dos mil veintiséis"),
    ("15.3.2026", "quince de marzo de dos mil veintiséis"),
    ("2026-03-15", "quince de marzo de dos mil veintiséis"),
    ("1/12/25", "primero de diciembre de dos mil veinticinco"),
    ("15 de marzo", "quince de marzo"),
    ("1 de marzo", "primero de marzo"),
    ("el 15/3", "el quince de marzo"),
    ("hasta el 21 de mayo de 2026", "hasta el veintiuno de mayo de dos mil veintiséis"),
    ("31/12/1999.", "treinta y uno de diciembre de mil novecientos noventa y nueve."),
    ("45/13/2026", "cuarenta y cinco barra trece barra dos mil veintiséis"),
]
TIMES = [
    ("a las 9:30", "a las nueve y media"),
    ("a las 9.30 h", "a las nueve y media"),
    ("a las 9.30", "a las nueve y media"),
    ("a la 1:15", "a la una y cuarto"),
    ("a las 9:00", "a las nueve"),
    ("a las 9:05", "a las nueve y cinco"),
    ("a las 10:20", "a las diez y veinte"),
    ("a las 10:45", "a las diez cuarenta y cinco"),
    ("a las 15:30", "a las quince treinta"),
    ("a las 14:00 h", "a las catorce horas"),
    ("a las 21:05", "a las veintiuna cero cinco"),
    ("a las 9h30", "a las nueve y media"),
    ("a las 9", "a las nueve"),
    ("a la 1", "a la una"),
    ("a las 21", "a las veintiuna"),
    ("a la 1 de la tarde", "a la una de la tarde"),
    ("a las 9 a. m.", "a las nueve de la mañana."),
    ("a las 5 p. m. en punto", "a las cinco de la tarde en punto"),
    ("a las 9:15 pm hoy", "a las nueve y cuarto de la noche hoy"),
    ("24 h", "veinticuatro horas"),
    ("1 h", "una hora"),
]
ORDINALS = [
    ("1.º", "primero"),
    ("2.ª vez", "segunda vez"),
    ("1.º piso", "primer piso"),
    ("3.er piso", "tercer piso"),
    ("1er piso", "primer piso"),
    ("el 1.º de marzo", "el primero de marzo"),
    ("2º", "segundo"),
    ("la 3ª puerta", "la tercera puerta"),
    ("4to", "cuarto"),
    ("21.ª", "vigésima primera"),
    ("11.º", "undécimo"),
    ("Felipe VI", "Felipe sexto"),
    ("Isabel II", "Isabel segunda"),
    ("el siglo XXI", "el siglo veintiuno"),
    ("Juan XXIII", "Juan veintitrés"),
]
MEASURES = [
    ("5 %", "cinco por ciento"),
    ("2,5%", "dos coma cinco por ciento"),
    ("el 21 %", "el veintiuno por ciento"),
    ("100 %", "cien por ciento"),
    ("5 kg", "cinco kilos"),
    ("1 kg", "un kilo"),
    ("5kg", "cinco kilos"),
    ("0,5 l", "cero coma cinco litros"),
    ("1 l de vino", "un litro de vino"),
    ("2,5 l", "dos coma cinco litros"),
    ("500 ml", "quinientos mililitros"),
    ("200 g", "doscientos gramos"),
    ("30 cm", "treinta centímetros"),
    ("20 °C", "veinte grados"),
    ("-5 °C", "menos cinco grados"),
    ("120 km/h", "ciento veinte kilómetros por hora"),
    ("50 m²", "cincuenta metros cuadrados"),
    ("200 lb", "doscientas libras"),
    ("55 x 40 x 20 cm", "cincuenta y cinco por cuarenta por veinte centímetros"),
    ("23 kg c/u", "veintitrés kilos cada uno"),
]
CODES = [
    ("COVID-19", "covid, diecinueve"),
    ("AB123456", "a be, uno dos tres cuatro cinco seis"),
    ("el vuelo IB3456", "el vuelo i be, tres cuatro cinco seis"),
    ("el vuelo IB-3456", "el vuelo i be, tres cuatro cinco seis"),
    ("la terminal T4", "la terminal te cuatro"),
    ("la puerta B12", "la puerta be doce"),
    ("el pasaporte 12345678", "el pasaporte uno dos tres cuatro cinco seis siete ocho"),
    ("el código 4321", "el código cuatro tres dos uno"),
    ("su reserva XK7P2", "su reserva equis ka, siete, pe, dos"),
    ("+34 612 34 56 78", "más tres cuatro, seis uno dos, tres cuatro, cinco seis, siete ocho"),
    ("Llame al 612 345 678.", "Llame al seis uno dos, tres cuatro cinco, seis siete ocho."),
    ("555-1234", "cinco cinco cinco, uno dos tres cuatro"),
    ("Muestre su DNI.", "Muestre su de ene i."),
    ("la TV", "la te uve"),
    ("la DIAN y el SAT", "la DIAN y el SAT"),
    (
        "12345678901234567890",
        " ".join(["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "cero"] * 2),
    ),
]
WORDS = [
    ("Sr. López", "señor López"),
    ("la Sra. García", "la señora García"),
    ("Dr. Ruiz y Dra. Paz", "doctor Ruiz y doctora Paz"),
    ("D. Luis", "don Luis"),
    ("D.ª Ana", "doña Ana"),
    ("Av. de América", "avenida de América"),
    ("Avda. del Sol, núm. 5", "avenida del Sol, número cinco"),
    ("n.º 12", "número doce"),
    ("No. 5", "número cinco"),
    ("No. Pase.", "No. Pase."),
    ("p. ej. vino", "por ejemplo vino"),
    ("ropa, libros, etc.", "ropa, libros, etcétera."),
    ("EE. UU.", "Estados Unidos."),
    ("Uds. esperan", "ustedes esperan"),
    ("y/o", "y o"),
    ("C/ Mayor", "calle Mayor"),
    ("pág. 3", "página tres"),
    ("A&B", "A y B"),
    ("**Pase**, por favor 🙂.", "Pase, por favor."),
    ("«Bien», dijo.", "«Bien», dijo."),
    ("¿Qué lleva?", "¿Qué lleva?"),
    ("", ""),
    ("Buenos días.", "Buenos días."),
]
TABLE = NUMBERS + MONEY + DATES + TIMES + ORDINALS + MEASURES + CODES + WORDS


@pytest.mark.parametrize(("shown", "said"), TABLE)
def test_it_is_said_as_a_spaniard_reads_it(shown: str, said: str) -> None:
    assert spoken(shown) == said.strip()


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) >= 120


WRITTEN = st.lists(
    st.one_of(
        st.from_regex(r"[0-9]{1,9}([.,/:-][0-9]{1,4}){0,3}", fullmatch=True),
        st.sampled_from(["€", "$", "USD", "kg", "%", "º", ".ª", "Sr.", "p. m.", "del", "las", "vuelo", "-", "+", " "]),
        st.text(max_size=6),
    ),
    max_size=8,
).map(" ".join)


@given(st.one_of(st.text(max_size=60), WRITTEN))
@example("²³¹ ① ٣٤ 五 Ⅷ ½ 1½ 99/99/99 00:99 1.2.3.4 +++ -- 1e9 0x1F")
@example("9" * 5000)
@example("1 " * 300)
def test_no_text_breaks_it_and_no_digit_is_left(text: str) -> None:
    said = spoken(text)
    assert not any(character.isdigit() for character in said)
    assert "".join(piece.shown for piece in pieces(text)) == text


@pytest.mark.parametrize("part", ["a", "1", "1-", "a-", "1 ", "-", "A1-", "1.", "1,", "€", "+1", "200 € y "])
def test_ten_thousand_letters_do_not_make_it_search_for_ever(part: str) -> None:
    """Patterns that go back and forth would take minutes and run into the suite's time limit."""
    assert spoken(part * (10_000 // len(part))) is not None


@given(st.integers(0, 10**12))
def test_a_number_is_said_the_same_however_its_thousands_are_set_off(number: int) -> None:
    ways = {spoken(f"{number:,} pesos".replace(",", mark)) for mark in (" ", ".", ",", "\u00a0", "")}
    assert len(ways) == 1


def test_sentences_of_the_scenarios_have_no_digits_or_double_spaces_left() -> None:
    for scenario in scenario_file.load_all():
        texts = [*scenario.greeting, *scenario.farewell, scenario.rules.food, scenario.rules.source]
        for text in texts + [ask for question in scenario.checklist for ask in question.ask]:
            said = spoken(text)
            assert not any(character.isdigit() for character in said) and "  " not in said


# --- what was heard ------------------------------------------------------------------------------------------------


def test_nothing_and_all() -> None:
    assert heard_part("Buenos días, señora.", 0) == ""
    assert heard_part("Buenos días, señora.", 1) == "Buenos días, señora."
    assert heard_part("", 0.5) == ""


def test_half_of_a_sentence_is_whole_words() -> None:
    assert heard_part("Buenos días, muéstreme su pasaporte, por favor.", 0.5) == "Buenos días, muéstreme"


def test_a_number_takes_the_time_it_is_said_in() -> None:
    """Seven letters as shown, more than half of the sentence as said."""
    assert heard_part("Son 16 777 euros.", 0.5) == "Son"
    assert heard_part("Son 16 777 euros.", 0.95) == "Son 16 777"


@given(st.text(alphabet="abc 12.,€", max_size=40), st.floats(0, 1), st.floats(0, 1))
def test_what_was_heard_is_a_beginning_and_grows(text: str, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert text.strip().startswith(heard_part(text, more).strip())
    assert heard_part(text, more).startswith(heard_part(text, less))


# --- clauses -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("Abra usted la maleta grande, y ponga encima de la mesa todo lo que lleva.", 5),
        ("Si su visita dura menos de un mes, no necesita ningún otro papel.", 8),
        ("Le explico cómo se hace aquí: primero la maleta y luego el pasaporte, por favor.", 6),
        ("Eso está permitido en este país; lo que no puede llevar es carne fresca.", 6),
        ("Aquí dice que lleva usted 2,5 litros de vino, y eso es más de lo que puede entrar.", 9),
        ("Buenos días, señora López, permítame ver el pasaporte que lleva usted en la mano.", 4),
        ("Puede usted pasar cuando quiera, señora, y que tenga una buena estancia aquí.", 6),
    ],
)
def test_a_long_sentence_begins_with_its_first_clause(sentence: str, cut: int) -> None:
    first, rest = clauses(sentence)
    assert len(first.split()) == cut
    assert f"{first} {rest}" == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Buenos días, señora.",
        "¿Lleva usted algo de comida, ropa nueva o regalos para su familia?",
        "Los viajeros pueden llevar ropa, libros y regalos para su familia sin pagar.",
        "No se puede entrar con más de 2,5 litros de vino por persona mayor",
        "Ponga usted la maleta grande sobre la mesa y ábrala despacio, por favor.",
        "",
        "una dos tres cuatro cinco seis siete ocho nueve diez",
    ],
)
def test_a_short_sentence_or_a_list_is_not_cut(sentence: str) -> None:
    assert clauses(sentence) == (sentence,)


@given(st.text(alphabet="ab, ;:y2", max_size=80))
def test_clauses_join_to_the_sentence(text: str) -> None:
    parts = clauses(text)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert len(parts) <= 2 and (len(parts) == 1 or all(len(split(part)) >= 1 for part in parts))
