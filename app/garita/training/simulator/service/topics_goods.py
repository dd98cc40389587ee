"""Topics of shops, kitchens, post offices and banks. Data only; ``topic`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.topic import topics

TOPICS = topics("""
@goods | artículo, el artículo | item, the item | goods
es? ¿Qué {busca|necesita|desea|le enseño}?
es? ¿{En qué puedo ayudarle|Qué le pongo|Qué quería}?
es= {busco|quería|quisiera|estoy buscando} <x>
es= {necesito|me gustaría ver} <x>
es> {Tenemos|Nos queda|Ahora le enseño} <x>
es> <x>, {un momento|está en este lado|claro}
en? {What are you looking for|What can I show you|What do you need}?
en? {How can I help you|What would you like}?
en= {I'm looking for|I'd like|I want} <x>
en= {I need|I'd like to see} <x>
en> {We have|There is|I can show you} <x>
en> <x>, {one moment|it's over here|of course}
@groceries | producto, el producto | product, the product | groceries
es? ¿Qué {le pongo|va a ser|quiere hoy}?
es? ¿{Qué necesita de hoy|Qué le doy}?
es= {quiero|deme|póngame|necesito} <x>
es= {hoy busco|me hacen falta} <x>
es> {Hay|Me queda|Tengo} <x>
es> <x>, {muy frescos hoy|los mejores|ahora mismo}
en? {What can I get you|What will it be|What would you like today}?
en? {What do you need today|What shall I give you}?
en= {I want|give me|I need} <x>
en= {today I'm after|I'm short of} <x>
en> {There is|I still have} <x>
en> <x>, {very fresh today|the best ones|right away}
@colour | color, el color | colour, the colour | colour
es? ¿{De qué color|En qué color} {lo quiere|lo busca|le gusta}?
es? ¿Qué color {prefiere|le gusta|va mejor}?
es= {mejor|me gusta|lo quiero} <x>
es= {si hay,|quizá} <x>
es> {En|Lo tengo en} <x>
es> <x>, {muy elegante|le queda bien|un color bonito}
en? {What colour|Which colour} {would you like|do you prefer|suits you}?
en? {Any colour in mind|In which colour}?
en= {better|I like|I want it in} <x>
en= {if you have it,|maybe} <x>
en> {In|I have it in} <x>
en> <x>, {very elegant|it suits you|a nice colour}
@size | talla, la talla | size, the size | size
es? ¿Qué {talla|número} {usa|le busco|necesita}?
es? ¿Cuál es su talla?
es= {uso|necesito|tengo|llevo} <x>
es= {creo que|será} <x>
es> {Le traigo|Voy a buscar|Queda} <x>
es> <x>, {la tengo aquí|un segundo|pruébesela}
en? {What size|Which size} {are you|do you take|shall I get}?
en? {Do you know your size|What is your size}?
en= {I take|I need|I wear} <x>
en= {I think|it should be} <x>
en> {I'll get you|We still have} <x>
en> <x>, {it's right here|one second|try it on}
@budget | presupuesto, el presupuesto | budget, the budget | budget
es? ¿Cuánto {quiere gastar|piensa gastar|puede ser}?
es? ¿Qué presupuesto tiene?
es= {puedo gastar|quiero gastar|tengo} <x>
es= {no más de|pensaba en} <x>
es> {Por|Con} <x> {hay bastante|encontramos algo|tiene para elegir}
es> <x>, {eso ayuda|está bien|muy razonable}
en? {How much would you like to spend|What is your budget}?
en? {What price were you thinking of|How much may it cost}?
en= {I can spend|I'd like to spend|I have} <x>
en= {no more than|I was thinking of} <x>
en> {For|With} <x> {there is a lot|we'll find something}
en> <x>, {that helps|that is fine|very reasonable}
@for_whom | destinatario, el destinatario | recipient, the recipient | for_whom
es? ¿{Para quién es|Es para usted}?
es? ¿{Quién lo va a usar|A quién se lo regala}?
es= {es|sería|lo quiero} <x>
es= {no es para mí, es|busco algo} <x>
es> {Ah, es|Qué detalle}, <x>
es> <x>, {qué bien|seguro que le gusta|muy bien}
en? {Who is it for|Is it for you}?
en? {Who is going to use it|Who will get it}?
en= {it is|it's|that's} <x>
en= {not for me, it's|I want something} <x>
en> {Ah,|How thoughtful,} <x>
en> <x>, {how nice|they will like it|very well}
@payment | forma de pago, la forma de pago | payment, the payment | payment
es? ¿Cómo {va a pagar|desea pagar|paga}?
es? ¿{Tarjeta o efectivo|Cómo le cobro}?
es= {pago|prefiero pagar|mejor} <x>
es= {si se puede,|hoy pago} <x>
es> {Le cobro|Entonces paga} <x>
es> <x>, {sin problema|adelante con ello|claro que sí}
en? {How would you like to pay|How are you paying}?
en? {Card or cash|How shall we do the payment}?
en= {I'll pay|I'd rather pay|better} <x>
en= {if I can,|today I pay} <x>
en> {So you pay|We'll do it} <x>
en> <x>, {no problem|of course|that's fine}
@drink | bebida, la bebida | drink, the drink | drink
es? ¿Qué {quiere beber|le pongo de beber|quiere tomar}?
es? ¿{Y de beber|Algo de beber para empezar}?
es= {para mí|quiero|tráigame|tomo} <x>
es= {de beber,|con esto} <x>
es> {Marchando|Le traigo|Ahora mismo} <x>
es> <x>, {enseguida|muy bien|buena idea con este calor}
en? {What would you like to drink|Anything to drink}?
en? {And to drink|Can I get you a drink}?
en= {for me|I'd like|bring me|I'll have} <x>
en= {to drink,|with this} <x>
en> {Coming up:|I'll bring you} <x>
en> <x>, {right away|very well|good idea in this heat}
@dish | plato, el plato | dish, the dish | dish
es? ¿Qué {va a comer|le apetece|le pongo de comer}?
es? ¿{Ya sabe qué quiere|Qué ha elegido} {de primero|de segundo|de comer}?
es= {voy a pedir|quiero|para mí|tomaré} <x>
es= {me apetece|probaré} <x>
es> {Apunto|Marchando|Hoy está muy rico:} <x>
es> <x>, {excelente|recién hecho|muy bien elegido}
en? {What would you like to eat|What can I bring you|Have you chosen}?
en? {What will you have|What do you feel like}?
en= {I'll order|I'd like|for me|I'll take} <x>
en= {I feel like|I'll try} <x>
en> {I've written|It's very good today:} <x>
en> <x>, {excellent|freshly made|well chosen}
@dessert | postre, el postre | dessert, the dessert | dessert
es? ¿{Y de postre|Quiere algún postre|Le apetece algo dulce}?
es? ¿Qué {toma de postre|le traigo de postre}?
es= {de postre,|tomaré|quiero} <x>
es= {para terminar,|quizá} <x>
es> {Traigo|Sale} <x>
es> <x>, {casero|buenísimo|ahora viene}
en? {And for dessert|Would you like dessert|Anything sweet}?
en? {What will you have for dessert|Is there room for dessert}?
en= {for dessert,|I'll have|I want} <x>
en= {to finish,|maybe} <x>
en> {I'll bring|Here comes} <x>
en> <x>, {home-made|so good|on its way}
@parcel | envío, el envío | shipment, the shipment | parcel
es? ¿Qué {quiere enviar|manda|va dentro}?
es? ¿{Qué enviamos hoy|Qué es lo que manda}?
es= {quiero enviar|mando|tengo que mandar} <x>
es= {es solo|aquí tengo} <x>
es> {Enviamos|Póngame en la balanza} <x>
es> <x>, {muy bien cerrado|perfecto|déjelo aquí}
en? {What would you like to send|What is inside|What are you sending}?
en? {What are we posting today|What do you have for us}?
en= {I want to send|I'm sending|I have to post} <x>
en= {it's only|here I have} <x>
en> {We'll send|Put on the scales, please:} <x>
en> <x>, {well closed|perfect|leave it here}
@weight | peso, el peso | weight, the weight | weight
es? ¿Cuánto {pesa|puede pesar}?
es? ¿Sabe {el peso|cuánto pesa}?
es= {pesa|creo que pesa|será} <x>
es= {más o menos|en casa pesaba} <x>
es> {Pesa|La balanza dice} <x>
es> <x>, {poca cosa|está bien|sin recargo}
en? {How much does it weigh|What does it weigh}?
en? {Do you know the weight|Is it heavy}?
en= {it weighs|I think it weighs|it may be} <x>
en= {more or less|at home it was} <x>
en> {It weighs|The scales say} <x>
en> <x>, {that's little|fine|no surcharge}
@speed | modalidad, la modalidad | service, the service | speed
es? ¿Cómo {lo enviamos|quiere mandarlo}?
es? ¿{Corre prisa|Tiene prisa el envío|Qué modalidad le va mejor}?
es= {mándelo|mejor|lo quiero} <x>
es= {si no es caro,|prefiero} <x>
es> {Va|Sale hoy} <x>
es> <x>, {de acuerdo|llega bien|apuntado}
en? {How shall we send it|How fast should it go}?
en? {Is it in a hurry|Which service would you like}?
en= {send it|better|I want it} <x>
en= {if it isn't dear,|I prefer it} <x>
en> {It goes|It leaves today} <x>
en> <x>, {all right|it will get there|noted}
@address | dirección, la dirección | address, the address | address
es? ¿{Cuál es la dirección|Qué dirección le pongo|Adónde se lo llevamos}?
es? ¿{En qué calle es|Me deja la dirección}?
es= {es|la dirección es|vivo en} <x>
es= {apunte:|mándelo a} <x>
es> {Anotado|Ya está escrito}: <x>
es> <x>, {conozco la zona|muy bien|está cerca}
en? {What is the address|Which address shall I write|Where should it go}?
en? {Which street is it|Could you leave the address}?
en= {it's|the address is|I live at} <x>
en= {write down|send it to} <x>
en> {Noted|Written down}: <x>
en> <x>, {I know the area|very well|that's near}
@operation | operación, la operación | service wanted, the service wanted | operation
es? ¿{Qué gestión|Qué operación} {quiere hacer|le hago|necesita}?
es? ¿{Qué necesita del banco|Para qué ha venido al banco}?
es= {quiero|necesito|vengo a|quisiera} <x>
es= {me gustaría|tengo que} <x>
es> {Vamos a|Podemos} <x>
es> <x>, {es rápido|lo hacemos aquí|muy bien}
en? {What can the bank do for you|What do you need to do}?
en? {What would you like to do today|What do you need from the bank}?
en= {I want|I need|I've come|I'd like} <x>
en= {I have|today I want} <x>
en> {You would like|You want} <x>
en> <x>, {that's quick|we can do it here|very well}
@amount | importe, el importe | amount, the amount | amount
es? ¿{De cuánto dinero hablamos|Por qué importe|Qué cantidad le apunto}?
es? ¿Cuánto {sería|necesita}?
es= {son|serían|necesito|quiero} <x>
es= {pensaba en|me hacen falta} <x>
es> {Importe|El importe es}: <x>
es> <x>, {muy bien|se puede|lo preparo}
en? {What amount are we talking about|How much would it be}?
en? {How much do you need|Which amount shall I enter}?
en= {it's|it would be|I need} <x>
en= {I was thinking of|I'm after} <x>
en> {The amount is|Amount:} <x>
en> <x>, {very well|that's possible|I'll prepare it}
@phone | teléfono, el teléfono | phone, the phone | phone
es? ¿{Me deja un teléfono|Qué teléfono le pongo|A qué número le llamamos}?
es? ¿{Cuál es su número|Tiene un teléfono de contacto}?
es= {es el|mi número es el|apunte:} <x>
es= {llámeme al|puede llamar al} <x>
es> {Llamaremos al|Tengo el} <x>
es> <x>, {apuntado|le llamamos|perfecto}
en? {Could you leave a phone number|Which number shall we call}?
en? {What is your number|Is there a phone number for you}?
en= {it's|my number is|write down} <x>
en= {call me on|you can call} <x>
en> {We'll call|I have} <x>
en> <x>, {noted|we'll call|perfect}
@broken | avería, la avería | fault, the fault | broken
es? ¿Qué {se ha roto|le pasa|hay que arreglar}?
es? ¿{Qué es lo que falla|Dónde está el problema}?
es= {falla|se ha roto|no funciona} <x>
es= {el problema es|creo que es} <x>
es> {Vamos a mirar|Hay que cambiar|Reviso} <x>
es> <x>, {pasa mucho|tiene arreglo|a ver qué vemos}
en? {What is broken|What is wrong with it|What needs mending}?
en? {What doesn't work|Where is the problem}?
en= {it's|the trouble is|I think it is} <x>
en= {please look at|I broke} <x>
en> {Let us look at|We have to change|I'll check} <x>
en> <x>, {that happens a lot|it can be mended|let's see}
@book | libro, el libro | book, the book | book
es? ¿Qué {libro busca|quiere leer|título necesita}?
es? ¿{Qué le gusta leer|Busca algún libro}?
es= {busco|quiero leer|me interesa} <x>
es= {quisiera|me llevaría} <x>
es> {Está en la estantería|Tenemos|Ahora busco} <x>
es> <x>, {muy pedido|está libre|buena lectura}
en? {Which book are you looking for|What would you like to read}?
en? {What do you like to read|Is there a book you need}?
en= {I'm looking for|I want to read|I'm interested in} <x>
en= {I'd like|I heard about} <x>
en> {On the shelf there is|We have|I'll look for} <x>
en> <x>, {everybody wants it|it is in|good reading}
""")
