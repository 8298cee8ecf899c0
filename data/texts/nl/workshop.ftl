# De sessie in de zaal, voor wie haar begeleidt: de lijst, voorbereiden, leiden en overdragen.

workshop-not-allowed = Alleen een eigenaar of begeleider kan een sessie voorbereiden of leiden. Vraag het aan een van hen.

workshop-list-title = Sessies
workshop-list-new = Nieuwe sessie
workshop-list-empty = Er is nog geen sessie. In een sessie bekijkt u een ronde samen in de zaal: iedereen op de eigen telefoon, de uitkomst op het scherm.
workshop-list-empty-viewer = Er is nog geen sessie. Een eigenaar of begeleider kan er een maken.
workshop-list-made = Gemaakt op { $day }
workshop-list-rehearsal = Proefsessie. { $made }
workshop-list-prepare = Voorbereiden
workshop-list-prepare-of = Voorbereiden: { $title }
workshop-list-run = Naar de zaal
workshop-list-run-of = Naar de zaal: { $title }
workshop-list-hand-over = Overdragen
workshop-list-hand-over-of = Overdragen: { $title }
workshop-round-prepare = Sessie voorbereiden
workshop-round-go = Naar de sessie
workshop-round-hint = In een sessie bekijkt u deze ronde samen in de zaal.

# Een nieuwe sessie
workshop-new-title = Nieuwe sessie
workshop-new-intro = Een sessie gaat verder met een ronde die er al is. Wie vooraf invult, hoeft dat in de zaal niet meer te doen.
workshop-new-round = Met welke ronde gaat u verder?
workshop-new-round-hint = { $state }, { $mode }, { $counts }
workshop-new-none = Er is nog geen ronde om mee verder te gaan. Maak eerst een ronde; daarna maken we er een sessie van.
workshop-new-submit = Sessie maken
workshop-new-or = Staat de ronde er niet bij?
workshop-new-make-round = Eerst een ronde maken
workshop-new-fault-round = Kies een ronde uit de lijst die nog geen sessie heeft
workshop-new-after-round = Na het maken van de ronde gaat u meteen verder met de sessie.

# Voorbereiden
workshop-prepare-lead = Loop deze lijst vooraf langs. U kunt altijd terug.
workshop-prepare-rehearsal = Dit is een proefsessie met nagemaakte telefoons.
workshop-prepare-start = Start de sessie
workshop-prepare-hand-over = Afronden en overdragen
workshop-prepare-stale = De server antwoordt nu niet. Wat u hier ziet, kan oud zijn.
workshop-tasks-round = Wie en wat
workshop-tasks-room = In de zaal
workshop-task-done = Klaar
workshop-task-to-do = Nog te doen
workshop-task-optional = Als u wilt
workshop-task-tick = Dit heb ik geregeld
workshop-task-client = Opdrachtgever
workshop-task-round = Ronde
workshop-task-round-since = sinds { DATETIME($opened, day: "numeric", month: "long") }, { $counts }
workshop-task-round-draft = De ronde staat klaar, maar is nog niet open. Open haar als mensen vooraf mogen invullen. U kunt het ook in de zaal doen.
workshop-task-round-anonymous = Antwoorden zijn anoniem. Niemand ziet wie wat antwoordde, ook u niet.
workshop-task-round-named = Antwoorden staan op naam.
workshop-task-round-link = Ga naar de ronde om de code te delen
workshop-task-moments = Moment
workshop-task-groups = Groepen
workshop-task-expected = Aantal mensen
workshop-task-expected-none = U hebt nog geen aantal genoemd
workshop-task-expected-some = { $n ->
    [one] 1 persoon
   *[other] { $n } mensen
}
workshop-expected-label = Hoeveel mensen verwacht u? (mag leeg)
workshop-expected-hint = Hiermee zeggen we vooraf wat er straks te zien is.
workshop-task-plan = Tijdplan
workshop-task-plan-value = { $minutes } minuten, { $steps } stappen
workshop-task-screen = Scherm
workshop-task-screen-value = Een link voor de beamer of een tweede computer
workshop-task-phones = Telefoons en wifi
workshop-task-phones-value = Kijk of telefoons in de zaal de vragenlijst kunnen openen
workshop-task-phones-explain = Probeer het in de zaal zelf, met een telefoon op de wifi van de zaal.
workshop-task-venue = Kijk of telefoons erbij kunnen
workshop-task-sheet = Blad voor in de zaal: wifi, adres en code
workshop-task-paper = Papier
workshop-task-paper-value = Antwoordbladen voor een zaal zonder netwerk
workshop-task-paper-explain = Mensen vullen het blad in, u neemt de antwoorden later over.
workshop-task-paper-link = Antwoordbladen om af te drukken
workshop-task-rehearsal = Proefsessie
workshop-task-rehearsal-value = Oefen met nagemaakte telefoons
workshop-task-helper = Tweede begeleider
workshop-task-helper-none = U begeleidt deze sessie alleen
workshop-task-helper-some = { $names }
workshop-task-helper-explain = Een tweede begeleider ziet dezelfde pagina en kan de bediening overnemen. Nodig die persoon uit als begeleider.
workshop-task-helper-link = Mensen in deze organisatie

# Tijdplan
workshop-plan-part-join = Welkom en meedoen
workshop-plan-part-words = Woorden afspreken
workshop-plan-part-fill-in = Invullen
workshop-plan-part-close = Invullen sluiten
workshop-plan-part-divided = Waar we het meest verdeeld zijn
workshop-plan-part-balance = De balans
workshop-plan-part-overview = Alles naast elkaar
workshop-plan-part-sides = Binnen en buiten
workshop-plan-part-ahead = Nu en straks
workshop-plan-part-intended = Nu en wat we willen
workshop-plan-part-groups = Groepen
workshop-plan-part-tension = Vraag 1: waar gaat het om?
workshop-plan-part-behaviour = Vraag 2 en 3: gedrag, en wat het in stand houdt
workshop-plan-part-bright = Vraag 4 en 5: waar gaat het al anders?
workshop-plan-part-proposals = Vraag 6: voorstellen, en heeft iemand bezwaar?
workshop-plan-part-expected = Vraag 7: wat verwachten we?
workshop-plan-part-end = Afspraken en afsluiten
workshop-plan-title-of = Stap { $number }: naam
workshop-plan-minutes-of = Stap { $number }: minuten
workshop-plan-scene-of = Stap { $number }: op het scherm
workshop-plan-unit = min
workshop-plan-scene-none = Scherm blijft zo
workshop-plan-scene-join = Meedoen
workshop-plan-scene-question = Een vraag
workshop-plan-scene-progress = Wie klaar is
workshop-plan-scene-divided = Meest verdeeld
workshop-plan-scene-radar = Balans
workshop-plan-scene-pairs = Vergelijking
workshop-plan-scene-groups = Groepen
workshop-plan-scene-cards = Kaarten van het gesprek
workshop-plan-scene-projection = Wat u verwacht
workshop-plan-up = Omhoog
workshop-plan-up-of = Stap { $number } omhoog
workshop-plan-down = Omlaag
workshop-plan-down-of = Stap { $number } omlaag
workshop-plan-remove = Weghalen
workshop-plan-remove-of = Stap { $number } weghalen
workshop-plan-total = Samen { $minutes } minuten
workshop-plan-save = Tijdplan opslaan
workshop-plan-add = Stap erbij
workshop-plan-restore = Herstel het standaardplan
workshop-plan-fault = Geef elke stap een naam, en minuten van 1 tot 240

# Wat er te zien zal zijn
workshop-size-title = { $n ->
    [one] Met 1 persoon
   *[other] Met { $n } mensen: wat u samen ziet
}
workshop-size-title-unknown = Wat u samen ziet
workshop-size-title-open = Wat u samen ziet
workshop-size-unknown = Dat hangt af van het aantal mensen. Vul hieronder in hoeveel u er verwacht; dan zeggen we vooraf wat er te zien is.
workshop-size-everything = Dit is een open ronde: antwoorden staan op naam, en alles is te zien, met hoe weinig u ook bent.
workshop-size-nothing = Met minder dan { $threshold } mensen tonen we in een anonieme ronde niets: geen score, geen woord, geen beeld.
workshop-size-yes = Dit is te zien
workshop-size-no = Dit niet
workshop-size-yes-capitals = Per waarde en voor het niveau een getal, als minstens { $threshold } mensen elke vraag daarvan beantwoordden
workshop-size-yes-words = Per vraag alleen een woord: verdeeld, gemengd of eens
workshop-size-yes-figures = Per vraag een score en hoe de antwoorden verdeeld zijn, vanaf { $figures } antwoorden
workshop-size-yes-groups = Groepen naast elkaar, als elke groep die we tonen er minstens { $threshold } heeft
workshop-size-no-figures = Per vraag geen getallen en geen verdeling
workshop-size-no-groups = Groepen: daarvoor moet elke groep die we tonen er { $threshold } hebben, en dat lukt met zo weinig mensen niet
workshop-size-no-texts = Losse teksten: die tonen we nooit onder de { $figures }
workshop-size-no-small-groups = Groepen met minder dan { $threshold } antwoorden
workshop-size-no-small-texts = Losse teksten van minder dan { $figures } mensen
workshop-open-why = Kent iedereen elkaar goed, dan kunt u een open ronde doen. Dan staan antwoorden op naam en is alles te zien.
workshop-open-make = Maak een open ronde
workshop-open-title = Een open ronde maken?
workshop-open-explain = U krijgt een nieuwe ronde met dezelfde vragen, en een sessie erbij. Iedereen geeft een naam op, en antwoorden staan op naam. De anonieme ronde blijft zoals ze is.
workshop-open-again = { $n ->
    [one] 1 persoon doet al mee. Die vult in de open ronde opnieuw in.
   *[other] { $n } mensen doen al mee. Zij vullen in de open ronde opnieuw in.
}
workshop-open-submit = Ja, open ronde maken
workshop-open-round-title = { $title } (open)

# Het scherm
workshop-screen-explain = Met deze link toont een andere computer of de beamer het scherm van deze sessie. Inloggen is daar niet nodig.
workshop-screen-make = Maak een schermlink
workshop-screen-make-again = Nog een schermlink
workshop-screen-once = Kopieer de link nu: we tonen hem maar één keer.
workshop-screen-only-here = Deze link werkt alleen op deze computer. Dat is genoeg voor een beamer aan deze computer.
workshop-screen-link = Link voor het scherm
workshop-screen-open = Open in een nieuw venster
workshop-screen-end = Trek alle schermlinks in
workshop-screen-ended = Alle schermlinks zijn ingetrokken. Schermen die open stonden, tonen niets meer.

# Proefsessie
workshop-rehearsal-explain = U krijgt een proefsessie met dezelfde vragen. Nagemaakte telefoons doen mee en vullen in. U oefent met het scherm en de knoppen.
workshop-rehearsal-apart = De proefsessie raakt de echte ronde nooit.
workshop-rehearsal-phones = Hoeveel nagemaakte telefoons?
workshop-rehearsal-phones-hint = Van 5 tot 60.
workshop-rehearsal-fault = Vul een heel getal in van 5 tot 60
workshop-rehearsal-start = Start de proefsessie
workshop-rehearsal-is = Proefsessie.
workshop-rehearsal-end = Stop en gooi weg
workshop-rehearsal-end-title = Proefsessie weggooien?
workshop-rehearsal-end-explain = Alles van deze proefsessie verdwijnt. De echte ronde blijft zoals ze is.

# Wat het scherm toont
workshop-scene-join = Meedoen: adres en code
workshop-scene-progress = Hoeveel mensen klaar zijn
workshop-scene-question = Een vraag: { $topic }
workshop-scene-divided = Meest verdeeld, { $horizon }
workshop-scene-item = { $topic }, { $horizon }
workshop-scene-radar = Balans: { $view }
workshop-scene-pairs = Vergelijking: { $view }
workshop-scene-overview = Alles naast elkaar
workshop-scene-groups = Groepen, { $horizon }
workshop-scene-shift = Verschuiving: { $topic }
workshop-scene-cards = Gesprek: vraag { $number } van 7
workshop-scene-consent = Een voorstel
workshop-scene-projection = Wat de groep verwacht
workshop-scene-black = Zwart scherm
workshop-scene-paused = { $scene } (pauze)
workshop-view-horizons = { $first } naast { $second }
workshop-view-sides = { $first } naast { $second }, { $horizon }
workshop-wall-now = Nu op het scherm:

# Leiden
workshop-run-title = Sessie leiden
workshop-run-to-end = Naar afronden
workshop-run-prepare = Terug naar voorbereiden
workshop-run-lost = Geen verbinding met de server. Telefoons gaan gewoon door; wat u hier ziet, kan oud zijn.
workshop-holder-nobody = Niemand heeft de bediening. Wie iets indrukt, krijgt die.
workshop-holder-me = U hebt de bediening
workshop-holder-other = { $name } heeft de bediening
workshop-holder-take = Bediening overnemen
workshop-holder-release = Bediening loslaten
workshop-take-title = { $name } heeft de bediening
workshop-take-explain = Neemt u de bediening over, dan ziet { $name } dat meteen. Spreek het even af.
workshop-agenda-title = Agenda
workshop-agenda-minutes = { $minutes } minuten
workshop-agenda-empty = Er is geen tijdplan.
workshop-agenda-make = Maak er een
workshop-next-previous = Terug naar het vorige beeld
workshop-next-show = Volgende: { $scene }
workshop-next-open = Ronde openen
workshop-next-close = { $vote ->
    [yes] Stemming sluiten
   *[no] Invullen sluiten
}
workshop-next-close-hint = Sluiten gaat alleen met de knop, niet met een toets.
workshop-next-reveal = { $vote ->
    [yes] Toon de verschuiving
   *[no] Toon de uitkomst
}
workshop-next-reflect = Begin het gesprek
workshop-next-phase-writing = Laat kaarten schrijven
workshop-next-phase-shown = Toon de kaarten
workshop-next-phase-voting = Laat stippen geven
workshop-next-phase-voted = Tel de stippen
workshop-next-consent-open = Laat iedereen antwoorden
workshop-next-consent-closed = Sluit het antwoorden
workshop-next-end = Dit was het laatste beeld.
workshop-closing = { $vote ->
    [yes] De stemming sluit zo.
   *[no] Het invullen sluit zo.
}
workshop-closing-undo = Toch niet sluiten
workshop-note-button-only = Dit gaat alleen met de knop, zodat het niet per ongeluk gebeurt.
workshop-note-close-first = Sluit eerst het invullen.
workshop-note-revealed = De uitkomst is al getoond.
workshop-note-not-yet = Dit beeld kan pas op het scherm nadat u de uitkomst toont.
workshop-note-no-reflection = Begin eerst het gesprek, met de knop onder het beeld.
workshop-count-title = Stand
workshop-count-joined = { $n ->
    [one] doet mee
   *[other] doen mee
}
workshop-count-started = begonnen
workshop-count-finished = klaar
workshop-count-of = U verwacht er { $expected }.
workshop-control-pause = Pauze
workshop-control-black = Zwart
workshop-control-door = Deur dicht
workshop-control-screen = Schermlink
workshop-timer = Timer, minuten
workshop-timer-start = Timer van { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}
workshop-timer-stop = Stop

# Verkennen
workshop-explore-title = Waar praat u over?
workshop-explore-private = Alleen u ziet dit. Het zijn dezelfde cijfers als op het scherm.
workshop-explore-nothing = Er is niets om te verkennen: er waren te weinig antwoorden.
workshop-explore-order = Volgorde
workshop-explore-order-divided = Meest verdeeld
workshop-explore-order-lowest = Laagste score
workshop-explore-order-sides = Grootste verschil binnen en buiten
workshop-explore-order-ahead = Grootste verschuiving van nu naar straks
workshop-explore-order-way = Grootste afstand tussen { $first } en { $second }
workshop-explore-horizon = Moment
workshop-explore-choose = Kies voor een tweede stemming: { $topic }
workshop-explore-no-figure = niet getoond
workshop-explore-score = score { $n }
workshop-explore-sides = { $dimension }: { $direction ->
    [same] geen verschil tussen { $first } en { $second }
    [up] { $n } punten hoger { $second }
   *[down] { $n } punten lager { $second }
}
workshop-explore-show = Toon op scherm
workshop-explore-show-of = Toon op scherm: { $topic }
workshop-explore-shown = Op het scherm
workshop-explore-shown-of = Op het scherm: { $topic }
workshop-explore-pictures = Andere beelden

# Tweede stemming
workshop-vote-chosen = { $n ->
    [0] Kies vragen voor een tweede stemming: hooguit { $most }.
    [one] 1 vraag gekozen voor een tweede stemming.
   *[other] { $n } vragen gekozen voor een tweede stemming{ $n ->
        [12] {", en meer kan niet"}
       *[other] {""}
    }.
}
workshop-vote-runs = Er loopt nu een tweede stemming.
workshop-vote-start = Tweede stemming starten
workshop-vote-title = Tweede stemming
workshop-vote-explain = Iedereen beantwoordt deze vragen nog een keer, op de eigen telefoon. De eerste antwoorden blijven ernaast bestaan.
workshop-vote-horizons = Over welk moment?
workshop-vote-number = Tweede stemming { $number }
workshop-vote-at = { $horizon }:
workshop-argument = Welk argument bracht mensen in beweging?
workshop-argument-hint = Dit komt op het scherm. Noem geen namen.

# De reflectie
workshop-reflection-title = Gesprek: de zeven vragen
workshop-reflection-what = Mensen schrijven op hun telefoon, zonder naam. Elke vraag heeft een bord om kaarten bij elkaar te leggen.
workshop-reflection-board = Open het bord
workshop-reflection-board-of = Open het bord in een nieuw venster: { $topic }
workshop-reflection-proposal = Voorstel: { $title }
workshop-reflection-untitled = zonder naam

# Sneltoetsen
workshop-key-title = Sneltoetsen
workshop-key-space = Spatie
workshop-key-or = of
workshop-key-next = Volgende
workshop-key-previous = Vorige
workshop-key-reveal = Toon de uitkomst
workshop-key-black = Zwart scherm aan of uit
workshop-key-pause = Pauze aan of uit
workshop-key-list = Deze lijst
workshop-key-switch = Sneltoetsen aan
workshop-key-switch-hint = Dit onthouden we op dit apparaat. Alles gaat ook met knoppen.

# Afronden en overdragen
workshop-over-title = Afronden en overdragen
workshop-over-collected = Wat er is opgehaald
workshop-over-joined = deden mee
workshop-over-votes = { $n ->
    [one] tweede stemming
   *[other] tweede stemmingen
}
workshop-over-releases = { $n ->
    [one] uitkomst
   *[other] uitkomsten
}
workshop-over-readers = Wie de uitkomst leest
workshop-over-not-released = Nu lezen alleen eigenaren en begeleiders de uitkomst. Na het vrijgeven kan iedereen hieronder haar lezen.
workshop-over-released = Vrijgegeven op { DATETIME($when, day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit") }. Deze mensen kunnen de uitkomst lezen.
workshop-over-invite = Mist u iemand, zoals de eigenaar van het bedrijf?
workshop-over-invite-link = Nodig mensen uit bij { $name }
workshop-over-reveal-first = Vrijgeven kan pas nadat u de uitkomst in de zaal hebt getoond.
workshop-over-release = Geef het resultaat vrij aan de organisatie
workshop-over-release-title = Het resultaat vrijgeven?
workshop-over-release-explain = Dan kunnen deze mensen van { $name } de uitkomst lezen:
workshop-over-release-what = Zij zien de uitkomst zoals in de zaal: geen antwoorden van personen in een anonieme ronde. Terugnemen kan niet.
workshop-over-release-submit = Ja, vrijgeven
workshop-over-texts = Losse teksten
workshop-over-texts-count = { $n ->
    [0] Er worden geen losse teksten bewaard.
    [one] Er wordt 1 losse tekst bewaard: een reden of argument in woorden.
   *[other] Er worden { $n } losse teksten bewaard: redenen, argumenten, kaarten en bezwaren van telefoons.
}
workshop-over-texts-delete = Verwijder losse teksten
workshop-over-texts-title = Losse teksten verwijderen?
workshop-over-texts-explain = { $n ->
    [one] Deze tekst verdwijnt. Dat kunt u niet terugdraaien.
   *[other] Deze { $n } teksten verdwijnen. Dat kunt u niet terugdraaien.
}
workshop-over-texts-remains = Wat blijft: de antwoorden op de schaal, de uitkomsten en de aantallen.
workshop-over-texts-submit = Ja, verwijderen
workshop-over-texts-deleted = De losse teksten zijn verwijderd.
workshop-transfer-title = Draag over aan een ander bedrijf
workshop-transfer-intro = Hoort deze ronde bij het bedrijf zelf, dan kunt u haar daarheen verhuizen.
workshop-transfer-nowhere = U hebt geen andere organisatie waarin u rondes leidt. Laat het bedrijf u eerst uitnodigen als begeleider of eigenaar.
workshop-transfer-to = Aan welke organisatie?
workshop-transfer-start = Overdragen
workshop-transfer-sure = Overdragen aan { $to }?
workshop-transfer-moves = De ronde, de tweede stemmingen, alle antwoorden en de uitkomsten verhuizen naar { $to }.
workshop-transfer-leaves = { $from } houdt er niets van over. Alleen { $to } kan de ronde daarna teruggeven.
workshop-transfer-submit = Ja, overdragen
