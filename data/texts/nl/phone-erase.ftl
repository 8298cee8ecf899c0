# De telefoon: de eigen antwoorden wissen.

phone-erase-title = Uw antwoorden wissen?
phone-erase-lead = Alles wat u in deze ronde hebt ingevuld wordt gewist, op de server en op deze telefoon. Dat kan niet ongedaan gemaakt worden.
phone-erase-unsent = Antwoorden die nog niet zijn ontvangen, worden niet meer verstuurd.
phone-erase-shown = Is er al een uitkomst van de groep getoond, dan blijft die staan. Daaraan is niet te zien wat u hebt ingevuld.
phone-erase-cards = Kaarten die u in een gesprek van de groep hebt neergelegd, worden hiermee niet gewist. Haal die zelf één voor één terug, voordat u uw antwoorden wist. Dat kan zolang de groep kaarten schrijft.
phone-erase-yes = Ja, wissen
phone-erase-no = Terug
phone-erase-busy = Uw antwoorden worden gewist
phone-erase-again = Lukt het niet meteen, dan proberen we het steeds opnieuw. Dat gaat door tot het is gelukt of tot de ronde sluit.
phone-erase-dropped = Antwoorden die nog niet waren ontvangen, worden niet meer verstuurd.
phone-erase-later = U mag deze pagina sluiten. Open haar dan later weer op deze telefoon: het wissen gaat dan verder.
phone-erase-stay = Houd deze pagina open tot het is gelukt.
phone-erase-now = Nu opnieuw proberen
phone-erase-not = Wissen kan niet meer
phone-erase-closed = De ronde is gesloten. Wat al was ontvangen, blijft staan. Nu kan niemand meer zien welke antwoorden van u zijn.
phone-erase-unknown = De server kent deze telefoon niet meer in deze ronde. Vraag de begeleider om hulp.
phone-erase-go-on = Verder
