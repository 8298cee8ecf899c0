# De pagina over privacy, en het register van verwerkingen: gemaakt uit wat er bewaard wordt en uit de instellingen.

privacy-title = Privacy
privacy-lead = Wat Meervoud hier over mensen bewaart, waarvoor, hoe lang, en wie het krijgt.
privacy-print = Afdrukken

privacy-who = Wie is verantwoordelijk
privacy-who-organisation = De organisatie die u om antwoorden vraagt, is verantwoordelijk voor uw gegevens. Haar naam staat op uw telefoon voordat u meedoet.
privacy-who-operator = Wie deze installatie van Meervoud beheert, bewaart de gegevens voor die organisatie.
privacy-contact = Vragen over uw gegevens? Neem contact op met: { $contact }
privacy-contact-none = Vragen over uw gegevens? Stel ze aan de organisatie die u vroeg om mee te doen, of aan wie deze installatie beheert.

privacy-phone = U doet mee op uw telefoon
privacy-phone-anonymous = Is een ronde anoniem, dan vragen we geen naam en geen e-mailadres. We bewaren geen gegevens waaraan uw telefoon te herkennen is. Niemand leest uw losse antwoorden.
privacy-phone-open = Is een ronde open, dan staat uw naam bij uw antwoorden. Dat leest u voordat u begint.
privacy-phone-change = Zolang de ronde open is, ziet en verandert u uw antwoorden op uw eigen telefoon. U kunt ze daar ook wissen.
privacy-phone-after = Na het sluiten van een anonieme ronde kan niemand meer zien welke antwoorden van u zijn. Daarom kunnen we ze dan ook niet meer voor u opzoeken.
privacy-phone-five = Uitkomsten van een anonieme ronde tonen we pas vanaf vijf mensen.
privacy-phone-keeps = Uw telefoon bewaart uw antwoorden tot ze op de server staan, en weet zo dat u al meedoet. Verder plaatsen we geen cookies en volgen we niemand.

privacy-kept = Wat er bewaard wordt
privacy-subjects = Van wie
privacy-terms = Hoe lang
privacy-recipients = Wie het krijgt
privacy-subject-member = mensen met een account
privacy-subject-respondent = mensen die meedoen op hun telefoon

privacy-purpose-sign-in = Inloggen
privacy-purpose-sign-in-about = Uw naam, e-mailadres en taal, en wat nodig is om veilig in te loggen. Wachtwoorden en codes kan niemand teruglezen.
privacy-purpose-team = Samenwerken in een organisatie
privacy-purpose-team-about = Wie lid is, in welke rol en tot wanneer. Uitnodigingen die nog open staan.
privacy-purpose-assessment = Rondes en uitkomsten
privacy-purpose-assessment-about = Antwoorden en toelichtingen van deelnemers, en in open rondes hun naam. Uitkomsten van een groep.
privacy-purpose-conversation = Gesprekken en afspraken
privacy-purpose-conversation-about = Kaartjes, stippen, bezwaren, afspraken en terugblikken, met wie ze schreef als dat een lid was.
privacy-purpose-programme = Regionale programma's
privacy-purpose-programme-about = Welk bedrijf meedoet, welke toestemming het gaf en wie die gaf, en de cijfers die daarvoor zijn gekopieerd.
privacy-purpose-log = Logboek
privacy-purpose-log-about = Wie wanneer iets deed, zoals inloggen, een ronde sluiten of gegevens meenemen. Er staan geen antwoorden en geen teksten in.
privacy-purpose-mail = E-mail
privacy-purpose-mail-about = Naar welk adres een uitnodiging, een herinnering of een link gaat.
privacy-purpose-running = Veilig draaien
privacy-purpose-running-about = Hoe vaak iemand een verkeerd wachtwoord probeerde, zonder te bewaren wie dat was. Proeven van het netwerk, en wie vroeg om een organisatie te wissen.

privacy-term-account = tot u uw account wist
privacy-term-organisation = tot de organisatie wordt gewist
privacy-term-round = zolang de ronde open is
privacy-term-session = plekken waar u bent ingelogd hooguit 30 dagen
privacy-term-minutes = enkele minuten
privacy-term-day = hooguit een dag
privacy-term-mail = e-mail 7 dagen na het versturen
privacy-term-installation = zolang deze installatie bestaat
privacy-term-answers = antwoorden per persoon { $n ->
    [one] 1 maand
   *[other] { $n } maanden
} na het sluiten
privacy-term-texts = teksten van deelnemers { $n ->
    [one] 1 maand
   *[other] { $n } maanden
} na het sluiten
privacy-term-audit = regels in het logboek { $n ->
    [one] 1 maand
   *[other] { $n } maanden
}
privacy-backups = In back-ups staat iets nog hooguit 30 dagen langer. Wordt een oude back-up teruggezet, dan wist Meervoud meteen opnieuw wat al gewist was.

privacy-given = Wie gegevens krijgt
privacy-recipient-operator = wie deze installatie beheert
privacy-recipient-operator-about = Wie deze installatie beheert, ziet in Meervoud geen antwoorden. Wel heeft de beheerder de computer met de database, en kan die openen.
privacy-recipient-mail = de mailserver { $host }
privacy-recipient-mail-about = E-mail gaat via de mailserver { $host }.
privacy-recipient-sign-in = de inlogdienst { $host }
privacy-recipient-sign-in-about = Inloggen kan via { $host }. Die weet dan dat u inlogt.
privacy-given-nobody = Verder krijgt niemand gegevens. Meervoud stuurt niets naar zijn makers, en de pagina's laden niets van andere websites.

privacy-rights = Wat u kunt vragen
privacy-rights-see = Inzien en meenemen: met een account downloadt u op de pagina Uw account alles wat van u bewaard wordt.
privacy-rights-erase = Wissen: daar wist u ook uw account. Eigenaars kunnen een hele organisatie laten wissen.
privacy-rights-object = Verbeteren, beperken of bezwaar maken: vraag het aan de organisatie die verantwoordelijk is.
privacy-rights-complain = Bent u niet tevreden? U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.
privacy-account = Naar uw account

privacy-measures = Hoe de gegevens beschermd zijn
privacy-measure-five = In een anonieme ronde tonen we niets over minder dan vijf mensen.
privacy-measure-releases = Uitkomsten staan vast op het moment van vrijgeven. Twee uitkomsten naast elkaar verraden niemand.
privacy-measure-tenants = Elke organisatie is afgeschermd van alle andere.
privacy-measure-hashed = Wachtwoorden, codes en links zijn zo bewaard dat niemand ze kan teruglezen.
privacy-measure-factor-required = Iedereen logt in met twee bewijzen: iets wat men weet en iets wat men heeft.
privacy-measure-factor-optional = Iedereen kan inloggen met twee bewijzen, of met een passkey.
privacy-measure-log = Wie iets doet dat ertoe doet, staat in een logboek dat niemand ongemerkt kan veranderen.
privacy-measure-no-third-parties = De pagina's laden niets van andere websites en volgen niemand.
privacy-measure-backups = Er worden vanzelf back-ups gemaakt en nagekeken. Na 30 dagen zijn ze weg.
privacy-measure-erasure = Wat gewist is, wordt uit de bestanden verwijderd, en komt met een oude back-up niet terug.

privacy-register-title = Register van verwerkingen
privacy-register-lead = Wat deze installatie met persoonsgegevens doet, gemaakt uit de database en de instellingen. Vul aan wat alleen u weet: de organisaties, de grondslag en de afspraken met hen.
privacy-register-made = Gemaakt op { $day } met Meervoud { $version }.
privacy-register-download = Download als JSON
privacy-register-contact = Contact: { $contact }
privacy-register-contact-none = Contact: nog niet ingevuld (instelling PRIVACY_CONTACT).
privacy-register-data = Gegevens in de database
privacy-register-fill-in = Zelf in te vullen
privacy-register-fill-in-controller = Naam en contact van elke verantwoordelijke organisatie, en van een functionaris voor gegevensbescherming als die er is.
privacy-register-fill-in-ground = De grondslag per doel: toestemming, een overeenkomst of een gerechtvaardigd belang. Toestemming van werknemers is zwak; de ondernemingsraad kan iets te zeggen hebben (WOR artikel 27).
privacy-register-fill-in-agreement = De verwerkersovereenkomst tussen elke organisatie en wie deze installatie beheert.
