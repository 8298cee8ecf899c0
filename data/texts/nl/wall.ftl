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
