# Wat de telefoon toont als de zaal aan een reflectie werkt: kaarten schrijven, kiezen, en antwoorden op een voorstel.

room-cards-question = Vraag { $number } van 7
room-cards-proposal = Voorstel
room-cards-untitled = Een voorstel zonder naam
room-cards-expected = Wat we ervan verwachten
room-cards-gone-on = De zaal is verder. Wat u typt, blijft op deze telefoon staan.
room-cards-step-writing = U kunt nu kaarten schrijven.
room-cards-step-shown = De kaarten staan op het scherm.
room-cards-step-voting = U kunt nu stippen geven.
room-cards-step-voted = De stippen zijn geteld.
room-cards-step-none = Lees het voorstel.
room-cards-step-open = U kunt nu antwoorden op het voorstel.
room-cards-step-closed = De antwoorden zijn geteld.

# Schrijven
room-cards-unnamed = Uw kaart komt straks tussen die van de anderen te staan: door elkaar en zonder naam. Noem zelf ook geen namen.
room-cards-label = Uw kaart
room-cards-label-change = Wijzig uw kaart
room-cards-count = { $n } van { $most } tekens
room-cards-empty = Schrijf eerst iets op de kaart
room-cards-lens = Waar gaat het over? (mag leeg)
room-cards-lens-money = Geld
room-cards-lens-power = Macht en positie
room-cards-lens-rules = Regels en doelen
room-cards-lens-habit = Gewoonte en mensbeeld
room-cards-pull = Wat doet het? (mag leeg)
room-cards-pull-sustains = Dit houdt het gedrag in stand
room-cards-pull-hinders = Dit trekt al de andere kant op
room-cards-put-down = Leg de kaart neer
room-cards-change = Bewaar de wijziging
room-cards-leave = Laat de kaart zoals hij was
room-cards-full = U hebt { $most } kaarten neergelegd. U kunt ze nog wijzigen of terugnemen.
room-cards-not-lasting = Deze telefoon kan niets bewaren. Houd dit scherm open tot alles is ontvangen.
room-cards-own = Uw kaarten ({ $n } van { $most })
room-cards-edit = Wijzig
room-cards-edit-of = Wijzig: { $text }
room-cards-back = Neem terug
room-cards-back-of = Neem terug: { $text }
room-cards-down = De kaart is neergelegd.
room-cards-taken = De kaart is teruggenomen.
room-cards-unsent = { $n ->
    [one] Deze kaart kwam niet op tijd in de zaal. Hij staat alleen op deze telefoon. Mag er weer geschreven worden, dan kunt u hem alsnog geven.
   *[other] Deze kaarten kwamen niet op tijd in de zaal. Ze staan alleen op deze telefoon. Mag er weer geschreven worden, dan kunt u ze alsnog geven.
}

# Lezen en kiezen
room-cards-none = Er zijn geen kaarten.
room-cards-shown = Alle kaarten, door elkaar en zonder naam.
room-cards-dots-what = { $n ->
    [one] Geef uw stip aan wat u het belangrijkst vindt.
   *[other] Verdeel { $n } stippen over wat u het belangrijkst vindt. Meer stippen op één kaart mag ook.
}
room-cards-dots-left = { $n ->
    [0] U hebt al uw stippen gegeven.
    [one] U hebt nog 1 stip.
   *[other] U hebt nog { $n } stippen.
}
room-cards-dots-none-left = Haal eerst ergens een stip weg.
room-cards-dots-none-here = Hier ligt geen stip van u.
room-cards-dots-of = { $n ->
    [one] 1 stip van u op: { $text }
   *[other] { $n } stippen van u op: { $text }
}
room-cards-dot-more = Stip erbij: { $text }
room-cards-dot-less = Stip eraf: { $text }
room-cards-dots = { $n ->
    [one] 1 stip
   *[other] { $n } stippen
}
room-cards-outcome = { $n ->
    [one] Dit koos 1 persoon. De meeste stippen staan bovenaan.
   *[other] Dit kozen { $n } mensen. De meeste stippen staan bovenaan.
}

# Een voorstel
room-cards-proposal-agreement = Afspraak
room-cards-proposal-driver = Waarom
room-cards-proposal-owner = Wie het trekt
room-cards-proposal-first-step = Eerste stap
room-cards-proposal-review = Samen terugkijken op
room-cards-proposal-criteria = Daar letten we dan op
room-cards-stance = Kunnen we dit proberen?
room-cards-stance-soon = Lees het rustig door. Zo meteen kunt u hier antwoorden.
room-cards-stance-no-objection = Geen bezwaar
room-cards-stance-no-objection-what = Goed genoeg voor nu, veilig genoeg om te proberen.
room-cards-stance-no-objection-label = Toelichting
room-cards-stance-concern = Zorg
room-cards-stance-concern-what = Het mag doorgaan. Hier moeten we op letten.
room-cards-stance-concern-label = Waar moeten we op letten?
room-cards-stance-objection = Bezwaar
room-cards-stance-objection-what = Zo kan het niet: het doet schade, of er is een betere manier.
room-cards-stance-objection-label = Wat is uw bezwaar?
room-cards-stance-choose = Kies eerst een antwoord
room-cards-stance-words = Schrijf op wat het is. Dan kan de groep er iets mee.
room-cards-stance-unnamed = Uw woorden komen zonder naam op het scherm als het antwoorden sluit. Tot dan kunt u uw antwoord veranderen.
room-cards-stance-give = Geef uw antwoord
room-cards-stance-change = Verander uw antwoord
room-cards-stance-unsent = Dit antwoord kwam niet op tijd in de zaal en telt niet mee. Het staat alleen op deze telefoon.
room-cards-stance-outcome = { $noObjection } keer geen bezwaar, { $concern } keer een zorg, { $objection } keer een bezwaar.
room-cards-objections = { $n ->
    [one] Bezwaar
   *[other] Bezwaren
}
room-cards-concerns = { $n ->
    [one] Zorg
   *[other] Zorgen
}
