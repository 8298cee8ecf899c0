# The page with the log of an organisation.
audit-title = Wat er gedaan is
audit-intro = Wie wat deed in deze organisatie, het nieuwste boven. Antwoorden en teksten staan er niet in.
audit-owners-only = Dit logboek is voor eigenaren. Vraag een eigenaar van deze organisatie wat u wilt weten.
audit-whole = { $n ->
    [one] Dit logboek is heel: 1 regel, zojuist nagekeken.
   *[other] Dit logboek is heel: { $n } regels, zojuist nagekeken.
}
audit-broken = Dit logboek is niet meer heel.
audit-broken-changed = Regel { $number } is achteraf veranderd.
audit-broken-missing = Regel { $number } is weg.
audit-broken-reordered = Regel { $number } staat niet meer op zijn plaats.
audit-broken-added = Regel { $number } is er buiten Meervoud om bij gezet.
audit-broken-cut-off = Vanaf regel { $number } is het einde weg.
audit-broken-event = Daar staat nu: { $sentence } ({ $time })
audit-broken-advice = Vraag de beheerder van deze installatie wat er met de database gebeurd is. Alles tot die regel klopt.
audit-list-title = Gebeurtenissen
audit-filter-kind = Wat
audit-filter-all = Alles
audit-filter-from = Vanaf
audit-filter-to = Tot en met
audit-filter-submit = Toon
audit-empty = Er is nog niets gebeurd dat hier hoort.
audit-empty-filter = Niets gevonden in deze periode of van deze soort.
audit-empty-filter-clear = Toon alles
audit-more = Toon oudere
audit-more-busy = Oudere gebeurtenissen worden gehaald.
audit-download = Download als CSV
audit-download-hint = Een tabel voor een spreadsheet, met wat u hierboven koos. Dat u hem haalde, komt ook in het logboek.
audit-number = regel { $number }

# Kinds of events.
audit-kind-sign-ins = Inloggen
audit-kind-roles = Rollen en opdrachten
audit-kind-consents = Toestemming
audit-kind-releases = Rondes en vrijgeven
audit-kind-exports = Exporteren en links
audit-kind-erasures = Wissen
audit-kind-workshops = Workshops
audit-kind-other = Overig

# Columns of the file.
audit-column-number = nummer
audit-column-time = tijd (UTC)
audit-column-sentence = wat
audit-column-kind = soort
audit-column-action = code
audit-column-who = wie (id)
audit-column-object = onderwerp (id)

# Who did it.
audit-who-former = Een oud-lid
audit-who-operator = De beheerder van deze installatie
audit-who-nobody = Meervoud zelf

# What it was done to, and the same when it is not there any more.
audit-what-round = de ronde { $name }
audit-gone-round = een ronde die verwijderd is
audit-what-release = de ronde { $name }
audit-gone-release = een ronde die verwijderd is
audit-what-workshop = de workshop over { $name }
audit-gone-workshop = een workshop die er niet meer is
audit-what-user = { $name }
audit-gone-user = een oud-lid
audit-what-reflection = het gesprek { $name }
audit-gone-reflection = een gesprek zonder titel
audit-what-intervention = de afspraak { $name }
audit-gone-intervention = een afspraak die verwijderd is of geen titel heeft

# What happened: one sentence for each action of server/contract/audit.ts.
audit-unknown = { $who } deed iets dat deze versie van Meervoud niet kent ({ $action }).
audit-user-sign-in = { $who } logde in.
audit-user-sign-in-failed = Iemand probeerde in te loggen als { $what }, en dat lukte niet.
audit-user-sign-in-limited = Inloggen werd even gestopt: er waren te veel pogingen.
audit-session-end = { $who } logde uit, hier of op een andere plek.
audit-session-end-all = { $who } logde op alle andere plekken uit.
audit-password-reset-link = { $who } maakte een link waarmee { $what } een nieuw wachtwoord kiest.
audit-password-reset = { $who } koos met een link een nieuw wachtwoord.
audit-passkey-add = { $who } voegde een passkey toe.
audit-passkey-remove = { $who } verwijderde een passkey.
audit-passkey-copied = { $who }: een passkey leek gekopieerd en werd geweigerd.
audit-identity-add = { $who } koppelde het account aan de eigen organisatie.
audit-identity-remove = { $who } maakte de koppeling met de eigen organisatie los.
audit-token-make = { $who } maakte een toegangscode voor een programma.
audit-token-withdraw = { $who } verwijderde een toegangscode voor een programma.
audit-password-change = { $who } koos een nieuw wachtwoord.
audit-factor-add = { $who } zette een tweede stap bij het inloggen aan.
audit-factor-remove = { $who } zette de tweede stap bij het inloggen uit.
audit-recovery-renew = { $who } maakte nieuwe herstelcodes.
audit-recovery-used = { $who } gebruikte een herstelcode.
audit-account-help = Een beheerder hielp { $who } weer binnen te komen.
audit-engagement-give = { $who } gaf { $what } een opdracht met een einddatum.
audit-engagement-extend = { $who } verlengde de opdracht van { $what }.
audit-engagement-shorten = { $who } verkortte de opdracht van { $what }.
audit-engagement-end = { $who } beëindigde de opdracht van { $what }.
audit-user-lock = { $who } blokkeerde het account van { $what }.
audit-user-unlock = { $who } gaf het account van { $what } weer vrij.
audit-operator-add = { $who } maakte { $what } beheerder van deze installatie.
audit-operator-remove = { $who } nam het beheer van deze installatie af van { $what }.
audit-backup-make = { $who } vroeg om een back-up.
audit-restore = Een back-up is teruggezet ({ $who }).
audit-join-limited = Deelnemen met een code werd even gestopt: er kwamen te veel verkeerde codes.
audit-user-sign-up = { $what } maakte een account.
audit-access-refused = { $who } vroeg die dag iets dat niet bij de eigen rol hoort, en kreeg het niet.
audit-organisation-create = { $who } maakte deze organisatie aan.
audit-member-change = { $who } veranderde de rol of de einddatum van { $what }.
audit-member-remove = { $who } verwijderde { $what } uit de organisatie.
audit-invitation-create = { $who } nodigde iemand uit.
audit-invitation-withdraw = { $who } trok een uitnodiging in.
audit-invitation-accept = { $who } nam een uitnodiging aan.
audit-intervention-consent-open = { $who } vroeg iedereen of er bezwaar is tegen { $what }.
audit-intervention-consent-closed = { $who } sloot het vragen naar bezwaren tegen { $what }.
audit-intervention-voice-settled = { $who } schreef op wat er gebeurde met een bezwaar of zorg over { $what }.
audit-round-create = { $who } maakte { $what }.
audit-round-open = { $who } opende { $what }.
audit-round-close = { $who } sloot { $what }.
audit-round-archive = { $who } borg { $what } op.
audit-round-release = { $who } gaf een tussenstand vrij van { $what }.
audit-round-import = { $who } las { $what } in uit een bestand.
audit-workshop-reveal = { $who } liet in de zaal de uitslag zien van { $what }.
audit-workshop-release = { $who } gaf het resultaat vrij van { $what }.
audit-export-organisation = { $who } exporteerde alle gegevens van deze organisatie.
audit-export-command = De beheerder van deze installatie exporteerde op de machine zelf alle gegevens van deze organisatie.
audit-export-audit = { $who } haalde dit logboek op als bestand.
audit-calendar-link-made = { $who } maakte een geheime link naar de agenda.
audit-calendar-link-ended = { $who } beëindigde de geheime link naar de agenda.
audit-workshop-texts-deleted = { $who } wiste wat mensen in woorden schreven in { $what }.
audit-erasure-request = { $who } wil deze organisatie laten wissen.
audit-erasure-stop = { $who } hield het wissen van deze organisatie tegen.
audit-retention-answers = { $who } wiste de antwoorden per persoon van { $what }, omdat de bewaartijd om is.
audit-retention-texts = { $who } wiste de teksten van deelnemers van { $what }, omdat de bewaartijd om is.
audit-export-person = { $who } haalde een bestand met de eigen gegevens op.
audit-erasure-account = { $who } wiste het eigen account.
audit-erasure-organisation = Een organisatie is gewist.
audit-clock-doubted = De klok liep dagen vooruit op wat het laatst gebeurde. Daarom werd er niets vanzelf gewist. Een dag later wordt opnieuw gekeken.
audit-retention-done = { $who } wiste wat lang genoeg bewaard was.
audit-workshop-create = { $who } bereidde { $what } voor.
audit-workshop-controls = { $who } nam de bediening over van { $what }.
audit-workshop-display = { $who } maakte een link voor een scherm van { $what }.
audit-workshop-displays-ended = { $who } beëindigde de links voor schermen van { $what }.
audit-workshop-rehearsal-removed = { $who } verwijderde een proef van een workshop.
audit-workshop-handed-over = { $who } droeg een workshop over aan een andere organisatie.
audit-workshop-taken-over = { $who } bracht { $what } over naar deze organisatie.
audit-reflection-create = { $who } begon { $what }.
audit-reflection-close = { $who } sloot { $what }.
audit-reflection-reopen = { $who } opende { $what } opnieuw.
audit-intervention-create = { $who } schreef { $what }.
audit-intervention-proposed = { $who } maakte weer een voorstel van { $what }.
audit-intervention-agreed = { $who } legde { $what } vast als afgesproken.
audit-intervention-running = { $who } zette { $what } op lopend.
audit-intervention-stopped = { $who } stopte { $what }.
audit-intervention-review = { $who } keek terug op { $what }.
audit-intervention-delete = { $who } verwijderde een voorstel.
audit-network-party-removed = { $who } haalde een partij uit het netwerk.
audit-network-experiment-removed = { $who } verwijderde een experiment.

# The log of the installation, for whoever runs it.
audit-system-title = Wat er met deze installatie gebeurde
audit-system-intro = Inloggen, blokkeren, back-ups en wissen. Wat in een organisatie gebeurt, staat hier niet.
audit-system-empty = Er is nog niets gebeurd.
audit-system-user-gone = Een account dat gewist is
