# Het scherm voor de zaal, en wat de telefoon ervan laat zien.

wall-title = { $title }, scherm
wall-opening = Het scherm gaat open
wall-searching = verbinding zoeken
wall-dead-title = Deze link werkt niet meer
wall-dead-what = Maak een nieuwe in de sessie.
wall-rehearsal = OEFENEN
wall-pause = Even pauze
wall-closing = { $seconds ->
    [0] Invullen sluit nu
   *[other] Invullen sluit over { $seconds } s
}
wall-black = Het scherm is zwart
wall-wait = Even geduld

# Meedoen
wall-join-go = Ga naar
wall-join-code = en vul deze code in
wall-join-scan = of richt uw camera hierop
wall-join-qr = QR-code naar { $url }
wall-join-strip = Meedoen:
wall-joined = { $n ->
    [one] doet mee
   *[other] doen mee
}
wall-joined-of = van { $expected } { $n ->
    [one] doet mee
   *[other] doen mee
}
wall-door-locked = De deur is dicht
wall-door-locked-why = Wie al meedoet, kan gewoon verder.
wall-door-not-yet = Meedoen kan nog niet
wall-door-closed = Het invullen is gesloten

# Invullen
wall-progress = Invullen
wall-vote = Tweede stemming
wall-vote-items = { $n ->
    [one] 1 vraag
   *[other] { $n } vragen
}
wall-done-of = van { $joined } klaar
wall-done = { $finished } van { $joined } klaar
wall-done-nobody = Nog niemand doet mee
wall-question = Vraag { $number } van { $of }
wall-timer = Nog { $time }
wall-timer-over = De tijd is om

# Na het tonen
wall-divided = Meest verdeeld
wall-divided-rows = { $horizon }: de { $n } meest verdeelde vragen
wall-counts-hidden = Hoe er is gekozen, tonen we niet: anders is te raden wie wat koos.
wall-counts-word-only = Minder dan 10 antwoorden: alleen een woord.
wall-answers = { $n ->
    [one] 1 antwoord
   *[other] { $n } antwoorden
}
wall-choice = Gekozen
wall-own = Uw antwoord: { $rating } (alleen op dit toestel)
wall-anchor = Stap { $step }
wall-groups = Groepen naast elkaar
wall-groups-highest = Hoogste
wall-groups-lowest = Laagste
wall-groups-none = Er zijn geen twee groepen om naast elkaar te leggen. Een groep is te zien vanaf { $threshold } mensen.
wall-groups-equal = De groepen zijn ongeveer gelijk.
wall-groups-one = geen twee groepen
wall-groups-same = alle groepen gelijk
wall-groups-widest = { $name }: { $high } { $points } punten hoger dan { $low }.
wall-groups-widest-several = { $names }: de groepen liggen { $points } punten uit elkaar.
wall-shift-words = Eerst { $first }, nu { $second }.
wall-shift-same = Nog steeds { $word }.
wall-shift-points = { $size ->
    [equal] De score bleef ongeveer gelijk.
   *[wide] { $points } punten { $direction ->
        [higher] hoger
       *[lower] lager
    }.
}
wall-shift-none = De verschuiving is niet te tonen.
wall-shift-first = Eerste keer
wall-shift-second = Tweede keer
wall-shift-argument = Wat mensen bewoog

# De reflectie
wall-cards-question = Vraag { $number } van 7
wall-cards-behind = { $cards ->
    [one] 1 kaart
   *[other] { $cards } kaarten
}{ $people ->
    [0] {""}
    [one] {" van 1 persoon"}
   *[other] {" van "}{ $people }{" mensen"}
}
wall-cards-count = { $cards ->
    [one] kaart
   *[other] kaarten
}{ $people ->
    [0] {""}
    [one] {" van 1 persoon"}
   *[other] {" van "}{ $people }{" mensen"}
}
wall-cards-voting = { $people ->
    [0] Nog niemand gaf stippen
    [one] 1 persoon gaf stippen
   *[other] { $people } mensen gaven stippen
}
wall-cards-voted = { $people ->
    [one] Gekozen door 1 persoon
   *[other] Gekozen door { $people } mensen
}
wall-cards-none = Er zijn geen kaarten.
wall-cards-more = en nog { $n } op de telefoons
wall-cards-page = { $page } van { $total }
wall-cards-under = { $n ->
    [one] met nog 1 kaart
   *[other] met nog { $n } kaarten
}
wall-cards-dots = { $n ->
    [one] 1 stip
   *[other] { $n } stippen
}
wall-cards-tie = Gelijk: de begeleider kiest, en zegt waarom.
wall-cards-chosen = Hiermee gaan we verder
wall-cards-lowest = { $name }: de laagste waarde, { $score } van 100.
wall-cards-lowest-hidden = { $name }: de laagste waarde.
wall-cards-divided = { $topic }: hier zijn we het minst eens, gemiddeld { $steps } stap uit elkaar.
wall-cards-divided-words = { $topic }: hier zijn we het minst eens.
wall-cards-gap = { $name }: { $direction ->
    [unknown] buiten en binnen verschillen hier het meest.
    [lower] buiten { $points } punten lager dan binnen.
   *[higher] buiten { $points } punten hoger dan binnen.
}
wall-cards-drift = { $name }: { $direction ->
    [unknown] straks anders dan nu.
    [lower] straks { $points } punten lager dan nu.
   *[higher] straks { $points } punten hoger dan nu.
}
wall-cards-aim = { $name }: over drie jaar willen we { $points ->
    [one] 1 punt
   *[other] { $points } punten
} hoger staan dan nu.
wall-cards-aim-hidden = { $name }: hier willen we het verst vooruit.
wall-consent = Voorstel: kunnen we dit proberen?
wall-consent-untitled = Een voorstel zonder naam
wall-consent-answered = { $n ->
    [0] Nog niemand heeft geantwoord
    [one] 1 persoon heeft geantwoord
   *[other] { $n } mensen hebben geantwoord
}
wall-consent-answers = { $n ->
    [one] 1 antwoord
   *[other] { $n } antwoorden
}
wall-consent-agreement = Afspraak
wall-consent-driver = Waarom
wall-consent-owner = Wie het trekt
wall-consent-first-step = Eerste stap
wall-consent-review = Samen terugkijken op
wall-consent-criteria = Daar letten we dan op
wall-consent-objection = { $n ->
    [one] bezwaar
   *[other] bezwaren
}
wall-consent-concern = { $n ->
    [one] zorg
   *[other] zorgen
}
wall-consent-no-objection = geen bezwaar
wall-consent-one-objection = Bezwaar
wall-consent-one-concern = Zorg
wall-projection-label = Verwachting van de groep, geen meting
wall-projection-behind = { $n ->
    [one] 1 voorstel
   *[other] { $n } voorstellen
}
wall-projection-nothing = Er is nog niets ingevuld over wat u verwacht.
wall-projection-steady = Naar verwachting blijven alle waarden gelijk.
wall-projection-up = { $name } stijgt naar verwachting: van { $now } naar { $low } tot { $high }.
wall-projection-down = { $name } daalt naar verwachting: van { $now } naar { $low } tot { $high }.
wall-projection-range = { $now } → { $low }–{ $high }
wall-projection-to = { $now } → { $high }
wall-projection-between = { $low } tot { $high }
wall-projection-same = gelijk
wall-projection-unfilled = niet ingevuld
wall-projection-now = nu
wall-projection-expected = verwacht
wall-projection-price = Wie betaalt de prijs
wall-projection-floor-rises-yes = De laagste waarde gaat omhoog, van { $now } naar { $expected }.
wall-projection-floor-rises-no = De laagste waarde gaat niet omhoog: { $names }.
wall-projection-floor-rises-not-needed = De laagste waarde hoeft niet omhoog.
wall-projection-floor-rises-unknown = Of de laagste waarde omhoog gaat, weten we niet: een cijfer ontbreekt.
wall-projection-nothing-falls-yes = Geen enkele waarde levert veel in.
wall-projection-nothing-falls-no = Dit levert te veel in: { $names }.
wall-projection-nothing-falls-not-needed = Geen enkele waarde levert in.
wall-projection-nothing-falls-unknown = Of een waarde veel inlevert, weten we niet: cijfers ontbreken.
wall-projection-gap-shrinks-yes = Binnen en buiten komen dichter bij elkaar: van { $now } naar { $expected } punten.
wall-projection-gap-shrinks-no = Binnen en buiten komen niet dichter bij elkaar.
wall-projection-gap-shrinks-not-needed = Binnen en buiten liggen al dicht bij elkaar.
wall-projection-gap-shrinks-unknown = Of binnen en buiten dichter bij elkaar komen, weten we niet: een cijfer ontbreekt.
