<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Practise spoken Spanish at a customs booth, entirely on your own computer.</source>
        <translation>Practique el español hablado en una garita de aduana, todo en su propio equipo.</translation>
    </message>
    <message>
        <source>The rules of the booths are for practice and no legal advice; the officers are invented.</source>
        <translation>Las normas de las garitas son para practicar y no son asesoramiento legal; los oficiales son inventados.</translation>
    </message>
    <message>
        <source>Copy version details</source>
        <translation>Copiar los datos de la versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>With the chosen conversations</source>
        <translation>Con las conversaciones elegidas</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Repasar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Otra vez</translation>
    </message>
</context>
<context>
    <name>AdapterChoiceRow</name>
    <message>
        <source>{name} (does not fit this base)</source>
        <translation>{name} (no encaja con esta base)</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>Peso de {name}</translation>
    </message>
</context>
<context>
    <name>AdapterRow</name>
    <message>
        <source>Use the adapter {name}</source>
        <translation>Usar el adaptador {name}</translation>
    </message>
    <message>
        <source>Strength of {name}</source>
        <translation>Intensidad de {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>rango {rank}</translation>
    </message>
    <message>
        <source>made for {base}</source>
        <translation>hecho para {base}</translation>
    </message>
    <message>
        <source>Made for another model than the one in use.</source>
        <translation>Hecho para un modelo distinto del que está en uso.</translation>
    </message>
</context>
<context>
    <name>AdaptersCard</name>
    <message>
        <source>Adapters</source>
        <translation>Adaptadores</translation>
    </message>
    <message>
        <source>An adapter changes how an officer speaks. It works with the model it was made for.</source>
        <translation>Un adaptador cambia la forma de hablar del oficial. Funciona con el modelo para el que se hizo.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Adding {name}</source>
        <translation>Añadiendo {name}</translation>
    </message>
    <message>
        <source>Add models or adapters</source>
        <translation>Añadir modelos o adaptadores</translation>
    </message>
    <message>
        <source>{name} is among your models now.</source>
        <translation>{name} ya está entre sus modelos.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>BoothRoom</name>
    <message>
        <source>Trip card</source>
        <translation>Ficha de viaje</translation>
    </message>
    <message>
        <source>Show or fold away your papers and goals  ({key})</source>
        <translation>Mostrar u ocultar sus documentos y objetivos  ({key})</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Type in Spanish</source>
        <translation>Escriba en español</translation>
    </message>
    <message>
        <source>Speak, or type in Spanish</source>
        <translation>Hable o escriba en español</translation>
    </message>
    <message>
        <source>Hold {key} or the microphone and speak, or type in Spanish</source>
        <translation>Hable con {key} o el micrófono pulsado, o escriba en español</translation>
    </message>
</context>
<context>
    <name>Browse</name>
    <message>
        <source>Trips</source>
        <translation>Viajes</translation>
    </message>
    <message>
        <source>Where would you like to cross a border today?</source>
        <translation>¿Por dónde le gustaría cruzar hoy la frontera?</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>A trip of your own, a .toml file; you can also drop it here</source>
        <translation>Un viaje propio, un archivo .toml; también puede soltarlo aquí</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>Show all trips</source>
        <translation>Mostrar todos los viajes</translation>
    </message>
    <message>
        <source>No trip fits</source>
        <translation>Ningún viaje coincide</translation>
    </message>
    <message>
        <source>Try another word, level or country.</source>
        <translation>Pruebe con otra palabra, otro nivel u otro país.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The trips could not be read</source>
        <translation>No se pudieron leer los viajes</translation>
    </message>
    <message>
        <source>{shown} of {all} trips</source>
        <translation>{shown} de {all} viajes</translation>
    </message>
</context>
<context>
    <name>BubbleView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>Bubbles</name>
    <message>
        <source>Officer</source>
        <translation>Oficial</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>partly in set words</source>
        <translation>en parte con frases preparadas</translation>
    </message>
    <message>
        <source>worded anew</source>
        <translation>reformulado</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>not sure: {words}</source>
        <translation>dudoso: {words}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Go to the newest words</source>
        <translation>Ir a lo más reciente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the whole conversation</source>
        <translation>Copiar toda la conversación</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>Oírlo otra vez</translation>
    </message>
    <message>
        <source>Hear it again, slower</source>
        <translation>Oírlo otra vez, más despacio</translation>
    </message>
    <message>
        <source>Hear your own voice</source>
        <translation>Oír su propia voz</translation>
    </message>
    <message>
        <source>Let the officer answer differently</source>
        <translation>Que el oficial responda de otra manera</translation>
    </message>
    <message>
        <source>Change what you said</source>
        <translation>Cambiar lo que dijo</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirar el turno</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Opening the booth</source>
        <translation>Abriendo la garita</translation>
    </message>
</context>
<context>
    <name>DebriefPage</name>
    <message>
        <source>How it went</source>
        <translation>Cómo fue</translation>
    </message>
    <message>
        <source>Underlined words were perhaps heard wrongly.</source>
        <translation>Las palabras subrayadas quizá se oyeron mal.</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Repasando</translation>
    </message>
    <message>
        <source>Choose a trip</source>
        <translation>Elegir un viaje</translation>
    </message>
    <message>
        <source>Nothing to look back on</source>
        <translation>Nada que repasar</translation>
    </message>
    <message>
        <source>After a conversation you find here how it went: the verdict, your goals, every word.</source>
        <translation>Después de una conversación verá aquí cómo fue: el veredicto, sus objetivos y cada palabra.</translation>
    </message>
    <message>
        <source>In numbers</source>
        <translation>En cifras</translation>
    </message>
    <message>
        <source>Seconds until each answer</source>
        <translation>Segundos hasta cada respuesta</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>of talk</source>
        <translation>de conversación</translation>
    </message>
    <message>
        <source>different words</source>
        <translation>palabras distintas</translation>
    </message>
    <message>
        <source>words a turn</source>
        <translation>palabras por turno</translation>
    </message>
    <message>
        <source>in Spanish</source>
        <translation>en español</translation>
    </message>
    <message>
        <source>Share of your words in Spanish sentences.</source>
        <translation>Parte de sus palabras que está en frases en español.</translation>
    </message>
    <message>
        <source>Half of your answers came sooner, half later.</source>
        <translation>La mitad de sus respuestas llegó antes; la otra mitad, después.</translation>
    </message>
    <message>
        <source>until you answer</source>
        <translation>hasta que responde</translation>
    </message>
    <message>
        <source>Words that the computer was not sure to have heard.</source>
        <translation>Palabras que el equipo no está seguro de haber oído.</translation>
    </message>
    <message>
        <source>unclear word</source>
        <translation>palabra dudosa</translation>
    </message>
    <message>
        <source>unclear words</source>
        <translation>palabras dudosas</translation>
    </message>
    <message>
        <source>Sentences of the officer&apos;s that were not good enough and replaced by prepared ones.</source>
        <translation>Frases del oficial que no eran lo bastante buenas y se sustituyeron por otras preparadas.</translation>
    </message>
    <message>
        <source>sentence replaced</source>
        <translation>frase sustituida</translation>
    </message>
    <message>
        <source>sentences replaced</source>
        <translation>frases sustituidas</translation>
    </message>
</context>
<context>
    <name>EarCard</name>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
</context>
<context>
    <name>EmptyBooth</name>
    <message>
        <source>Choose a trip</source>
        <translation>Elegir un viaje</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>Sorpréndame</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>See how it went</source>
        <translation>Ver cómo fue</translation>
    </message>
    <message>
        <source>The booth is open</source>
        <translation>La garita está abierta</translation>
    </message>
    <message>
        <source>Take a trip, look at your papers, and tell the officer in Spanish where you are going.</source>
        <translation>Elija un viaje, mire sus documentos y dígale al oficial en español adónde va.</translation>
    </message>
    <message>
        <source>What you said is saved.</source>
        <translation>Lo que dijo está guardado.</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>See how it went</source>
        <translation>Ver cómo fue</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Another trip</source>
        <translation>Otro viaje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>You may go through. Say good-bye, or look back at it.</source>
        <translation>Puede pasar. Despídase o repase la conversación.</translation>
    </message>
    <message>
        <source>You pay the duty and may go through. Say good-bye, or look back at it.</source>
        <translation>Paga los derechos y puede pasar. Despídase o repase la conversación.</translation>
    </message>
    <message>
        <source>Some of your things stay here. Say good-bye, or look back at it.</source>
        <translation>Parte de sus cosas se queda aquí. Despídase o repase la conversación.</translation>
    </message>
    <message>
        <source>Your luggage is looked through. Say good-bye, or look back at it.</source>
        <translation>Van a revisar su equipaje. Despídase o repase la conversación.</translation>
    </message>
    <message>
        <source>You may not go through this time. Say good-bye, or look back at it.</source>
        <translation>Esta vez no puede pasar. Despídase o repase la conversación.</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Spanish letters: á é í ó ú ü ñ ¿ ¡</source>
        <translation>Letras españolas: á é í ó ú ü ñ ¿ ¡</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>You are changing what you said. What followed is struck when you send.</source>
        <translation>Está cambiando lo que dijo. Al enviarlo se borra lo que vino después.</translation>
    </message>
    <message>
        <source>Keep it as it was</source>
        <translation>Dejarlo como estaba</translation>
    </message>
    <message>
        <source>Stop the officer (Esc)</source>
        <translation>Detener al oficial (Esc)</translation>
    </message>
</context>
<context>
    <name>EntryEdit</name>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Web page, to read or print</source>
        <translation>Página web, para leer o imprimir</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Everything, for programs</source>
        <translation>Todo, para programas</translation>
    </message>
    <message>
        <source>My voice</source>
        <translation>Mi voz</translation>
    </message>
    <message>
        <source>Save the conversation</source>
        <translation>Guardar la conversación</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} de {whole}</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>faltan {time}</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>Descargando {name}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search trips</source>
        <translation>Buscar viajes</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>Todos los países</translation>
    </message>
</context>
<context>
    <name>GainTable</name>
    <message>
        <source>Part of the model</source>
        <translation>Parte del modelo</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensores</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Escrito como</translation>
    </message>
    <message>
        <source>Survives</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <source>What happens to the parts of the model</source>
        <translation>Qué pasa con cada parte del modelo</translation>
    </message>
    <message>
        <source>{types}, raised</source>
        <translation>{types}, ampliado</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>{share}, too little</source>
        <translation>{share}, muy poco</translation>
    </message>
</context>
<context>
    <name>GoStep</name>
    <message>
        <source>The officer asks</source>
        <translation>El oficial pregunta</translation>
    </message>
    <message>
        <source>In Spanish, aloud and in writing. You can hear it again, slower.</source>
        <translation>En español, de viva voz y por escrito. Puede oírlo otra vez, más despacio.</translation>
    </message>
    <message>
        <source>You answer</source>
        <translation>Usted responde</translation>
    </message>
    <message>
        <source>Your papers lie at hand</source>
        <translation>Sus documentos, a mano</translation>
    </message>
    <message>
        <source>Who you are and what you carry. Goals are ticked off as you meet them.</source>
        <translation>Quién es usted y qué lleva. Los objetivos se marcan a medida que los cumple.</translation>
    </message>
    <message>
        <source>Type your answer and press Enter. Alt with a letter writes á, ñ, ¿.</source>
        <translation>Escriba su respuesta y pulse Intro. Alt con una letra escribe á, ñ, ¿.</translation>
    </message>
    <message>
        <source>Just speak; a pause ends your turn. You can always type instead.</source>
        <translation>Hable sin más; una pausa termina su turno. También puede escribir cuando quiera.</translation>
    </message>
    <message>
        <source>Hold {key} while you speak. You can always type instead.</source>
        <translation>Mantenga pulsada la tecla {key} mientras habla. También puede escribir cuando quiera.</translation>
    </message>
</context>
<context>
    <name>GoalList</name>
    <message>
        <source>What you have to do</source>
        <translation>Lo que tiene que hacer</translation>
    </message>
    <message>
        <source>Goals met</source>
        <translation>Objetivos cumplidos</translation>
    </message>
    <message>
        <source>{met} of {all}</source>
        <translation>{met} de {all}</translation>
    </message>
</context>
<context>
    <name>GoalRow</name>
    <message>
        <source>asked now</source>
        <translation>se pregunta ahora</translation>
    </message>
    <message>
        <source>left unanswered</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>done</source>
        <translation>cumplido</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>pendiente</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>This trip was saved by another version of Garita and cannot be held again.</source>
        <translation>Este viaje lo guardó otra versión de Garita y no se puede repetir.</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Entrada autorizada</translation>
    </message>
    <message>
        <source>Admitted, with duty</source>
        <translation>Autorizada, con pago</translation>
    </message>
    <message>
        <source>Goods held</source>
        <translation>Mercancía retenida</translation>
    </message>
    <message>
        <source>Second inspection</source>
        <translation>Segunda revisión</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Entrada denegada</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>&lt; 1 min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 palabra</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} palabras</translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation>1 turno</translation>
    </message>
    <message>
        <source>{count} turns</source>
        <translation>{count} turnos</translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>1 conversación</translation>
    </message>
    <message>
        <source>{count} conversations</source>
        <translation>{count} conversaciones</translation>
    </message>
    <message>
        <source>word you said</source>
        <translation>palabra dicha</translation>
    </message>
    <message>
        <source>words you said</source>
        <translation>palabras dichas</translation>
    </message>
    <message>
        <source>minute of talk</source>
        <translation>minuto de conversación</translation>
    </message>
    <message>
        <source>minutes of talk</source>
        <translation>minutos de conversación</translation>
    </message>
    <message>
        <source>day in a row</source>
        <translation>día seguido</translation>
    </message>
    <message>
        <source>days in a row</source>
        <translation>días seguidos</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>conversación</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>conversaciones</translation>
    </message>
    <message>
        <source>The conversation was deleted.</source>
        <translation>La conversación se ha eliminado.</translation>
    </message>
    <message>
        <source>{count} conversations were deleted.</source>
        <translation>Se han eliminado {count} conversaciones.</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Oficial</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Search in everything that was said</source>
        <translation>Buscar en todo lo que se dijo</translation>
    </message>
    <message>
        <source>Choose a trip</source>
        <translation>Elegir un viaje</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Mostrar todas las conversaciones</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Leyendo el diario</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Aún no hay conversaciones</translation>
    </message>
    <message>
        <source>Whatever you say at the booth is kept here, on this computer and nowhere else.</source>
        <translation>Todo lo que diga en la garita se guarda aquí, en este equipo y en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se ha encontrado nada</translation>
    </message>
    <message>
        <source>Nobody said that. Beginnings of words are enough, and accents do not matter.</source>
        <translation>Nadie dijo eso. Basta con el comienzo de las palabras, y las tildes no importan.</translation>
    </message>
    <message>
        <source>The journal cannot be read</source>
        <translation>No se puede leer el diario</translation>
    </message>
    <message>
        <source>Nothing was lost by trying.</source>
        <translation>No se ha perdido nada por intentarlo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>JobsButton</name>
    <message>
        <source>Running: {count}</source>
        <translation>En marcha: {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>What runs in the background (Ctrl+J)</source>
        <translation>Lo que se hace en segundo plano (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>What runs in the background</source>
        <translation>Lo que se hace en segundo plano</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>En segundo plano</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
</context>
<context>
    <name>MachineLines</name>
    <message>
        <source>Machine readable lines</source>
        <translation>Líneas de lectura mecánica</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Needs {needed} of {free} of free memory</source>
        <translation>Necesita {needed} de los {free} de memoria libre</translation>
    </message>
</context>
<context>
    <name>MergeChoice</name>
    <message>
        <source>Add the folder of a PEFT adapter…</source>
        <translation>Añadir la carpeta de un adaptador PEFT…</translation>
    </message>
    <message>
        <source>The built-in officer</source>
        <translation>El oficial incluido</translation>
    </message>
    <message>
        <source>The types of the base</source>
        <translation>Los tipos de la base</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Type of the result</source>
        <translation>Tipo del resultado</translation>
    </message>
    <message>
        <source>Name of the result</source>
        <translation>Nombre del resultado</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adaptadores</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Escrito como</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Merging is exact or refused: before anything is written you see what will happen.</source>
        <translation>La fusión es exacta o no se hace: antes de escribir nada, verá qué va a pasar.</translation>
    </message>
    <message>
        <source>No adapter is here yet. Add a .gguf adapter or a folder.</source>
        <translation>Aún no hay adaptadores. Añada uno .gguf o una carpeta.</translation>
    </message>
    <message>
        <source>The folder of a PEFT adapter</source>
        <translation>La carpeta de un adaptador PEFT</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge an officer and its adapters</source>
        <translation>Fusionar un oficial con sus adaptadores</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Ver el plan</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionar</translation>
    </message>
    <message>
        <source>Use this officer</source>
        <translation>Usar este oficial</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Merging {name}</source>
        <translation>Fusionando {name}</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>No ha funcionado</translation>
    </message>
</context>
<context>
    <name>MicButton</name>
    <message>
        <source>Speak</source>
        <translation>Hablar</translation>
    </message>
</context>
<context>
    <name>MicrophoneStep</name>
    <message>
        <source>Opening the microphone…</source>
        <translation>Abriendo el micrófono…</translation>
    </message>
    <message>
        <source>Say something, for example: «Buenos días, vengo de vacaciones.»</source>
        <translation>Diga algo, por ejemplo: «Buenos días, vengo de vacaciones».</translation>
    </message>
    <message>
        <source>Your voice is heard</source>
        <translation>Se le oye</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>I will type instead</source>
        <translation>Prefiero escribir</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <translation>El micrófono del sistema</translation>
    </message>
    <message>
        <source>Listening to “{name}”</source>
        <translation>Escuchando por «{name}»</translation>
    </message>
    <message>
        <source>No microphone to listen to</source>
        <translation>No hay ningún micrófono</translation>
    </message>
    <message>
        <source>Plug one in and look again, or type your answers.</source>
        <translation>Conecte uno y vuelva a buscar, o escriba sus respuestas.</translation>
    </message>
    <message>
        <source>The microphone could not be tried.</source>
        <translation>No se pudo probar el micrófono.</translation>
    </message>
    <message>
        <source>You can type your answers.</source>
        <translation>Puede escribir sus respuestas.</translation>
    </message>
    <message>
        <source>Get speech recognition</source>
        <translation>Obtener un reconocedor</translation>
    </message>
    <message>
        <source>Speech is not understood yet: that needs a recognition model, once.</source>
        <translation>Aún no se entiende lo que dice: falta un modelo de reconocimiento, que se descarga una sola vez.</translation>
    </message>
    <message>
        <source>Until then you type, and the officer speaks.</source>
        <translation>Hasta entonces usted escribe y el oficial habla.</translation>
    </message>
    <message>
        <source>Look for microphones again</source>
        <translation>Buscar micrófonos otra vez</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{what}. You can type and read meanwhile.</source>
        <translation>{what}. Mientras tanto, puede escribir y leer.</translation>
    </message>
    <message>
        <source>The voice you chose is not to be had; the officer speaks with the usual one.</source>
        <translation>La voz que eligió no está disponible; el oficial habla con la de siempre.</translation>
    </message>
    <message>
        <source>Get a recogniser</source>
        <translation>Obtener un reconocedor</translation>
    </message>
    <message>
        <source>Sound settings</source>
        <translation>Ajustes de sonido</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>The built-in officer</source>
        <translation>El oficial incluido</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} de parámetros</translation>
    </message>
    <message>
        <source>Context {tokens}</source>
        <translation>Contexto {tokens}</translation>
    </message>
    <message>
        <source>{rate} tokens/s here</source>
        <translation>{rate} tokens/s aquí</translation>
    </message>
    <message>
        <source>Measured in conversations, threads: {count}</source>
        <translation>Medido en conversaciones, hilos: {count}</translation>
    </message>
    <message>
        <source>made of {parts}</source>
        <translation>hecho de {parts}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Download of {name}</source>
        <translation>Descarga de {name}</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ya está aquí</translation>
    </message>
    <message>
        <source>Suits</source>
        <translation>Adecuado</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Justo</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Demasiado grande</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} de descarga</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>{size} de memoria</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Licencia: {name}</translation>
    </message>
    <message>
        <source>its own terms</source>
        <translation>condiciones propias</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Paused at {done} of {whole}</source>
        <translation>En pausa: {done} de {whole}</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausando…</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>No ha funcionado</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause: {name}</source>
        <translation>Pausar: {name}</translation>
    </message>
    <message>
        <source>Discard what has come of {name}</source>
        <translation>Descartar lo descargado de {name}</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Show all {count}</source>
        <translation>Mostrar los {count}</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
</context>
<context>
    <name>OfficerView</name>
    <message>
        <source>The booth is empty</source>
        <translation>La garita está vacía</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>listening to you</source>
        <translation>le escucha</translation>
    </message>
    <message>
        <source>hearing you speak</source>
        <translation>le oye hablar</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>piensa</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>habla</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>duerme</translation>
    </message>
    <message>
        <source>{name}, officer, {service}: {doing}</source>
        <translation>{name}, oficial, {service}: {doing}</translation>
    </message>
</context>
<context>
    <name>OfficersPage</name>
    <message>
        <source>Officers</source>
        <translation>Oficiales</translation>
    </message>
    <message>
        <source>The model behind the officer, and the ear that hears you. Everything runs on this computer.</source>
        <translation>El modelo que hay detrás del oficial y el oído que le escucha. Todo funciona en este equipo.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionar…</translation>
    </message>
    <message>
        <source>Make one model of an officer and its adapters</source>
        <translation>Hacer un solo modelo de un oficial y sus adaptadores</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Añadir un archivo…</translation>
    </message>
    <message>
        <source>Copy a .gguf file into Garita; dropping it on this page does the same</source>
        <translation>Copiar un archivo .gguf en Garita; soltarlo en esta página hace lo mismo</translation>
    </message>
    <message>
        <source>Looking at what is here</source>
        <translation>Mirando qué hay aquí</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>More officers</source>
        <translation>Más oficiales</translation>
    </message>
    <message>
        <source>Larger models converse more freely and ask more of the computer. Nothing comes without a click.</source>
        <translation>Los modelos más grandes conversan con más soltura y exigen más al equipo. Nada se descarga sin un clic.</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Oído</translation>
    </message>
    <message>
        <source>The recogniser writes down what you say. Larger ones mishear less.</source>
        <translation>El reconocedor escribe lo que usted dice. Los más grandes se equivocan menos.</translation>
    </message>
    <message>
        <source>Let go to add the model</source>
        <translation>Suelte para añadir el modelo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>No ha funcionado</translation>
    </message>
    <message>
        <source>The models cannot be listed</source>
        <translation>No se pueden mostrar los modelos</translation>
    </message>
    <message>
        <source>No recogniser is here yet, so you type what you say.</source>
        <translation>Aquí aún no hay reconocedor, así que usted escribe lo que dice.</translation>
    </message>
    <message>
        <source>Download one below to speak with the officer.</source>
        <translation>Descargue uno más abajo para hablar con el oficial.</translation>
    </message>
    <message>
        <source>{name} is here now.</source>
        <translation>{name} ya está aquí.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
</context>
<context>
    <name>PassportPage</name>
    <message>
        <source>Passport</source>
        <translation>Pasaporte</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Fotografía</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>{name}: {before} become {after}, in about {time}, with {memory} of memory.</source>
        <translation>{name}: de {before} a {after}, en unos {time} y con {memory} de memoria.</translation>
    </message>
    <message>
        <source>Look twice: {warning}</source>
        <translation>Revíselo bien: {warning}</translation>
    </message>
    <message>
        <source>Most of the change would be lost in: {parts}</source>
        <translation>Se perdería la mayor parte del cambio en: {parts}</translation>
    </message>
    <message>
        <source>One tensor is written larger than asked for, so that the change survives.</source>
        <translation>Un tensor se escribe más grande de lo pedido para que el cambio se conserve.</translation>
    </message>
    <message>
        <source>{count} tensors are written larger than asked for, so that the change survives.</source>
        <translation>{count} tensores se escriben más grandes de lo pedido para que el cambio se conserve.</translation>
    </message>
</context>
<context>
    <name>PresenterPage</name>
    <message>
        <source>Present</source>
        <translation>Presentar</translation>
    </message>
    <message>
        <source>Full screen, large captions in Spanish and English, keyboard only.</source>
        <translation>Pantalla completa, subtítulos grandes en español y en inglés, solo con el teclado.</translation>
    </message>
    <message>
        <source>A rehearsed conversation</source>
        <translation>Una conversación ensayada</translation>
    </message>
    <message>
        <source>Plays by itself: the traveller is rehearsed, the officer is the real one and says the same every time. Also with “garita --demo”.</source>
        <translation>Avanza sola; el oficial es el de verdad y dice siempre lo mismo. También con «garita --demo».</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>A live conversation</source>
        <translation>Una conversación en vivo</translation>
    </message>
    <message>
        <source>You are the traveller: hold Space and speak, or type.</source>
        <translation>Usted es quien viaja: mantenga pulsado Espacio y hable, o escriba.</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Open the booth</source>
        <translation>Abrir la garita</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>These files cannot be practised yet</source>
        <translation>Estos archivos aún no se pueden practicar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Read them again</source>
        <translation>Leerlos otra vez</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Línea {line}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The officer is getting ready</source>
        <translation>El oficial se prepara</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>How much you have said, and how well it went.</source>
        <translation>Cuánto ha hablado y cómo le ha ido.</translation>
    </message>
    <message>
        <source>How far to look back</source>
        <translation>Hasta dónde mirar atrás</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Sumando</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 semanas</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 meses</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un año</translation>
    </message>
    <message>
        <source>Choose a trip</source>
        <translation>Elegir un viaje</translation>
    </message>
    <message>
        <source>After your first conversations you see here how much you said, and how well it went.</source>
        <translation>Después de sus primeras conversaciones verá aquí cuánto habló y cómo le fue.</translation>
    </message>
    <message>
        <source>Nothing to add up yet</source>
        <translation>Aún no hay nada que sumar</translation>
    </message>
    <message>
        <source>Minutes of talk</source>
        <translation>Minutos de conversación</translation>
    </message>
    <message>
        <source>Words you said</source>
        <translation>Palabras dichas</translation>
    </message>
    <message>
        <source>Share of Spanish</source>
        <translation>Proporción de español</translation>
    </message>
    <message>
        <source>Goals met</source>
        <translation>Objetivos cumplidos</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Semana del {day}</translation>
    </message>
    <message>
        <source>in Spanish</source>
        <translation>en español</translation>
    </message>
    <message>
        <source>of goals met</source>
        <translation>de objetivos cumplidos</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Merging</source>
        <translation>Fusionando</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Escribiendo {name}…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>{name} is ready: {size}.</source>
        <translation>{name} está listo: {size}.</translation>
    </message>
    <message>
        <source>This is how much of the adapters&apos; change is in it:</source>
        <translation>Esto es lo que contiene del cambio de los adaptadores:</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Garita</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Viajes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Oficiales</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presentar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>The rehearsed traveller speaks</source>
        <translation>Habla el viajero ensayado</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>{name} se ha quitado.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the search field</source>
        <translation>Vaciar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SecretNote</name>
    <message>
        <source>Only you know</source>
        <translation>Solo usted lo sabe</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Changes are saved as you make them.</source>
        <translation>Los cambios se guardan al hacerlos.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of the menus; the officer always speaks Spanish.</source>
        <translation>El de los menús; el oficial siempre habla español.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Show the officer</source>
        <translation>Mostrar al oficial</translation>
    </message>
    <message>
        <source>Without the picture there is more room to read.</source>
        <translation>Sin la imagen queda más sitio para leer.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Nothing moves that need not.</source>
        <translation>No se mueve nada que no haga falta.</translation>
    </message>
    <message>
        <source>Whenever I speak</source>
        <translation>Siempre que hablo</translation>
    </message>
    <message>
        <source>While I hold a key</source>
        <translation>Mientras pulso una tecla</translation>
    </message>
    <message>
        <source>Choose a recogniser</source>
        <translation>Elegir un reconocedor</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>Su voz</translation>
    </message>
    <message>
        <source>Listen to me</source>
        <translation>Escucharme</translation>
    </message>
    <message>
        <source>Off: you type what you say. Holds from the next conversation on.</source>
        <translation>Desactivado: usted escribe lo que dice. Vale desde la próxima conversación.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>When it listens</source>
        <translation>Cuándo escucha</translation>
    </message>
    <message>
        <source>Key to talk</source>
        <translation>Tecla para hablar</translation>
    </message>
    <message>
        <source>Hold it while you speak.</source>
        <translation>Manténgala pulsada mientras habla.</translation>
    </message>
    <message>
        <source>Pause that ends your turn</source>
        <translation>Pausa que termina su turno</translation>
    </message>
    <message>
        <source>Automatic learns it from how you speak.</source>
        <translation>«Automático» la aprende de su manera de hablar.</translation>
    </message>
    <message>
        <source>I may interrupt the officer</source>
        <translation>Puedo interrumpir al oficial</translation>
    </message>
    <message>
        <source>With headphones, or where “garita doctor --echo” finds little echo.</source>
        <translation>Con auriculares, o si «garita doctor --echo» encuentra poco eco.</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Reconocimiento de voz</translation>
    </message>
    <message>
        <source>What turns your voice into words on this computer.</source>
        <translation>Lo que convierte su voz en palabras en este equipo.</translation>
    </message>
    <message>
        <source>By country and officer</source>
        <translation>Según el país y el oficial</translation>
    </message>
    <message>
        <source>As in a quiet room</source>
        <translation>Como en una sala tranquila</translation>
    </message>
    <message>
        <source>Through the booth&apos;s glass</source>
        <translation>A través del cristal</translation>
    </message>
    <message>
        <source>Over the hall&apos;s loudspeakers</source>
        <translation>Por la megafonía de la sala</translation>
    </message>
    <message>
        <source>The officer&apos;s voice</source>
        <translation>La voz del oficial</translation>
    </message>
    <message>
        <source>Speak aloud</source>
        <translation>Hablar en voz alta</translation>
    </message>
    <message>
        <source>Off: you read what the officer says.</source>
        <translation>Desactivado: usted lee lo que dice el oficial.</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Speed of speech</source>
        <translation>Velocidad del habla</translation>
    </message>
    <message>
        <source>Slower is easier to follow.</source>
        <translation>Más despacio se sigue mejor.</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>How the booth sounds</source>
        <translation>Cómo suena la garita</translation>
    </message>
    <message>
        <source>Sound of the hall</source>
        <translation>Sonido de la sala</translation>
    </message>
    <message>
        <source>People and announcements around you; harder to follow.</source>
        <translation>Gente y avisos a su alrededor; cuesta más seguir al oficial.</translation>
    </message>
    <message>
        <source>Choose an officer</source>
        <translation>Elegir un oficial</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>No se usa</translation>
    </message>
    <message>
        <source>Everything on it</source>
        <translation>Todo en ella</translation>
    </message>
    <message>
        <source>The officer&apos;s mind</source>
        <translation>La mente del oficial</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Who sits in the booth.</source>
        <translation>Quién está en la garita.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Automatic measures which number is fastest here.</source>
        <translation>«Automático» mide qué número es el más rápido aquí.</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>Variedad</translation>
    </message>
    <message>
        <source>How freely the officer words things; 0 is always the likeliest word.</source>
        <translation>Con qué libertad se expresa el oficial; 0 es siempre la palabra más probable.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Back to the initial values</source>
        <translation>Volver a los valores iniciales</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Keep my voice</source>
        <translation>Guardar mi voz</translation>
    </message>
    <message>
        <source>Recordings of your turns stay on this computer, for you to replay.</source>
        <translation>Las grabaciones de sus turnos quedan en este equipo, para que pueda oírlas.</translation>
    </message>
    <message>
        <source>Nothing is ever fetched from the network, not even when asked.</source>
        <translation>No se descarga nada, ni aunque se pida.</translation>
    </message>
    <message>
        <source>Never use the network</source>
        <translation>No usar nunca la red</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Sus datos</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>All settings have their initial values again.</source>
        <translation>Todos los ajustes vuelven a tener sus valores iniciales.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Papers</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Trip card</source>
        <translation>Ficha de viaje</translation>
    </message>
    <message>
        <source>Goals {met}/{all}</source>
        <translation>Objetivos {met}/{all}</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Answer in Spanish</source>
        <translation>Responda en español</translation>
    </message>
    <message>
        <source>What you say</source>
        <translation>Lo que usted dice</translation>
    </message>
    <message>
        <source>Warming up…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Space begins · Esc leaves</source>
        <translation>Espacio: empezar · Esc: salir</translation>
    </message>
    <message>
        <source>Esc leaves · F2 English · Ctrl + and − size · Ctrl+R from the beginning</source>
        <translation>Esc: salir · F2: inglés · Ctrl + y −: tamaño · Ctrl+R: desde el principio</translation>
    </message>
    <message>
        <source>Paused · Space goes on · {keys}</source>
        <translation>En pausa · Espacio: continuar · {keys}</translation>
    </message>
    <message>
        <source>Space pauses · {keys}</source>
        <translation>Espacio: pausa · {keys}</translation>
    </message>
    <message>
        <source>Hold Space to speak, or type · {keys}</source>
        <translation>Mantenga Espacio para hablar, o escriba · {keys}</translation>
    </message>
</context>
<context>
    <name>StageBadge</name>
    <message>
        <source>At rest</source>
        <translation>En reposo</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message>
        <source>Hearing you</source>
        <translation>Oyéndole</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>Entendiendo</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensando</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Su turno</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
</context>
<context>
    <name>StepWay</name>
    <message>
        <source>Step {number} of {all}: {name}</source>
        <translation>Paso {number} de {all}: {name}</translation>
    </message>
</context>
<context>
    <name>SurpriseTile</name>
    <message>
        <source>Surprise me</source>
        <translation>Sorpréndame</translation>
    </message>
    <message>
        <source>A booth somewhere, another name, another suitcase.</source>
        <translation>Una garita cualquiera, otro nombre, otra maleta.</translation>
    </message>
</context>
<context>
    <name>ThingRow</name>
    <message>
        <source>must be declared</source>
        <translation>hay que declararlo</translation>
    </message>
</context>
<context>
    <name>TimesPlot</name>
    <message>
        <source>Seconds until each answer</source>
        <translation>Segundos hasta cada respuesta</translation>
    </message>
    <message>
        <source>{seconds} s: {words}</source>
        <translation>{seconds} s: {words}</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>after {seconds} s</source>
        <translation>tras {seconds} s</translation>
    </message>
</context>
<context>
    <name>TripCard</name>
    <message>
        <source>Trip card</source>
        <translation>Ficha de viaje</translation>
    </message>
    <message>
        <source>What is in your suitcase</source>
        <translation>Lo que lleva en la maleta</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the card as text</source>
        <translation>Copiar la ficha como texto</translation>
    </message>
</context>
<context>
    <name>TripDetail</name>
    <message>
        <source>Another traveller</source>
        <translation>Otro viajero</translation>
    </message>
    <message>
        <source>Start this trip</source>
        <translation>Empezar este viaje</translation>
    </message>
    <message>
        <source>Who you are on this trip</source>
        <translation>Quién es usted en este viaje</translation>
    </message>
    <message>
        <source>Draw name, papers and suitcase by lot instead of those of the story</source>
        <translation>Sortear nombre, documentos y maleta en lugar de los de la historia</translation>
    </message>
    <message>
        <source>Trip number</source>
        <translation>Número del viaje</translation>
    </message>
    <message>
        <source>The same number brings back the same traveller and the same officer&apos;s words</source>
        <translation>El mismo número trae de vuelta al mismo viajero y las mismas palabras del oficial</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Otro número</translation>
    </message>
    <message>
        <source>All trips</source>
        <translation>Todos los viajes</translation>
    </message>
    <message>
        <source>Remove this trip</source>
        <translation>Quitar este viaje</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} preguntas</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 pregunta</translation>
    </message>
</context>
<context>
    <name>TripTile</name>
    <message>
        <source>Yours</source>
        <translation>Suyo</translation>
    </message>
</context>
<context>
    <name>Trips</name>
    <message>
        <source>Airport</source>
        <translation>Aeropuerto</translation>
    </message>
    <message>
        <source>Land border</source>
        <translation>Frontera terrestre</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Vacaciones</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Business samples</source>
        <translation>Muestras comerciales</translation>
    </message>
    <message>
        <source>Food for the family</source>
        <translation>Comida para la familia</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medicamentos</translation>
    </message>
    <message>
        <source>A pet</source>
        <translation>Una mascota</translation>
    </message>
    <message>
        <source>Travelling on</source>
        <translation>De paso</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>amable</translation>
    </message>
    <message>
        <source>matter-of-fact</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>stern</source>
        <translation>exigente</translation>
    </message>
    <message>
        <source>in a hurry</source>
        <translation>con prisa</translation>
    </message>
    <message>
        <source>A2: short, slow questions</source>
        <translation>A2: preguntas cortas y lentas</translation>
    </message>
    <message>
        <source>B1: everyday questions</source>
        <translation>B1: preguntas cotidianas</translation>
    </message>
    <message>
        <source>B2: details and reasons</source>
        <translation>B2: detalles y motivos</translation>
    </message>
    <message>
        <source>C1: strict and fast</source>
        <translation>C1: exigente y rápido</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>unos {minutes} min</translation>
    </message>
    <message>
        <source>practised once</source>
        <translation>practicado una vez</translation>
    </message>
    <message>
        <source>practised {times} times</source>
        <translation>practicado {times} veces</translation>
    </message>
</context>
<context>
    <name>TripsPage</name>
    <message>
        <source>Trips</source>
        <translation>Viajes</translation>
    </message>
    <message>
        <source>Drop to add this trip</source>
        <translation>Suelte para añadir este viaje</translation>
    </message>
    <message>
        <source>Open trips of your own</source>
        <translation>Abrir viajes propios</translation>
    </message>
    <message>
        <source>Trips (*.toml)</source>
        <translation>Viajes (*.toml)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation>«{title}» se ha quitado.</translation>
    </message>
</context>
<context>
    <name>TurnView</name>
    <message>
        <source>Perhaps heard wrongly: {words}</source>
        <translation>Quizá se oyó mal: {words}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Hear yourself</source>
        <translation>Oírse</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>The officer has not decided yet.</source>
        <translation>El oficial todavía no ha decidido.</translation>
    </message>
    <message>
        <source>Go on with the conversation: your goals show what is still to come.</source>
        <translation>Continúe la conversación: sus objetivos muestran lo que falta.</translation>
    </message>
</context>
<context>
    <name>VoiceTest</name>
    <message>
        <source>Hear it</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Trying the voice</source>
        <translation>Probando la voz</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>VoiceTools</name>
    <message>
        <source>Hands free</source>
        <translation>Manos libres</translation>
    </message>
    <message>
        <source>Hands free: the microphone listens by itself</source>
        <translation>Manos libres: el micrófono escucha solo</translation>
    </message>
    <message>
        <source>The officer speaks aloud</source>
        <translation>El oficial habla en voz alta</translation>
    </message>
    <message>
        <source>Speed of the officer&apos;s voice</source>
        <translation>Velocidad de la voz del oficial</translation>
    </message>
    <message>
        <source>very slow</source>
        <translation>muy lenta</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>lenta</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>rápida</translation>
    </message>
    <message>
        <source>Turn the microphone on</source>
        <translation>Encender el micrófono</translation>
    </message>
    <message>
        <source>Turn the microphone off</source>
        <translation>Apagar el micrófono</translation>
    </message>
    <message>
        <source>The officer is not heard</source>
        <translation>No se oye al oficial</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Loading the officer</source>
        <translation>Cargando al oficial</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The officer is taking a seat</source>
        <translation>El oficial toma asiento</translation>
    </message>
    <message>
        <source>Look at your papers meanwhile.</source>
        <translation>Mientras tanto, mire sus documentos.</translation>
    </message>
    <message>
        <source>Making the plan</source>
        <translation>Haciendo el plan</translation>
    </message>
    <message>
        <source>Reading the adapters and trying what survives of them…</source>
        <translation>Leyendo los adaptadores y probando qué se conserva de ellos…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Choose a trip</source>
        <translation>Elija un viaje</translation>
    </message>
    <message>
        <source>Your microphone</source>
        <translation>Su micrófono</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Welcome to Garita</source>
        <translation>Le damos la bienvenida a Garita</translation>
    </message>
    <message>
        <source>Practise Spanish at the border. Where shall we begin?</source>
        <translation>Practique español en la frontera. ¿Por dónde empezamos?</translation>
    </message>
    <message>
        <source>Can the officer hear you?</source>
        <translation>¿Le oye el oficial?</translation>
    </message>
    <message>
        <source>Nothing is recorded and nothing leaves this computer.</source>
        <translation>No se graba nada y nada sale de este equipo.</translation>
    </message>
    <message>
        <source>This is how it goes</source>
        <translation>Así funciona</translation>
    </message>
    <message>
        <source>Go to the booth</source>
        <translation>Ir a la garita</translation>
    </message>
    <message>
        <source>{officer} is waiting for you: {place}.</source>
        <translation>{officer} le espera: {place}.</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Stop: {title}</source>
        <translation>Detener: {title}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>No ha funcionado</translation>
    </message>
</context>
</TS>
