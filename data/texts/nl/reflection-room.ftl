# Wat een begeleider met de kaarten van de zaal doet: hoe ver de zaal is, het scherm, en kaarten bij elkaar leggen.

reflection-room-title = In de zaal
reflection-room-what = Telefoons schrijven zonder naam. Zolang er geschreven wordt, ziet niemand een kaart van een ander, ook u niet.
reflection-room-show-wall = Toon op het scherm
reflection-room-on-wall = Dit staat nu op het scherm.
reflection-room-take-title = Een collega heeft de bediening
reflection-room-take = Neemt u de bediening over, dan ziet uw collega dat meteen. Spreek het even af.
reflection-room-take-over = Neem over en toon op het scherm
reflection-room-phase = Vraag { $number }: wat de zaal nu doet
reflection-room-phase-writing = Schrijven
reflection-room-phase-shown = Kaarten tonen
reflection-room-phase-voting = Stippen geven
reflection-room-phase-voted = Stippen tellen
reflection-room-cards = { $cards ->
    [one] 1 kaart.
   *[other] { $cards } kaarten.
}
reflection-room-cards-of = { $cards ->
    [one] 1 kaart
   *[other] { $cards } kaarten
} van { $people ->
    [one] 1 persoon.
   *[other] { $people } mensen.
}
reflection-room-voters = { $people ->
    [one] 1 persoon gaf stippen.
   *[other] { $people } mensen gaven stippen.
}
reflection-room-no-dots = Er zijn nog geen stippen gegeven.
reflection-room-first = { $n ->
    [one] Hier ligt de enige stip:
   *[other] Hier liggen de meeste stippen, { $n }:
}
reflection-room-tie = { $n ->
    [one] Gelijk: hier ligt telkens 1 stip. Kies zelf, en zeg waarom.
   *[other] Gelijk: hier liggen telkens { $n } stippen. Kies zelf, en zeg waarom.
}
reflection-room-pick = Hiermee verder
reflection-room-picked = Gekozen
reflection-room-pick-of = Hiermee verder: { $text }
reflection-room-picked-of = Gekozen: { $text }
reflection-room-list = Kaarten ({ $n })
reflection-room-choose = Kies de kaart: { $text }
reflection-room-hidden = niet in de zaal te zien
reflection-room-dots = { $n ->
    [one] 1 stip
   *[other] { $n } stippen
}
reflection-room-hide = Verberg
reflection-room-hide-of = Verberg voor de zaal: { $text }
reflection-room-show = Toon weer
reflection-room-show-of = Toon weer in de zaal: { $text }
reflection-room-apart = Haal los
reflection-room-apart-of = Haal los van de andere: { $text }
reflection-room-group = Leg deze { $n } kaarten bij elkaar onder:
reflection-room-group-under = Leg bij elkaar onder: { $text }
reflection-room-group-more = Kies nog een kaart om ze bij elkaar te leggen.
