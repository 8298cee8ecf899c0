# De telefoon: de eigen antwoorden wissen.

phone-erase-title = Uw antwoorden wissen?
phone-erase-lead = Alles wat u in deze ronde hebt ingevuld wordt gewist, op de server en op deze telefoon. Dat kan niet ongedaan gemaakt worden.
phone-erase-shown = Is er al een uitkomst van de groep getoond, dan blijft die staan. Daaraan is niet te zien wat u hebt ingevuld.
phone-erase-yes = Ja, wissen
phone-erase-no = Terug
phone-erase-failed = Dat lukte niet. Kijk of u verbinding hebt en probeer het opnieuw.
phone-erase-closed = De ronde is gesloten. Nu kan niemand meer zien welke antwoorden van u zijn.
