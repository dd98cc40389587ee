"""Topics of rooms, tables, tickets and appointments. Data only; ``topic`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.topic import topics

TOPICS = topics("""
@name | nombre, el nombre | name, the name | person
es? ¿{A qué nombre lo pongo|A nombre de quién va|Qué nombre escribo}?
es? ¿Con quién {hablo|tengo el gusto}?
es? {Necesito|Me hace falta} un nombre para {la ficha|la lista|apuntarlo}
es= {me llamo|soy|a nombre de} <x>
es= {póngalo|apúntelo} a nombre de <x>
es> {Encantado|Un placer|Mucho gusto}, <x>
es> {Lo pongo|Lo apunto} a nombre de <x>
en? {What name shall I put down|Which name is it under|Who am I speaking to}?
en? {Could I have|May I take|Can I have} {your|a} name{|, please}?
en= {my name is|I am|I'm|it's under} <x>
en= {put it under|you can write} <x>
en> {Pleased to meet you|Nice to meet you|Lovely}, <x>
en> {That is under|I have put} <x>{| then}
@nights | noches, las noches | nights, the nights | nights
es? ¿Cuántas noches {necesita la habitación|desea dormir con nosotros|le reservo|serían}?
es? ¿Hasta cuándo {necesita la habitación|la quiere|se la reservo}?
es= {quiero|queremos|necesito|serían} <x>
es= {pensaba|pensábamos} en <x>
es> {Muy bien|Estupendo}, la habitación queda reservada <x>
es> <x>, {de acuerdo|sin problema|hay sitio}
en? {How many nights|How long} {would you like the room|do you need|shall I book}?
en? {Until when|For how many nights} {do you need it|would that be}?
en= {I need|we need|that would be|I'd like} <x>
en= {we were thinking of|I was thinking of} <x>
en> {Right|Good}, the room is yours for <x>
en> <x>, {no problem|that works|we have space}
@date | fecha, la fecha | date, the date | date
es? ¿Para {qué fecha|qué día|cuándo} {lo quiere|sería|lo apunto}?
es? ¿Qué fecha le {viene bien|conviene|va mejor}?
es= {para|mejor para} <x>
es= {sería|tiene que ser|puede ser} <x>
es> {Perfecto|De acuerdo}, <x> {hay sitio|está libre|nos va bien}
es> {Lo dejo apuntado|Queda apuntado}: <x>
en? {What date|Which day|When} {would you like|suits you|shall I note}?
en? {For when would that be|What date should I look at}?
en= {it would be|it has to be|could it be} <x>
en= {I was thinking of|best would be} <x>
en> {Perfect|All right}, <x> {is free|works|is fine}
en> I have {noted|written down} <x>
@day | día, el día | day, the day | day
es? ¿Qué día {puede venir|prefiere|le viene mejor|le va bien}?
es? ¿{Cuándo|Qué día} {tiene tiempo|podría pasar}?
es= {puedo|prefiero|me va bien|podría} <x>
es= {mejor|quizá|si puede ser}, <x>
es> <x> {está libre|tenemos hueco|perfecto}
es> {Entonces|Pues} quedamos así: <x>
en? {Which day|What day} {suits you|can you come|do you prefer}?
en? {When|On which day} {do you have time|could you come by}?
en= {I can do|I'd prefer|what about} <x>
en= {maybe|perhaps} <x>
en> <x> {is free|works well|is good}
en> {Then|So} let us say <x>
@time | hora, la hora | time, the time | time
es? ¿A qué hora {le viene bien|lo quiere|le espero|sería}?
es? ¿Qué hora {prefiere|le apunto|le va mejor}?
es= {mejor|puede ser|quedamos} <x>
es= {puedo llegar|llegamos|me gustaría} <x>
es> <x>, {le esperamos|perfecto|está libre}
es> {Bien|De acuerdo}, la hora es <x>
en? {What time|At what time} {suits you|would you like|shall we say|should it be}?
en? {Which time do you prefer|When should we expect you}?
en= {could it be|I can come|we'll be there} <x>
en= {best would be|let's say} <x>
en> <x>, {we'll be ready|good|that is free}
en> {Fine|All right}, I have you down <x>
@people | personas, las personas | people, the people | people
es? ¿{Cuántos son|Cuántas personas son|Para cuántas personas}?
es? ¿{Cuánta gente viene|Cuántos vienen}?
es= {somos|seremos|vamos a ser|para} <x>
es= {vamos|venimos} <x>
es> {Muy bien|De acuerdo}, sitio para <x>
es> <x>, {cabemos todos|hay espacio|enseguida}
en? {How many of you are there|How many people|For how many}?
en? {How many are coming|How many should I count}?
en= {we are|there will be|for} <x>
en= {it's|that makes} <x>
en> {Very well|Good}, space for <x>
en> <x>, {there is room|right away|that fits}
@companions | acompañantes, los acompañantes | company, the company | companions
es? ¿{Viene solo o acompañado|Con quién viene}?
es? ¿{Cuento con alguien más|Hay alguien más en el grupo}?
es= {vengo|voy|venimos|estoy} <x>
es= esta vez <x>
es> {Qué bien|Qué bonito}, <x>
es> {Apunto que viene|Así que viene} <x>
en? {Are you coming alone|Is anybody coming along|Who is coming with you}?
en? {Is somebody joining you|Will you be alone}?
en= {I'm coming|I'll be|I'm here} <x>
en= this time <x>
en> {How nice|Lovely}, <x>
en> {So you are coming|I note that you come} <x>
@room | habitación, la habitación | room, the room | room
es? ¿Qué {tipo|clase} de habitación {busca|prefiere|necesita}?
es? ¿Cómo quiere la habitación?
es= {busco|quiero|quisiera|necesito} <x>
es= {lo mejor sería|si hay,} <x>
es> {Tenemos|Nos queda|Hay} <x>
es> <x>, {buena elección|ahora lo miro|muy bien}
en? {What kind of room|Which room} {would you like|do you need|are you looking for}?
en? {Do you have a room in mind|How should the room be}?
en= {I'm looking for|I'd like|we'd like} <x>
en= {if you have one,|the best would be} <x>
en> {We have|There is still} <x>
en> <x>, {a good choice|let me look|very well}
@breakfast | desayuno, el desayuno | breakfast, the breakfast | breakfast
es? ¿{Qué hacemos con el desayuno|Quiere desayunar aquí|Le pongo desayuno}?
es? ¿Desea {desayuno|alguna comida}?
es= {lo prefiero|mejor|lo quiero} <x>
es= {pues|creo que} <x>
es> {Lo preparo|Queda|Lo dejo} <x>
es> <x>, {cómo no|claro|sin problema}
en? {Would you like breakfast|What about breakfast|Shall I add breakfast}?
en? {How about meals|Any breakfast for you}?
en= {I'd take it|I'd rather have it|better} <x>
en= {I think|well,} <x>
en> {That is|We'll make it} <x>
en> <x>, {of course|no problem|certainly}
@reason | motivo, el motivo | occasion, the occasion | reason
es? ¿{Es por algo especial|Hay algo que celebrar|Qué le trae por el barrio}?
es? ¿{Para qué ocasión es|Con qué motivo}?
es= {es por|tengo|vengo por} <x>
es= {estamos aquí por|todo es por} <x>
es> {Qué bien|Qué ilusión|Enhorabuena}, <x>
es> {Ya veo|Entiendo}, es por <x>
en? {Is it for a special occasion|What brings you to town|Is there something to celebrate}?
en? {What is the occasion|May I ask what it is for}?
en= {it's for|there is|we have} <x>
en= {we are here for|it is all about} <x>
en> {How nice|How exciting|Wonderful}, <x>
en> {I see|I understand}, for <x>
@table | mesa, la mesa | table, the table | table
es? ¿Dónde {quiere sentarse|prefiere la mesa|les pongo}?
es? ¿Qué mesa {le gusta más|prefiere}?
es= {mejor|si puede ser|nos gustaría} <x>
es= {prefiero|preferimos} <x>
es> {Una mesa|Le preparo una mesa} <x>
es> <x>, {síganme|vengan conmigo|muy bien}
en? {Where would you like to sit|Which table do you prefer}?
en? {Where shall I put you|Do you have a favourite spot}?
en= {best|if possible|we'd like it} <x>
en= {I'd rather sit|we prefer to sit} <x>
en> {A table|I have a table} <x>
en> <x>, {follow me|come with me|very well}
@destination | destino, el destino | destination, the destination | destination
es? ¿{Adónde vamos|Adónde le llevo|Cuál es su parada|A qué sitio va}?
es? ¿Qué destino {busca|le apunto|quiere}?
es= {voy|quiero ir|vamos|tengo que llegar} <x>
es= {lléveme|un billete|me hace falta ir} <x>
es> {Vamos|Llegamos pronto|Salimos} <x>
es> <x>, {sin problema|ya sé dónde es|buena idea}
en? {Where are we going|Where to|Which stop do you need}?
en? {Where would you like to go|What is the destination}?
en= {I'm going|I want to go|we need to get} <x>
en= {take me|one ticket} <x>
en> {Off we go|We are going|Right,} <x>
en> <x>, {no problem|I know where that is|a good idea}
@start | salida, la salida | start, the start | origin
es? ¿Desde dónde {sale|salimos|quiere salir}?
es? ¿De qué {parada|barrio|ciudad} {sale|parte}?
es= {salgo|salimos|vengo} <x>
es= {pues|sería} <x>
es> {Salida|La salida es} <x>
es> <x>, {perfecto|muy bien|lo veo}
en? {Where do you start|Where from|Where are you leaving from}?
en? {Which city do you leave from|What is your starting point}?
en= {I leave|we start|I'm coming} <x>
en= {that would be|it's} <x>
en> {Leaving|You start} <x>
en> <x>, {fine|all right|I can see it}
@ticket | billete, el billete | ticket, the ticket | ticket
es? ¿Qué {tipo de billete|billete} {quiere|le doy|prefiere}?
es? ¿{Cómo quiere el billete|Ida sola o también vuelta}?
es= {quiero|deme|mejor|necesito} <x>
es= {me conviene|prefiero} <x>
es> {Le doy|Sale|Preparo} <x>
es> <x>, {muy bien|ahora mismo|perfecto}
en? {What kind of ticket|Which ticket} {would you like|do you need}?
en? {Single or return|How would you like the ticket}?
en= {I'd like|give me|I need} <x>
en= {better|I prefer} <x>
en> {I'll print|Here comes} <x>
en> <x>, {very well|right away|perfect}
@seat | asiento, el asiento | seat, the seat | seat
es? ¿{Dónde quiere sentarse|Qué asiento prefiere|Qué asiento le busco}?
es? ¿Tiene {preferencia|algún deseo} para el asiento?
es= {prefiero|si hay,|me gusta} <x>
es= {búsqueme|deme} <x>
es> {Le queda|Le reservo|Tengo} <x>
es> <x>, {está libre|hay suerte|hecho}
en? {Where would you like to sit|Which seat do you prefer|Any wish for the seat}?
en? {Do you have a favourite seat|What seat shall I look for}?
en= {I prefer|if there is one,|I like} <x>
en= {find me|give me} <x>
en> {I have|I'll reserve} <x>
en> <x>, {it's free|you're lucky|done}
""")
