"""What any customer says around the answers. Data only; ``lines`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.lines import Lines

CUSTOMER = Lines("""
@greet
es {hola|buenos días|buenas tardes|buenas|hola, buenas}
es {hola|buenas}, {¿me atiende?|necesito ayuda|tengo una pregunta|¿tiene un momento?}
tú {hola|ey|buenas|hola, qué tal}
en {hello|hi|good morning|good afternoon|hi there}
en {hello|hi}, {I need some help|could you help me?|do you have a minute?}
@lead
es {pues|bueno|mire|a ver|eh|sí},
es {claro|de acuerdo|vale},
es {creo que|perdón,|un momento,}
tú {pues|bueno|mira|a ver|eh|oye},
en {well|so|okay|let me see|um|yes},
en {sure|of course|right},
en {I think|sorry,|one moment,}
@tail
es {, por favor|, gracias|, si puede ser|, creo|, más o menos}
es . {Gracias|Nada más|Eso es todo|Muchas gracias}
tú {, ya ves|, creo|, más o menos|, claro}
en {, please|, thanks|, if possible|, I think|, more or less}
en . {Thanks|That's all|Nothing else|Thank you so much}
@nothing
es {no, nada|ninguno|nada de eso|me da igual|no, gracias|eso no|lo que sea}
tú {no, nada|nada de eso|pues nada|me da igual|paso}
en {no, nothing|none|nothing like that|I don't mind|no, thanks|not really|whatever}
@what
es {¿cómo?|¿perdón?|¿qué?|¿cómo dice?|¿me lo repite?|no he oído bien, hay ruido|otra vez, por favor}
tú {¿cómo?|¿qué?|¿qué dices?|¿eh?|no te oigo con la música}
en {what?|sorry?|pardon?|could you repeat that?|say that again, please|I didn't hear you, it's noisy}
@hard
es {no entiendo la palabra|¿qué significa eso?|no sé a qué se refiere|no comprendo bien}
tú {no te entiendo|¿qué significa eso?|no sé qué quieres decir}
en {I don't understand the word|what does that mean?|I don't know what you mean|I don't quite follow}
@yes
es {sí, eso es|sí|exacto|correcto, gracias|eso, sí|así es}
tú {sí, eso|claro|exacto|eso mismo}
en {yes, that's it|yes|exactly|correct, thanks|that's right|right}
@no_but
es {no, no: <x>|no, mejor <x>|no, he dicho <x>|casi: <x>}
tú {qué va: <x>|no, <x>|casi, <x>}
en {no, no: <x>|no, better <x>|no, I said <x>|nearly: <x>}
@change
es {perdone, lo de antes lo cambio: <x>|me he equivocado, es <x>|ah, y al final <x>|mejor cambio una cosa: <x>}
tú {espera, lo de antes no: <x>|ay, me he liado, es <x>|bueno, al final <x>}
en {sorry, I'd like to change something: <x>|I made a mistake, it's <x>|oh, and in the end <x>|wait, better <x>}
@which
es {<x>|deje <x>|la segunda: <x>|quédese con <x>|sí, cámbielo: <x>}
tú {<x>|la buena es <x>|deja <x>}
en {<x>|keep <x>|the second one: <x>|yes, change it: <x>}
@fine
es {muy bien|perfecto|de acuerdo|aquí tiene|está bien|no es mucho|muchas gracias|qué rápido}
es {perfecto|estupendo}, {muchas gracias|gracias por todo|muy amable}
tú {igualmente|qué bien|sí, se me hace tarde|me alegro mucho|lo mismo digo}
en {very good|perfect|all right|here you are|that's fine|that's not much|thanks a lot|that was quick}
en {perfect|great}, {thank you so much|thanks for everything|very kind}
pal {same here|me too|yes, it's getting late|I'm glad|likewise}
@bye
es {adiós|hasta luego|gracias, adiós|que vaya bien el día}
tú {chao|nos vemos|hasta otra}
en {bye|goodbye|see you|thanks, bye}
@and
es {, y además |, y |; |. También: }
en {, and |; |. Also: |, and then }
""")
