# De pagina van wie de installatie beheert.

operator-title = Beheer van Meervoud
operator-lead = Hoe het met deze installatie gaat, en wie er een account heeft. Wat organisaties erin bewaren, is hier niet te zien.

operator-status-ok = Alles werkt.
operator-status-attention = Alles werkt, en iets vraagt uw aandacht.
operator-status-attention-about = Kijk hieronder naar de ruimte op de schijf, naar de mail en naar de back-ups.
operator-status-read-only = Er kan niets worden opgeslagen: de schijf is bijna vol.
operator-status-read-only-about = Lezen kan nog. Telefoons bewaren wat mensen antwoorden en sturen het later. Maak ruimte op de schijf; daarna gaat het vanzelf verder.
operator-status-database = De database antwoordt niet.
operator-status-database-about = Kijk in het logboek van de server en naar de database.
operator-status-stopping = De server stopt.
operator-status-stopping-about = Hij maakt af waarmee hij bezig is.
operator-demo = Dit is een voorbeeld met verzonnen gegevens.

operator-numbers = Hoe het gaat
operator-version = Versie
operator-since = Draait sinds
operator-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") }
operator-database = Database
operator-database-sqlite = Ingebouwd (SQLite), { $size }, stap { $step }
operator-database-postgres = PostgreSQL, { $size }, stap { $step }
operator-disk = Ruimte op de schijf
operator-disk-free = { $free } vrij. Onder { $least } wordt er niets meer opgeslagen.
operator-disk-elsewhere = De database staat op een andere server. Let daar op de ruimte.
operator-mail = Mail
operator-mail-on = Meervoud verstuurt mail.
operator-mail-off = Meervoud verstuurt geen mail. Elke link is in plaats daarvan te kopiëren.
operator-mail-failing = { $n ->
        [one] In de laatste 24 uur is 1 mail niet aangekomen bij de mailserver.
       *[other] In de laatste 24 uur zijn { $n } mails niet aangekomen bij de mailserver.
    } Wat nog zin heeft, wordt vanzelf opnieuw geprobeerd. Kijk in het logboek van de server, en naar de instelling SMTP_URL. Tot het werkt, kunt u links zelf doorgeven.
operator-factor = Tweede stap bij het inloggen
operator-factor-optional = Iedereen kiest dat zelf.
operator-factor-required = Iedereen heeft er een nodig.

operator-backups = Back-ups
operator-backups-elsewhere = Meervoud maakt geen back-ups van deze database: dat moet de databaseserver (PostgreSQL) doen. Zorg dat dat gebeurt, en probeer af en toe of er een teruggezet kan worden.
operator-backups-demo = Van verzonnen gegevens worden geen back-ups gemaakt.
operator-backup-newest = Nieuwste back-up
operator-backup-none = Die is er nog niet. De eerste komt een kwartier nadat er iets is veranderd.
operator-backup-kept = Bewaard
operator-backup-kept-n = { $n ->
        [one] 1 back-up
       *[other] { $n } back-ups
    }
operator-backup-folder = Map
operator-backup-about = Elke 15 minuten wordt er een back-up gemaakt als er iets is veranderd, en meteen gecontroleerd. De laatste 8, een van elk van de laatste 24 uren en een van elk van de laatste 30 dagen blijven bewaard. Oudere worden verwijderd, omdat mensen die zijn gewist er nog in staan.
operator-backup-make = Maak nu een back-up
operator-backup-busy = Wordt gemaakt en gecontroleerd
operator-backup-made = De back-up is gemaakt en gecontroleerd.
operator-backup-failed = De laatste back-up is niet gelukt. De reden staat in het logboek van de server. De volgende poging komt vanzelf.
operator-backup-no-room = Er is geen ruimte voor nog een back-up. Maak ruimte, of kies een andere map met de instelling BACKUP_DIR.
operator-backup-late = Er is iets veranderd, en daarvan is al meer dan een uur geen back-up gemaakt.
operator-backup-same-disk = De back-ups staan op dezelfde schijf als de database. Gaat die schijf kapot, dan bent u allebei kwijt. Kies een map op een andere schijf met de instelling BACKUP_DIR.
operator-drill = Op proef teruggezet
operator-drill-none = Nog niet. Dit gebeurt elke week vanzelf.
operator-drill-good = { DATETIME($time, dateStyle: "long") }: het was goed.
operator-drill-bad = { DATETIME($time, dateStyle: "long") }: het was niet goed.
operator-drill-no-room = { DATETIME($time, dateStyle: "long") }: er was geen ruimte voor.
operator-drill-no-room-about = Er is geen ruimte om een back-up op proef terug te zetten. Maak ruimte op de schijf van de database. De proef komt dan vanzelf.
operator-drill-bad-about = De nieuwste back-up kon niet op proef worden teruggezet. Maak nu een nieuwe.

operator-users = Accounts
operator-users-about = Van organisaties ziet u alleen in hoeveel iemand werkt, nooit in welke.
operator-users-find = Zoek op naam of e-mailadres
operator-users-count = { $n ->
        [one] 1 account
       *[other] { $n } accounts
    }
operator-users-more = En nog { $n }. Typ een deel van de naam.
operator-user-never = Heeft de laatste tijd niet ingelogd
operator-user-last = Laatst ingelogd op { $day }
operator-user-organisations = { $n ->
        [0] Werkt in geen organisatie
        [one] Werkt in 1 organisatie
       *[other] Werkt in { $n } organisaties
    }
operator-user-factor = Heeft een tweede stap
operator-user-no-factor = Heeft geen tweede stap
operator-user-operator = beheert Meervoud
operator-user-locked = Geblokkeerd
operator-user-act = Helpen of blokkeren
operator-user-act-of = { $name } helpen of blokkeren
operator-user-lock-about = Wie is geblokkeerd, wordt overal meteen uitgelogd en kan niet meer inloggen. Er gaat niets verloren van wat die persoon heeft geschreven.
operator-user-lock = Blokkeer dit account
operator-user-unlock-about = Dit account is geblokkeerd. Als u het weer vrijgeeft, kan deze persoon weer inloggen.
operator-user-unlock = Geef het weer vrij
operator-user-link-about = Is deze persoon het wachtwoord vergeten? Maak een link en geef die zelf door, alleen aan deze persoon.
operator-user-link-make = Maak een link voor een ander wachtwoord
operator-user-link = Link voor een ander wachtwoord
operator-user-link-until = Eén keer te gebruiken, tot { DATETIME($time, dateStyle: "long", timeStyle: "short") }.

operator-papers = Papieren
operator-register = Register van verwerkingen (JSON)
operator-privacy = Privacypagina
