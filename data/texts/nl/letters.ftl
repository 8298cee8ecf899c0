# Wachtwoord vergeten, een nieuw wachtwoord kiezen, herinneringen, en een uitnodiging per e-mail.

letters-forgot-link = Wachtwoord vergeten?
letters-forgot-title = Wachtwoord vergeten
letters-forgot-intro = Vul uw e-mailadres in. Dan sturen we u een link waarmee u een nieuw wachtwoord kiest.
letters-forgot-submit = Link sturen
letters-forgot-done-title = Kijk in uw e-mail
letters-forgot-done = Is er een account met { $email }? Dan staat er zo een bericht in uw mailbox. De link werkt een half uur lang.
letters-forgot-done-not = Niets gekregen? Kijk bij de ongewenste e-mail, of probeer het over een uur nog eens.
letters-forgot-no-mail = Deze installatie stuurt geen e-mail. Vraag een link aan de beheerder: wie Meervoud voor u heeft geïnstalleerd. Met die link kiest u een nieuw wachtwoord.
letters-forgot-back = Terug naar inloggen

letters-reset-title = Een nieuw wachtwoord kiezen
letters-reset-for = Voor het account van { $email }.
letters-reset-password = Nieuw wachtwoord
letters-reset-ends = Hierna bent u overal uitgelogd, en werken toegangscodes voor programma's niet meer. Gebruikt u een code of passkey bij het inloggen? Die blijft gewoon werken.
letters-reset-submit = Wachtwoord opslaan
letters-reset-done-title = Uw wachtwoord is veranderd
letters-reset-done = U kunt nu inloggen met uw nieuwe wachtwoord.
letters-reset-sign-in = Inloggen
letters-link-missing-title = Deze link is niet compleet
letters-link-missing = Er hoort een geheim stuk achter het adres te staan. Kopieer de hele link uit uw bericht en open die opnieuw.
letters-link-again = Nieuwe link aanvragen

letters-reminders-title = Herinneringen
letters-reminders-about = We sturen u een e-mail als u terugkijkt op een afspraak, of als de toegang van een adviseur bijna stopt. Hooguit één per dag.
letters-reminders-on = Stuur mij herinneringen per e-mail
letters-reminders-stop-title = Herinneringen uitzetten
letters-reminders-stop = U krijgt dan geen herinneringen van Meervoud meer. Bij uw account kunt u ze weer aanzetten.
letters-reminders-stop-submit = Herinneringen uitzetten
letters-reminders-stopped-title = De herinneringen staan uit
letters-reminders-stopped = U krijgt ze niet meer. Bij uw account kunt u ze weer aanzetten.

letters-invite-intro = U krijgt een link voor één persoon. Wij kunnen die ook mailen. De link werkt één keer en zeven dagen lang.
letters-invite-email = Naar welk e-mailadres mailen we de link? (mag leeg)
letters-invite-email-hint = Leeg: dan stuurt u de link zelf.
letters-invite-locale = Taal van de e-mail
letters-fault-invite-email = Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat dit leeg
letters-invite-mailed = We mailen de link naar { $email }. U kunt de link hieronder ook zelf sturen.
letters-invite-waiting = Wordt gemaild naar { $email }
letters-invite-sent = Gemaild naar { $email }
letters-invite-failed = Mailen naar { $email } is niet gelukt. Trek deze in en maak een nieuwe.
