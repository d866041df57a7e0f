"""Spanish: the words of each class, for the table of claims.

Gives   spanish(): the vocabulary
Units   as in english.py; a verb in -ar, -er or -ir gets its forms by itself, any other stands with
        them
Source  Real Decreto 1907/1996, art. 4 (publicidad con pretendida finalidad sanitaria); Ley 34/1988
        General de Publicidad; Ley 3/1991 de Competencia Desleal; FTC notices on health fraud in
        Spanish (fraudes de salud); wording of pages on massage
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.checks.claims.vocabulary import Vocabulary, add_all, entries

FRAME = {
    "det": """el, la, los, las, lo, un, una, este, esta, estos, estas, todo, toda, todos, todas,
        cada, síntomas de, causas de, efectos de, cualquier""",
    "your": "su, sus, tu, tus, mi, mis",
    "of": "de, del",
    "for": "para, contra",
    "to": "a, al",
    "with": "con, gracias a",
    "and": "y, e, o, u, así como",
    "prep": "en, sobre, bajo, por, hacia, desde, durante, entre, como, tras, ante, hasta, según",
    "turn": """que, quien, quienes, cual, cuyo, porque, pues, él, ella, ellos, ellas, aquí, allí,
        qué, cómo, quién, mientras""",
    "it": "esto, eso, se",
    "than": "que cualquier",
    "if": "si, salvo, a menos",
    "when": "cuando, donde",
    "after": "después, antes, una vez",
    "be": """es, son, está, están, ser, estar, será, serán, estará, estarán, era, fue, sido, queda,
        quedan, quedará, quedarán, esté, estén, quedar""",
    "have": "ha, han, hemos, haber, tiene, tienen, tener, haya, tenga, ha tenido",
    "modal": "va, van, ¿",
    "must": "debe, deben, hay que",
    "hedge": """puede, pueden, podría, podrían, parece, suele, suelen, a veces, a menudo, quizá,
        quizás, espera, contribuye""",
    "help": "ayuda, ayudan, ayudar",
    "neg": """no, ni, nunca, jamás, nadie, nada, ningún, ninguna, ninguno, sin, mito, la palabra,
        tampoco, ninguna prueba""",
    "we": "nosotros, nuestro, nuestra, nuestros, nuestras, nos, yo, manos",
    "you": "usted, ustedes, tú, te, le, les",
    "work": """masaje, masajes, acupuntura, ventosas, reflexología, reiki, shiatsu, sesión,
        sesiones, terapia, terapias, técnica, técnicas, método, métodos, quiromasaje, drenaje,
        drenaje linfático, visita, visitas, masajista, masajistas, terapeuta, terapeutas,
        osteopatía, aromaterapia, piedras calientes, protocolo, envoltura, envolturas, tratamiento
        de spa, programa, reflexólogo, acupunturista, acupresión, moxibustión, cuidado, cuidados,
        fascia terapia, quiropraxia, kinesiología, aceites, aceites esenciales, semillas
        auriculares""",
    "place": "clínica, centro, consulta, spa, equipo",
    "client": """cliente, clientes, persona, personas, gente, cuerpo, el cuerpo, su cuerpo,
        organismo, el organismo, mujeres, hombres, bebés, niños, deportistas""",
    "but": "pero, sino",
    "lead": "solo, sólo, simplemente",
    "want": """quiere, quieres, busca, buscas, sufre, sufres, cansado, cansada, harto, listo,
        lista, desea, sueña""",
    "ask": "pregunte, preguntar, pregunta, preguntan, saber, decide, díganos, decir",
    "say": "dice, dicen, afirma, afirman, vende, venden, prometen, anuncian",
    "see": "consulte, llame, vea, acuda",
    "percent": "por ciento",
    "number": "dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez",
    "others": """médico, médicos, médica, doctor, doctora, doctores, dr, cirujano, cirujana,
        cirujanos, dentista, dentistas, enfermera, enfermero, farmacéutico, fisioterapeuta,
        fisioterapeutas, quiropráctico, osteópata, psicólogo, psicóloga, psiquiatra, matrona,
        partera, especialista, especialistas, hospital, hospitales, seguro, seguros, aseguradora,
        mutua, vecino, vecinos, de al lado, arriba, enfrente, algunas páginas, algunos sitios,
        oncólogo, urgencias, experto, expertos, la clínica de al lado, clínica de al lado, otros""",
    "care": """cirugía, operación, operaciones, medicamento, medicamentos, medicación, medicina,
        medicinas, pastilla, pastillas, píldora, píldoras, analgésico, analgésicos, opioides,
        inyección, inyecciones, anticoagulantes, antidepresivo, antidepresivos, antibióticos,
        cortisona, insulina, quimioterapia, infiltraciones, vacuna, vacunas, antiinflamatorios,
        tratamiento médico, bisturí, fármaco, fármacos, quirófano, somnífero, somníferos,
        ansiolíticos, comprimido, comprimidos, tableta, tabletas, receta, recetas, aspirina,
        ibuprofeno, epidural, botox, prótesis, estatinas, esteroides, inhalador, calmantes,
        antihistamínicos, su tratamiento médico, pastillas para dormir, operarse, antibiótico""",
    "service": """certificado, certificados, regalo, tarjeta, tarjetas, bono, bonos, vale, vales,
        depósito, señal, cita, citas, plaza, hora, precio, precios, tarifa, tarifas, caduca,
        caducan, aparcamiento, estacionamiento, confidencialidad, confidencial, reserva, reembolso,
        ley, sábanas, ropa, tenemos que cancelar, cancelamos, cancelación""",
    "nature": "por sí mismo, por sí misma, por sí solo, por sí sola, a su ritmo, despacio",
    "some": "algunos, algunas, unos pocos, varios, varias",
    "modest": """pequeño, pequeños, limitado, limitada, débil, incierto, sugieren, sugiere, por un
        tiempo, poco, pocos, pocas, poca""",
    "leave": """saldrá, saldrás, sale, salga, viva, vivir, vivirá, siéntase, irá, se va, se van,
        salen, saldrán, se irá, se irán, vuelva a casa, despierte, viven""",
}
PLAIN = """no solo, no sólo, el mejor momento, mejor momento, mejor hora, mejor manera, duerme
    mejor, duermen mejor, detener la sesión, parar la sesión, pare la sesión, evite comer, evite las
    comidas, evite el alcohol, toxina botulínica, centro de desintoxicación, cura de sueño, el cura,
    trato, trata de, tratan de, trátese, tratarle, libre de elegir, bajas, baja por, paciente con,
    sin medicamentos, sin medicamento, sin cirugía, sin operación, sin pastillas, termina el,
    terminan el, recibió tratamiento, recibe tratamiento, recibir tratamiento, recibieron
    tratamiento, en tratamiento, bajo tratamiento, presión ligera, presión suave, presión firme, la
    presión, baje la presión, menos presión, más presión, facilidad, fácil de, fácil acceso, fácil
    acceso a, talla única, toda talla, todas las tallas, peso corporal, deje el coche, pierda
    tiempo, perder tiempo, lavar los paños, elimine su, oído a, al oído, vista al, vista a, mala
    experiencia, sobre el vientre, el vientre, fuera de, fuera del, de vista, punto de vista, cuida
    el, historia clínica, historia de, su historia, nuestra historia, retirar la ropa, se retira,
    romper una, controlar la presión, con calma, la calma, en calma, las marcas ceden"""
VERBS = {
    "cure": "curar, curarse",
    "heal": "sanar",
    "end": """eliminar, parar, suprimir, erradicar, vencer/vence/vencen/vencemos/venza, combatir,
        acabar con, poner fin a/pone fin a/ponga fin a/ponemos fin a,
        prevenir/previene/previenen/prevenimos/prevenga,
        resolver/resuelve/resuelven/resolvemos/resuelva, quitar, aniquilar, decir adiós a/diga adiós
        a/di adiós a/diga adiós al/di adiós al/decir adiós al, terminar con, librar, liberar, hacer
        desaparecer/hace desaparecer/hacen desaparecer/hacemos desaparecer, luchar contra, actuar
        contra/actúa contra/actúan contra, proteger de, proteger contra, deshacer/deshace/deshágase
        de, despedirse de/despídase de/despídase del, acabar, borrar, neutralizar, aliviar todos,
        aliviar toda, matar, destruir/destruye/destruyen/destruimos,
        detener/detiene/detienen/detenemos/detenga/detendrá, frenar,
        impedir/impide/impiden/impedimos, exterminar, abolir, derrotar, repeler/repele, ahuyentar,
        superar, terminar, mantener a raya/mantiene a raya/mantienen a raya, terminar con/termina
        con/terminan con, dejar atrás/deje atrás/deja atrás, poner punto final a/pone punto final a,
        hacer que desaparezca/hace que desaparezca, tratar la causa, proteger frente a/protege
        frente a/protegen frente a, proteger de/protege de/protegen de/le protege de/protege
        contra/le protege contra, librarse de/líbrese de, hacerlo desaparecer/lo hacemos
        desaparecer/la hacemos desaparecer/los hacemos desaparecer, acabar con el/acaba con,
        disipar, silenciar""",
    "mend": """reparar, corregir/corrige/corrigen/corregimos/corrija, revertir/revierte/revierten,
        enderezar, restaurar, regenerar, reconstruir/reconstruye,
        disolver/disuelve/disuelven/disolvemos, alinear, realinear, desbloquear,
        derretir/derrite/derriten, arreglar, recolocar, rejuvenecer/rejuvenece,
        devolver/devuelve/devuelven/devolvemos/devuelva, restablecer/restablece/restablecen,
        recuperar, restituir/restituye, remodelar, recomponer/recompone, reposicionar, poner en su
        sitio/pone en su sitio/ponemos en su sitio/ponen en su sitio, poner en su lugar/ponemos en
        su lugar/pone en su lugar, destapar, deshacer/deshace/deshacen/deshacemos,
        romper/rompe/rompen/rompemos, soldar/suelda, hacer crecer/hace crecer,
        fundir/funde/funden""",
    "treat": "tratar",
    "act": """purificar, bajar, reducir/reduce/reducen/reducimos/reduzca, disminuir/disminuye,
        aumentar, estimular, reforzar/refuerza/refuerzan,
        fortalecer/fortalece/fortalecen/fortalecemos, activar, mejorar, equilibrar, reequilibrar,
        regular, normalizar, potenciar, oxigenar, revitalizar, acelerar, armonizar, optimizar,
        producir/produce/producen, limpiar, elevar, impulsar, quemar, ralentizar, descongestionar,
        regularizar, incrementar, multiplicar, duplicar, triplicar, recargar,
        despertar/despierta/despiertan, nutrir/nutre/nutren, depurar, sanear, dinamizar, ampliar,
        disparar, tonificar, sincronizar, estabilizar, renovar/renueva/renuevan, controlar,
        recobrar, aplanar, reafirmar""",
    "carry": """drenar, evacuar, expulsar, extraer/extrae/extraen, sacar, arrastrar, vaciar, purgar,
        expeler, sudar, retirar, lavar los, arrancar, echar fuera, desalojar""",
    "promote": "favorecer/favorece/favorecen, promover/promueve/promueven, calmar",
    "hasten": "acortar, agilizar",
    "diagnose": "diagnosticar, detectar, encontrar la causa, identificar la causa",
    "discard": """evitar, sustituir/sustituye/sustituyen, reemplazar, tirar, abandonar, olvidar,
        olvídese de, cancelar, dejar de tomar, deje de tomar, deje los, deje sus, prescindir de,
        ahorrar, dejar/deje/deja/dejará/dejarán, deje de usar, dejar de usar, suspender su, suspenda
        su, decir no a, ahórrese, deshacerse de, líbrese de los, reducir sus, decir no a/diga no
        a/di no a/diga no al""",
    "recommend": "recomendar/recomienda/recomiendan, avalar",
    "fail": "fracasar, fallar, rendirse/se han rendido/se rinden/se rindieron",
    "vanish": """desaparecer/desaparece/desaparecen/desaparecerá/desaparecerán/desaparecido,
        esfumarse/esfuma, desvanecer/desvanece,
        desaparecer/desapareció/desaparecieron/desaparecerán/desaparezca/desaparezcan, irse para
        siempre, esfumarse/esfumará/esfuman""",
    "split": "poner/pone/ponga, ponemos",
    "lose": "perder/pierde/pierden/pierda/pierdes, bajar de",
}
WORDS = {
    "cure": """cura para, la cura del, la cura de, la cura contra, cura definitiva, una cura,
        curación, curativo, curativa, panacea""",
    "miracle": "milagro, milagros, milagroso, milagrosa, milagrosos, milagrosas",
    "remedy": """tratamiento, tratamientos, remedio, remedios, solución, soluciones, respuesta,
        antídoto, antídotos, solución para, programa contra""",
    "free": "sin dolor, sin dolores, sin sufrir, sin sufrimiento, sin molestias",
    "free_of": """libre de, libres de, liberado de, libre del, liberada de, liberados de, viva sin,
        vivir sin, vida sin, salga sin, sale sin, despierte sin, despertar sin""",
    "no_more": """nunca más, no más, basta de, adiós al, adiós a, se acabó el, se acabaron los, el
        fin de, el fin del, innecesaria, innecesario, innecesarios, no volverá a, no volverá a
        tener, no volverán a, no vuelve a, no vuelven a, no vuelven a tener, no volverá a sufrir, no
        tendrá más, ya no tendrá, ya no tiene, ya no tienen, ya no necesitará, ya no necesita, no
        necesitará más, se acabó la, se acabaron las, nunca más tendrá, nunca más necesitará,
        olvídese del, innecesarias, fuera, se acabó""",
    "again": "otra vez, de nuevo",
    "away": "a raya, bajo control, en su sitio, en su lugar, adiós",
    "wonder": """perder peso con, adelgazar con, dejar de fumar, esperanza de vida, poder de
        curación, poder curativo, poderes curativos, don de sanar, antienvejecimiento, antiedad,
        autocuración, propiedades curativas, adelgazar, adelgaza, adelgazan, adelgazante, bajar de
        peso, quedar embarazada, quedar embarazadas, quedarse embarazada, quedarse embarazadas, años
        menos, quita diez años, alarga la vida, alargar la vida, prolonga la vida, vivir más años,
        vive más, deje de fumar, deja de fumar, se cura solo, se cura a sí mismo, sanarse a sí
        mismo, dejar el tabaco, no se enfermará, no enfermará, no se enferma más, no volverá a
        enfermar, nunca se enfermará, años más joven, sin bastón, sin muletas, parejas estériles,
        parejas infértiles, mujeres infértiles, vientre plano, abdomen plano, dejará de roncar, deje
        de roncar, dejar de roncar""",
    "instead": """en lugar de, en vez de, alternativa a, alternativa a la, mejor que, tan eficaz
        como, más eficaz que, más efectivo que, tan efectivo como, más seguro que, a diferencia de,
        más que, mejor que cualquier, superior a, en vez del, en lugar del, sin pasar por, más
        fuerte que, más segura que, más eficaz que cualquier, sustituto de""",
    "need": "necesidad de, necesitará, necesita, necesitan",
    "condition": """ciática, túnel carpiano, síndrome del túnel carpiano, artritis, artrosis,
        migraña, migrañas, fibromialgia, dolor de espalda, dolores de espalda, lumbalgia, lumbago,
        lumbagos, insomnio, ansiedad, depresión, hernia discal, hernias discales, tendinitis,
        escoliosis, dolor de cabeza, dolores de cabeza, dolor crónico, dolores crónicos, tortícolis,
        cefaleas, jaqueca, jaquecas, dolor lumbar, dolores lumbares, dolor de cuello, hernia de
        disco, hernias de disco, contracturas""",
    "illness": """lesión, lesiones, enfermedad, enfermedades, cáncer, tumor, tumores, diabetes,
        infertilidad, esterilidad, neuropatía, bursitis, vértigo, asma, hipertensión, autismo,
        fascitis plantar, hombro congelado, codo de tenista, lupus, gota, demencia, alzheimer,
        parkinson, esclerosis múltiple, epilepsia, infarto, infartos, covid, gripe, resfriado,
        resfriados, alergia, alergias, sinusitis, infección, infecciones, eccema, psoriasis, acné,
        herpes, fatiga crónica, estreñimiento, reflujo, cólicos, endometriosis, menopausia, hernia,
        esguince, esguinces, fractura, fracturas, osteoporosis, neuralgia, acúfenos, linfedema,
        edema, varices, várices, trombosis, piedras en el riñón, cálculos renales, obesidad,
        adicción, adicciones, trauma, traumas, fobias, inflamación, inflamaciones, virus, bacterias,
        celulitis, estrías, arrugas, reumatismo, trastornos, patologías, males, dolencias,
        escoliosis severa, zumbidos, presión alta, tdah, trastorno bipolar, estrés postraumático,
        rosácea, bronquitis, neumonía, epoc, colitis, úlcera, úlceras, crohn, colon irritable,
        intestino irritable, náuseas, sofocos, síndrome premenstrual, juanetes, espolón, espolón
        calcáneo, nervio pinzado, periostitis, estenosis, espondilitis, sordera, ceguera, glaucoma,
        coágulos, cálculos biliares, anorexia, alcoholismo, ataques de pánico, crisis de pánico,
        esquizofrenia, agotamiento, hipotiroidismo, vih, hepatitis, leucemia, parásitos, parásito,
        candidiasis, resaca, caída del cabello, caída del pelo, impotencia, ronquidos, apnea del
        sueño, parálisis, bruxismo, piernas inquietas, malformación, discapacidad, entumecimiento,
        arterias obstruidas, latigazo cervical, enfermedad cardíaca, ataque al corazón, ataques al
        corazón, células cancerosas, tabaquismo, piel de naranja, mala postura, miomas, quistes,
        retención de líquidos, autismos, bacteria, gérmenes, fiebre, temblor, temblores, hongos,
        micosis, enuresis, cardíacos, diabéticos, problemas intestinales, problemas digestivos,
        problemas de espalda, trastornos digestivos, parálisis facial""",
    "pain": "dolor, dolores, sufrimiento",
    "strokes": "un ictus, ictus, derrames cerebrales, derrame cerebral, infarto cerebral",
    "body": """hígado, riñón, riñones, bazo, tiroides, pulmones, corazón, cerebro, colon, intestino,
        intestinos, órgano, órganos, sistema linfático, linfa, inmunidad, sistema inmunológico,
        sistema inmune, sistema inmunitario, defensas, sistema nervioso, nervio, nervios, hormona,
        hormonas, cortisol, serotonina, endorfinas, metabolismo, digestión, fertilidad, libido,
        azúcar en la sangre, presión arterial, tensión arterial, colesterol, arterias, células,
        colágeno, grasa, grasas, sangre, chakras, meridianos, energía, energías, líneas energéticas,
        envejecimiento, pérdida de peso, memoria, apetito, hambre, vesícula, vesícula biliar,
        páncreas, útero, ovarios, próstata, vejiga, glándula, glándulas, dopamina, oxitocina,
        melatonina, glóbulos blancos, nervio vago, adn, células madre, estrógenos, testosterona,
        fuerza vital, aura, vista, oído, audición, función inmunológica, sistema digestivo, sistema
        hormonal, ritmo cardíaco, presión, célula, arteria, bloqueos energéticos, bloqueos, sistema
        cardiovascular, flujo sanguíneo, función pulmonar, función respiratoria, función cardíaca,
        capacidad pulmonar, ciclo regular, ciclo menstrual, equilibrio hormonal, senos nasales,
        trompas, sinusal""",
    "tissue": """columna, columna vertebral, vértebra, vértebras, pelvis, postura, disco, discos,
        cartílago, ligamento, ligamentos, tendón, tendones, hueso, huesos, articulación,
        articulaciones, fascia, cicatrices, adherencias, cráneo, sacro, caderas, menisco, manguito
        rotador, tejido cicatricial, cicatriz, adherencia, pelo, cabello, uñas""",
    "part": "músculo, músculos, tejidos, espalda, cuello, hombro, rodilla, piel, herida, heridas",
    "circulation": "circulación, circulación sanguínea",
    "toxin": """toxina, sustancias tóxicas, toxinas, détox, detox, desintoxicar, desintoxica,
        desintoxique, desintoxicación, desintoxicante, desintoxicantes, depurativo, ácido láctico,
        metales pesados, desechos metabólicos""",
    "waste": """impurezas, desechos, venenos, residuos, veneno, contaminantes, impureza, malas
        energías, energías negativas, residuo""",
    "recovery": "recuperación",
    "birth": "parto, partos, nacimiento",
    "result": "resultado, resultados, efecto, efectos, satisfacción, satisfecho",
    "relief": "alivio, bienestar, mejoría, cambio",
    "shift": "reducción, disminución, aumento, eliminación, prevención",
    "guarantee": """garantizar, garantiza, garantizan, garantizamos, garantizado, garantizada,
        garantizados, garantizadas, garantía de, le devolvemos el dinero, devolución del dinero""",
    "promise": """prometemos, promete, prometido, aseguramos, asegurado, asegurados, juramos, se lo
        prometemos, sin falta, o no paga, o no paga nada, o es gratis, devolvemos todo el dinero,
        devolvemos el dinero""",
    "sure": """siempre funciona, funciona siempre, sin excepción, funciona para todos, funciona con
        todos, funciona en todos, nunca falla, no falla nunca, siempre da resultado, funciona para
        todo el mundo, funciona cada vez""",
    "duration": """permanente, permanentes, permanentemente, duradero, duradera, definitivo,
        definitiva, definitivamente, para siempre, de por vida, de una vez por todas, forma
        permanente, por siempre, para toda la vida, definitivos, definitivas, duraderos,
        duraderas""",
    "total": """100 %, completamente, totalmente, perfectamente, absolutamente, total, completo,
        inmediato, inmediata, instantáneo, instantánea, cero, al instante, del 100 %, en una sesión,
        en una sola sesión, en minutos, de la noche a la mañana, en una cita, perfecto, perfecta""",
    "safe": "seguro para, segura para, segura, inofensivo, inocuo",
    "everyone": "todo el mundo, todas las mujeres, todas las personas",
    "side_effects": """efecto secundario, efectos secundarios, efectos adversos, contraindicaciones
        de ningún tipo, riesgo, riesgos""",
    "riskless": """sin riesgo, sin riesgos, riesgo cero, cero riesgo, sin ningún riesgo, sin
        peligro, 100 % seguro, totalmente seguro, totalmente segura, completamente seguro,
        completamente segura, ningún riesgo, ningún peligro, 100 % segura, no hay ningún riesgo, no
        hay riesgo, no hay riesgos, no tiene riesgos, no tiene ningún riesgo""",
    "proven": """está demostrado, está probado, está comprobado, clínicamente probado, clínicamente
        probada, científicamente probado, científicamente probada, científicamente comprobado,
        científicamente comprobada, clínicamente comprobado, médicamente probado, eficacia probada,
        eficacia demostrada, demostrado científicamente, probado científicamente, avalado por la
        ciencia, avalada por la ciencia, científicamente demostrado, clínicamente testado,
        médicamente comprobado, comprobado científicamente, validado por la ciencia, tratamiento
        comprobado, método comprobado, método probado, comprobado por, probado por, respaldado por
        la ciencia""",
    "studies": "estudio, estudios, investigación, investigaciones, ciencia, científicos",
    "shows": """muestra, muestran, demuestra, demuestran, prueba, prueban, confirma, confirman,
        demostrado""",
    "authority": """fda, oms, cofepris, ministerio de sanidad, secretaría de salud, agencia del
        medicamento""",
    "approved": """aprobado, aprobada, aprobados, recomendado, recomendada, recomendados, avalado,
        avalada, certificado por, autorizado""",
    "best": """mejor, mejores, número uno, el más eficaz, la más eficaz, el más efectivo, líder,
        líderes, el único, la única""",
    "superior": """superior, superiores, más fuerte, más fuertes, más rápido, más rápida, más fácil,
        fácil, más corto, más profundo, más joven, más sano, el doble de rápido, la mitad del
        tiempo""",
    "unique": "sin igual, inigualable, nadie más, insuperable",
    "any_other": "cualquier otro, cualquier otra, todos los demás",
    "success": "eficaz, eficaces, efectivo, efectiva, éxito",
    "rate": "tasa de éxito, índice de éxito, tasa de curación",
    "patient": "pacientes, nuestros pacientes, cada paciente",
    "title": "colegiado, colegiada, colegiados",
    "girth": """centímetro, centímetros, cm, kilo, kilos, cintura, talla, tallas, peso, barriga,
        vientre, libras, pulgadas""",
    "ended": """cosa del pasado, historia, cosas del pasado, como nuevo, como nueva, olvidado,
        olvidados, resuelto, resuelta, resueltos, resueltas, se terminó, se terminaron, se
        acabaron""",
    "vanish": """no volverán, no volverán nunca, no volverá nunca, no volverá jamás, no regresan, no
        regresará, no regresarán, en remisión, nunca volverán, nunca volverá, cede, ceden, cederá,
        cederán, cesa, cesan, cesará, cesarán, se detendrá, se detendrán""",
}  # fmt: skip
TOKEN = re.compile(
    r"[^\W_]+(?:-[^\W_]+)*|[,;:!?%#\N{INVERTED QUESTION MARK}\N{EN DASH}\N{EM DASH}]"
)
PAST = {
    "cure": "healed",
    "end": "ended",
    "mend": "mended",
    "treat": "treated",
    "act": "acted",
    "heal": "healed",
}
NOUNS = {"condition", "illness", "pain", "tissue", "remedy"}
ENDINGS = {
    "ar": (("ar", "a", "an", "amos", "e", "en", "emos", "ará", "arán", "aremos", "ando", "as", "ó",
            "aron"),
           ("ado", "ada", "ados", "adas")),
    "er": (("er", "e", "en", "emos", "a", "an", "erá", "erán", "iendo", "ió", "ieron"),
           ("ido", "ida", "idos", "idas")),
    "ir": (("ir", "e", "en", "imos", "a", "an", "irá", "irán", "iendo", "ió", "ieron"),
           ("ido", "ida", "idos", "idas")),
}  # fmt: skip


def plain_form(word: str) -> str:
    return word


def plural(noun: str) -> str:
    """Of the first word: "hernia de disco" is "hernias de disco"."""
    first, *rest = noun.split()
    more = "" if first[-1] in "sz" else "s" if first[-1] in "aeioué" else "es"
    return " ".join([f"{first}{more}", *rest])


def forms(name: str, entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb or a noun."""
    if name in NOUNS:
        yield plural(entry), name
    if entry not in VERB_ENTRIES.get(name, ()):
        return
    if "/" in entry:
        for form in entry.split("/"):
            yield form, name
        return
    first, _, rest = entry.partition(" ")
    stem = first[:-2]
    present, past = ENDINGS.get(first[-2:], ((), ()))
    for ending in present:
        # "purifique", "normalice"
        hard = {"c": "qu", "z": "c", "g": "gu"}.get(stem[-1:], "") if ending[0] == "e" else ""
        hard = hard if first.endswith("ar") else ""
        yield f"{stem[:-1] if hard else stem}{hard}{ending} {rest}", name
    for ending in past:
        yield f"{stem}{ending} {rest}", PAST.get(name, name)


VERB_ENTRIES = {name: set(entries(listed)) for name, listed in VERBS.items()}
WORDING = {
    "may help ease": "puede ayudar a aliviar",
    "many clients find": "a muchos clientes les parece",
    "ask about, feel for, look at": "preguntar, palpar, observar",
    "people come to us with": "la gente viene con",
    "may ease for a while": "puede aliviar por un tiempo",
    "you may feel sore for a day": "puede quedar algo de molestia un día",
    "beside the care of your doctor": "además de la atención de su médico",
    "may feel good after effort": "puede sentar bien después del esfuerzo",
    "client": "cliente",
}


def spanish() -> Vocabulary:
    doctor = r"\b(?:m[\u00e9e]dic[oa]|doctora?\b|enfermer|urgencias)"
    vocabulary = Vocabulary(TOKEN, plain_form, doctor, WORDING)
    vocabulary.add(entries(PLAIN), "plain")
    add_all(vocabulary, {**FRAME, **WORDS}, forms)
    add_all(vocabulary, VERBS, forms)
    return vocabulary.close()
