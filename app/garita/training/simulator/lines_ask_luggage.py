"""The officer's questions about what is carried, and every topic's question in the plainest words.

Data only; see ``lines_ask`` for how it is written.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

ASK_LUGGAGE: dict[str, Frames] = {
    "goods": frames(
        easy="""
        ¿qué {lleva|trae} en {la|su} <maleta><c>?
        ¿tiene {usted |}algo que declarar<c>?
        ¿qué hay en su {<maleta>|equipaje}<c>?
        ¿{lleva|trae} alcohol, tabaco o regalos<c>?
        ¿qué cosas {lleva|trae}{ usted|}<c>?
        ¿qué {lleva|trae} en el equipaje<c>?
        ¿{lleva|trae} {usted |}algo para declarar<c>?
        ¿qué {lleva|trae} {usted |}{<aqui>|en la bolsa|en el bolso}<c>?
        ¿{lleva|trae} {alcohol o tabaco|regalos o alcohol|tabaco o regalos}<c>?
        ¿qué tiene en {la|su} <maleta><c>?
        dígame qué {lleva|trae} en {la|su} <maleta><c>.
        ¿hay {alcohol|tabaco} o regalos en {la|su} <maleta><c>?
        ¿qué hay dentro de {la|su} <maleta><c>?
        ¿qué cosas hay en {la|su} <maleta><c>?
        """,
        rich="""
        ¿{lleva|trae} {usted |}{algo|alguna cosa} que deba declarar<c>?
        ¿podría decirme qué {lleva|trae} en {el equipaje|la <maleta>}<c>?
        ¿me podría {explicar|decir} qué {lleva|trae} en {el equipaje|la <maleta>}<c>?
        ¿trae {bebidas alcohólicas|alcohol}, tabaco o regalos de valor<c>?
        ¿cuál es el contenido de su {equipaje|<maleta>}<c>?
        ¿hay algo en su {equipaje|<maleta>} que deba declarar<c>?
        quisiera saber qué {lleva|trae} en {el equipaje|la <maleta>}<c>.
        necesito que me diga qué {lleva|trae} en {el equipaje|la <maleta>}<c>.
        ¿me indica el contenido de su {equipaje|<maleta>}<c>?
        ¿tiene {usted |}{alguna cosa|algo de valor} que declarar<c>?
        ¿sería tan amable de decirme qué {lleva|trae} en {el equipaje|la <maleta>}?
        ¿qué {lleva|trae} {usted |}en su {equipaje|<maleta>}, además de la ropa<c>?
        """,
    ),
    "food": frames(
        easy="""
        ¿{lleva|trae} {usted |}comida<c>?
        ¿{lleva|trae} {usted |}alimentos<c>?
        ¿{lleva|trae} {usted |}algo de comer<c>?
        ¿tiene {comida|alimentos} en {la <maleta>|el equipaje}<c>?
        ¿{lleva|trae} carne, queso o fruta<c>?
        ¿qué comida {lleva|trae}{ usted|}<c>?
        ¿hay comida en {la|su} <maleta><c>?
        ¿{lleva|trae} {comida|alimentos} en {la|su} <maleta><c>?
        ¿{lleva|trae} comida, por ejemplo {queso|carne|fruta}<c>?
        ¿tiene {usted |}algo de comer{ en la <maleta>|}<c>?
        ¿{lleva|trae} {fruta, carne u otra comida|queso, fruta u otra comida}<c>?
        dígame si {lleva|trae} {comida|alimentos}<c>.
        ¿tiene {usted |}{carne|fruta}, queso u otros alimentos<c>?
        ¿{lleva|trae} comida de {su casa|su país}<c>?
        """,
        rich="""
        ¿{lleva|trae} {usted |}algún alimento en {el equipaje|la <maleta>}<c>?
        ¿{lleva|trae} alimentos de origen animal o vegetal<c>?
        ¿hay {comida|alimentos|algún alimento} en su equipaje<c>?
        ¿podría decirme si {lleva|trae} {comida|alimentos}<c>?
        quisiera saber si {lleva|trae} {usted |}{comida|alimentos}<c>.
        ¿me {confirma|indica} si {lleva|trae} {comida|alimentos}<c>?
        ¿viaja {usted |}con {comida|alimentos}, por ejemplo {carne|queso|fruta}<c>?
        ¿{lleva|trae} alimentos frescos, como {carne o fruta|queso o carne|fruta o queso}<c>?
        necesito que me diga si {lleva|trae} {comida|alimentos}<c>.
        ¿sería tan amable de decirme si {lleva|trae} {comida|alimentos}?
        ¿{lleva|trae} {usted |}algo de comer que deba declarar<c>?
        ¿me podría decir qué {comida|alimentos} {lleva|trae}<c>?
        """,
    ),
    "medicines": frames(
        easy="""
        ¿{lleva|trae} {usted |}medicinas<c>?
        ¿{lleva|trae} {usted |}medicamentos<c>?
        ¿toma {usted |}alguna medicina<c>?
        ¿qué medicinas {lleva|trae}{ usted|}<c>?
        ¿tiene medicinas en {la|su} <maleta><c>?
        ¿{lleva|trae} {pastillas|medicinas} o {jarabes|medicamentos}<c>?
        ¿hay medicinas en {la|su} <maleta><c>?
        ¿tiene {usted |}medicamentos<c>?
        ¿{lleva|trae} alguna medicina<c>?
        ¿viaja {usted |}con {medicinas|medicamentos}<c>?
        ¿{lleva|trae} pastillas u otras medicinas<c>?
        ¿qué medicamentos {lleva|trae}{ usted|}<c>?
        dígame si {lleva|trae} {medicinas|medicamentos}<c>.
        ¿{lleva|trae} medicinas en {la|su} <maleta><c>?
        """,
        rich="""
        ¿{lleva|trae} {usted |}algún medicamento{ en el equipaje|}<c>?
        ¿{lleva|trae} {medicamentos|medicinas} para uso personal<c>?
        ¿viaja {usted |}con algún {tratamiento médico|medicamento}<c>?
        ¿podría decirme si {lleva|trae} {medicinas|medicamentos}<c>?
        quisiera saber si {lleva|trae} {medicinas|medicamentos}<c>.
        ¿me {confirma|indica} si {lleva|trae} {medicinas|medicamentos}<c>?
        ¿hay {medicinas|medicamentos|algún medicamento} en su equipaje<c>?
        ¿toma {usted |}algún medicamento {durante el viaje|en este momento}<c>?
        necesito que me diga si {lleva|trae} {medicinas|medicamentos}<c>.
        ¿sería tan amable de decirme si {lleva|trae} {medicinas|medicamentos}?
        ¿{lleva|trae} {medicinas|medicamentos} que {necesiten receta|deba declarar}<c>?
        ¿me podría decir qué {medicinas|medicamentos} {lleva|trae}<c>?
        """,
    ),
    "pets": frames(
        easy="""
        ¿viaja {usted |}con animales<c>?
        ¿viaja {usted |}con algún animal<c>?
        ¿viaja {usted |}con una mascota<c>?
        ¿{lleva|trae} {usted |}algún animal<c>?
        ¿{lleva|trae} {usted |}una mascota<c>?
        ¿tiene {un animal|una mascota} con usted<c>?
        ¿{lleva|trae} {usted |}animales<c>?
        ¿viaja con un {perro o un gato|animal}<c>?
        ¿viene {usted |}con {algún animal|una mascota}<c>?
        ¿hay {algún animal|animales} en su equipaje<c>?
        ¿{lleva|trae} un perro, un gato u otro animal<c>?
        ¿qué animal {lleva|trae}{ usted|}<c>?
        dígame si {lleva|trae} {animales|algún animal}<c>.
        ¿viene algún animal con usted<c>?
        """,
        rich="""
        ¿viaja {usted |}con algún animal de compañía<c>?
        ¿viaja {usted |}con alguna mascota<c>?
        ¿{lleva|trae} {usted |}{algún animal|alguna mascota} en {este viaje|el equipaje}<c>?
        ¿podría decirme si {viaja con|lleva|trae} {animales|alguna mascota}<c>?
        quisiera saber si {viaja con|lleva|trae} {animales|alguna mascota}<c>.
        ¿me {confirma|indica} si {viaja con|lleva|trae} {animales|alguna mascota}<c>?
        ¿le acompaña {algún animal|alguna mascota}<c>?
        necesito que me diga si {viaja con|lleva|trae} {animales|alguna mascota}<c>.
        ¿sería tan amable de decirme si {viaja con|lleva|trae} {animales|alguna mascota}?
        ¿hay {algún animal|alguna mascota} que viaje con usted<c>?
        ¿{lleva|trae} {usted |}animales vivos o de compañía<c>?
        ¿viene {usted |}en compañía de {algún animal|alguna mascota}<c>?
        """,
    ),
    "samples": frames(
        easy="""
        ¿{lleva|trae} {usted |}muestras<c>?
        ¿{lleva|trae} muestras {de sus productos|para clientes|de su empresa}<c>?
        ¿qué muestras {lleva|trae}{ usted|}<c>?
        ¿{lleva|trae} productos {para vender|de su empresa}<c>?
        ¿tiene muestras en {la <maleta>|el equipaje}<c>?
        ¿hay muestras en {la|su} <maleta><c>?
        ¿tiene {usted |}muestras {para vender|de productos}<c>?
        ¿{lleva|trae} {usted |}muestras comerciales<c>?
        ¿viaja {usted |}con muestras<c>?
        ¿{lleva|trae} muestras o mercancía<c>?
        dígame si {lleva|trae} muestras<c>.
        ¿{lleva|trae} mercancía para {vender|su empresa}<c>?
        ¿{lleva|trae} muestras de {algún|un} producto<c>?
        ¿qué productos de su empresa {lleva|trae}<c>?
        """,
        rich="""
        ¿{lleva|trae} {usted |}muestras comerciales en el equipaje<c>?
        ¿{lleva|trae} {usted |}mercancía comercial<c>?
        ¿{lleva|trae} muestras {con|sin} valor comercial<c>?
        ¿podría decirme qué muestras {lleva|trae}<c>?
        quisiera saber si {lleva|trae} muestras{ comerciales|}<c>.
        ¿me {confirma|indica} si {lleva|trae} muestras{ comerciales|}<c>?
        ¿hay {muestras|mercancía} de su empresa en el equipaje<c>?
        necesito que me diga qué muestras {lleva|trae}<c>.
        ¿sería tan amable de decirme qué muestras {lleva|trae}?
        ¿viaja {usted |}con muestras o mercancía {de su empresa|comercial}<c>?
        ¿me podría explicar qué muestras {lleva|trae}<c>?
        ¿{lleva|trae} productos que {vaya a|piense} {vender|mostrar} {<aqui>|en <country>}<c>?
        """,
    ),
    "money": frames(
        easy="""
        ¿cuánto dinero {lleva|trae}{ usted|}<c>?
        ¿cuánto dinero {lleva|trae} en efectivo<c>?
        ¿{lleva|trae} {usted |}dinero en efectivo<c>?
        ¿cuánto efectivo {lleva|trae}{ usted|}<c>?
        ¿con cuánto dinero viaja{ usted|}<c>?
        ¿cuánto dinero tiene{ usted|}<c>?
        ¿cuánto dinero hay en {la <maleta>|el bolso|total}<c>?
        ¿{lleva|trae} {usted |}mucho dinero<c>?
        ¿cuánto dinero {lleva|trae} en total<c>?
        dígame cuánto dinero {lleva|trae}<c>.
        ¿cuánto {lleva|trae} {usted |}en {efectivo|billetes}<c>?
        ¿tiene {usted |}dinero en efectivo<c>?
        ¿cuánto dinero {lleva|trae} {para el viaje|con usted}<c>?
        ¿viaja {usted |}con {mucho dinero|dinero en efectivo}<c>?
        """,
        rich="""
        ¿qué cantidad de {dinero|efectivo} {lleva|trae}{ usted|}<c>?
        ¿podría decirme cuánto {efectivo|dinero en efectivo|dinero} {lleva|trae}<c>?
        ¿de cuánto dinero dispone{ usted|}{ para su viaje| para su estancia|}<c>?
        quisiera saber cuánto {efectivo|dinero} {lleva|trae}{ usted|}<c>.
        ¿me {confirma|indica} cuánto {efectivo|dinero} {lleva|trae}<c>?
        ¿con qué cantidad de {dinero|efectivo} viaja{ usted|}<c>?
        necesito que me diga cuánto {efectivo|dinero} {lleva|trae}<c>.
        ¿sería tan amable de decirme cuánto {efectivo|dinero} {lleva|trae}?
        ¿qué cantidad de dinero en efectivo {lleva|trae} en total<c>?
        ¿de cuánto efectivo dispone{ usted|}{ en este momento|}<c>?
        ¿me podría decir {cuánto dinero|qué cantidad de dinero} {lleva|trae}<c>?
        ¿cuánto dinero {lleva|trae}{ usted|}, contando todas las monedas<c>?
        """,
    ),
}
