# Wat de telefoon toont aan wie meedoet: de code, de uitleg vooraf, de vragen, het overzicht en het einde.

participant-other-language = English
participant-page-title = { $title } – Meervoud
participant-fault-title = Fout: { $title }
participant-demo = Dit is een oefening met verzonnen gegevens.
participant-foot = Meervoud is vrije software.
participant-foot-participants = Op dit adres kunt u alleen meedoen met een code.

participant-waiting = Bezig met laden
participant-waiting-long = Dit duurt langer dan normaal. Er gaat niets verloren.
participant-waiting-retry = Opnieuw proberen

participant-offline = Geen verbinding. U kunt gewoon doorgaan.
participant-offline-held = Geen verbinding. Houd dit scherm open tot alles is ontvangen.
participant-server-full = De server heeft nu geen ruimte. Uw antwoorden blijven op deze telefoon en gaan later vanzelf. U kunt gewoon doorgaan.
participant-server-full-held = De server heeft nu geen ruimte. Houd dit scherm open tot alles ontvangen is.
participant-not-lasting = Deze telefoon kan niets bewaren. Houd dit scherm open tot alles is ontvangen.
participant-closing = Deze ronde sluit zo. Maak uw antwoorden af.

participant-join-title = Doe mee
participant-join-lead = Vul de code in van het scherm of uit uw uitnodiging.
participant-join-code = Code
participant-join-hint = Zes letters en cijfers, bijvoorbeeld ABC-D2F
participant-join-next = Verder
participant-join-busy = Even kijken…
participant-join-scan = Ziet u een QR-code? Richt de camera van uw telefoon erop. Dan hoeft u niets te typen.
participant-join-short = Vul alle zes de letters en cijfers van de code in.
participant-join-fault = Dit ging niet goed
participant-join-waiting = Wat u eerder op deze telefoon antwoordde, wordt nog verstuurd. Houd dit scherm even open.

participant-intro-asked-by = { $organisation } vraagt u om mee te doen.
participant-intro-time = Hoe lang duurt het?
participant-intro-minutes = { $questions ->
    [one] Eén vraag
   *[other] { $questions } vragen
  }, ongeveer { $minutes ->
    [one] één minuut
   *[other] { $minutes } minuten
  }. U kunt stoppen en later verdergaan op deze telefoon.
participant-intro-stored = Wat bewaren we?
participant-intro-stored-anonymous = Uw antwoorden. Niet uw naam en niet uw e-mailadres.
participant-intro-stored-anonymous-group = Uw antwoorden en bij welke groep u hoort. Niet uw naam en niet uw e-mailadres.
participant-intro-stored-open = Uw antwoorden, met uw naam erbij.
participant-intro-stored-open-group = Uw antwoorden, met uw naam en uw groep erbij.
participant-intro-seen = Wie ziet wat?
participant-intro-anonymous = Deze ronde is anoniem.
participant-intro-anonymous-group-only = Er komen alleen uitkomsten van een groep, en pas vanaf vijf mensen.
participant-intro-anonymous-nobody = Niemand kan hier uw eigen antwoorden lezen. Ook de begeleider niet.
participant-intro-anonymous-closing = Tot de ronde sluit, kunt u uw antwoorden zelf veranderen. Daarna kan niemand nog zien welke antwoorden van u zijn. Wissen kan dan dus ook niet meer.
participant-intro-open = Deze ronde is open: uw naam staat bij uw antwoorden.
participant-intro-open-who = Wie in deze organisatie bij de ronde kan, ziet wat u antwoordt.
participant-intro-open-closing = Tot de ronde sluit, kunt u uw antwoorden zelf veranderen.
participant-intro-group = Bij welke groep hoort u?
participant-intro-group-hint = Een groep krijgt pas een eigen uitkomst vanaf vijf mensen.
participant-intro-group-needed = Kies bij welke groep u hoort.
participant-intro-name = Uw naam
participant-intro-name-hint = Deze naam zien de anderen bij uw antwoorden.
participant-intro-name-needed = Vul uw naam in.
participant-intro-join = Meedoen
participant-intro-joining = Even geduld…
participant-intro-other-code = Andere code

participant-group-management = Directie of leiding
participant-group-staff = Medewerker
participant-group-customer = Klant
participant-group-supplier = Leverancier
participant-group-neighbour = Buur of omwonende
participant-group-education = Onderwijs of onderzoek
participant-group-government = Overheid
participant-group-other = Anders

participant-question-caption = Vraag { $number } van { $total }
participant-question-progress = Voortgang
participant-question-help = Uitleg en voorbeeld
participant-question-example = Voorbeeld
participant-question-unknown = Weet ik niet
participant-question-not-applicable = Niet van toepassing
participant-question-reason = Waarom niet? (u mag dit leeg laten)
participant-question-clear = Antwoord wissen
participant-question-next = Verder
participant-question-last = Naar het overzicht
participant-question-back = Vorige
participant-question-skip = Overslaan
participant-question-return = Terug naar het overzicht
participant-question-keys-between = Met het toetsenbord: { $from } (links) tot { $to } (rechts) kiest, 0 is ‘Weet ik niet’, Enter gaat verder.
participant-question-keys = Met het toetsenbord: { $from } tot { $to } kiest, 0 is ‘Weet ik niet’, Enter gaat verder.

participant-saved-kept = Bewaard op deze telefoon
participant-saved-held = Nog niet ontvangen. Houd dit scherm open.
participant-saved-received = Ontvangen
participant-saved-refused = Niet aangenomen. { $problem }
participant-saved-conflict = Iemand anders heeft dit antwoord ook veranderd.

participant-check-title = Kijk uw antwoorden na
participant-check-complete = U hebt alles beantwoord.
participant-check-missing = { $n ->
    [one] Eén antwoord is nog leeg. Dat mag, maar u kunt het ook nu invullen.
   *[other] { $n } antwoorden zijn nog leeg. Dat mag, maar u kunt ze ook nu invullen.
  }
participant-check-first-missing = Naar de eerste lege vraag
participant-check-unsent = { $n ->
    [one] Eén antwoord is nog niet ontvangen
   *[other] { $n } antwoorden zijn nog niet ontvangen
  }
participant-check-unsent-lead = Ze staan op deze telefoon en gaan vanzelf weg zodra er verbinding is.
participant-check-unsent-held = Houd dit scherm open tot alles is ontvangen.
participant-check-send = Nu versturen
participant-check-refused = { $n ->
    [one] Eén antwoord is niet aangenomen
   *[other] { $n } antwoorden zijn niet aangenomen
  }
participant-check-question = Vraag { $number }
participant-check-unanswered = Niet beantwoord
participant-check-rating = { $rating } – { $words }
participant-check-not-received = nog niet ontvangen
participant-check-change = Wijzigen
participant-check-change-which = Wijzigen, vraag { $number }
participant-check-done = Klaar
participant-check-done-hint = U kunt uw antwoorden blijven veranderen tot de ronde sluit.
participant-check-back = Vorige

participant-done-title = Bedankt voor uw antwoorden
participant-done-all = Alles is ontvangen. U mag dit scherm sluiten.
participant-done-progress = { $finished ->
    [one] { $finished } van { $joined } is klaar.
   *[other] { $finished } van { $joined } zijn klaar.
  }
participant-done-later = U kunt uw antwoorden veranderen tot de ronde sluit. Open dan deze pagina weer op deze telefoon.
participant-done-results = De uitkomst ziet u later, als de begeleider die laat zien.
participant-done-change = Antwoorden bekijken of veranderen
participant-erase = Mijn antwoorden wissen

participant-closed-title = Deze ronde is gesloten
participant-closed-thanks = Bedankt voor het meedoen. U kunt nu niets meer veranderen.
participant-closed-late = { $n ->
    [one] Eén antwoord kwam na sluiting binnen. Het is bewaard en telt mee als de ronde weer opengaat.
   *[other] { $n } antwoorden kwamen na sluiting binnen. Ze zijn bewaard en tellen mee als de ronde weer opengaat.
  }
participant-closed-out = De server kent deze ronde niet meer. Vraag de begeleider om hulp.

participant-other-person = Iemand anders gebruikt deze telefoon
participant-other-person-title = Opnieuw beginnen voor iemand anders?
participant-other-person-lead = De antwoorden van nu blijven bewaard bij de ronde. Op deze telefoon kunt u ze daarna niet meer zien of veranderen.
participant-other-person-unsent = { $n ->
    [one] Eén antwoord is nog niet ontvangen. Het wordt nog verstuurd, maar wacht liever even.
   *[other] { $n } antwoorden zijn nog niet ontvangen. Ze worden nog verstuurd, maar wacht liever even.
  }
participant-other-person-wait = { $n ->
    [one] Eén antwoord is nog niet ontvangen. Wacht tot het is ontvangen.
   *[other] { $n } antwoorden zijn nog niet ontvangen. Wacht tot ze zijn ontvangen.
  }
participant-other-person-yes = Opnieuw beginnen
participant-other-person-no = Terug
