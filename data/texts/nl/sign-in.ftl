# Inloggen in twee stappen, bevestigen dat u het bent, herstelcodes en de lijst van plekken waar u bent ingelogd.

sign-in-code = Code uit uw app
sign-in-code-hint = Open de app op uw telefoon en neem de zes cijfers bij Meervoud over.
sign-in-recovery = Herstelcode
sign-in-recovery-hint = Een van de acht codes die u hebt bewaard. Elke code werkt één keer. Streepjes en hoofdletters maken niet uit.
sign-in-use-recovery = Ik heb mijn telefoon niet: herstelcode gebruiken
sign-in-use-code = Toch de code uit mijn app gebruiken
sign-in-passkey-first = Bij dit account is ook uw passkey nodig. Gebruik de knop met de passkey hierboven. Hebt u die passkey niet meer? Vul dan een herstelcode in.
sign-in-fault-code = Vul de code in

sign-in-confirm-title = Bent u het echt?
sign-in-confirm-intro = Dit kan niet zomaar iemand doen die achter uw computer zit. Laat daarom nog één keer zien dat u het bent. Daarna hoeft het tien minuten niet meer.
sign-in-confirm-submit = Dit ben ik
sign-in-confirm-no-password = Uw account heeft geen wachtwoord. Log uit en log opnieuw in via uw organisatie. Daarna kunt u dit tien minuten lang doen.

sign-in-first-title = Nog één stap voordat u verder kunt
sign-in-first = Wie deze Meervoud beheert, vraagt van iedereen een tweede stap bij het inloggen. Zo komt niemand binnen die alleen uw wachtwoord weet. Het instellen duurt een paar minuten en hoeft maar één keer.
sign-in-first-no-password = Wie deze Meervoud beheert, vraagt van iedereen een tweede stap bij het inloggen. Uw account heeft geen wachtwoord, en uw organisatie vroeg geen tweede stap. Maak daarom een passkey. Dat duurt een paar minuten en hoeft maar één keer.

sign-in-factor-title = Codes uit een app
sign-in-factor-intro = Met een app op uw telefoon wordt inloggen veiliger: na uw wachtwoord vult u een code van zes cijfers in. Alleen iemand met uw wachtwoord én uw telefoon komt dan binnen.
sign-in-factor-start = Codes instellen
sign-in-factor-app = Pak uw telefoon en open een app voor inlogcodes. Hebt u die niet? Installeer er een, zoals Aegis, 2FAS, Google Authenticator of Microsoft Authenticator.
sign-in-factor-scan = Kies in de app voor toevoegen, en scan dit plaatje.
sign-in-factor-qr = QR-code met het geheim voor uw app
sign-in-factor-typed = Ik kan het plaatje niet scannen
sign-in-factor-open = Openen in een app op dit apparaat
sign-in-factor-seed = Of typ dit geheim over in de app
sign-in-factor-try = Vul de zes cijfers in die de app nu toont. Zo weten we dat het werkt.
sign-in-factor-finish = Codes aanzetten
sign-in-factor-done = De codes staan aan. Bij het inloggen vragen we voortaan ook een code.
sign-in-factor-on = Codes uit een app staan aan sinds { DATETIME($since, day: "numeric", month: "long", year: "numeric") }.
sign-in-factor-replace = Andere telefoon instellen
sign-in-factor-remove = Codes uitzetten
sign-in-factor-remove-hint = Daarna komt wie uw wachtwoord weet, zonder code binnen. Uw herstelcodes vervallen, behalve als u een passkey hebt.
sign-in-factor-remove-sure = Ja, codes uitzetten
sign-in-factor-removed = De codes staan uit.
sign-in-factor-required = Hier is een tweede stap verplicht. Uitzetten kan alleen als u ook een passkey hebt.

sign-in-recovery-title = Uw herstelcodes
sign-in-recovery-once = Bewaar deze codes nu: we tonen ze maar één keer. Raakt u uw telefoon of uw passkey kwijt, dan logt u in met uw wachtwoord en zo'n code. Elke code werkt één keer. Bewaar ze niet op dezelfde telefoon.
sign-in-recovery-save = Bewaren als bestand
sign-in-recovery-file = meervoud-herstelcodes.txt
sign-in-recovery-kept = Ik heb de codes bewaard
sign-in-recovery-go-on = Codes bewaard, verder naar Meervoud
sign-in-recovery-left = { $n ->
    [0] U hebt geen herstelcodes meer. Maak nieuwe. Anders komt u misschien niet meer binnen als u uw telefoon of passkey kwijt bent.
    [one] U hebt nog één herstelcode. Maak op tijd nieuwe.
   *[other] U hebt nog { $n } herstelcodes.
}
sign-in-recovery-renew = Nieuwe herstelcodes maken

sign-in-list-title = Waar u bent ingelogd
sign-in-list-intro = Kent u een plek niet, of bent u een apparaat kwijt? Log die plek dan uit. Na vier uur zonder gebruik, en uiterlijk na twaalf uur, stopt een plek vanzelf.
sign-in-this = deze plek
sign-in-agent-unknown = Onbekend apparaat
sign-in-since = Ingelogd op { DATETIME($since, day: "numeric", month: "long", hour: "numeric", minute: "numeric") } { $how }
sign-in-seen = Laatst gebruikt op { DATETIME($seen, day: "numeric", month: "long", hour: "numeric", minute: "numeric") }
sign-in-by-set-up = bij het inrichten
sign-in-by-invitation = met een uitnodiging
sign-in-by-password = met wachtwoord
sign-in-by-password-code = met wachtwoord en code
sign-in-by-password-recovery = met wachtwoord en herstelcode
sign-in-by-passkey = met een passkey
sign-in-by-oidc = via uw organisatie
sign-in-end = Uitloggen
sign-in-end-of = Uitloggen: { $where }, ingelogd op { DATETIME($since, day: "numeric", month: "long", hour: "numeric", minute: "numeric") }
sign-in-end-others = Overal uitloggen, behalve hier
sign-in-ended = Die plek is uitgelogd.
sign-in-ended-others = U bent overal uitgelogd, behalve hier.

sign-in-password-title = Wachtwoord
sign-in-password-open = Een ander wachtwoord kiezen
sign-in-password-now = Uw wachtwoord nu
sign-in-password-new = Nieuw wachtwoord
sign-in-password-change = Wachtwoord wijzigen
sign-in-password-done = Uw wachtwoord is gewijzigd. Op alle andere plekken bent u uitgelogd.
